"""With one source, what is entered without naming any is from it; with several, or without the tick, it stays bare."""

import pytest

from meetings.models import Meeting
from tests.factories import SourceFactory, country
from tests.meetings.admin.posting import adding, address, row, shown


def enter(desk, sources, **typed):
    data = shown(desk.get(adding(Meeting)))
    data |= {"title": "Talks", "date_start": "2021-05-20", "city": "Baku", "place_basis": "stated"}
    data |= {"sources": [source.pk for source in sources]} | typed
    data = row(data, "participations", 0, country=country("Azerbaijan").pk, rank="unknown",
               role="participant", named="in-text")  # fmt: skip
    data = row(data, "discussions", 0, wording="trade")
    assert desk.post(adding(Meeting), data).status_code == 302
    return Meeting.objects.get(title="Talks")


def named(meeting):
    """Return the numbers of sources of date, place, the participant, and the source of the discussion."""
    counted = [meeting.date_sources, meeting.place_sources, meeting.participations.get().sources]
    return [*(many.count() for many in counted), meeting.discussions.get().source]


@pytest.mark.django_db
def test_one_source_is_the_source_of_everything_entered(desk):
    source = SourceFactory()
    assert named(enter(desk, [source])) == [1, 1, 1, source]


@pytest.mark.django_db
def test_place_that_is_not_given_has_no_source(desk):
    assert named(enter(desk, [SourceFactory()], city="", place_basis="unknown"))[1] == 0


@pytest.mark.django_db
@pytest.mark.parametrize(("count", "tick"), [(1, ""), (2, "on"), (0, "on")])
def test_without_the_tick_or_with_several_sources_nothing_is_filled(desk, count, tick):
    meeting = enter(desk, [SourceFactory() for _ in range(count)], from_source=tick)
    assert named(meeting) == [0, 0, 0, None]


@pytest.mark.django_db
def test_row_that_names_its_source_keeps_it(desk):
    other = SourceFactory()
    meeting = enter(desk, [SourceFactory()], date_sources=[other.pk])
    assert list(meeting.date_sources.all()) == [other]


@pytest.mark.django_db
def test_source_leads_on_to_the_form_of_a_meeting_that_has_it(desk):
    source = SourceFactory()
    response = desk.post(address(source), shown(desk.get(address(source))) | {"_meeting": "1"}, follow=True)
    assert shown(response)["sources"] == [str(source.pk)]
    assert "No source is named" not in response.text
