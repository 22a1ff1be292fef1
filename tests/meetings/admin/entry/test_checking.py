"""The checks on the form of a meeting: a box and marks on the page, an answer while typing, the same for both."""

import re

import pytest
from django.db import connection, reset_queries
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from meetings import workflow
from meetings.models import Meeting, Official, Tenure
from tests.factories import (
    CommitmentFactory,
    DiscussionFactory,
    FigureFactory,
    ParticipationFactory,
    QuoteFactory,
    SourceFactory,
    StepFactory,
    meeting_between,
)
from tests.meetings.admin.conftest import sign_in
from tests.meetings.admin.posting import adding, address, row, shown

NEW = "/admin/meetings/meeting/check/"
# Asked for the page of a meeting, and for an answer while somebody types.
QUERIES = (52, 35)


@pytest.fixture
def meeting(seed_records):
    return seed_records[0]


def checks(response):
    """Return {check: [field id]} of the box on a page or in an answer."""
    html = (
        response.json()["html"] if response["Content-Type"].startswith("application/json") else response.text
    )
    found = {}
    for check, field in re.findall(r'data-check="([\w-]+)" data-field="id_([\w-]+)"', html):
        found.setdefault(check, []).append(field)
    return found


def test_meeting_in_order_shows_no_finding_and_a_new_form_is_left_in_peace(desk, meeting):
    assert checks(desk.get(address(meeting))) == {}
    assert checks(desk.get(adding(Meeting))) == {}


def test_saved_meeting_shows_its_findings_at_the_top_and_at_the_fields(desk, meeting, seed_records):
    Meeting.objects.filter(pk=meeting.pk).update(place_basis="stated", date_start="2019-01-01")
    mishustin, macron = (
        Official.objects.get(name="Mikhail Mishustin"),
        Official.objects.create(name="Emmanuel Macron"),
    )
    meeting.sources.clear()
    meeting.quotes.first().speakers.set([macron])
    package = seed_records[1]
    package.documents_stated = 3
    package.save()
    for _ in range(2):
        type(package).objects.create(title="A document", package=package)
    page = desk.get(address(meeting))
    assert checks(page) == {
        "no-source": ["sources"],
        "not-in-office": ["participations-0-official", "participations-1-official"],
        "speaker-took-no-part": ["quotes-0-speakers"],
        "stated-and-listed": ["steps-0-agreement"],
    }
    form = page.context["inline_admin_formsets"][0].formset.forms[1]
    assert "no tenure on record includes that day" in form.fields["official"].help_text
    assert mishustin.name in form.fields["official"].help_text
    meeting.sources.add(SourceFactory(dateline="BAKU, May 20"))
    assert checks(desk.get(address(meeting)))["dateline-as-place"] == ["place_basis"]


def test_typed_form_is_answered_as_it_stands_and_not_saved(desk, meeting):
    data = shown(desk.get(address(meeting)))
    macron = Official.objects.create(name="Emmanuel Macron")
    data |= {"date_start": "2999-01-01", "sources": [], "participations-1-rank": "minister"}
    data |= {"quotes-0-speakers": [macron.pk], "participations-1-DELETE": ""}
    answer = desk.post(reverse("admin:meetings_meeting_check", args=[meeting.pk]), data)
    assert answer.status_code == 200
    assert set(checks(answer)) == {"held-after-today", "no-source", "speaker-took-no-part", "unequal-ranks",
                                   "differs-from-tenure"}  # fmt: skip
    assert "no-store" in answer["Cache-Control"] and "private" in answer["Cache-Control"]
    meeting.refresh_from_db()
    assert meeting.date_start == "2021-05-20" and meeting.sources.count() == 1


