"""Post, rank and country of a participant follow from the tenure of that day, when it answers for certain."""

import pytest

from meetings.models import Country, Event, Meeting, Official, Tenure
from tests.meetings.admin.posting import adding, address, row, shown


@pytest.fixture
def russia(seed_records):
    return Country.objects.get(slug="russia")


@pytest.fixture
def meeting(seed_records):
    return seed_records[0]


@pytest.fixture
def lavrov(russia):
    return Official.objects.create(name="Sergey Lavrov")


def tenure(official, country, post="Foreign Minister", rank="foreign-minister", start="2004-03-09", end=None):
    return Tenure.objects.create(
        official=official, country=country, post=post, rank=rank, start=start, end=end
    )


def add(desk, meeting, **typed):
    """Add a participant as typed; return (response, the participation or None)."""
    data = shown(desk.get(address(meeting)))
    defaults = {"rank": "unknown", "role": "participant", "named": "in-text"}
    response = desk.post(address(meeting), row(data, "participations", 2, **(defaults | typed)), follow=True)
    return response, meeting.participations.order_by("number")[2:].first()


def test_official_in_office_that_day_fills_country_post_and_rank(desk, meeting, lavrov, russia):
    tenure(lavrov, russia)
    _, fact = add(desk, meeting, official=lavrov.pk)
    assert (fact.country, fact.post, fact.rank) == (russia, "Foreign Minister", "foreign-minister")


def test_official_with_year_only_around_the_day_is_certain(desk, meeting, lavrov, russia):
    tenure(lavrov, russia, start="2019")
    _, fact = add(desk, meeting, official=lavrov.pk)
    assert fact.post == "Foreign Minister"


def test_official_possibly_in_office_is_offered_and_not_filled(desk, meeting, lavrov, russia):
    tenure(lavrov, russia, start="2021")
    response, fact = add(desk, meeting, official=lavrov.pk)
    assert (fact.country, fact.post, fact.rank) == (russia, "", "unknown")
    assert "possibly, by dates that are not exact: “Foreign Minister, Russia”" in response.content.decode()


def test_official_with_two_posts_that_day_is_told_and_not_filled(desk, meeting, lavrov, russia):
    tenure(lavrov, russia)
    tenure(lavrov, russia, post="Member of the Security Council", rank="other-official")
    response, fact = add(desk, meeting, official=lavrov.pk)
    assert fact.post == ""
    assert "several posts that day" in response.content.decode()


def test_post_typed_differently_stays_and_is_told(desk, meeting, lavrov, russia):
    tenure(lavrov, russia)
    response, fact = add(desk, meeting, official=lavrov.pk, post="Acting Foreign Minister", rank="minister")
    assert (fact.post, fact.rank) == ("Acting Foreign Minister", "minister")
    assert "it stays as you wrote it" in response.content.decode()


def test_post_typed_as_in_the_tenure_gets_its_rank(desk, meeting, lavrov, russia):
    tenure(lavrov, russia)
    _, fact = add(desk, meeting, official=lavrov.pk, post="foreign minister")
    assert (fact.post, fact.rank) == ("foreign minister", "foreign-minister")


def test_official_out_of_office_that_day_is_told_and_not_blocked(desk, meeting, lavrov, russia):
    tenure(lavrov, russia, end="2020-01-01")
    response, fact = add(desk, meeting, official=lavrov.pk)
    assert (fact.country, fact.post) == (russia, "")
    assert "no tenure on record includes that day" in response.content.decode()


@pytest.mark.parametrize("date", ["2021-05", "2021"])
def test_date_not_known_to_the_day_fills_no_post(desk, meeting, lavrov, russia, date):
    tenure(lavrov, russia)
    Meeting.objects.filter(pk=meeting.pk).update(
        date_start=date, date_precision="month" if "-" in date else "year"
    )
    _, fact = add(desk, meeting, official=lavrov.pk)
    assert (fact.country, fact.post, fact.rank) == (russia, "", "unknown")


def test_span_of_possible_days_fills_no_post(desk, meeting, lavrov, russia):
    tenure(lavrov, russia)
    Meeting.objects.filter(pk=meeting.pk).update(date_precision="within", date_end="2021-05-21")
    _, fact = add(desk, meeting, official=lavrov.pk)
    assert fact.post == ""


def test_day_typed_in_the_same_form_counts(desk, meeting, lavrov, russia):
    tenure(lavrov, russia, start="2022-01-01")
    data = shown(desk.get(address(meeting))) | {"date_start": "2022-05-20"}
    typed = row(data, "participations", 2, official=lavrov.pk, rank="unknown", role="guest", named="in-text")
    assert desk.post(address(meeting), typed).status_code == 302
    assert meeting.participations.order_by("number").last().post == "Foreign Minister"


def test_participant_without_country_or_tenure_is_refused_next_to_the_country(desk, meeting, lavrov):
    response, fact = add(desk, meeting, official=lavrov.pk)
    assert fact is None
    assert "Choose the country" in response.content.decode()


def test_unnamed_participant_needs_only_the_country(desk, meeting, russia):
    _, fact = add(desk, meeting, country=russia.pk, post="prime minister", rank="head-of-government")
    assert (fact.official, fact.post) == (None, "prime minister")


def test_post_of_that_day_stays_when_the_tenure_changes(desk, meeting, lavrov, russia):
    held = tenure(lavrov, russia)
    _, fact = add(desk, meeting, official=lavrov.pk)
    held.post = "Minister of Foreign Affairs"
    held.save()
    desk.post(address(meeting), shown(desk.get(address(meeting))) | {"city": "Ganja"})
    fact.refresh_from_db()
    assert fact.post == "Foreign Minister"


def test_attendance_of_an_event_is_filled_likewise(desk, meeting, lavrov, russia):
    tenure(lavrov, russia)
    data = shown(desk.get(adding(Event))) | {"name": "Visit", "kind": "visit", "start": "2021-05-10"}
    typed = row(data, "attendances", 0, official=lavrov.pk, rank="unknown")
    assert desk.post(adding(Event), typed).status_code == 302
    assert Event.objects.get().attendances.get().post == "Foreign Minister"
