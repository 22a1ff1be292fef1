"""What waits at the desk: each queue counts what its filtered list shows, in as many queries however much there is."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from meetings import edits, workflow
from meetings.models.partial_dates import certainly_before
from tests.factories import (
    CommitmentFactory,
    OfficialFactory,
    ParticipationFactory,
    QuoteFactory,
    SourceFactory,
    TenureFactory,
    UserFactory,
    country,
    meeting_between,
)
from tests.meetings.admin.conftest import sign_in

pytestmark = pytest.mark.django_db


def waiting(client):
    """Return {title: {nouns: (count, url)}} of the desk's first page."""
    context = client.get(reverse("admin:index")).context
    return {
        title: {line.nouns: (line.count, line.url) for line in lines} for title, lines in context["waiting"]
    }


@pytest.fixture
def publisher():
    return UserFactory(role="publisher")


@pytest.fixture
def full(publisher):
    """Something in every queue; return the published meeting."""
    with edits.edit(user=publisher):
        meeting_between(title="Mine")
    workflow.submit(meeting_between(title="To review"))
    workflow.return_to_editor(workflow.submit(meeting_between(title="Back")), note="Mend it")
    public = meeting_between(title="Public", published=True)
    with edits.edit(user=publisher):
        public.title = "Corrected"
        public.save()
    QuoteFactory(meeting=public, text="Говорили", language="ru", translation="")
    CommitmentFactory(meeting=public, state="open", due="2001")
    official = OfficialFactory(name="No Tenure")
    ParticipationFactory(meeting=public, official=official, country=country("Azerbaijan"))
    SourceFactory(url="https://example.org/readout", archive_url="")
    return public


def test_every_queue_counts_what_its_link_shows(full, publisher):
    client = sign_in(publisher)
    found = waiting(client)
    assert list(found)[:5] == [
        "My drafts",
        "Waiting for review",
        "Returned with comments",
        "Unchecked corrections",
        "Errors reported by readers",
    ]
    for title in ("My drafts", "Waiting for review", "Returned with comments", "Unchecked corrections"):
        assert found[title]["Meeting"][0] == 1, title
    assert found["Quotes without a translation"]["Quote"][0] == 1
    assert found["Overdue commitments"]["Commitment"][0] == 1
    lines = [line for of_title in found.values() for line in of_title.values()]
    assert len(lines) > 8
    for count, url in lines:
        assert client.get(url).context["cl"].result_count == count, url


def test_drafts_of_others_are_not_mine_and_a_tenure_fills_its_gap(full, publisher):
    client = sign_in(UserFactory(role="editor"))
    found = waiting(client)
    assert found["My drafts"] == {}
    title = "Officials without a tenure for whom they met"
    url = found[title]["Officials" if found[title].get("Officials") else "Official"][1]
    names = {official.name for official in client.get(url).context["cl"].result_list}
    assert "No Tenure" in names
    row = full.participations.get(official__name="No Tenure")
    TenureFactory(official=row.official, country=row.country)
    names = {official.name for official in client.get(url).context["cl"].result_list}
    assert "No Tenure" not in names


def test_an_unknown_queue_is_empty_and_the_desk_asks_as_often_however_much_waits(full, publisher):
    client = sign_in(publisher)
    url = reverse("admin:meetings_meeting_changelist")
    assert client.get(url, {"queue": "nonsense"}).context["cl"].result_count == 0
    with CaptureQueriesContext(connection) as few:
        client.get(reverse("admin:index"))
    for _ in range(5):
        QuoteFactory(meeting=full, text="Сказали", language="ru")
        meeting_between()
    with CaptureQueriesContext(connection) as many:
        client.get(reverse("admin:index"))
    assert len(many) == len(few) <= 60


def test_a_viewer_sees_the_queues_and_somebody_without_rights_none(full):
    assert waiting(sign_in(UserFactory(role="viewer")))["Waiting for review"]
    assert waiting(sign_in(UserFactory())) == {}


@pytest.mark.parametrize(
    ("due", "overdue"),
    [
        ("2021-05-19", True),
        ("2021-05-20", False),
        ("2021-04", True),
        ("2021-05", False),
        ("2020", True),
        ("2021", False),
        (None, False),
    ],
)
def test_a_partial_date_is_certainly_before_a_day_when_its_last_possible_day_is(due, overdue):
    promise = CommitmentFactory(due=due)
    found = type(promise).objects.filter(certainly_before("due", date(2021, 5, 20)))
    assert found.exists() is overdue
