"""What agreements and spheres can be asked for."""

import pytest

from tests.factories import (
    CoverageFactory,
    OfficialFactory,
    SignatureFactory,
    SphereFactory,
    StepFactory,
    agreement_of,
    country,
    meeting_between,
)
from tests.reading import in_csv

pytestmark = pytest.mark.django_db


def found(client, **query):
    return in_csv(client, "agreements", {name: [value] for name, value in query.items()})


def test_step_is_the_one_that_was_reached(client):
    treaty = agreement_of("Azerbaijan", "Russia", published=True, step="signed")
    StepFactory(agreement=treaty, kind="ratified", country=country("Russia"))
    assert found(client, step="signed") == [treaty.slug] and found(client, step="ratified") == []
    StepFactory(agreement=treaty, kind="ratified", country=country("Azerbaijan"))
    assert found(client, step="ratified") == [treaty.slug] and found(client, step="signed") == []


def test_day_of_signing_is_asked_of_signings_alone(client):
    treaty = agreement_of("Azerbaijan", published=True, step="mentioned")
    assert found(client, signed_after="1900") == []
    StepFactory(agreement=treaty, kind="signed", date="2021-05")
    assert found(client, signed_after="2021-05-31", signed_before="2021-05-01") == [treaty.slug]
    assert found(client, signed_after="2021-06") == found(client, signed_before="2021-04") == []


def test_top_sphere_takes_its_subs(client):
    top = SphereFactory(name="Economy", code="A")
    sub = SphereFactory(name="Customs", code="A-B", parent=top)
    treaty = agreement_of("Azerbaijan", published=True)
    CoverageFactory(agreement=treaty, sphere=sub)
    assert found(client, sphere="economy") == found(client, sphere="customs") == [treaty.slug]
    assert in_csv(client, "spheres", {"sphere": ["economy"]}) == ["economy", "customs"]
    assert in_csv(client, "spheres", {"sphere": ["customs"]}) == ["customs"]


def test_counterpart_is_another_party(client):
    both = agreement_of("Azerbaijan", "Russia", published=True)
    agreement_of("Azerbaijan", published=True)
    assert found(client, party="azerbaijan", counterpart="russia") == [both.slug]
    assert found(client, party="azerbaijan", counterpart="azerbaijan") == []
    assert client.get("/agreements.csv?counterpart=russia").status_code == 400


def test_signatory_party_meeting_and_package_are_found(client):
    meeting = meeting_between(published=True)
    package = agreement_of(published=True, type="package", title="Package")
    treaty = agreement_of("Azerbaijan", published=True, meeting=meeting, package=package, title="Treaty")
    SignatureFactory(agreement=treaty, official=OfficialFactory(name="Her Excellency"))
    assert found(client, official="her-excellency") == found(client, party="azerbaijan") == [treaty.slug]
    assert found(client, meeting=meeting.slug) == found(client, package=package.slug) == [treaty.slug]


def test_draft_is_nowhere_and_its_package_shows_no_trace_of_it(client):
    package = agreement_of(published=True, type="package")
    agreement_of("Azerbaijan", package=package, title="Secret")
    assert found(client) == [package.slug]
    page = client.get(f"/agreements/{package.slug}/").content.decode()
    assert "Secret" not in page
