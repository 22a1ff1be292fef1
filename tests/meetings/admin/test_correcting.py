"""Unchecked corrections at the desk, and what is published together with a meeting."""

import pytest
from django.urls import reverse

from agreements.models import Agreement
from meetings import workflow
from meetings.models import Correction, Meeting
from tests.meetings.admin.conftest import sign_in
from tests.meetings.admin.posting import address, shown

WAITING = "admin:meetings_meeting_changelist"


@pytest.fixture
def corrected(publishers_desk, seed_records):
    """Return the seed meeting, published and then changed live by the publisher."""
    meeting = seed_records[0]
    workflow.publish(workflow.submit(meeting))
    data = shown(publishers_desk.get(address(meeting))) | {"title": "A better title", "note": "Typing error"}
    assert publishers_desk.post(address(meeting), data).status_code == 302
    meeting.refresh_from_db()
    return meeting


def test_correction_waits_in_its_queue_until_another_publisher_checks_it(
    corrected, person, publishers_desk, desk
):
    own = publishers_desk.get(address(corrected, "corrections")).content.decode()
    assert "A better title" in own and "Typing error" in own and "Another publisher checks them." in own
    queue = {"queue": "unchecked"}
    assert publishers_desk.get(reverse(WAITING), queue).context["cl"].result_count == 1
    other = sign_in(person("publisher", "another"))
    assert "1 unchecked correction" in other.get(address(corrected)).content.decode()
    page = other.get(address(corrected, "corrections"))
    seen = {"seen": page.context["seen"]}
    for refused in (publishers_desk, desk):
        refused.post(address(corrected, "corrections"), seen)
        assert Correction.objects.unchecked().exists()
    assert other.post(address(corrected, "corrections"), seen).url == address(corrected)
    assert Correction.objects.get().checked_by.username == "another"
    assert publishers_desk.get(reverse(WAITING), queue).context["cl"].result_count == 0
    assert "No correction of this meeting waits" in other.get(page.request["PATH_INFO"]).content.decode()


@pytest.mark.parametrize("seen", ["", "abc", "-1", "9" * 30])
def test_check_of_a_hostile_number_checks_nothing(corrected, person, seen):
    client = sign_in(person("publisher", "another"))
    assert client.post(address(corrected, "corrections"), {"seen": seen}).status_code == 302
    assert Correction.objects.unchecked().count() == 1


def test_publisher_who_changed_a_meeting_last_is_told_that_another_publishes_it(
    publishers_desk, seed_records
):
    meeting = workflow.submit(seed_records[0])
    data = shown(publishers_desk.get(address(meeting))) | {"title": "Mine now", "_act": "publish"}
    response = publishers_desk.post(address(meeting), data, follow=True)
    assert "somebody else publishes it" in response.content.decode()
    meeting.refresh_from_db()
    assert (meeting.title, meeting.publication) == ("Mine now", "in-review")


def test_publishing_a_meeting_publishes_the_agreements_that_were_ticked(publishers_desk, seed_records):
    meeting, package, statement = seed_records
    workflow.submit(meeting)
    workflow.submit(package)
    page = publishers_desk.get(address(meeting))
    assert page.context["along"] == [package, statement]
    data = shown(page) | {"_act": "publish", "_along": [statement.pk, "abc"]}
    publishers_desk.post(address(meeting), data)
    assert Meeting.objects.get().publication == "published"
    states = dict(Agreement.objects.values_list("pk", "publication"))
    assert states == {package.pk: "in-review", statement.pk: "published"}


def test_list_action_offers_the_agreements_of_the_meetings_chosen(publishers_desk, seed_records):
    meeting, package, statement = seed_records
    for record in seed_records:
        workflow.submit(record)
    url = reverse(WAITING)
    chosen = {"action": "act_publish", "_selected_action": [meeting.pk]}
    asked = publishers_desk.post(url, chosen | {"index": "0"})
    assert asked.context_data["along"] == [package, statement]
    publishers_desk.post(url, chosen | {"confirmed": "1", "_along": [package.pk, statement.pk]})
    assert set(Agreement.objects.values_list("publication", flat=True)) == {"published"}