def test_new_form_is_answered_with_what_the_tenure_fills(desk, meeting):
    asadov = Official.objects.get(name="Ali Asadov")
    data = shown(desk.get(adding(Meeting))) | {"date_start": "2021-05-22", "date_precision": "day"}
    answer = desk.post(NEW, row(data, "participations", 0, official=asadov.pk, rank="unknown"))
    assert answer.json()["fills"] == {
        "participations-0-country": [asadov.tenures.get().country_id, "Azerbaijan"],
        "participations-0-post": "Prime Minister",
        "participations-0-rank": "head-of-government",
    }
    assert checks(answer)["likely-duplicate"] == ["date_start"]
    Tenure.objects.update(start="2021")
    answer = desk.post(NEW, row(data, "participations", 0, official=asadov.pk, rank="unknown"))
    assert answer.json()["fills"] == {}
    assert "take-offer" in answer.json()["html"]


def test_what_is_lacking_to_publish_is_said_where_it_is_mended(desk, meeting):
    meeting.participations.last().delete()
    page = desk.get(address(meeting)).text
    assert page.count("A meeting needs participants of at least two countries") == 2
    assert 'href="#participations-heading"' in page and 'class="lacking-mark"' in page


@pytest.mark.parametrize("path", ["check", "who"])
def test_only_those_who_may_save_are_answered(meeting, person, path):
    viewer, editor = sign_in(person("viewer")), sign_in(person("editor", "another"))
    new, old = (
        f"/admin/meetings/meeting/{path}/",
        reverse(f"admin:meetings_meeting_{path}", args=[meeting.pk]),
    )
    for client in (viewer, Client()):
        assert {client.post(url).status_code for url in (new, old)} <= {302, 403}
    assert editor.get(new).status_code == 405
    assert editor.post(f"/admin/meetings/meeting/{2**63 - 1}/{path}/").status_code == 403
    assert editor.post(f"/admin/meetings/meeting/{2**70}/{path}/").status_code == 403
    workflow.submit(meeting)
    assert editor.post(old).status_code == 403
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(person("editor", "third"))
    assert strict.post(new).status_code == 403


def test_hostile_values_are_answered_without_a_fault(desk, meeting):
    data = shown(desk.get(adding(Meeting)))
    hostile = ["abc", "-1", str(2**63), "\0", "9" * 400]
    for value in hostile:
        typed = row(data, "participations", 0, official=value, country=value, rank=value, role=value)
        typed |= {
            "date_start": value,
            "date_precision": value,
            "sources": [value],
            "quotes-TOTAL_FORMS": value,
        }
        assert desk.post(NEW, typed).status_code == 200
    for day in ("0001-01-01", "9999-12-31", "9999"):
        typed = row(data, "participations", 0, country="1", rank="unknown") | {"date_start": day}
        assert desk.post(NEW, typed | {"date_precision": "day"}).status_code == 200
    assert desk.post(NEW, {}).status_code == 200


def test_form_asks_the_same_queries_at_two_rows_and_at_twelve(desk, seed_records):
    desk.get(reverse("admin:meetings_meeting_add"))  # Content types are asked for once in a process.
    asked = {}
    for rows in (2, 12):
        meeting = meeting_between("Hub", "Spoke", date_start=f"20{rows:02}-01-01")
        for _ in range(rows):
            source = SourceFactory()
            meeting.sources.add(source)
            someone = ParticipationFactory(meeting=meeting, sources=[source])
            QuoteFactory(meeting=meeting, speakers=[someone.official], sources=[source])
            FigureFactory(meeting=meeting, sources=[source])
            CommitmentFactory(meeting=meeting, sources=[source])
            DiscussionFactory(meeting=meeting)
            StepFactory(meeting=meeting)
        reset_queries()
        with CaptureQueriesContext(connection) as showing:
            page = desk.get(address(meeting))
        with CaptureQueriesContext(connection) as answering:
            answer = desk.post(reverse("admin:meetings_meeting_check", args=[meeting.pk]), shown(page))
        assert answer.status_code == 200
        asked[rows] = (len(showing), len(answering))
    assert asked == {2: QUERIES, 12: QUERIES}
