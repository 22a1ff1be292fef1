"""Keeps one row for each two countries that met: planned, postponed and cancelled meetings are no meeting of two."""

from itertools import combinations

from ..browse.folding import sort_key, words
from ..browse.listing import WHOLE
from ..models import Country, Meeting, MeetingEdition, PairEdition
from .projection import text

HELD = f"occurrence={Meeting.Occurrence.HELD}"


def refresh_pairs(country_pks):
    """Count anew the pairs among some countries (a set of ids); a pair without a meeting loses its row."""
    countries = sorted(Country.objects.filter(pk__in=country_pks), key=lambda country: country.slug)
    for first, second in combinations(countries, 2):
        columns = project_pair(first, second)
        if columns is None:
            PairEdition.objects.filter(first=first, second=second).delete()
        else:
            PairEdition.objects.update_or_create(first=first, second=second, defaults=columns)


def project_pair(first, second):
    """Return the columns of the pair's row (countries in the order of their slugs), or None when none was held."""
    held = MeetingEdition.objects.filter(keys__has_all=[HELD])
    together = held.filter(parties__country=first).filter(parties__country=second)
    count = together.count()
    if not count:
        return None
    dated = together.exclude(earliest=None).select_related("record").defer(*WHOLE)
    oldest = dated.order_by("earliest", "slug").first()
    newest = dated.order_by("-latest", "slug").first()
    title = f"{first.name} and {second.name}"
    row = {
        "slug": f"{first.slug}/{second.slug}",
        "title": title,
        "first": first.slug,
        "second": second.slug,
        "first_iso3": first.iso3,
        "second_iso3": second.iso3,
        "meetings": count,
        **_date_of(oldest, "first_meeting"),
        **_date_of(newest, "last_meeting"),
    }
    return {
        "slug": row["slug"],
        "title": title,
        "title_key": sort_key(title),
        "meetings": count,
        "earliest": oldest.earliest if oldest else None,
        "latest": newest.latest if newest else None,
        "keys": [f"country={first.slug}", f"country={second.slug}"],
        "search": [words(first.name), words(second.name)],
        "row": row,
    }


def _date_of(entry, column):
    """Return the date of a meeting (its edition, or None) in the precision on record, in columns named after one."""
    columns = (column, f"{column}_end", f"{column}_precision")
    if entry is None:
        return dict.fromkeys(columns)
    meeting = entry.record
    values = (text(meeting.date_start), text(meeting.date_end), meeting.date_precision)
    return dict(zip(columns, values, strict=True))
