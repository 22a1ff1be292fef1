"""The public log of corrections: what readers saw change in published meetings and agreements."""

from operator import attrgetter

from .. import wording
from ..browse.columns import Column
from ..browse.listing import Heading, Listing, Sort
from ..corrections import log
from ..filters import CorrectionFilters


def _told(name):
    return Column(name, value=lambda line: getattr(line, name) if line.told else None)


CORRECTIONS = Listing(
    name="corrections",
    noun="correction",
    nouns="corrections",
    title="Corrections",
    about=(
        "What was changed in meetings and agreements after they were published, field by field. Fields and values are "
        "named as in the files. Where a field names other records, the page of the record says what holds now."
    ),
    editions=log,
    filterset=CorrectionFilters,
    telling=wording.CORRECTION,
    sorts={
        "-changed": Sort("updated_at", "last changed first", descending=True),
        "changed": Sort("updated_at", "first changed first"),
    },
    headings=(
        Heading("changed", "Changed", sort="changed", css="w-date"),
        Heading("record", "Record", css="w-name"),
        Heading("field", "Field"),
        Heading("before", "Before"),
        Heading("after", "After"),
    ),
    columns=(
        Column("changed_at", value=lambda line: line.updated_at.strftime("%Y-%m-%dT%H:%M:%SZ")),
        Column("kind", value=attrgetter("noun")),
        Column("record", value=attrgetter("record_slug")),
        Column("title", value=attrgetter("record_title")),
        Column("field", value=attrgetter("field")),
        Column("told", value=attrgetter("told")),
        _told("before"),
        _told("after"),
        Column("url", value=wording.corrected_page),
    ),
)
