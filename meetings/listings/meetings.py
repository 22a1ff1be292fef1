"""The public list of meetings."""

from .. import wording
from ..browse.columns import nested, plain, stamped
from ..browse.facets import KeyFacet, YearFacet
from ..browse.listing import BY_DATE, BY_TITLE, BY_UPDATE, Heading, Listing
from ..filters import MeetingFilters
from ..lenses import LENSES
from ..models import MeetingEdition

MEETINGS = Listing(
    name="meetings",
    noun="meeting",
    telling=wording.MEETING,
    nouns="meetings",
    title="Meetings",
    about="Officials of at least two countries met, spoke, or were to.",
    editions=MeetingEdition.objects.all,
    filterset=MeetingFilters,
    facets=(
        YearFacet(),
        KeyFacet("country"),
        KeyFacet("counterpart"),
        KeyFacet("level"),
        KeyFacet("sphere"),
        KeyFacet("format"),
        KeyFacet("setting"),
        KeyFacet("occurrence"),
    ),
    lenses=LENSES,
    sorts=BY_DATE | BY_TITLE | BY_UPDATE,
    headings=(
        Heading("date", "Date", sort="date", css="w-date"),
        Heading("title", "Meeting and participants", sort="title", css="w-name"),
        Heading("level", "Level", css="w-level"),
        Heading("place", "Place"),
        Heading("discussed", "Discussed"),
        Heading("signed", "Signed"),
    ),
    columns=(
        *plain(
            "slug",
            "title",
            "date_start",
            "date_end",
            "date_precision",
            "date_basis",
            "city",
            "host_country",
            "place_basis",
            "format",
            "setting",
            "occurrence",
            "event",
            "laterality",
            "level",
            "countries",
            "countries_iso3",
            "participants",
            "spheres_discussed",
            "spheres_signed",
        ),
        nested("agreements"),
        *plain("quote_count", "figure_count", "commitment_count"),
        nested("sources"),
        *stamped("meeting"),
    ),
)
