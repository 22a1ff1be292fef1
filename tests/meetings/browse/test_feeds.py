"""Atom feeds: read by feedparser without complaint, the same records as the list, and ids that no edit moves."""

from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree

import pytest
from django.urls import reverse

from config.api import LISTINGS
from meetings import workflow
from meetings.browse.feeds import MOST_ENTRIES
from meetings.models import MeetingEdition
from tests.factories import QuoteFactory, agreement_of, meeting_between
from tests.subscriptions import feed_of, slugs

FEEDS = [listing.name for listing in LISTINGS if listing.has_feed]
ATOM = "{http://www.w3.org/2005/Atom}"

pytestmark = pytest.mark.django_db


def test_first_published_stands_first_whatever_changes_later(client):
    first, second = (meeting_between(published=True, title=f"Talk {number}") for number in (1, 2))
    MeetingEdition.objects.filter(pk=first.pk).update(first_public_at=datetime(2020, 1, 1, tzinfo=UTC))
    before = feed_of(client, "/meetings.atom")
    assert slugs(before) == [second.slug, first.slug]
    first.title, first.date_start = "Another title", "2030-01-01"
    first.save()
    after = feed_of(client, "/meetings.atom")
    assert [entry.id for entry in after.entries] == [entry.id for entry in before.entries]
    assert after.entries[1].title == "Another title"
    assert after.entries[1].published == "2020-01-01T00:00:00+00:00"
    assert after.entries[1].updated_parsed >= before.entries[1].updated_parsed


def test_withdrawn_vanishes_and_comes_back_under_its_id(client):
    meeting = meeting_between(published=True)
    one = feed_of(client, "/meetings.atom").entries[0].id
    workflow.withdraw(meeting, note="in doubt")
    gone = feed_of(client, "/meetings.atom")
    assert (gone.entries, gone.feed.updated) == ([], "1970-01-01T00:00:00+00:00")
    meeting.refresh_from_db()
    workflow.publish(meeting)
    assert [entry.id for entry in feed_of(client, "/meetings.atom").entries] == [one]


def test_the_empty_feed_of_a_filter_is_as_old_as_the_list(client):
    meeting_between(published=True)
    updated = MeetingEdition.objects.get().updated_at
    feed = feed_of(client, "/meetings.atom?after=2030")
    assert feed.entries == []
    assert feed.feed.updated == updated.isoformat()


def test_no_more_than_the_newest_are_in_a_feed(client):
    meeting = meeting_between(published=True)
    for _ in range(MOST_ENTRIES + 2):
        QuoteFactory(meeting=meeting)
    assert len(feed_of(client, "/quotes.atom").entries) == MOST_ENTRIES


def test_a_reader_that_has_the_feed_is_told_so_until_it_changes(client):
    meeting = meeting_between(published=True)
    tag = client.get("/meetings.atom")["ETag"]
    again = client.get("/meetings.atom", headers={"If-None-Match": tag})
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", tag)
    workflow.withdraw(meeting, note="in doubt")
    later = (datetime.now(UTC) + timedelta(days=1)).strftime("%a, %d %b %Y %H:%M:%S GMT")
    headers = {"If-None-Match": tag, "If-Modified-Since": later}
    assert client.get("/meetings.atom", headers=headers).status_code == 200


def test_characters_that_xml_cannot_hold_and_marks_of_html_do_no_harm(client):
    hostile = "Talks \x01\x0b<script>alert(1)</script> & ]]> \ufffe“ə”"
    meeting_between(published=True, title=hostile, summary=f"{hostile}\r\nsecond line")
    agreement_of("Azerbaijan", published=True, title=hostile)
    for name in ("meetings", "agreements"):
        body = client.get(f"/{name}.atom").content
        title = ElementTree.fromstring(body).find(f"{ATOM}entry/{ATOM}title").text
        assert "<script>alert(1)</script> & ]]>" in title
        summary = ElementTree.fromstring(body).find(f"{ATOM}entry/{ATOM}summary")
        assert summary.get("type") == "html"
        assert "<script" not in summary.text
    feed_of(client, "/meetings.atom")


def test_a_month_is_never_told_as_its_first_day(client):
    meeting_between(published=True, date_start="2021-05", date_precision="month")
    [entry] = feed_of(client, "/meetings.atom").entries
    assert "Held: May 2021." in entry.summary
    assert "1 May" not in entry.summary


def test_a_draft_is_in_no_feed(client):
    meeting_between(title="Zwitscher")
    for name in FEEDS:
        assert "Zwitscher" not in client.get(f"/{name}.atom").content.decode()


def test_lists_without_a_first_publication_have_no_feed(client):
    for name in ("pairs", "dyads", "participations"):
        assert client.get(f"/{name}.atom").status_code == 404


def test_every_feed_is_offered_on_its_page(client):
    for name in FEEDS:
        exports = client.get(reverse(name)).context_data["exports"]
        assert f"/{name}.atom" in [export["url"] for export in exports]
