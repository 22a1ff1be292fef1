"""Which published meetings answer a question."""

import calendar
from datetime import date
from functools import cache

from django.db.models import Q

from agreements.models import Discussion, Step
from meetings.browse.folding import slug_of
from meetings.models import (
    Claim,
    Commitment,
    Conflict,
    Country,
    Figure,
    Meeting,
    Participation,
    Publisher,
    Quote,
    Rank,
    Source,
)
from meetings.publication import published

from .words import found_in, of_country, of_person

RANKS = list(Rank.values)
IS_PUBLIC, AGREEMENT_IS_PUBLIC = published(), published("agreement")
PARTY_ROLES = ("participant", "host", "guest", "mediator")
# A head of state and government answers to both.
TWOFOLD = {"head-of-state", "head-of-government"}


@cache
def everything():
    """Return the ids of all published meetings."""
    return frozenset(Meeting.objects.filter(IS_PUBLIC).values_list("pk", flat=True))


def reaching(rank):
    """Return the ranks that a question about `rank` finds."""
    return {rank, "head-of-state-and-government"} if rank in TWOFOLD else {rank}


def span(text):
    """Return the first and last possible day of a day, month or year."""
    numbers = [int(part) for part in text.split("-")]
    year, month, day = (*numbers, None, None)[:3]
    last_month = month or 12
    last_day = day or calendar.monthrange(year, last_month)[1]
    return date(year, month or 1, day or 1), date(year, last_month, last_day)


def possible_days(start, end):
    """Return the first and last possible day of something, or None when its date is not known."""
    return (span(start)[0], span(end or start)[1]) if start else None


@cache
def parties(meeting_id):
    """Return {country slug: set of ranks} of the parties of a meeting."""
    rows = Participation.objects.filter(meeting=meeting_id, role__in=PARTY_ROLES)
    found = {}
    for slug, rank in rows.values_list("country__slug", "rank"):
        found.setdefault(slug, set()).add(rank)
    return found


@cache
def level(meeting_id):
    """Return the lowest of the parties' highest ranks, unknown when any of them is."""
    tops = [min(RANKS.index(rank) for rank in ranks) for ranks in parties(meeting_id).values()]
    return RANKS[max(tops)]


def _ids(rows, name="meeting"):
    return set(rows.values_list(name, flat=True))


def steps_here():
    """Return the steps of published agreements."""
    return Step.objects.filter(AGREEMENT_IS_PUBLIC, meeting__isnull=False)


def _sphere(path, slug):
    return Q(**{f"{path}sphere__slug": slug}) | Q(**{f"{path}sphere__parent__slug": slug})


def discussed(slug):
    """Return the meetings at which the sphere, or a sub of it, was discussed."""
    return _ids(Discussion.objects.filter(_sphere("", slug)))


def signed(slug):
    """Return the meetings at which something that covers the sphere was signed or exchanged."""
    signings = steps_here().filter(kind__in=["signed", "exchanged"])
    return _ids(signings.filter(_sphere("agreement__coverages__", slug)))


@cache
def of_publisher(slug):
    """Return the meetings any fact of which a publisher's text states (kept: the made world stands still)."""
    mine = Source.objects.filter(publisher__slug=slug)
    found = _ids(Meeting.objects.filter(sources__in=mine), "pk")
    found |= _ids(Meeting.objects.filter(date_sources__in=mine), "pk")
    found |= _ids(Meeting.objects.filter(place_sources__in=mine), "pk")
    for fact in (Participation, Quote, Figure, Commitment):
        found |= _ids(fact.objects.filter(sources__in=mine))
    found |= _ids(Discussion.objects.filter(source__in=mine))
    found |= _ids(Claim.objects.filter(source__in=mine), "conflict__meeting")
    found |= _ids(steps_here().filter(sources__in=mine))
    # A step without sources of its own is stated by those of its agreement.
    return found | _ids(steps_here().filter(sources=None, agreement__sources__in=mine))


def having(part):
    """Return the meetings with such a part."""
    if part == "agreements":
        return _ids(steps_here().exclude(kind="mentioned"))
    facts = {"quotes": Quote, "figures": Figure, "commitments": Commitment, "conflicts": Conflict}[part]
    return _ids(facts.objects.all())


