"""Reads feeds and calendars as the programs of subscribers do, and asserts that nothing is wrong with them."""

import feedparser
from icalendar import Calendar


def feed_of(client, url):
    """Return a feed as feedparser reads it; asserts that it finds nothing wrong."""
    response = client.get(url)
    assert response.status_code == 200, url
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    read = feedparser.parse(response.content, resolve_relative_uris=False)
    assert (read.bozo, read.version) == (False, "atom10")
    return read


def slugs(feed):
    """Return the slugs of the entries, in order."""
    return [entry.link.rstrip("/").rpartition("/")[2] for entry in feed.entries]


def calendar_of(client, url):
    """Return the calendar at an address; asserts that icalendar finds nothing wrong with it."""
    response = client.get(url)
    assert response.status_code == 200, url
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    lines = response.content.split(b"\r\n")
    assert lines[-1] == b"" and all(len(line) <= 75 and b"\n" not in line for line in lines)
    calendar = Calendar.from_ical(response.content)
    assert calendar.errors == []
    assert [event.errors for event in calendar.events] == [[] for _ in calendar.events]
    return calendar
