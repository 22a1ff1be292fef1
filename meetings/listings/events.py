"""The public list of events."""

from .. import wording
from ..browse.columns import nested, plain, stamped
from ..browse.listing import BY_DATE, BY_TITLE, BY_UPDATE, Heading, Listing
from ..filters import EventFilters
from ..models import EventEdition

EVENTS = Listing(
    name="events",
    noun="event",
    telling=wording.EVENT,
    nouns="events",
    title="Events",
    about="Visits, summits and conferences to which meetings belong; an event is never counted as a meeting.",
    editions=EventEdition.objects.all,
    filterset=EventFilters,
    sorts=BY_DATE | BY_TITLE | BY_UPDATE,
    headings=(
        Heading("date", "Date", sort="date", css="w-date"),
        Heading("title", "Event", sort="title", css="w-name"),
        Heading("kind", "Kind"),
        Heading("place", "Place"),
        Heading("countries", "Countries"),
    ),
    columns=(
        *plain("slug", "title", "kind", "start", "end", "city", "venue", "host_country", "series"),
        *plain("countries"),
        nested("attendances"),
        nested("sources"),
        *stamped("event"),
    ),
)
