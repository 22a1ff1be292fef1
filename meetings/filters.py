"""The filter language of meetings and of the lists of their parts; officials, countries, events, sources, pairs."""

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from agreements.models import Agreement, SphereEdition

from .browse.filterset import (
    AfterFilter,
    BeforeFilter,
    KeyFilter,
    LookedUpFilter,
    SlugTextFilter,
    StrictFilterSet,
    WordsFilter,
    any_of,
)
from .models import (
    Commitment,
    Country,
    CountryEdition,
    Event,
    EventEdition,
    Figure,
    Meeting,
    MeetingEdition,
    OfficialEdition,
    PairEdition,
    PublisherEdition,
    Quote,
    Rank,
    SourceEdition,
)

LATERALITIES = {"bilateral": "bilateral", "trilateral": "trilateral", "multilateral": "multilateral"}
CONTENTS = {name: name for name in ("quotes", "agreements", "figures", "commitments", "conflicts")}


def _choices(choices):
    return {value: label for value, label in choices.choices if value}


def _countries_that_met():
    pairs = PairEdition.objects.filter(Q(first=OuterRef("pk")) | Q(second=OuterRef("pk")))
    return CountryEdition.objects.filter(Exists(pairs)).choices()


def _none():
    return {}


def country_filter(label, **kwargs):
    """A filter by country slugs."""
    return LookedUpFilter(
        label=label,
        noun="country",
        lookup=lambda values: CountryEdition.objects.known(values),
        listed=_countries_that_met,
        **kwargs,
    )


def official_filter(label, **kwargs):
    """A filter by slugs of officials."""
    return LookedUpFilter(
        label=label,
        noun="official",
        lookup=lambda values: OfficialEdition.objects.known(values),
        listed=_none,
        **kwargs,
    )


def sphere_filter(label, **kwargs):
    """A filter by spheres; a top takes its subs, since their rows have its key too."""
    return LookedUpFilter(
        label=label,
        noun="sphere",
        lookup=lambda values: SphereEdition.objects.known(values),
        listed=lambda: SphereEdition.objects.choices(),
        **kwargs,
    )


def publisher_filter(label="Publisher", **kwargs):
    """A filter by publishers of the sources."""
    return LookedUpFilter(
        label=label,
        noun="publisher",
        lookup=lambda values: PublisherEdition.objects.known(values),
        listed=lambda: PublisherEdition.objects.choices(),
        **kwargs,
    )


