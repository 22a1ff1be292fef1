"""About what: how many of the meetings discussed each sphere, and at how many something on it was signed."""

from django.db.models import Count, Q

from agreements.models import SphereEdition

from ..browse.database import key_counts
from ..browse.lenses import Drawing, Line, without_view
from ..browse.queries import address
from ..models import EditionParty
from .matrix import STEPS, parties_of, step_of

# So many countries stand beside each other; as many fit on a phone.
DRAWN = 8
COLUMNS = [
    ("sphere", "Sphere"),
    ("discussed", "Meetings that discussed it"),
    ("signed", "Meetings that signed on it"),
]


def draw(reading, path, count):
    """Return the Drawing of what was discussed and signed at the meetings of a Reading."""
    rows = reading.filtered()
    counts = key_counts(rows, ["discussed", "signed"])
    slugs = counts["discussed"].keys() | counts["signed"].keys()
    known = {
        edition.slug: edition
        for edition in SphereEdition.objects.filter(slug__in=slugs)
        .select_related("record__parent")
        .defer("detail")
    }
    order = sorted(known, key=lambda slug: known[slug].title_key)
    lines = [_line(known[slug].title, slug, counts, reading, path) for slug in order]
    tops = [slug for slug in order if known[slug].record.parent is None]
    any_of_them = rows.filter(keys__has_any=[f"sphere={slug}" for slug in slugs]).count() if slugs else 0
    tree = [
        _entry(known[slug], counts, line, known[slug].record.parent is not None)
        for slug, line in zip(order, lines, strict=True)
    ]
    return Drawing(
        title="What was discussed and what was signed",
        finding=_finding(known, tops, order, counts),
        lines=lines,
        notes=_notes(count, any_of_them),
        picture=_by_country(rows, [known[slug] for slug in tops], reading)
        | {
            "tree": tree,
            "most": max((max(entry["discussed"], entry["signed"]) for entry in tree), default=0),
        },
    )


def _line(title, slug, counts, reading, path):
    url = address(path, without_view(reading, sphere=slug))
    return Line((title, counts["discussed"].get(slug, 0), counts["signed"].get(slug, 0)), url)


def _entry(edition, counts, line, is_sub):
    discussed, signed = line.cells[1:]
    most = max([*counts["discussed"].values(), *counts["signed"].values()])
    return {
        "name": edition.title,
        "url": line.url,
        "is_sub": is_sub,
        "discussed": discussed,
        "signed": signed,
        "talk": f"{100 * discussed / most:.1f}%",
        "sign": f"{100 * signed / most:.1f}%",
        "only_talk": discussed > 0 and not signed,
    }


def _finding(known, tops, order, counts):
    silent = [slug for slug in order if slug not in tops and not counts["signed"].get(slug)]
    silent = [slug for slug in silent if counts["discussed"].get(slug)]
    if not silent:
        return ""
    most = max(silent, key=lambda slug: (counts["discussed"][slug], slug))
    number = counts["discussed"][most]
    return (
        f"{known[most].title} was discussed at {number} meeting{'s' if number > 1 else ''} "
        "and never signed on at any of these, in this record."
    )


def _notes(count, any_of_them):
    notes = ["A sphere counts once for each meeting; a top sphere takes its subs."]
    if rest := count - any_of_them:
        notes.append(f"No sphere is recorded, discussed or signed, for {rest} of these {count} meetings.")
    return notes


def _by_country(rows, tops, reading):
    """Return the table of spheres and the most frequent countries: meetings that discussed and that signed."""
    parties = dict(list(parties_of(rows).items())[:DRAWN])
    named = {
        f"{parameter}_{place}": Count("pk", filter=Q(meeting__keys__has_any=[f"{parameter}={top.slug}"]))
        for place, top in enumerate(tops)
        for parameter in ("discussed", "signed")
    }
    found = EditionParty.objects.filter(meeting__in=rows, country__slug__in=parties).values("country__slug")
    by_slug = {row["country__slug"]: row for row in found.annotate(**named).order_by()} if tops else {}
    return {
        "heads": [(code, name) for name, code, _ in parties.values()],
        "rows": [
            {"name": top.title, "cells": [_cell(by_slug[slug], place, parties[slug][0]) for slug in parties]}
            for place, top in enumerate(tops)
        ],
        "steps": STEPS,
    }


def _cell(row, place, name):
    discussed, signed = row[f"discussed_{place}"], row[f"signed_{place}"]
    css = f"a{step_of(discussed)}" if discussed else "zero"
    return {"discussed": discussed, "signed": signed, "css": css, "name": name}
