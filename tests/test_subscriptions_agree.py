"""Feeds and calendars under any filter hold the rows of their list, and refuse what it refuses."""

from datetime import date, timedelta

import feedparser
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from config.api import LISTINGS
from meetings.browse.feeds import MOST_ENTRIES
from tests.reading import BY_NAME, address, csv_rows, in_csv
from tests.subscriptions import calendar_of, feed_of, slugs
from tests.test_formats_agree import queries

FEEDS = [listing.name for listing in LISTINGS if listing.has_feed]
CALENDARS = [listing.name for listing in LISTINGS if listing.has_calendar]
START, END = (
    {"meetings": "date_start", "events": "start", "commitments": "due"},
    {"meetings": "date_end", "events": "end"},
)
FEW = settings(
    derandomize=True,
    deadline=None,
    database=None,
    max_examples=8,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("world")]


def newest_of(name, among):
    """Return those of some slugs that came into the record last, in order."""
    rows = BY_NAME[name].editions().filter(slug__in=among).values_list("first_public_at", "slug")
    return [slug for _, slug in sorted(rows, key=lambda row: (-row[0].timestamp(), row[1]))][:MOST_ENTRIES]


def held_days(calendar):
    """Return {slug: (first day, day after the last)}."""
    return {
        str(event["URL"]).rstrip("/").rpartition("/")[2]: (event["DTSTART"].dt, event["DTEND"].dt)
        for event in calendar.events
    }


def days_of(name, row):
    """Return (first day, day after the last) of a row of a CSV, None when it has no whole days."""
    start = row[START[name]]
    end = row.get(END.get(name), "") or start
    is_within = name == "meetings" and row["date_precision"] != "day"
    if is_within or len(start) < 10 or len(end) < 10:
        return None
    return date.fromisoformat(start), date.fromisoformat(end) + timedelta(days=1)


def assert_is_the_list(client, name, query):
    """Assert that a calendar has all rows of its list with whole days, no other, and counts the others."""
    calendar = calendar_of(client, address(f"/{name}.ics", query))
    rows = {row["slug"]: days_of(name, row) for row in csv_rows(client, name, query)}
    dated = {slug: days for slug, days in rows.items() if days}
    assert held_days(calendar) == dated
    said = str(calendar["X-WR-CALDESC"])
    assert said == str(calendar["DESCRIPTION"])
    assert said.startswith(f"{len(rows)} ")
    left_out = len(rows) - len(dated)
    assert (f" {left_out} " in said and "left out" in said) if left_out else "left out" not in said


@pytest.mark.parametrize("name", FEEDS)
def test_feed_of_a_whole_list_is_read_without_complaint(client, name):
    feed = feed_of(client, f"/{name}.atom")
    assert slugs(feed) == newest_of(name, in_csv(client, name, {}))
    assert all(entry.title and entry.summary and entry.published and entry.updated for entry in feed.entries)
    assert len({entry.id for entry in feed.entries}) == len(feed.entries)


@pytest.mark.parametrize("name", FEEDS)
@FEW
@given(data=st.data())
def test_feed_under_any_filter_has_the_newest_rows_of_the_list(client, name, data):
    query = data.draw(queries(BY_NAME[name]))
    feed = feed_of(client, address(f"/{name}.atom", query))
    assert slugs(feed) == newest_of(name, in_csv(client, name, query)), query


def test_title_of_a_feed_says_the_filter_and_links_lead_to_list_and_feed(client):
    feed = feed_of(client, "/meetings.atom?country=azerbaijan&sort=date").feed
    assert feed.title == "Communiqué: Meetings: Country Azerbaijan"
    links = {link.rel: link.href for link in feed.links}
    assert links["self"] == "http://testserver/meetings.atom?country=azerbaijan"
    assert links["alternate"] == "http://testserver/meetings/?country=azerbaijan&sort=date"


def test_order_of_the_list_does_not_change_the_feed(client):
    one = client.get("/meetings.atom").content
    assert slugs(feed_of(client, "/meetings.atom?sort=title")) == slugs(feedparser.parse(one))


def test_order_of_the_parameters_does_not_change_the_id(client):
    one = feed_of(client, "/meetings.atom?country=russia&format=phone").feed.id
    assert one == feed_of(client, "/meetings.atom?format=phone&country=russia").feed.id
    assert one != feed_of(client, "/meetings.atom?country=russia").feed.id


@pytest.mark.parametrize("query", ["nonsense=1", "country=nowhere", "page=1", "after=2021-13", "sort=page"])
def test_feed_of_a_query_that_the_list_refuses_is_400_with_the_reason(client, query):
    response = client.get(f"/meetings.atom?{query}")
    assert response.status_code == 400
    assert query.partition("=")[0] in response.content.decode()


@pytest.mark.parametrize("name", CALENDARS)
def test_calendar_of_a_whole_list_has_every_row_with_days(client, name):
    assert_is_the_list(client, name, {})


@pytest.mark.parametrize("name", CALENDARS)
@FEW
@given(data=st.data())
def test_calendar_under_any_filter_has_the_rows_of_the_list(client, name, data):
    assert_is_the_list(client, name, data.draw(queries(BY_NAME[name])))


def test_name_of_a_calendar_says_the_filter(client):
    calendar = calendar_of(client, "/meetings.ics?country=azerbaijan")
    names = {str(calendar["NAME"]), str(calendar["X-WR-CALNAME"])}
    assert names == {"Communiqué: Meetings: Country Azerbaijan"}


@pytest.mark.parametrize("query", ["nonsense=1", "country=nowhere", "page=1", "before=2021-13", "sort=x"])
def test_calendar_of_a_query_that_the_list_refuses_is_400_with_the_reason(client, query):
    response = client.get(f"/meetings.ics?{query}")
    assert response.status_code == 400
    assert query.partition("=")[0] in response.content.decode()
