"""Agreements and spheres as JSON: what is stated, nothing more."""

import pytest

from meetings.workflow import withdraw
from tests.factories import (
    CoverageFactory,
    SphereFactory,
    StepFactory,
    agreement_of,
    country,
    meeting_between,
)

pytestmark = pytest.mark.django_db


def test_agreement_has_its_steps_in_order_with_the_meetings_that_are_public(client):
    held, draft = meeting_between(published=True), meeting_between("Iran", "Iraq")
    treaty = agreement_of("Azerbaijan", published=True, step="agreed", meeting=draft, type_wording="document")
    StepFactory(agreement=treaty, kind="signed", meeting=held, date="2021-05", country=country("Azerbaijan"))
    answer = client.get(f"/api/v1/agreements/{treaty.slug}/").json()
    assert [step["kind"] for step in answer["steps"]] == ["agreed", "signed"]
    assert answer["steps"][0]["meeting"] is None
    assert answer["steps"][1]["meeting"]["slug"] == held.slug
    assert answer["steps"][1]["date"] == "2021-05" and answer["type_wording"] == "document"
    (item,) = client.get("/api/v1/agreements/").json()["results"]
    assert item["meetings"] == [held.slug] and item["step"] == answer["step"] == "signed"


def test_agreement_tells_where_it_was_signed_from_where_it_was_mentioned(client):
    signed, mentioned, agreed, draft = (meeting_between(published=place < 3) for place in range(4))
    accord = agreement_of("Azerbaijan", "Russia", published=True, meeting=signed)
    for meeting, kind in (
        (signed, "mentioned"),
        (mentioned, "mentioned"),
        (agreed, "agreed"),
        (draft, "signed"),
    ):
        StepFactory(agreement=accord, meeting=meeting, kind=kind)
    [row] = client.get(f"/api/v1/agreements/?meeting={mentioned.slug}").json()["results"]
    assert row["meetings"] == [signed.slug, mentioned.slug, agreed.slug]
    assert (row["meetings_signed"], row["meetings_mentioned"]) == ([signed.slug], [mentioned.slug])
    assert "meetings_signed,meetings_mentioned" in client.get("/agreements.csv").getvalue().decode()


def test_sphere_names_its_parent_and_its_subs(client):
    top = SphereFactory(name="Economy", code="A")
    sub = SphereFactory(name="Customs", code="A-B", parent=top)
    CoverageFactory(agreement=agreement_of(published=True), sphere=sub)
    assert client.get("/api/v1/spheres/customs/").json()["parent"] == {"slug": "economy", "name": "Economy"}
    assert client.get("/api/v1/spheres/economy/").json()["subs"] == [{"slug": "customs", "name": "Customs"}]


def test_withdrawn_agreement_is_gone_and_leaves_its_meeting(client):
    meeting = meeting_between(published=True)
    treaty = agreement_of("Azerbaijan", published=True, meeting=meeting, title="Treaty of Nowhere")
    path = f"/api/v1/meetings/{meeting.slug}/"
    assert client.get(path).json()["agreements"][0]["slug"] == treaty.slug
    withdraw(treaty, note="It was never signed.")
    assert client.get(f"/api/v1/agreements/{treaty.slug}/").status_code == 410
    assert client.get(path).json()["agreements"] == []
    assert "Nowhere" not in client.get("/meetings.csv").getvalue().decode()