class MeetingFilters(StrictFilterSet):
    """What meetings can be asked for."""

    q = WordsFilter(label="Words")
    country = country_filter("Country")
    counterpart = country_filter("Counterpart")
    official = official_filter("Official")
    rank = KeyFilter(label="Rank of the country’s side", choices=_choices(Rank), noun="rank", many=False)
    level = KeyFilter(label="Level", choices=_choices(Rank), noun="level", many=False)
    sphere = sphere_filter("Sphere, discussed or signed")
    discussed = sphere_filter("Discussed")
    signed = sphere_filter("Signed")
    about = country_filter("About a third country")
    agreement_type = KeyFilter(
        label="Type of agreement", choices=_choices(Agreement.Type), noun="type of agreement"
    )
    event = LookedUpFilter(
        label="Event",
        noun="event",
        lookup=lambda values: EventEdition.objects.known(values),
        listed=_none,
        many=False,
    )
    format = KeyFilter(label="Format", choices=_choices(Meeting.Format), noun="format")
    setting = KeyFilter(label="Setting", choices=_choices(Meeting.Setting), noun="setting")
    occurrence = KeyFilter(label="Held", choices=_choices(Meeting.Occurrence), noun="occurrence")
    laterality = KeyFilter(label="Laterality", choices=LATERALITIES, noun="laterality", many=False)
    host = country_filter("Host country")
    city = SlugTextFilter(label="City")
    place_basis = KeyFilter(label="Place is", choices=_choices(Meeting.PlaceBasis), noun="basis of a place")
    after = AfterFilter(field_name="latest", label="On or after")
    before = BeforeFilter(field_name="earliest", label="On or before")
    publisher = publisher_filter()
    has = KeyFilter(label="With", choices=CONTENTS, noun="part of a meeting", every=True)

    needs = {"counterpart": "country", "rank": "country", "with": "official"}
    panel = [
        ("Words", ["q"]),
        ("Date of meeting", ["after", "before"]),
        ("Countries", ["country", "counterpart", "rank"]),
        ("Level", ["level"]),
        ("Officials", ["official", "with"]),
        ("Spheres", ["sphere", "discussed", "signed", "about"]),
        ("Agreements", ["agreement_type"]),
        ("Format", ["format"]),
        ("Setting", ["setting"]),
        ("Held", ["occurrence"]),
        ("Sides", ["laterality"]),
        ("Place", ["host", "city", "place_basis"]),
        ("With", ["has"]),
        ("Sources", ["publisher", "event"]),
    ]

    def filter_queryset(self, queryset):
        """Filters that speak of two different countries or officials are taken together."""
        asked = dict(self.form.cleaned_data)
        ranks, countries = asked.pop("rank", None), asked.get("country")
        if counterparts := asked.pop("counterpart", None):
            queryset = queryset.filter(_two_different("country", countries, counterparts))
        if others := asked.pop("with", None):
            queryset = queryset.filter(_two_different("official", asked["official"], others))
        if ranks:
            queryset = queryset.filter(_sent_by_a_party(countries, ranks))
        for name, value in asked.items():
            queryset = self.filters[name].filter(queryset, value)
        return queryset


def _sent_by_a_party(countries, ranks):
    """A country that only witnessed a meeting is no party to it, whomever it sent."""
    return any_of(
        Q(keys__has_all=[f"country={country}", f"rank={country}/{rank}"])
        for country in countries
        for rank in ranks
    )


def _two_different(parameter, some, others):
    pairs = {frozenset((one, other)) for one in some for other in others if one != other}
    return any_of(
        Q(keys__has_all=sorted(f"{parameter}={slug}" for slug in pair)) for pair in sorted(pairs, key=sorted)
    )


# "with" is a word of Python, so it cannot be declared in the body of the class.
MeetingFilters.declared_filters["with"] = official_filter("With official", field_name="official")
MeetingFilters.base_filters = MeetingFilters.get_filters()


class PartFilters(MeetingFilters):
    """What the facts of meetings can be asked for: everything about their meeting, and the meeting itself."""

    meeting = LookedUpFilter(
        label="Meeting",
        noun="meeting",
        lookup=lambda values: MeetingEdition.objects.known(values),
        listed=_none,
    )
    panel = [*MeetingFilters.panel, ("Meeting", ["meeting"])]


class QuoteFilters(PartFilters):
    """Quotes: by speaker and kind besides."""

    speaker = official_filter("Speaker")
    kind = KeyFilter(label="Direct or reported", choices=_choices(Quote.Kind), noun="kind of quote")
    panel = [("Words", ["q"]), ("Said by", ["speaker"]), ("Kind", ["kind"]), *PartFilters.panel[1:]]


class FigureFilters(PartFilters):
    """Figures: by who claimed them, what kind they are and which country they are about besides."""

    claimed_by = official_filter("Claimed by")
    figure_about = country_filter("Figure about")
    kind = KeyFilter(label="Actual, target or estimate", choices=_choices(Figure.Kind), noun="kind of figure")
    panel = [
        ("Words", ["q"]),
        ("Claim", ["claimed_by", "figure_about"]),
        ("Kind", ["kind"]),
        *PartFilters.panel[1:],
    ]


STATES = {"open": "open", "overdue": "overdue", "kept": "kept", "withdrawn": "withdrawn"}


