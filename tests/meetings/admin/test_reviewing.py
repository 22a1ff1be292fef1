"""Review beside the source: every fact has its box, ticks are a reviewer's own and hold for one version."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from meetings import workflow
from meetings.models import Review
from tests.factories import QuoteFactory
from tests.meetings.admin.conftest import sign_in
from tests.meetings.admin.posting import address


@pytest.fixture
def meeting(seed_records):
    return workflow.submit(seed_records[0])


def names(client, record):
    return [fact.name for fact, _ in client.get(address(record, "review")).context["facts"]]


def ticked(client, record):
    return {
        fact.name for fact, is_ticked in client.get(address(record, "review")).context["facts"] if is_ticked
    }


def test_review_has_a_box_for_every_fact_and_the_text_of_every_source(publishers_desk, meeting, seed_records):
    found = names(publishers_desk, meeting)
    for part in (*meeting.quotes.all(), *meeting.figures.all(), *meeting.commitments.all()):
        assert f"{part._meta.label_lower}.{part.pk}" in found
    assert any(name.startswith("agreements.step.") for name in found)
    assert any(name.startswith("agreements.discussion.") for name in found)
    assert {"meetings.meeting.title", "meetings.meeting.date_start"} <= set(found)
    assert len(found) == len(set(found))
    response = publishers_desk.get(address(meeting, "review"))
    assert "no-store" in response["Cache-Control"]
    assert [source.pk for source in response.context["sources"]] == [meeting.sources.get().pk]
    assert publishers_desk.get(address(seed_records[1], "review")).status_code == 200


def test_facts_are_in_the_order_of_the_form(publishers_desk, meeting):
    kinds = [name.split(".")[1] for name in names(publishers_desk, meeting)]
    in_order = list(dict.fromkeys(kinds))
    assert in_order == ["meeting", "participation", "discussion", "quote", "figure", "commitment", "step"]


def test_ticks_are_kept_for_the_reviewer_and_this_version(publishers_desk, person, meeting):
    some = names(publishers_desk, meeting)[:3]
    sent = {"version": meeting.version, "fact": [*some, "nonsense", "meetings.quote.999999"]}
    assert publishers_desk.post(address(meeting, "review"), sent).status_code == 302
    assert ticked(publishers_desk, meeting) == set(some)
    assert ticked(sign_in(person("publisher", "another")), meeting) == set()
    meeting.save()
    assert ticked(publishers_desk, meeting) == set()
    # What was read of an earlier version is not kept as read of this one.
    response = publishers_desk.post(address(meeting, "review"), sent, follow=True)
    assert "Nothing was kept" in response.content.decode()
    assert ticked(publishers_desk, meeting) == set()


def test_review_is_for_those_who_may_publish(desk, person, meeting):
    assert desk.get(address(meeting, "review")).status_code == 403
    assert sign_in(person("viewer")).post(address(meeting, "review"), {"version": "1"}).status_code == 403
    assert not Review.objects.exists()


@pytest.mark.parametrize("version", ["", "abc", "-1", "9" * 30])
def test_review_of_a_hostile_version_keeps_nothing(publishers_desk, meeting, version):
    assert publishers_desk.post(address(meeting, "review"), {"version": version}).status_code == 302
    assert not Review.objects.exists()


def test_review_queries_do_not_grow_with_the_facts(publishers_desk, meeting):
    publishers_desk.get(address(meeting, "review"))
    with CaptureQueriesContext(connection) as few:
        publishers_desk.get(address(meeting, "review"))
    for number in range(4):
        QuoteFactory(meeting=meeting, text=f"More words {number}", sources=[meeting.sources.get()])
    with CaptureQueriesContext(connection) as many:
        publishers_desk.get(address(meeting, "review"))
    assert len(many) == len(few)
