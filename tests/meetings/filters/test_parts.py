"""What the facts of meetings can be asked for."""

import pytest

from tests.factories import CommitmentFactory, OfficialFactory, country, meeting_between
from tests.reading import in_csv

pytestmark = pytest.mark.django_db


def test_commitment_by_an_official_is_not_one_by_the_country_of_the_same_address(client):
    met = meeting_between(published=True)
    country("Chad")
    CommitmentFactory(meeting=met, slug="his", by_officials=[OfficialFactory(name="Chad")])
    CommitmentFactory(meeting=met, slug="its", by_countries=[country("Chad")])
    assert in_csv(client, "commitments", {"by": ["chad"]}) == ["its"]