def _where(condition):
    return _ids(Meeting.objects.filter(condition), "pk")


def _test(condition):
    return {row.pk for row in Meeting.objects.filter(IS_PUBLIC) if condition(row)}


def _late_enough(asked):
    return _test(
        lambda row: (days := possible_days(row.date_start, row.date_end)) and days[1] >= span(asked)[0]
    )


def _early_enough(asked):
    return _test(
        lambda row: (days := possible_days(row.date_start, row.date_end)) and days[0] <= span(asked)[1]
    )


SIDES = {2: "bilateral", 3: "trilateral"}
NOT_DATELINE = ~Q(place_basis="dateline")

ONE_BY_ONE = {
    "meeting": lambda slug: _where(Q(slug=slug)),
    "country": lambda slug: _ids(Participation.objects.filter(country__slug=slug, role__in=PARTY_ROLES)),
    "official": lambda slug: _ids(Participation.objects.filter(official__slug=slug)),
    "level": lambda rank: _test(lambda row: level(row.pk) in reaching(rank)),
    "sphere": lambda slug: discussed(slug) | signed(slug),
    "discussed": discussed,
    "signed": signed,
    "about": lambda slug: _ids(Discussion.objects.filter(about__slug=slug)),
    "agreement_type": lambda kind: _ids(steps_here().exclude(kind="mentioned").filter(agreement__type=kind)),
    "event": lambda slug: _where(Q(event__slug=slug)),
    "format": lambda value: _where(Q(format=value)),
    "setting": lambda value: _where(Q(setting=value)),
    "occurrence": lambda value: _where(Q(occurrence=value)),
    "place_basis": lambda value: _where(Q(place_basis=value)),
    "laterality": lambda value: _test(lambda row: SIDES.get(len(parties(row.pk)), "multilateral") == value),
    "host": lambda slug: _where(Q(host_country__slug=slug) & NOT_DATELINE),
    "city": lambda name: _test(
        lambda row: row.place_basis != "dateline" and slug_of(row.city) == slug_of(name)
    ),
    "after": _late_enough,
    "before": _early_enough,
    "publisher": of_publisher,
    "has": having,
    "q": lambda asked: _test(lambda row: found_in(texts_of(row), asked)),
}


def counterpart(countries, others):
    """Return the meetings in which a country and another, different one were both parties."""
    pairs = [(one, other) for one in countries for other in others if one != other]
    return _test(lambda row: any({one, other} <= parties(row.pk).keys() for one, other in pairs))


def together(officials, others):
    """Return the meetings in which an official and another, different one both took part."""
    found = set()
    for one in officials:
        for other in others:
            if one != other:
                found |= ONE_BY_ONE["official"](one) & ONE_BY_ONE["official"](other)
    return found


def at_rank(countries, ranks):
    """Return the meetings to which one of the countries, a party, sent somebody of such a rank."""
    found = set()
    wanted = set().union(*map(reaching, ranks))
    for slug in countries:
        sent = _ids(Participation.objects.filter(country__slug=slug, rank__in=wanted))
        found |= sent & ONE_BY_ONE["country"](slug)
    return found


@cache
def texts_of(meeting):
    """Return the texts of a meeting in which words are looked for."""
    found = [meeting.title, meeting.summary, meeting.city, meeting.venue]
    found += [meeting.event.name] if meeting.event else []
    for row in meeting.participations.all():
        found += [row.name_in_text, f"{row.post} {row.country}"]
        found += of_person(row.official) if row.official else []
    for country in Country.objects.filter(slug__in=parties(meeting.pk)):
        found += [*of_country(country), country.adjective]
    for row in meeting.discussions.all():
        found += [row.wording, row.sphere]
    for step in steps_here().filter(meeting=meeting):
        found.append(step.agreement.name)
        for cover in step.agreement.coverages.all():
            found += [cover.wording, cover.sphere]
    found += [quote.text for quote in meeting.quotes.all()]
    found += [figure.measure for figure in meeting.figures.all()]
    found += [promise.what for promise in meeting.commitments.all()]
    return found + [one.name for one in Publisher.objects.all() if meeting.pk in of_publisher(one.slug)]
