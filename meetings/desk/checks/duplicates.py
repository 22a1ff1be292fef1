"""Meetings on record that may be the one being entered."""

from datetime import timedelta

from .facts import Finding

CLOSE = timedelta(days=2)
# A meeting known to the year only may be any of that year's: no likeness.
LONGEST = timedelta(days=31)
MOST = 3


def likely_duplicate(met, today):
    """Other meetings within two days with overlapping countries or people; the likeliest three.

    Alike are two countries or two people, or one person where one meeting has no country that the other lacks: at a
    summit a president meets many, and none of those is another of them.
    """
    if not met.first or met.last - met.first > LONGEST:
        return
    alike = [(_likeness(met, other), other) for other in met.others if _is_close(met, other)]
    alike.sort(key=lambda pair: pair[0], reverse=True)
    for (countries, people), other in alike[:MOST]:
        if countries or people:
            yield Finding("likely-duplicate", "date_start", _sentence(countries, people, other), other=other)


def _is_close(met, other):
    close = other.first - met.last <= CLOSE and met.first - other.last <= CLOSE
    return close and other.last - other.first <= LONGEST


def _likeness(met, other):
    countries, people = met.parties & other.countries, met.officials & other.officials
    nested = met.parties <= other.countries or other.countries <= met.parties
    if len(countries) >= 2 or len(people) >= 2 or (people and nested):
        return len(countries), len(people)
    return 0, 0


def _sentence(countries, people, other):
    shared = [_count(countries, "country", "countries"), _count(people, "person", "people")]
    return (
        f"{other.name} may be this meeting: the same {' and '.join(filter(None, shared))}, within two days."
    )


def _count(number, one, many):
    return f"{number} {one if number == 1 else many}" if number else ""
