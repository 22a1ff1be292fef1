"""Publication at the desk: who may do what in which state, with buttons and in lists; the preview."""

import itertools

import pytest
from django.urls import reverse

from agreements.models import Agreement
from meetings import workflow
from meetings.edits import Edit
from meetings.models import Meeting, MeetingEdition
from tests.meetings.admin.conftest import sign_in
from tests.meetings.admin.posting import address, row, shown

STATES = ("draft", "in-review", "returned", "published", "withdrawn")


def bring(record, state):
    """Bring a draft to a state as the system would."""
    steps = {
        "draft": [],
        "in-review": ["submit"],
        "returned": ["submit", "return_to_editor"],
        "published": ["submit", "publish"],
        "withdrawn": ["submit", "publish", "withdraw"],
    }
    for step in steps[state]:
        getattr(workflow, step)(record, note="because")
    record.refresh_from_db()
    return record


def press(client, record, act, note=""):
    data = shown(client.get(address(record))) | {"_act": act, "note": note}
    return client.post(address(record), data, follow=True)


def buttons(client, record):
    return [act.name for act in client.get(address(record)).context.get("acts", [])]


@pytest.mark.parametrize(
    ("role", "state", "offered"),
    [
        ("editor", "draft", ["submit"]),
        ("editor", "returned", ["submit"]),
        ("editor", "in-review", []),
        ("editor", "published", []),
        ("editor", "withdrawn", []),
        ("publisher", "draft", ["submit"]),
        ("publisher", "in-review", ["return", "publish"]),
        ("publisher", "published", ["withdraw"]),
        ("publisher", "withdrawn", ["publish"]),
        ("viewer", "draft", []),
        ("viewer", "in-review", []),
        ("administrator", "in-review", ["return", "publish"]),
    ],
)
def test_buttons_offered_follow_role_and_state(person, seed_records, role, state, offered):
    for record in seed_records[:2]:
        bring(record, state)
        assert (
            buttons(sign_in(person(role, f"{role}-{record.pk}-{record._meta.model_name}")), record) == offered
        )


@pytest.mark.parametrize(
    ("role", "state"), list(itertools.product(("viewer", "editor", "publisher"), STATES))
)
def test_change_and_deletion_follow_role_and_state(person, seed_records, role, state):
    meeting = bring(seed_records[0], state)
    client = sign_in(person(role, "somebody"))
    may = role == "publisher" or (role == "editor" and state in ("draft", "returned"))
    data = {"title": "Changed", "seen_version": Meeting.objects.get(pk=meeting.pk).version}
    assert (client.post(address(meeting), data).status_code == 200) is may
    quote = meeting.quotes.first()
    assert (client.post(address(quote), {"text": "x"}).status_code == 200) is may
    assert (client.post(address(quote, "delete"), {"post": "yes"}).status_code == 302) is may
    deletable = may and state not in ("published", "withdrawn")
    assert (client.get(address(meeting, "delete")).status_code == 200) is deletable
    assert client.get(address(meeting)).status_code == 200
    assert not Meeting.objects.filter(title="Changed").exists()


@pytest.mark.parametrize("role", ["editor", "publisher"])
def test_part_of_a_published_meeting_is_added_by_publishers_only(person, seed_records, role):
    meeting = bring(seed_records[0], "published")
    client = sign_in(person(role, "somebody"))
    url = reverse("admin:meetings_quote_add")
    data = shown(client.get(url)) | {"meeting": meeting.pk, "text": "More words."}
    client.post(url, data)
    assert meeting.quotes.filter(text="More words.").exists() is (role == "publisher")


def test_step_of_a_published_agreement_is_neither_added_nor_changed_by_an_editor_on_the_meeting(
    desk, seed_records
):
    meeting, package, _ = seed_records
    bring(package, "published")
    data = shown(desk.get(address(meeting)))
    number = int(data["steps-TOTAL_FORMS"])
    response = desk.post(address(meeting), row(data, "steps", number, agreement=package.pk, kind="ratified"))
    assert "only a publisher changes it now" in response.content.decode()
    for rank in range(number):
        data |= {f"steps-{rank}-kind": "terminated", f"steps-{rank}-DELETE": "on"}
    desk.post(address(meeting), data)
    assert list(package.steps.values_list("kind", flat=True)) == ["signed"]


def test_submit_saves_what_was_typed_and_is_an_edit_of_its_own(desk, editor, seed_records):
    meeting = seed_records[0]
    before = Edit.objects.count()
    data = shown(desk.get(address(meeting))) | {"title": "Typed", "_act": "submit", "note": "Ready"}
    assert desk.post(address(meeting), data).status_code == 302
    meeting.refresh_from_db()
    assert (meeting.title, meeting.publication) == ("Typed", "in-review")
    kinds = list(Edit.objects.order_by("pk").values_list("kind", "user")[before:])
    assert kinds == [("save", editor.pk), ("publication", editor.pk)]


def test_submit_of_a_faulty_form_submits_nothing(desk, seed_records):
    meeting = seed_records[0]
    data = shown(desk.get(address(meeting))) | {"title": "", "_act": "submit"}
    assert desk.post(address(meeting), data).status_code == 200
    meeting.refresh_from_db()
    assert meeting.publication == "draft"


