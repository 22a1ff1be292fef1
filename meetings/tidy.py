"""The tidy files for statistics under the filters of meetings: participations and dyads. Files only, no pages."""

from django.db.models import F

from .browse.columns import Column
from .browse.listing import BY_DATE, WHOLE, Listing
from .filters import PartFilters
from .models import EditionParty, MeetingEdition, Participation

# CAMEO verb codes of the CAMEO manual (Schrodt 2012): 040 consult, 041 by telephone, 042 make a visit,
# 043 host a visit, 044 meet at a third location.
CONSULT, TELEPHONE, VISIT, HOST_VISIT, THIRD_PLACE = "040", "041", "042", "043", "044"


def _meeting_order(order, path):
    key = F(f"{path}__{order.field}")
    nulls = {"nulls_last": True} if order.nullable else {}
    return [key.desc(**nulls) if order.descending else key.asc(**nulls), f"{path}__slug"]


def participations(meetings, order):
    """Return one row per participation in some meeting editions, in the order of the meetings."""
    return (
        Participation.objects.filter(meeting__edition__in=meetings)
        .select_related("meeting__edition", "country", "official")
        .defer(*(f"meeting__edition__{name}" for name in WHOLE))
        .order_by(*_meeting_order(order, "meeting__edition"), "number")
    )


def dyads(meetings, order):
    """Return one row per meeting and ordered pair of parties: EditionParty rows with the other side as `other_*`."""
    return (
        EditionParty.objects.filter(meeting__in=meetings)
        .annotate(
            other=F("meeting__parties__country"),
            other_slug=F("meeting__parties__country__slug"),
            other_name=F("meeting__parties__country__name"),
            other_iso3=F("meeting__parties__country__iso3"),
            other_cow=F("meeting__parties__country__cow"),
            other_rank=F("meeting__parties__rank"),
            other_hosts=F("meeting__parties__hosts"),
        )
        .exclude(other=F("country"))
        .select_related("meeting", "country")
        .defer(*(f"meeting__{name}" for name in WHOLE))
        .order_by(*_meeting_order(order, "meeting"), "country__slug", "other_slug")
    )


def cameo(row):
    """Return the directed CAMEO code of a dyad: what the first country did with the second."""
    meeting = row.meeting.row
    if meeting["format"] == "phone":
        return TELEPHONE
    if meeting["format"] not in ("in-person", None) or not meeting["host_country"]:
        return CONSULT
    if row.hosts:
        return HOST_VISIT
    return VISIT if row.other_hosts else THIRD_PLACE


def _meeting(name, path):
    return Column(name, value=lambda row: path(row).row.get(name))


_MEETING_COLUMNS = (
    "title",
    "date_start",
    "date_end",
    "date_precision",
    "format",
    "setting",
    "occurrence",
    "level",
)


def _whose(path):
    return (
        Column("meeting", value=lambda row: path(row).slug),
        *(_meeting(name, path) for name in _MEETING_COLUMNS),
    )


PARTICIPATIONS = Listing(
    name="participations",
    noun="participation",
    nouns="participations",
    title="Participations",
    about="One row for everyone who took part in a meeting.",
    editions=MeetingEdition.objects.all,
    filterset=PartFilters,
    sorts=BY_DATE,
    expand=participations,
    in_api=False,
    columns=(
        *_whose(lambda row: row.meeting.edition),
        Column("number", value=lambda row: row.number),
        Column("country", value=lambda row: row.country.slug),
        Column("country_name", value=lambda row: row.country.name),
        Column("iso3", value=lambda row: row.country.iso3),
        Column("cow", value=lambda row: row.country.cow),
        Column("official", value=lambda row: row.official.slug if row.official else None),
        Column("name", value=lambda row: row.official.name if row.official else row.name_in_text or None),
        Column("name_in_text", value=lambda row: row.name_in_text or None),
        Column("post", value=lambda row: row.post or None),
        Column("rank", value=lambda row: row.rank),
        Column("role", value=lambda row: row.role),
        Column("named", value=lambda row: row.named),
    ),
)

DYADS = Listing(
    name="dyads",
    noun="dyad",
    nouns="dyads",
    title="Dyads",
    about="One row for each meeting and ordered pair of its parties.",
    editions=MeetingEdition.objects.all,
    filterset=PartFilters,
    sorts=BY_DATE,
    expand=dyads,
    in_api=False,
    columns=(
        *_whose(lambda row: row.meeting),
        _meeting("city", lambda row: row.meeting),
        _meeting("host_country", lambda row: row.meeting),
        _meeting("place_basis", lambda row: row.meeting),
        Column("country1", value=lambda row: row.country.slug),
        Column("iso3_1", value=lambda row: row.country.iso3),
        Column("cow_1", value=lambda row: row.country.cow),
        Column("rank_1", value=lambda row: row.rank),
        Column("country2", value=lambda row: row.other_slug),
        Column("iso3_2", value=lambda row: row.other_iso3),
        Column("cow_2", value=lambda row: row.other_cow),
        Column("rank_2", value=lambda row: row.other_rank),
        Column("cameo", value=cameo),
    ),
)

TIDY = (PARTICIPATIONS, DYADS)
