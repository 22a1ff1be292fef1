"""The public list of sources."""

from .. import wording
from ..browse.columns import plain, stamped
from ..browse.listing import BY_DATE, BY_TITLE, BY_UPDATE, Heading, Listing
from ..filters import SourceFilters
from ..models import SourceEdition

SOURCES = Listing(
    name="sources",
    noun="source",
    telling=wording.SOURCE,
    nouns="sources",
    title="Sources",
    about="The published texts from which the facts were read.",
    editions=SourceEdition.objects.all,
    filterset=SourceFilters,
    sorts=BY_DATE | BY_TITLE | BY_UPDATE,
    headings=(
        Heading("date", "Published", sort="date", css="w-date"),
        Heading("title", "Source", sort="title", css="w-name"),
        Heading("publisher", "Publisher"),
        Heading("sides", "Speaks for"),
    ),
    columns=(
        *plain(
            "slug",
            "title",
            "publisher",
            "language",
            "published_on",
            "source_url",
            "archive_url",
            "retrieved_on",
            "dateline",
            "issuer",
            "relayed_from",
            "sides",
        ),
        *stamped("source"),
    ),
)
