"""Words of somebody who was not there."""

from .facts import Finding


def speaker_took_no_part(met, today):
    """A quote whose speaker is not among the participants."""
    present = met.officials
    for quote in met.quotes:
        absent = [name for key, name in quote.speakers.items() if key not in present]
        if absent:
            yield Finding(
                "speaker-took-no-part",
                f"{quote.row}-speakers",
                f"{' and '.join(absent)} {'is' if len(absent) == 1 else 'are'} not among the participants.",
            )
