"""What two filters mean together: different countries, different people, a party's own rank."""

import pytest

from meetings.models import Rank
from tests.factories import (
    CommitmentFactory,
    ParticipationFactory,
    country,
    meeting_between,
)
from tests.reading import in_csv

pytestmark = pytest.mark.django_db


@pytest.fixture
def met():
    """Azerbaijan and Russia met; Turkey looked on with its head of state and government."""
    meeting = meeting_between("Azerbaijan", "Russia", published=True)
    ParticipationFactory(
        meeting=meeting, country=country("Turkey"), role="witness", rank=Rank.HEAD_OF_STATE_AND_GOVERNMENT
    )
    return meeting


def found(client, name="meetings", **query):
    values = {key.rstrip("_"): value if isinstance(value, list) else [value] for key, value in query.items()}
    return in_csv(client, name, values)


def test_counterpart_is_another_country(client, met):
    assert found(client, country="azerbaijan", counterpart="russia") == [met.slug]
    assert found(client, country="azerbaijan", counterpart="azerbaijan") == []
    assert found(client, country="azerbaijan", counterpart=["azerbaijan", "russia"]) == [met.slug]
    assert found(client, country=["azerbaijan", "russia"], counterpart=["azerbaijan", "russia"]) == [met.slug]


def test_who_looked_on_is_neither_country_nor_counterpart_nor_of_a_rank(client, met):
    assert found(client, country="turkey") == []
    assert found(client, country="azerbaijan", counterpart="turkey") == []
    for rank in ("head-of-state", "head-of-state-and-government"):
        assert found(client, country=["turkey", "azerbaijan"], rank=rank) == []
    assert found(client, country=["turkey", "azerbaijan"], rank="head-of-government") == [met.slug]


def test_head_of_state_and_government_answers_to_both(client):
    meeting = meeting_between(published=True)
    for row in meeting.participations.all():
        row.rank = Rank.HEAD_OF_STATE_AND_GOVERNMENT
        row.save()
    for rank in ("head-of-state-and-government", "head-of-state", "head-of-government"):
        assert found(client, level=rank) == found(client, country="russia", rank=rank) == [meeting.slug]
    assert found(client, level="minister") == []


def test_with_is_another_official_who_took_part_too(client, met):
    people = [row.official.edition.slug for row in met.participations.all()]
    assert found(client, official=people[0], with_=people[1]) == [met.slug]
    assert found(client, official=people[0], with_=people[0]) == []
    assert found(client, official=people[0], with_=people) == [met.slug]


def test_twenty_countries_with_twenty_counterparts_can_be_asked(client, met):
    many = [f"Country {number}" for number in range(18)]
    meeting_between(*many, published=True)
    slugs = ["azerbaijan", "russia", *(name.lower().replace(" ", "-") for name in many)]
    assert met.slug in found(client, country=slugs, counterpart=slugs)
    assert found(client, country=slugs, counterpart=slugs, rank="minister") == []


def test_dateline_answers_neither_city_nor_host(client):
    meeting = meeting_between(published=True, city="Baku", place_basis="dateline")
    assert found(client, city="Baku") == [] and found(client, place_basis="dateline") == [meeting.slug]


def test_has_asks_for_all_that_is_named_and_others_for_any(client, met):
    CommitmentFactory(meeting=met)
    assert found(client, has=["commitments"]) == [met.slug]
    assert found(client, has=["commitments", "quotes"]) == []
    assert found(client, laterality="bilateral", format=["phone"]) == []
    assert found(client, occurrence=["held", "planned"]) == [met.slug]


@pytest.mark.parametrize(
    ("after", "before", "matches"),
    [
        ("2021-05", "", True),
        ("2021-06", "", False),
        ("2021-05-31", "", True),
        ("", "2021-05-01", True),
        ("", "2021-04", False),
        ("2021-05-10", "2021-05-10", True),
        ("2021", "2021", True),
        ("2022", "2020", False),
    ],
)
def test_month_overlaps_every_day_that_it_may_mean(client, after, before, matches):
    meeting = meeting_between(published=True, date_start="2021-05", date_precision="month")
    meeting_between("Iran", "Iraq", published=True, date_start=None, date_precision="unknown", date_basis="")
    assert found(client, after=after, before=before) == ([meeting.slug] if matches else [])
