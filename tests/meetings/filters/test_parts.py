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


def test_commitment_is_found_by_the_officials_and_by_the_countries_of_either_side(client):
    met = meeting_between(published=True)
    ali, mikhail = (row.official for row in met.participations.order_by("pk"))
    CommitmentFactory(meeting=met, slug="visit", by_officials=[ali], to_officials=[mikhail])
    CommitmentFactory(meeting=met, slug="gas", by_countries=[country("Russia")])
    slug, other = ali.edition.slug, mikhail.edition.slug
    assert in_csv(client, "commitments", {"by": [slug]}) == ["visit"]
    assert in_csv(client, "commitments", {"by": [slug], "to": [other]}) == ["visit"]
    assert sorted(in_csv(client, "commitments", {"by": [slug, "russia"]})) == ["gas", "visit"]
    assert in_csv(client, "commitments", {"to": [slug]}) == []
    assert client.get("/commitments.csv?by=nobody").status_code == 400
