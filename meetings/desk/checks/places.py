"""A dateline taken for the place of the meeting."""

from ...browse.folding import fold
from .facts import Finding


def dateline_as_place(met, today):
    """A city that is said to be known though it is the one of a source's dateline: where the agency wrote."""
    city = fold(met.city)
    if not city or met.place_basis not in ("stated", "inferred"):
        return
    for text in met.texts:
        if f" {city} " in f" {fold(text.dateline)} ":
            yield Finding(
                "dateline-as-place",
                "place_basis",
                f"{met.city} stands in the dateline “{text.dateline}”: where the agency wrote. Unless the text itself "
                "says that they met there, choose “dateline only”.",
            )
            return