class StateFilter(KeyFilter):
    """By the state that readers see on the day of reading: what is open past its last day is overdue."""

    def filter(self, rows, value):
        if not value:
            return rows
        late = Q(due_until__lt=timezone.now().date())
        conditions = {
            "open": Q(keys__has_any=["state=open"]) & ~late | Q(keys__has_any=["state=open"], due_until=None),
            "overdue": Q(keys__has_any=["state=open"]) & late,
        }
        return rows.filter(
            any_of(conditions.get(state, Q(keys__has_any=[f"state={state}"])) for state in value)
        )


class CommitmentFilters(PartFilters):
    """Commitments: by kind, state and sides besides; overdue is asked of the day of reading."""

    kind = KeyFilter(label="Kind", choices=_choices(Commitment.Kind), noun="kind of commitment")
    state = StateFilter(label="State", choices=STATES, noun="state of a commitment")
    by = country_filter("Promised by")
    to = country_filter("Promised to")
    panel = [
        ("Words", ["q"]),
        ("State", ["state"]),
        ("Kind", ["kind"]),
        ("Sides", ["by", "to"]),
        *PartFilters.panel[1:],
    ]


class OfficialFilters(StrictFilterSet):
    """What officials can be asked for."""

    q = WordsFilter(label="Words")
    country = country_filter("Country")
    rank = KeyFilter(label="Rank", choices=_choices(Rank), noun="rank")
    panel = [("Words", ["q"]), ("Country", ["country"]), ("Rank", ["rank"])]

    def filter_queryset(self, queryset):
        """Country and rank together mean a post at that rank for that country."""
        asked = self.form.cleaned_data
        if asked.get("country") and asked.get("rank"):
            keys = [f"rank={country}/{rank}" for country in asked["country"] for rank in asked["rank"]]
            return self.filters["q"].filter(queryset.filter(keys__has_any=keys), asked.get("q"))
        return super().filter_queryset(queryset)


def _regions():
    rows = CountryEdition.objects.exclude(record__region="").values_list("record__region", flat=True)
    return {name.lower().replace(" ", "-"): name for name in rows.distinct().order_by("record__region")}


class CountryFilters(StrictFilterSet):
    """What countries can be asked for."""

    q = WordsFilter(label="Words")
    kind = KeyFilter(label="Kind", choices=_choices(Country.Kind), noun="kind of country")
    region = KeyFilter(label="Region", choices=_regions, noun="region")
    panel = [("Words", ["q"]), ("Kind", ["kind"]), ("Region", ["region"])]


class PairFilters(StrictFilterSet):
    """What pairs can be asked for."""

    q = WordsFilter(label="Words")
    country = country_filter("Country")
    panel = [("Words", ["q"]), ("Country", ["country"])]


class EventFilters(StrictFilterSet):
    """What events can be asked for."""

    q = WordsFilter(label="Words")
    country = country_filter("Country present")
    official = official_filter("Official present")
    host = country_filter("Host country")
    kind = KeyFilter(label="Kind", choices=_choices(Event.Kind), noun="kind of event")
    after = AfterFilter(field_name="latest", label="On or after")
    before = BeforeFilter(field_name="earliest", label="On or before")
    panel = [
        ("Words", ["q"]),
        ("Date", ["after", "before"]),
        ("Countries", ["country", "host"]),
        ("Official", ["official"]),
        ("Kind", ["kind"]),
    ]


class SourceFilters(StrictFilterSet):
    """What sources can be asked for."""

    q = WordsFilter(label="Words")
    publisher = publisher_filter()
    side = country_filter("Speaks for")
    source = LookedUpFilter(
        label="Source", noun="source", lookup=lambda values: SourceEdition.objects.known(values), listed=_none
    )
    after = AfterFilter(field_name="latest", label="On or after")
    before = BeforeFilter(field_name="earliest", label="On or before")
    panel = [
        ("Words", ["q"]),
        ("Date", ["after", "before"]),
        ("Publisher", ["publisher"]),
        ("Speaks for", ["side"]),
        ("Source", ["source"]),
    ]
