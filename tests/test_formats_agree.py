"""Page, CSV and JSON show the same records, and those that a query by hand over the records finds."""

import hashlib
import json
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from config.api import LISTINGS
from meetings.browse.listing import Listing
from meetings.filters import MeetingFilters
from meetings.models import EditionParty, Participation
from tests.oracle import answer
from tests.reading import BY_NAME, csv_rows, in_csv, in_json, on_pages
from tests.values import values_of, with_needs

ANSWERS = Path(__file__).parent / "answers.json"
EACH = [(listing.name, name) for listing in LISTINGS for name in listing.filterset.base_filters]
PARTS = ("quotes", "figures", "commitments")
NAMES = [listing.name for listing in LISTINGS]
AT_EASE = settings(
    derandomize=True,
    deadline=None,
    database=None,
    max_examples=20,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("world")]


def _spread(values, most=3):
    """Return a few of the values, from beginning to end."""
    step = max(1, len(values) // most)
    return list(values)[::step][:most]


def _asked_alone(listing, parameter):
    """Every value; of the filters that parts have from their meetings, a few."""
    values = values_of(listing, parameter)
    is_borrowed = listing.name in PARTS and parameter in MeetingFilters.base_filters and parameter != "q"
    return _spread(values) if is_borrowed else values


@pytest.mark.parametrize(("name", "parameter"), EACH)
def test_filter_alone_finds_what_the_records_say(client, name, parameter):
    listing = BY_NAME[name]
    for value in _asked_alone(listing, parameter):
        query = with_needs(listing, {parameter: [value]})
        assert set(in_csv(client, name, query)) == answer(name, query), query


@pytest.mark.parametrize(("name", "parameter"), EACH)
def test_filter_alone_shows_the_same_on_page_and_in_csv_and_json(client, name, parameter):
    listing = BY_NAME[name]
    for value in _spread(values_of(listing, parameter)):
        query = with_needs(listing, {parameter: [value]})
        slugs = in_csv(client, name, query)
        assert on_pages(client, name, query) == slugs, query
        assert in_json(client, name, query) == slugs, query


@pytest.mark.parametrize("name", NAMES)
def test_list_without_filter_shows_all_that_is_public(client, name):
    slugs = in_csv(client, name, {})
    assert set(slugs) == answer(name, {})
    assert on_pages(client, name, {}) == in_json(client, name, {}) == slugs


@pytest.mark.parametrize("name", NAMES)
@AT_EASE
@given(data=st.data())
def test_filters_in_combination_agree_in_all_formats(client, name, data):
    query = data.draw(queries(BY_NAME[name]))
    slugs = in_csv(client, name, query)
    assert set(slugs) == answer(name, query)
    assert len(slugs) == len(set(slugs))
    assert on_pages(client, name, query) == slugs
    assert in_json(client, name, query, page_size=7) == slugs


@st.composite
def queries(draw, listing: Listing):
    """Some filters of a list with values of theirs: mostly two or three filters, repeated values where they may."""
    filters = listing.filterset.base_filters
    names = draw(st.lists(st.sampled_from(sorted(filters)), min_size=1, max_size=3, unique=True))
    query = {}
    for name in names:
        most = 3 if filters[name].many else 1
        pool = st.sampled_from(list(values_of(listing, name)))
        query[name] = draw(st.lists(pool, min_size=1, max_size=most, unique=True))
    return with_needs(listing, query)


@pytest.mark.parametrize("sort", ["date", "-date"])
@AT_EASE
@given(data=st.data())
def test_tidy_files_have_a_row_for_each_participation_and_each_ordered_pair(client, sort, data):
    query = data.draw(queries(BY_NAME["meetings"]))
    slugs = in_csv(client, "meetings", query | {"sort": [sort]})
    took_part = csv_rows(client, "participations", query | {"sort": [sort]})
    faced = csv_rows(client, "dyads", query | {"sort": [sort]})
    assert list(dict.fromkeys(row["meeting"] for row in took_part)) == slugs
    assert list(dict.fromkeys(row["meeting"] for row in faced)) == slugs
    assert len(took_part) == Participation.objects.filter(meeting__slug__in=slugs).count()
    sizes = [EditionParty.objects.filter(meeting__slug=slug).count() for slug in slugs]
    assert len(faced) == sum(size * (size - 1) for size in sizes)
    assert all(row["country1"] != row["country2"] for row in faced)


def _pinned_queries(listing):
    """Return the queries whose answers are kept: every filter with every value, every order."""
    for parameter in listing.filterset.base_filters:
        for value in _asked_alone(listing, parameter):
            yield with_needs(listing, {parameter: [value]})
    for sort in listing.sorts:
        yield {"sort": [sort]}


def test_answers_in_order_are_those_kept_from_either_database(client):
    """SQLite and PostgreSQL are held to one file. COMMUNIQUE_REWRITE=1 writes it anew."""
    given = {}
    for listing in LISTINGS:
        lines = [f"{query} {in_csv(client, listing.name, query)}" for query in _pinned_queries(listing)]
        digest = hashlib.sha256("\n".join(lines).encode()).hexdigest()
        given[listing.name] = {"queries": len(lines), "sha256": digest}
    if os.environ.get("COMMUNIQUE_REWRITE"):
        ANSWERS.write_text(json.dumps(given, indent=1) + "\n")
    assert given == json.loads(ANSWERS.read_text())
