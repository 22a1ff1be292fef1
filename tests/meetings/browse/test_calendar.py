"""Calendars: read by icalendar without complaint, whole days only, and what is left out is said."""

from datetime import date

import pytest

from config.api import LISTINGS
from meetings import workflow
from meetings.browse import calendar as calendars
from meetings.models import Commitment
from tests.factories import CommitmentFactory, EventFactory, country, meeting_between
from tests.subscriptions import calendar_of

CALENDARS = [listing.name for listing in LISTINGS if listing.has_calendar]

pytestmark = pytest.mark.django_db


def only_event(client, name="meetings"):
    """Return the one entry of a calendar."""
    [event] = calendar_of(client, f"/{name}.ics").events
    return event


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"date_start": "2021-05", "date_precision": "month"}, "May 2021"),
        ({"date_start": "2021", "date_precision": "year"}, "2021"),
        ({"date_start": None, "date_precision": "unknown", "date_basis": ""}, ""),
        ({"date_start": "2021-05-01", "date_end": "2021-05-31", "date_precision": "within"}, ""),
    ],
    ids=["month", "year", "unknown", "within"],
)
def test_meeting_without_a_known_day_is_left_out_and_counted(client, fields, words):
    meeting_between(published=True, **fields)
    calendar = calendar_of(client, "/meetings.ics")
    assert calendar.events == []
    said = "1 meeting on this list. 1 meeting is left out because no day is known."
    assert str(calendar["X-WR-CALDESC"]) == said


def test_days_are_whole_and_the_end_is_exclusive(client):
    meeting_between(published=True, date_start="2021-05-20", date_end="2021-05-22")
    event = only_event(client)
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2021, 5, 20), date(2021, 5, 23))
    assert event["DTSTART"].params["VALUE"] == event["DTEND"].params["VALUE"] == "DATE"
    assert event["TRANSP"] == "TRANSPARENT"


@pytest.mark.parametrize(
    ("occurrence", "status", "title"),
    [
        ("held", "CONFIRMED", "Talks"),
        ("planned", "TENTATIVE", "Planned: Talks"),
        ("postponed", "CANCELLED", "Postponed: Talks"),
        ("cancelled", "CANCELLED", "Cancelled: Talks"),
    ],
)
def test_status_follows_from_the_occurrence(client, occurrence, status, title):
    meeting_between(published=True, title="Talks", occurrence=occurrence)
    event = only_event(client)
    assert (event["STATUS"], event["SUMMARY"]) == (status, title)


def test_a_dateline_is_no_location(client):
    meeting_between(published=True, city="Baku", place_basis="dateline")
    event = only_event(client)
    assert "LOCATION" not in event
    assert "Place not stated. Baku is where the source was written." in event["DESCRIPTION"]


def test_a_stated_place_is_the_location(client):
    host = country("Russia")
    meeting_between(published=True, city="Moscow", place_basis="stated", host_country=host)
    assert only_event(client)["LOCATION"] == "Moscow, Russia"


def test_commitment_stands_on_its_due_day_and_is_cancelled_when_withdrawn(client):
    meeting = meeting_between(published=True)
    CommitmentFactory(
        meeting=meeting, what="to visit Baku", due="2022-01-02", state=Commitment.State.WITHDRAWN
    )
    CommitmentFactory(meeting=meeting, what="to come", due="2022")
    event = only_event(client, "commitments")
    assert (event["DTSTART"].dt, event["STATUS"]) == (date(2022, 1, 2), "CANCELLED")


def test_the_last_day_of_the_calendar_has_no_day_after_it(client):
    meeting_between(published=True, date_start="9999-12-31")
    meeting_between(published=True, date_start="0001-01-01")
    last, first = calendar_of(client, "/meetings.ics").events
    assert (last["DTSTART"].dt, "DTEND" in last) == (date.max, False)
    assert (first["DTSTART"].dt, first["DTEND"].dt) == (date.min, date(1, 1, 2))


def test_id_stays_when_title_and_day_change(client):
    meeting = meeting_between(published=True)
    before = only_event(client)
    meeting.title, meeting.date_start = "Another title", "2022-02-02"
    meeting.save()
    after = only_event(client)
    assert (after["UID"], after["SUMMARY"]) == (before["UID"], "Another title")
    assert after["DTSTAMP"].dt >= before["DTSTAMP"].dt


def test_hostile_text_is_read_back_as_it_was_written(client):
    title = r"Talks; on \n, BEGIN:VEVENT" + "ə" * 90
    meeting_between(published=True, title=f"{title}\r\nEND:VCALENDAR\x01")
    assert only_event(client)["SUMMARY"] == f"{title} END:VCALENDAR\ufffd"


def test_a_long_list_is_cut_at_the_latest_and_says_so(client, monkeypatch):
    monkeypatch.setattr(calendars, "MOST_ROWS", 2)
    for day in ("2021-05-01", "2021-05-03", "2021-05-02"):
        meeting_between(published=True, date_start=day)
    calendar = calendar_of(client, "/meetings.ics")
    assert [event["DTSTART"].dt.day for event in calendar.events] == [3, 2]
    said = "3 meetings on this list. Only the 2 latest were read: narrow the list for the others."
    assert str(calendar["X-WR-CALDESC"]).replace("\\", "") == said


def test_withdrawn_and_drafts_are_in_no_calendar(client):
    gone = meeting_between(published=True, title="Zwitscher one")
    meeting_between(title="Zwitscher two")
    EventFactory(name="Zwitscher three")
    workflow.withdraw(gone, note="in doubt")
    for name in CALENDARS:
        assert calendar_of(client, f"/{name}.ics").events == []


def test_a_reader_that_has_the_calendar_is_told_so(client):
    meeting_between(published=True)
    tag = client.get("/meetings.ics")["ETag"]
    assert client.get("/meetings.ics", headers={"If-None-Match": tag}).status_code == 304


def test_lists_without_days_have_no_calendar(client):
    assert CALENDARS == ["meetings", "events", "commitments"]
    for name in ("officials", "agreements", "dyads"):
        assert client.get(f"/{name}.ics").status_code == 404
