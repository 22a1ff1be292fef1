"""The orders of lists: by what, ties by slug, unknown values last; and the address of a list with changes."""

from datetime import date

import pytest
import time_machine
from django.http import QueryDict

from config.api import LISTINGS
from meetings.browse.faults import given
from meetings.browse.folding import sort_key
from meetings.browse.listing import Reading
from meetings.browse.queries import without_tracking
from meetings.listings import COMMITMENTS, MEETINGS
from meetings.models import Commitment
from tests.oracle.meetings import possible_days
from tests.reading import BY_NAME, csv_rows, in_csv

SORTS = [(listing.name, sort) for listing in LISTINGS for sort in listing.sorts]
DATES = {
    "events": ("start", "end"),
    "sources": ("published_on", None),
    "agreements": ("step_date", None),
}


def _first_day(name, row):
    start, _ = DATES.get(name, ("date_start", None))
    days = possible_days(row[start], None)
    return days and days[0]


KEYS = {
    "date": _first_day,
    "-date": _first_day,
    "title": lambda name, row: sort_key(_title(row)),
    "code": lambda name, row: row["code"].lower(),
    "updated": lambda name, row: row["updated_at"],
    "-meetings": lambda name, row: int(row["meetings"]),
    "last": lambda name, row: (
        (days := possible_days(row["last_meeting"], row["last_meeting_end"])) and days[1]
    ),
    "due": lambda name, row: _due(row["slug"]),
    "signed": lambda name, row: (days := possible_days(row["signed_on"], None)) and days[0],
    "-signed": lambda name, row: (days := possible_days(row["signed_on"], None)) and days[1],
}
FALLING = {"-date", "updated", "-meetings", "last", "-signed"}


def _title(row):
    """What a record is called; a source without a title by publisher, date and address."""
    title = row.get("title") or row.get("name") or row.get("measure") or row.get("what")
    return title or ", ".join(filter(None, (row["publisher"], row["published_on"], row["source_url"])))


def _due(slug):
    """The last day on which an open commitment can be kept; what is settled has none."""
    promise = Commitment.objects.get(slug=slug)
    return promise.due.last if promise.due and promise.edition.row["state"] == "open" else None


@pytest.mark.django_db
@pytest.mark.parametrize(("name", "sort"), SORTS)
def test_sort_orders_by_its_key_then_slug_with_unknown_last(client, world, name, sort):
    rows = csv_rows(client, name, {"sort": [sort]})
    keys = [KEYS[sort](name, row) for row in rows]
    if (name, sort) in {("pairs", "last")}:
        # A pair's last meeting is that with the latest possible day, of which the file shows the first.
        assert [key is None for key in keys] == sorted(key is None for key in keys)
        return
    slugs = [row.get("slug") or f"{row['first']}/{row['second']}" for row in rows]
    known = sorted(
        [pair for pair in zip(keys, slugs, strict=True) if pair[0] is not None], key=lambda p: p[1]
    )
    known.sort(key=lambda pair: pair[0], reverse=sort in FALLING)
    unknown = sorted(slug for key, slug in zip(keys, slugs, strict=True) if key is None)
    assert slugs == [slug for _, slug in known] + unknown
    assert len(rows) > 3


@pytest.mark.django_db
def test_list_without_sort_has_the_first_order(client, world):
    for listing in LISTINGS:
        assert in_csv(client, listing.name, {}) == in_csv(
            client, listing.name, {"sort": [listing.default_sort]}
        )


@pytest.mark.django_db
def test_date_of_reduced_precision_sorts_by_its_first_day_and_undated_last(client, world):
    rows = csv_rows(client, "meetings", {"sort": ["date"]})
    precisions = [row["date_precision"] for row in rows]
    assert "unknown" in precisions and precisions.index("unknown") + precisions.count("unknown") == len(rows)
    falling = csv_rows(client, "meetings", {"sort": ["-date"]})
    assert [row["date_precision"] for row in falling][-1] == "unknown"


def test_query_keeps_filters_and_drops_paging_and_empty_values():
    params = QueryDict("country=a&country=b&page=7&cursor=x&page_size=9&after=&q=x+y")
    read = Reading(MEETINGS, given(params, ["after", "page", "q"]), None, [], "-date")
    assert read.query() == "country=a&country=b&q=x+y"
    assert read.query(sort="title") == "country=a&country=b&q=x+y&sort=title"
    assert read.query(country=None) == "q=x+y"


@pytest.mark.parametrize(
    ("query", "kept"),
    [
        ("utm_source=x&q=a%26b", "q=a%26b"),
        ("fbclid=1&gclid=2", ""),
        ("q=utm_source", None),
        ("utm=1", None),
        ("", None),
    ],
)
def test_tracking_is_taken_out_and_nothing_else(query, kept):
    assert without_tracking(QueryDict(query)) == kept


def test_column_names_are_unique_in_every_list():
    for listing in BY_NAME.values():
        names = listing.column_names()
        assert len(names) == len(set(names)), listing.name


@pytest.mark.django_db
def test_state_filter_asks_of_the_day_of_reading(client, world):
    def states(day):
        with time_machine.travel(day):
            return {row["slug"]: row["state"] for row in csv_rows(client, "commitments", {})}

    early, late = states(date(2021, 6, 15)), states(date(2021, 6, 16))
    turned = {slug for slug in early if early[slug] != late[slug]}
    due_then = Commitment.objects.filter(due="2021-06-15", slug__in=turned)
    assert turned and due_then.count() == len(turned)
    assert {late[slug] for slug in turned} == {"overdue"}
    assert COMMITMENTS.sorts["due"].nullable
