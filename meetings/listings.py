"""The public lists of meetings and of everyone and everything that takes part in them: one declaration each."""

from django.urls import reverse
from django.utils import timezone

from . import wording
from .browse.listing import BY_DATE, BY_TITLE, BY_UPDATE, Column, Heading, Listing, Sort
from .filters import (
    CommitmentFilters,
    CountryFilters,
    EventFilters,
    FigureFilters,
    MeetingFilters,
    OfficialFilters,
    PairFilters,
    QuoteFilters,
    SourceFilters,
)
from .models import (
    CommitmentEdition,
    CountryEdition,
    EventEdition,
    FigureEdition,
    MeetingEdition,
    OfficialEdition,
    PairEdition,
    QuoteEdition,
    SourceEdition,
)


def _plain(*names):
    return tuple(Column(name) for name in names)


def stamped(noun):
    """Return the two columns that end every list: the record's address and when its public form last changed."""
    return (
        Column("url", value=lambda entry: reverse(noun, args=[entry.slug])),
        Column("updated_at", value=lambda entry: entry.updated_at.strftime("%Y-%m-%dT%H:%M:%SZ")),
    )


# Names that in JSON are only ever the nested arrays of a detail.
def _nested(name):
    return Column(name, in_json=False)


MEETINGS = Listing(
    name="meetings",
    noun="meeting",
    telling=wording.MEETING,
    nouns="meetings",
    title="Meetings",
    about="Officials of at least two countries met, spoke, or were to.",
    editions=MeetingEdition.objects.all,
    filterset=MeetingFilters,
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
        *_plain(
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
        _nested("agreements"),
        *_plain("quote_count", "figure_count", "commitment_count"),
        _nested("sources"),
        *stamped("meeting"),
    ),
)

OFFICIALS = Listing(
    name="officials",
    noun="official",
    telling=wording.OFFICIAL,
    nouns="officials",
    title="Officials",
    about="People who meet or speak for a country, and the posts that they held.",
    editions=OfficialEdition.objects.all,
    filterset=OfficialFilters,
    sorts=BY_TITLE | BY_UPDATE,
    headings=(
        Heading("name", "Name", sort="title", css="w-name"),
        Heading("countries", "Country"),
        Heading("posts", "Posts"),
    ),
    columns=(
        *_plain("slug", "name", "native_name", "aliases"),
        _nested("countries"),
        *_plain("countries_iso3", "posts", "wikidata", "born", "died"),
        *stamped("official"),
    ),
)

COUNTRIES = Listing(
    name="countries",
    noun="country",
    telling=wording.COUNTRY,
    nouns="countries",
    title="Countries",
    about="States, former states, territories and international organisations.",
    editions=CountryEdition.objects.all,
    filterset=CountryFilters,
    sorts=BY_TITLE | BY_UPDATE,
    headings=(
        Heading("name", "Name", sort="title", css="w-name"),
        Heading("official_name", "Official name"),
        Heading("kind", "Kind"),
        Heading("region", "Region"),
        Heading("codes", "Codes"),
    ),
    columns=(
        *_plain(
            "slug",
            "name",
            "official_name",
            "kind",
            "name_ru",
            "official_name_ru",
            "name_fr",
            "official_name_fr",
            "name_es",
            "official_name_es",
            "adjective",
            "demonym",
        ),
        _nested("aliases"),
        *_plain(
            "iso2", "iso3", "cow", "region", "seat", "latitude", "longitude", "valid_from", "valid_until"
        ),
        _nested("predecessors"),
        _nested("successors"),
        *stamped("country"),
    ),
)

