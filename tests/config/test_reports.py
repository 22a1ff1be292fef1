"""Reporting an error: the form of every public record, what it takes, and what it refuses."""

import html
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from meetings.models import ErrorReport
from meetings.models.error_report import MOST_OF_ALL, MOST_OF_ONE
from tests import seed
from tests.factories import UserFactory, meeting_between
from tests.meetings.admin.conftest import sign_in

pytestmark = pytest.mark.django_db

WRONG = "The meeting was on 21 May, not on 20 May."


@pytest.fixture
def page():
    """The address of the form about a published meeting."""
    return reverse("report-meeting", args=[meeting_between(published=True, title="Talks").slug])


def test_every_page_of_a_record_leads_to_its_form(client):
    seed.load_reference()
    meeting, package, _ = seed.publish_seed()
    for path in (
        f"/meetings/{meeting.slug}/",
        f"/agreements/{package.slug}/",
        f"/quotes/{meeting.quotes.first().slug}/",
        f"/figures/{meeting.figures.first().slug}/",
        f"/commitments/{meeting.commitments.first().slug}/",
        f"/officials/{meeting.participations.first().official.slug}/",
        f"/sources/{meeting.sources.get().slug}/",
        "/countries/azerbaijan/",
        "/spheres/customs/",
    ):
        assert f'href="/report{path}"' in client.get(path).content.decode(), path
        form = client.get(f"/report{path}")
        assert form.status_code == 200
        assert "no-store" in form["Cache-Control"] and form["X-Robots-Tag"] == "noindex"


def test_report_reaches_the_desk_and_nobody_else(client, page):
    response = client.post(page, {"text": WRONG, "where": "https://example.org/readout"})
    assert response.status_code == 200
    assert "has reached the editors" in response.content.decode()
    report = ErrorReport.objects.get()
    assert (report.kind, report.title, report.text, report.state) == ("meeting", "Talks", WRONG, "open")
    assert f"/report{report.public_url}" == page
    assert "127.0.0.1" not in report.sender
    for public in (page, report.public_url, "/", "/corrections/"):
        assert WRONG not in html.unescape(client.get(public).content.decode())
    # The same again is kept once.
    client.post(page, {"text": WRONG})
    assert ErrorReport.objects.count() == 1


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"text": "   "},
        {"text": "short"},
        {"text": "x" * 2001},
        {"text": WRONG, "where": "x" * 501},
        {"text": WRONG + "\0"},
    ],
)
def test_form_that_cannot_be_taken_comes_back_with_the_reason(client, page, sent):
    response = client.post(page, sent)
    assert response.status_code == 400
    assert "was not taken" in response.content.decode()
    assert not ErrorReport.objects.exists()


def test_machine_that_fills_the_hidden_box_is_thanked_and_ignored(client, page):
    assert client.post(page, {"text": WRONG, "website": "https://spam.example"}).status_code == 200
    assert not ErrorReport.objects.exists()


def test_form_without_its_token_is_refused(page):
    assert Client(enforce_csrf_checks=True).post(page, {"text": WRONG}).status_code == 403
    assert not ErrorReport.objects.exists()


def test_parameters_and_records_that_are_not_public_are_refused(client, page):
    draft = meeting_between()
    assert (
        client.get(f"{page}?x=1").status_code
        == client.post(f"{page}?x=1", {"text": WRONG}).status_code
        == 400
    )
    for method in (client.get, client.post):
        assert method(reverse("report-meeting", args=[draft.slug])).status_code == 404
    assert not ErrorReport.objects.exists()


def test_too_many_reports_from_one_visitor_must_wait_and_others_need_not(client, page):
    for number in range(MOST_OF_ONE):
        assert client.post(page, {"text": f"{WRONG} {number}"}).status_code == 200
    response = client.post(page, {"text": "One more than is taken."})
    assert response.status_code == 429
    assert 0 < int(response["Retry-After"]) <= 3600
    assert "One more than is taken." in response.content.decode()
    assert client.post(page, {"text": WRONG}, REMOTE_ADDR="203.0.113.7").status_code == 200
    ErrorReport.objects.update(at=timezone.now() - timedelta(hours=2))
    assert client.post(page, {"text": "Now there is room again."}).status_code == 200


def test_too_many_reports_of_all_together_must_wait_and_senders_are_forgotten(client, page):
    now = timezone.now()
    ErrorReport.objects.bulk_create(
        ErrorReport(listing="meetings", kind="meeting", slug="a", text=str(number), at=now)
        for number in range(MOST_OF_ALL)
    )
    assert client.post(page, {"text": WRONG}).status_code == 429
    ErrorReport.objects.update(at=now - timedelta(days=2), sender="somebody")
    assert client.post(page, {"text": WRONG}).status_code == 200
    assert ErrorReport.objects.filter(sender="somebody").count() == 0


def test_editor_closes_a_report_with_a_note_and_a_viewer_only_reads(client, page):
    client.post(page, {"text": WRONG})
    report, editor = ErrorReport.objects.get(), UserFactory(role="editor")
    url = reverse("admin:meetings_errorreport_change", args=[report.pk])
    viewer = sign_in(UserFactory(role="viewer"))
    assert WRONG in viewer.get(url).content.decode()
    assert viewer.post(url, {"state": "closed", "note": "no"}).status_code == 403
    desk = sign_in(editor)
    assert desk.post(url, {"state": "closed", "note": "The date was right."}).status_code == 302
    report.refresh_from_db()
    assert (report.state, report.closed_by, report.text) == ("closed", editor, WRONG)
    desk.post(url, {"state": "open", "note": "Asked again."})
    report.refresh_from_db()
    assert (report.state, report.closed_by, report.closed_at) == ("open", None, None)
    assert desk.get(reverse("admin:meetings_errorreport_delete", args=[report.pk])).status_code == 403
