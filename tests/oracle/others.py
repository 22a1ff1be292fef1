"""Which other public records answer a question: parts of meetings, people, places, sources, agreements."""

from datetime import date
from functools import cache

from django.db.models import Q

from agreements.models import Agreement, Party, Signature, Sphere, Step
from meetings.models import (
    Attendance,
    Commitment,
    Country,
    Event,
    Figure,
    Meeting,
    Official,
    Participation,
    Quote,
    Source,
    Tenure,
)
from meetings.publication import is_published, published

from . import meetings
from .meetings import possible_days, reaching, span
from .words import found_in, of_country, of_person


def _ids(rows, name="pk"):
    return set(rows.values_list(name, flat=True))


def _test(rows, condition):
    return {row.pk for row in rows if condition(row)}


def _late(rows, start, end, asked):
    return _test(rows, lambda row: (days := _days(row, start, end)) and days[1] >= span(asked)[0])


def _early(rows, start, end, asked):
    return _test(rows, lambda row: (days := _days(row, start, end)) and days[0] <= span(asked)[1])


def _days(row, start, end):
    return possible_days(getattr(row, start), end and getattr(row, end))


# Parts of meetings


def _seen_state(promise):
    """The state that readers see: what only an unpublished record kept is open; open past its day is overdue."""
    keepers = [promise.kept_by] if promise.kept_by else []
    keepers += promise.kept_by_agreements.all()
    hidden = promise.state == "kept" and keepers and not any(map(is_published, keepers))
    state = "open" if hidden else promise.state
    late = promise.due and span(promise.due)[1] < date(2022, 3, 1)
    return "overdue" if state == "open" and late else state


def _people_of(row, *names):
    return [text for name in names for person in getattr(row, name).all() for text in of_person(person)]


QUOTES = {
    "speaker": lambda slug: _ids(Quote.objects.filter(speakers__slug=slug)),
    "kind": lambda kind: _ids(Quote.objects.filter(kind=kind)),
    "q": lambda asked: _test(
        Quote.objects.all(), lambda row: found_in([row.text, *_people_of(row, "speakers")], asked)
    ),
}
FIGURES = {
    "claimed_by": lambda slug: _ids(Figure.objects.filter(claimed_by__slug=slug)),
    "figure_about": lambda slug: _ids(Figure.objects.filter(countries__slug=slug)),
    "kind": lambda kind: _ids(Figure.objects.filter(kind=kind)),
    "q": lambda asked: _test(
        Figure.objects.all(),
        lambda row: found_in([row.measure, row.unit, *_people_of(row, "claimed_by")], asked),
    ),
}
COMMITMENTS = {
    "kind": lambda kind: _ids(Commitment.objects.filter(kind=kind)),
    "state": lambda state: _test(Commitment.objects.all(), lambda row: _seen_state(row) == state),
    "by": lambda slug: _ids(Commitment.objects.filter(**{f"by_{_side(slug)}__slug": slug})),
    "to": lambda slug: _ids(Commitment.objects.filter(**{f"to_{_side(slug)}__slug": slug})),
    "q": lambda asked: _test(
        Commitment.objects.all(),
        lambda row: found_in([row.what, row.place, *_people_of(row, "by_officials", "to_officials")], asked),
    ),
}


# People, places and sources


def _side(slug):
    """A slug that is both a country's and an official's is the country's."""
    return "countries" if Country.objects.filter(slug=slug).exists() else "officials"


@cache
def public_officials():
    """Return the ids of officials to whom something published leads, and of those kept for reference."""
    public = meetings.everything()
    found = _ids(Official.objects.filter(reference=True))
    found |= _ids(Participation.objects.filter(meeting__in=public, official__isnull=False), "official")
    for model, path in ((Quote, "speakers"), (Figure, "claimed_by")):
        found |= _ids(model.objects.filter(meeting__in=public, **{f"{path}__isnull": False}), path)
    for path in ("by_officials", "to_officials"):
        found |= _ids(Commitment.objects.filter(meeting__in=public, **{f"{path}__isnull": False}), path)
    found |= _ids(Signature.objects.filter(published("agreement"), official__isnull=False), "official")
    return found | _ids(
        Attendance.objects.filter(event__in=public_events(), official__isnull=False), "official"
    )


