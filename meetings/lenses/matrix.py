"""Who meets whom: for each two countries how many meetings had both, and how many documents they signed there."""

from django.db.models import Count, F
from django.urls import reverse

from agreements.models import Party, Step

from ..browse.lenses import Drawing, Line
from ..models import EditionParty

# So many countries are drawn; the table of numbers has all pairs.
DRAWN = 12
# So many of them fit beside their names on a phone.
RANKED = 12
STEPS = (1, 3, 6, 12, 24)
COLUMNS = [
    ("first", "Country"),
    ("second", "and"),
    ("meetings", "Meetings"),
    ("documents", "Documents signed there"),
]


def parties_of(rows):
    """Return {slug: (name, code, number of meetings)} of the parties, the most frequent first."""
    found = (
        EditionParty.objects.filter(meeting__in=rows)
        .values_list("country__slug", "country__name", "country__iso2", "country__iso3")
        .annotate(number=Count("pk"))
        .order_by("-number", "country__name")
    )
    return {slug: (name, iso2 or iso3 or name[:3], number) for slug, name, iso2, iso3, number in found}


def met(rows):
    """Return {(slug, slug): number of meetings} of the countries that were at the same ones."""
    pairs = (
        EditionParty.objects.filter(meeting__in=rows)
        .annotate(other=F("meeting__parties__country__slug"))
        .filter(other__gt=F("country__slug"))
    )
    found = pairs.values_list("country__slug", "other").annotate(Count("pk")).order_by()
    return {(one, other): number for one, other, number in found}


def signed(rows):
    """Return {(slug, slug): number of documents} that were signed or exchanged at the meetings and bind both."""
    found = (
        Party.objects.filter(
            agreement__edition__isnull=False,
            agreement__in=Step.objects.filter(kind__in=Step.SIGNING, meeting__edition__in=rows).values(
                "agreement"
            ),
        )
        .annotate(other=F("agreement__parties__country__slug"))
        .filter(other__gt=F("country__slug"))
        .values_list("country__slug", "other")
        .annotate(Count("agreement", distinct=True))
        .order_by()
    )
    return {(one, other): number for one, other, number in found}


def draw(reading, path, count):
    """Return the Drawing of who was with whom in the meetings of a Reading."""
    rows = reading.filtered()
    parties, meetings, documents = parties_of(rows), met(rows), signed(rows)
    pairs = sorted(meetings, key=lambda pair: (-meetings[pair], pair))
    lines = [
        Line(
            (parties[one][0], parties[other][0], meetings[one, other], documents.get((one, other), 0)),
            reverse("pair", args=[one, other]),
        )
        for one, other in pairs
    ]
    return Drawing(
        title="Who meets whom",
        finding=_finding(lines, count),
        lines=lines,
        notes=["A meeting of more than two sides counts for each two of them."],
        picture=_picture(parties, meetings, documents)
        | {"ranked": lines[:RANKED], "most": lines[0].cells[2] if lines else 0, "all": len(parties)},
    )


def _finding(lines, count):
    if not lines:
        return ""
    one, other, number, documents = lines[0].cells
    told = "no document" if not documents else f"{documents} document{'s' if documents > 1 else ''}"
    return (
        f"{one} and {other} were together at {number} of {count}; they signed {told} there, in this record."
    )


def _picture(parties, meetings, documents):
    slugs = list(parties)[:DRAWN]
    return {
        "heads": [(parties[slug][1], parties[slug][0]) for slug in slugs],
        "rows": [
            {
                "name": parties[slug][0],
                "code": parties[slug][1],
                "url": reverse("country", args=[slug]),
                "all": parties[slug][2],
                "cells": [
                    _cell(parties, slug, other, at < place, meetings, documents)
                    for place, other in enumerate(slugs)
                ],
            }
            for at, slug in enumerate(slugs)
        ],
        "steps": STEPS,
    }


def _cell(parties, slug, other, above, meetings, documents):
    """Return a cell: meetings above the diagonal, documents below it, None on it."""
    if slug == other:
        return None
    pair = tuple(sorted((slug, other)))
    number = (meetings if above else documents).get(pair, 0)
    noun = (
        ("meeting" if above else "document signed")
        if number == 1
        else ("meetings" if above else "documents signed")
    )
    return {
        "number": number,
        "css": f"{'a' if above else 'b'}{step_of(number)}" if number else "zero",
        "url": reverse("pair", args=pair) if pair in meetings else "",
        "label": f"{parties[slug][0]} and {parties[other][0]}: {number} {noun}",
    }


def step_of(number):
    """Return the step (1 to 5) of a number’s tint; their lower bounds are fixed, so that pictures can be compared."""
    return sum(number >= bound for bound in STEPS)