PAIRS = Listing(
    name="pairs",
    noun="pair",
    nouns="pairs of countries",
    title="Pairs of countries",
    about="Every two countries that met in this record.",
    editions=PairEdition.objects.all,
    filterset=PairFilters,
    sorts={"-meetings": Sort("meetings", "most meetings first", descending=True)}
    | BY_TITLE
    | {"last": Sort("latest", "last met first", descending=True, nullable=True)},
    headings=(
        Heading("title", "Pair", sort="title", css="w-name"),
        Heading("meetings", "Meetings", css="num"),
        Heading("first_meeting", "First in this record"),
        Heading("last_meeting", "Last in this record", sort="last"),
    ),
    columns=(
        *_plain(
            "first",
            "second",
            "first_iso3",
            "second_iso3",
            "title",
            "meetings",
            "first_meeting",
            "last_meeting",
        ),
        Column("url", value=lambda entry: reverse("pair", args=entry.slug.split("/"))),
    ),
)

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
        *_plain("slug", "title", "kind", "start", "end", "city", "venue", "host_country", "series"),
        *_plain("countries"),
        _nested("attendances"),
        _nested("sources"),
        *stamped("event"),
    ),
)

_OF_MEETING = ("slug", "meeting", "meeting_title", "date_start", "date_precision", "meeting_countries")


def _of_meeting():
    return tuple(Column(name, in_json=True) for name in _OF_MEETING)


QUOTES = Listing(
    name="quotes",
    noun="quote",
    telling=wording.QUOTE,
    nouns="quotes",
    title="Quotes",
    about="Words said at or about a meeting: direct, or as a source reports them.",
    editions=QuoteEdition.objects.all,
    filterset=QuoteFilters,
    sorts=BY_DATE | BY_UPDATE,
    headings=(
        Heading("text", "Quote", css="w-name"),
        Heading("speakers", "Speaker"),
        Heading("meeting", "Meeting"),
        Heading("date", "Date", sort="date", css="w-date"),
    ),
    columns=(
        *_of_meeting(),
        *_plain("speakers", "kind", "text", "language", "original", "original_language", "translation"),
        _nested("sources"),
        *stamped("quote"),
    ),
)

FIGURES = Listing(
    name="figures",
    noun="figure",
    telling=wording.FIGURE,
    nouns="figures",
    title="Figures",
    about="Numbers that someone claimed: not what we measured.",
    editions=FigureEdition.objects.all,
    filterset=FigureFilters,
    sorts=BY_DATE | BY_TITLE | BY_UPDATE,
    headings=(
        Heading("measure", "What", sort="title", css="w-name"),
        Heading("value", "Value", css="num"),
        Heading("period", "Period"),
        Heading("change", "Change", css="num"),
        Heading("claimed_by", "Claimed by"),
        Heading("date", "Meeting", sort="date"),
    ),
    columns=(
        *_of_meeting(),
        *_plain(
            "measure",
            "value",
            "scale",
            "unit",
            "currency",
            "qualifier",
            "change",
            "change_qualifier",
            "change_basis",
            "kind",
            "period_start",
            "period_end",
            "period_wording",
            "countries",
            "claimed_by",
        ),
        _nested("sources"),
        *stamped("figure"),
    ),
)


def commitment_state(entry):
    """Return the state of a commitment on the day of reading (UTC): open past its last day means overdue."""
    late = entry.due_until is not None and entry.due_until < timezone.now().date()
    return "overdue" if late and entry.row["state"] == "open" else entry.row["state"]


COMMITMENTS = Listing(
    name="commitments",
    noun="commitment",
    telling=wording.COMMITMENT,
    nouns="commitments",
    title="Commitments",
    about="What was promised or announced: invitations, next meetings, documents to be signed, pledges.",
    editions=CommitmentEdition.objects.all,
    filterset=CommitmentFilters,
    sorts=BY_DATE | {"due": Sort("due_until", "due first", nullable=True)} | BY_TITLE | BY_UPDATE,
    headings=(
        Heading("what", "What", sort="title", css="w-name"),
        Heading("sides", "By whom, to whom"),
        Heading("due", "Due", sort="due"),
        Heading("state", "State"),
        Heading("date", "Meeting", sort="date"),
    ),
    columns=(
        *_of_meeting(),
        *_plain("kind", "what", "by", "to", "event", "place", "due", "due_wording"),
        Column("state", value=commitment_state),
        *_plain("kept_by"),
        _nested("sources"),
        *stamped("commitment"),
    ),
)

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
        *_plain(
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

LISTINGS = (MEETINGS, OFFICIALS, COUNTRIES, PAIRS, EVENTS, QUOTES, FIGURES, COMMITMENTS, SOURCES)
