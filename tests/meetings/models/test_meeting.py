"""What follows from the participations of a meeting."""

import pytest

from meetings.models import Meeting

from ...factories import ParticipationFactory, country, meeting_between

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("names", "laterality"),
    [
        ([], ""),
        (["A"], ""),
        (["A", "B"], "bilateral"),
        (["A", "B", "C"], "trilateral"),
        (["A", "B", "C", "D"], "multilateral"),
    ],
)
def test_laterality_counts_the_parties(names, laterality):
    meeting = meeting_between(*names) if names else meeting_between("A", "B")
    if not names:
        for row in meeting.participations.all():
            row.delete()
    assert Meeting.objects.get().laterality() == laterality


def test_two_people_of_one_country_are_one_party():
    meeting = meeting_between("A", "B")
    ParticipationFactory(meeting=meeting, country=country("A"))
    assert meeting.laterality() == "bilateral"
    assert list(map(str, meeting.parties())) == ["A", "B"]


@pytest.mark.parametrize(
    ("role", "party"),
    [
        ("participant", True),
        ("host", True),
        ("guest", True),
        ("mediator", True),
        ("witness", False),
        ("observer", False),
    ],
)
def test_every_role_but_witness_and_observer_makes_a_party(role, party):
    meeting = meeting_between("A", "B")
    ParticipationFactory(meeting=meeting, country=country("C"), role=role)
    assert (country("C") in meeting.parties()) == party


def test_level_is_the_lowest_of_the_parties_highest_ranks():
    meeting = meeting_between("A", "B")
    ParticipationFactory(meeting=meeting, country=country("A"), rank="head-of-state")
    assert meeting.level() == "head-of-government"


def test_the_rank_of_an_observer_does_not_count_for_the_level():
    meeting = meeting_between("A", "B")
    ParticipationFactory(meeting=meeting, country=country("C"), rank="unknown", role="observer")
    assert meeting.level() == "head-of-government"