def test_stale_form_publishes_nothing(publishers_desk, desk, seed_records):
    meeting = bring(seed_records[0], "in-review")
    data = shown(publishers_desk.get(address(meeting))) | {"_act": "publish"}
    meeting.city = "Ganja"
    meeting.save()
    assert publishers_desk.post(address(meeting), data).status_code == 200
    meeting.refresh_from_db()
    assert meeting.publication == "in-review"


def test_return_without_a_comment_is_refused_with_the_reason(publishers_desk, seed_records):
    meeting = bring(seed_records[0], "in-review")
    response = press(publishers_desk, meeting, "return")
    assert "Say what is to be mended" in response.content.decode()
    meeting.refresh_from_db()
    assert meeting.publication == "in-review"


def test_return_with_a_comment_shows_it_to_the_editor(publishers_desk, desk, seed_records):
    meeting = bring(seed_records[0], "in-review")
    press(publishers_desk, meeting, "return", "The date is missing its source.")
    assert "The date is missing its source." in desk.get(address(meeting)).content.decode()


def test_publish_of_a_meeting_with_one_party_is_refused_with_the_reason(publishers_desk, seed_records):
    meeting = bring(seed_records[0], "in-review")
    meeting.participations.last().delete()
    response = press(publishers_desk, meeting, "publish")
    assert "participants of at least two countries" in response.content.decode()
    assert not MeetingEdition.objects.exists()


def test_publish_judges_what_was_just_saved(publishers_desk, seed_records):
    meeting = bring(seed_records[0], "in-review")
    data = shown(publishers_desk.get(address(meeting))) | {"participations-1-DELETE": "on", "_act": "publish"}
    response = publishers_desk.post(address(meeting), data, follow=True)
    assert "participants of at least two countries" in response.content.decode()


def test_editor_pressing_publish_is_refused(desk, seed_records):
    meeting = seed_records[0]
    data = shown(desk.get(address(meeting))) | {"_act": "publish"}
    desk.post(address(meeting), data)
    meeting.refresh_from_db()
    assert meeting.publication == "draft"


def test_published_record_shows_its_address_and_leads_to_the_site(publishers_desk, seed_records):
    meeting = bring(seed_records[0], "published")
    response = publishers_desk.get(address(meeting))
    assert meeting.slug == "2021-05-20-azerbaijan-russia"
    assert f'href="{reverse("meeting", args=[meeting.slug])}"' in response.content.decode()
    assert "View on site" in response.content.decode()


def test_draft_does_not_lead_to_the_site(desk, seed_records):
    assert "View on site" not in desk.get(address(seed_records[0])).content.decode()


def test_published_record_changed_by_a_publisher_is_live(publishers_desk, seed_records):
    meeting = bring(seed_records[0], "published")
    data = shown(publishers_desk.get(address(meeting))) | {"title": "A better title", "note": "Typing error"}
    assert publishers_desk.post(address(meeting), data).status_code == 302
    assert MeetingEdition.objects.get().title == "A better title"


def test_list_action_asks_for_a_note_then_does_each_record(publishers_desk, seed_records):
    agreements = [bring(record, "in-review") for record in seed_records[1:]]
    url = reverse("admin:agreements_agreement_changelist")
    data = {"action": "act_publish", "_selected_action": [record.pk for record in agreements], "index": "0"}
    asked = publishers_desk.post(url, data)
    assert "id_note" in asked.content.decode()
    assert set(Agreement.objects.values_list("publication", flat=True)) == {"in-review"}
    del data["index"]
    publishers_desk.post(url, data | {"confirmed": "1", "note": "Checked"})
    assert set(Agreement.objects.values_list("publication", flat=True)) == {"published"}
    assert Edit.objects.filter(kind="publication", note="Checked").count() == 2


def test_list_action_refusals_name_the_record_and_the_reason(publishers_desk, seed_records):
    meeting = seed_records[0]
    url = reverse("admin:meetings_meeting_changelist")
    data = {"action": "act_publish", "_selected_action": [meeting.pk], "confirmed": "1"}
    response = publishers_desk.post(url, data, follow=True)
    assert "It is draft, so this cannot be done now." in response.content.decode()


def test_viewer_has_no_list_actions(person, seed_records):
    client = sign_in(person("viewer"))
    url = reverse("admin:meetings_meeting_changelist")
    client.post(url, {"action": "act_submit", "_selected_action": [seed_records[0].pk], "confirmed": "1"})
    assert Meeting.objects.get().publication == "draft"


@pytest.mark.parametrize("number", [0, 1])
def test_preview_shows_a_draft_to_a_viewer_marked_and_uncached(person, seed_records, number):
    record = seed_records[number]
    response = sign_in(person("viewer")).get(address(record, "preview"))
    text = response.content.decode()
    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]
    assert response["X-Robots-Tag"] == "noindex"
    assert "readers do not see this page" in text
    assert ("Mikhail Mishustin" if number == 0 else "veterinary medicine") in text
    assert not MeetingEdition.objects.exists()


def test_preview_of_a_meeting_shows_its_draft_agreements_as_published_with_it(desk, seed_records):
    text = desk.get(address(seed_records[0], "preview")).content.decode()
    assert "ocuments on the development of cooperation" in text
    assert "veterinary medicine" in text


def test_preview_without_signing_in_is_refused(client, seed_records):
    assert client.get(address(seed_records[0], "preview")).status_code == 302


def test_preview_without_the_right_to_view_is_refused(client, seed_records, django_user_model):
    client.force_login(django_user_model.objects.create_user("nobody", is_staff=True))
    assert client.get(address(seed_records[0], "preview")).status_code == 403