@cache
def public_events():
    """Return the ids of events to which published meetings belong, and of those kept for reference."""
    named = _ids(Event.objects.filter(meetings__in=meetings.everything()))
    return named | _ids(Event.objects.filter(reference=True))


@cache
def public_sources():
    """Return the ids of sources that state something public, and of those kept for reference."""
    public = meetings.everything()
    conditions = [Q(reference=True), Q(events__in=public_events())]
    conditions += [Q(attendances__event__in=public_events()), Q(tenures__official__in=public_officials())]
    for path in ("meetings", "dated_meetings", "placed_meetings"):
        conditions.append(Q(**{f"{path}__in": public}))
    for path in ("participations", "quotes", "figures", "commitments", "discussions"):
        conditions.append(Q(**{f"{path}__meeting__in": public}))
    conditions.append(Q(claims__conflict__meeting__in=public))
    conditions += [published("agreements"), published("steps__agreement"), published("signatures__agreement")]
    # Asked one by one: joined in one query, the rows of all these tables multiply.
    return set().union(*(_ids(Source.objects.filter(condition)) for condition in conditions))


def posts(official_id):
    """Return {(country slug, rank)} of an official's tenures and of the published meetings he took part in."""
    held = Tenure.objects.filter(official=official_id).values_list("country__slug", "rank")
    seen = Participation.objects.filter(published("meeting"), official=official_id)
    return {*held, *seen.values_list("country__slug", "rank")}


def with_post(countries, ranks):
    """Return the officials with a post for one of the countries at one of the ranks."""
    wanted = {(country, rank) for country in countries for asked in ranks for rank in reaching(asked)}
    return _test(Official.objects.all(), lambda row: posts(row.pk) & wanted)


def _texts_of_official(row):
    tenures = row.tenures.all()
    lands = Country.objects.filter(slug__in=[slug for slug, _ in posts(row.pk)])
    served = [name for land in lands for name in of_country(land)]
    return [*of_person(row), *(tenure.post for tenure in tenures), *served]


OFFICIALS = {
    "country": lambda slug: _test(Official.objects.all(), lambda row: slug in {c for c, _ in posts(row.pk)}),
    "rank": lambda rank: _test(
        Official.objects.all(), lambda row: reaching(rank) & {held for _, held in posts(row.pk)}
    ),
    "q": lambda asked: _test(Official.objects.all(), lambda row: found_in(_texts_of_official(row), asked)),
}
COUNTRIES = {
    "kind": lambda kind: _ids(Country.objects.filter(kind=kind)),
    "region": lambda region: _ids(Country.objects.filter(region=region.replace("-", " ").title())),
    "q": lambda asked: _test(
        Country.objects.all(),
        lambda row: found_in([row.name, row.adjective, row.iso2, row.iso3, *row.aliases], asked),
    ),
}


def _texts_of_event(row):
    found = [row.name, row.series, row.city, row.venue, row.summary]
    for there in row.attendances.all():
        found += [
            *of_country(there.country),
            there.post,
            there.name_in_text,
            there.official and there.official.name,
        ]
    return found


EVENTS = {
    "country": lambda slug: _ids(Attendance.objects.filter(country__slug=slug), "event"),
    "official": lambda slug: _ids(Attendance.objects.filter(official__slug=slug), "event"),
    "host": lambda slug: _ids(Event.objects.filter(host_country__slug=slug)),
    "kind": lambda kind: _ids(Event.objects.filter(kind=kind)),
    "after": lambda asked: _late(Event.objects.all(), "start", "end", asked),
    "before": lambda asked: _early(Event.objects.all(), "start", "end", asked),
    "q": lambda asked: _test(Event.objects.all(), lambda row: found_in(_texts_of_event(row), asked)),
}
SOURCES = {
    "publisher": lambda slug: _ids(Source.objects.filter(publisher__slug=slug)),
    "side": lambda slug: _ids(Source.objects.filter(sides__slug=slug)),
    "source": lambda slug: _ids(Source.objects.filter(slug=slug)),
    "after": lambda asked: _late(Source.objects.all(), "published_on", None, asked),
    "before": lambda asked: _early(Source.objects.all(), "published_on", None, asked),
    "q": lambda asked: _test(
        Source.objects.all(),
        lambda row: found_in([row.title, row.publisher.name, row.issuer, row.relayed_from], asked),
    ),
}


