"""The address of what was public says so for good (410), and what never was is not found (404)."""

import pytest

from meetings import workflow
from tests.factories import (
    CommitmentFactory,
    CountryFactory,
    FigureFactory,
    OfficialFactory,
    QuoteFactory,
    SphereFactory,
    meeting_between,
)

pytestmark = pytest.mark.django_db


def answers(client, *addresses):
    """Return the one status that all these addresses give, as pages and as JSON."""
    paths = [f"{prefix}/{address}/" for address in addresses for prefix in ("", "/api/v1")]
    found = {client.get(path).status_code for path in paths}
    assert len(found) == 1, found
    return found.pop()


def test_parts_deleted_from_a_published_meeting_are_gone(client):
    meeting = meeting_between(published=True)
    makers = {"quotes": QuoteFactory, "figures": FigureFactory, "commitments": CommitmentFactory}
    parts = [(name, make(meeting=meeting)) for name, make in makers.items()]
    addresses = [f"{name}/{part.slug}" for name, part in parts]
    assert answers(client, *addresses) == 200
    for _, part in parts:
        part.delete()
    assert answers(client, *addresses) == 410


def test_a_part_that_was_deleted_before_publication_or_while_withdrawn_was_never_there(client):
    meeting = meeting_between()
    before = QuoteFactory(meeting=meeting)
    before.delete()
    workflow.publish(workflow.submit(meeting))
    workflow.withdraw(meeting, note="in doubt")
    meanwhile = QuoteFactory(meeting=meeting)
    meanwhile.delete()
    workflow.publish(meeting)
    assert answers(client, f"quotes/{before.slug}", f"quotes/{meanwhile.slug}") == 404


def test_a_part_that_was_public_and_was_deleted_while_withdrawn_is_gone(client):
    meeting = meeting_between()
    quote = QuoteFactory(meeting=meeting)
    workflow.publish(workflow.submit(meeting))
    workflow.withdraw(meeting, note="in doubt")
    quote.delete()
    assert answers(client, f"quotes/{quote.slug}") == 410


def test_a_part_that_moved_to_a_draft_is_gone(client):
    quote = QuoteFactory(meeting=meeting_between(published=True))
    quote.meeting = meeting_between()
    quote.save()
    assert answers(client, f"quotes/{quote.slug}") == 410


def test_of_deleted_records_those_that_are_public_from_the_start_are_gone(client):
    land, sphere, official = CountryFactory(), SphereFactory(), OfficialFactory()
    for record in (land, sphere, official):
        record.delete()
    assert answers(client, f"countries/{land.slug}", f"spheres/{sphere.slug}") == 410
    assert answers(client, f"officials/{official.slug}") == 404