# Agreements and spheres

ORDER = [
    "proposed", "under-negotiation", "agreed", "initialled", "signed-by-some", "signed", "exchanged",
    "ratified", "in-force", "terminated",
]  # fmt: skip


def step_reached(agreement):
    """Return the furthest step that all have taken; "mentioned" where none is."""
    bound = set(agreement.parties.values_list("country", flat=True))
    for kind in reversed(ORDER):
        takers = set(agreement.steps.filter(kind=kind).values_list("country", flat=True))
        if None in takers or (bound and bound <= takers):
            return kind
    return "mentioned"


def _signing(agreement):
    """Return the possible days of the earliest signing or exchange with a date."""
    dates = agreement.steps.filter(kind__in=["signed", "exchanged"], date__isnull=False)
    return span(min(dates.values_list("date", flat=True))) if dates else None


def _texts_of_agreement(row):
    found = [row.title, row.type_wording, row.get_type_display()]
    for party in row.parties.all():
        found += [*of_country(party.country), party.country.adjective, party.body]
    for cover in row.coverages.all():
        found += [cover.sphere.name, cover.wording, *cover.sphere.synonyms]
    for signature in row.signatures.all():
        found += [signature.name, signature.post, signature.body]
        found += [signature.official.name, *signature.official.aliases] if signature.official else []
    return found


def _of_publisher(slug):
    mine = Source.objects.filter(publisher__slug=slug)
    found = _ids(Agreement.objects.filter(sources__in=mine))
    found |= _ids(Step.objects.filter(sources__in=mine), "agreement")
    return found | _ids(Signature.objects.filter(sources__in=mine), "agreement")


def _covering(slug):
    covered = Q(coverages__sphere__slug=slug) | Q(coverages__sphere__parent__slug=slug)
    return _ids(Agreement.objects.filter(covered))


def binding_both(countries, counterparts):
    """Return the agreements that bind a country and another, different one."""
    pairs = [{one, other} for one in countries for other in counterparts if one != other]

    def binds(row):
        bound = {party.country.slug for party in row.parties.all()}
        return any(pair <= bound for pair in pairs)

    return _test(Agreement.objects.prefetch_related("parties__country"), binds)


AGREEMENTS = {
    "party": lambda slug: _ids(Party.objects.filter(country__slug=slug), "agreement"),
    "sphere": _covering,
    "type": lambda kind: _ids(Agreement.objects.filter(type=kind)),
    "step": lambda kind: _test(Agreement.objects.all(), lambda row: step_reached(row) == kind),
    "signed_after": lambda asked: _test(
        Agreement.objects.all(), lambda row: (days := _signing(row)) and days[1] >= span(asked)[0]
    ),
    "signed_before": lambda asked: _test(
        Agreement.objects.all(), lambda row: (days := _signing(row)) and days[0] <= span(asked)[1]
    ),
    "official": lambda slug: _ids(Signature.objects.filter(official__slug=slug), "agreement"),
    "meeting": lambda slug: _ids(Step.objects.filter(published("meeting"), meeting__slug=slug), "agreement"),
    "package": lambda slug: _ids(Agreement.objects.filter(published("package"), package__slug=slug)),
    "publisher": _of_publisher,
    "q": lambda asked: _test(Agreement.objects.all(), lambda row: found_in(_texts_of_agreement(row), asked)),
}
SPHERES = {
    "sphere": lambda slug: _ids(Sphere.objects.filter(Q(slug=slug) | Q(parent__slug=slug))),
    "q": lambda asked: _test(Sphere.objects.all(), lambda row: found_in([row.name, *row.synonyms], asked)),
}


@cache
def public_agreements():
    """Return the ids of all published agreements."""
    return _ids(Agreement.objects.filter(published()))


@cache
def met():
    """Return {"one/other": set of ids of published meetings that were held} of the countries that met."""
    found = {}
    for pk in _ids(Meeting.objects.filter(published(), occurrence="held")):
        slugs = sorted(meetings.parties(pk))
        for at, one in enumerate(slugs):
            for other in slugs[at + 1 :]:
                found.setdefault(f"{one}/{other}", set()).add(pk)
    return found
