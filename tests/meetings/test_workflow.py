"""The acts of publication, one by one: from which state, by whom, and what refuses them."""

from itertools import product

import pytest

from meetings import edits, workflow
from meetings.edits import Edit
from meetings.models import Meeting
from meetings.publication import Publication
from meetings.workflow import Refused

from ..factories import (
    AgreementFactory,
    MeetingFactory,
    ParticipationFactory,
    QuoteFactory,
    SourceFactory,
    UserFactory,
    agreement_of,
    country,
    meeting_between,
)

pytestmark = pytest.mark.django_db

ACTS = {
    "submit": (workflow.submit, {"draft", "returned"}, "in-review", {"editor", "publisher", "administrator"}),
    "return": (workflow.return_to_editor, {"in-review"}, "returned", {"publisher", "administrator"}),
    "publish": (workflow.publish, {"in-review", "withdrawn"}, "published", {"publisher", "administrator"}),
    "withdraw": (workflow.withdraw, {"published"}, "withdrawn", {"publisher", "administrator"}),
}
ROLES = ("viewer", "editor", "publisher", "administrator", None)


def in_state(record, state):
    type(record).objects.filter(pk=record.pk).update(publication=state)
    record.refresh_from_db()
    return record


@pytest.mark.parametrize("name", ACTS)
@pytest.mark.parametrize(
    "make", [meeting_between, lambda: agreement_of("A", "B")], ids=["meeting", "agreement"]
)
def test_an_act_is_possible_from_its_states_only(name, make):
    act, allowed, target, _ = ACTS[name]
    record = make()
    for state in Publication.values:
        in_state(record, state)
        if state in allowed:
            assert act(record, note="why").publication == target
        else:
            with pytest.raises(Refused, match="this cannot be done now"):
                act(record, note="why")
            record.refresh_from_db()
            assert record.publication == state


@pytest.mark.parametrize(("name", "role"), list(product(ACTS, ROLES)))
def test_an_act_is_for_its_roles_only(name, role):
    act, allowed, target, roles = ACTS[name]
    record, user = meeting_between(), UserFactory(role=role)
    state = min(allowed)
    in_state(record, state)
    if role in roles:
        assert act(record, user, note="why").publication == target
    else:
        with pytest.raises(Refused, match="Your role does not allow it"):
            act(record, user, note="why")
        assert Meeting.objects.get().publication == state


def test_somebody_who_is_no_longer_active_may_do_nothing():
    user = UserFactory(role="publisher", is_active=False)
    with pytest.raises(Refused, match="role"):
        workflow.submit(meeting_between(), user)


def test_a_superuser_may_do_everything():
    user = UserFactory(is_superuser=True)
    meeting = workflow.publish(workflow.submit(meeting_between(), user), user)
    assert meeting.publication == "published"


@pytest.mark.parametrize(
    ("act", "state"), [(workflow.return_to_editor, "in-review"), (workflow.withdraw, "published")]
)
@pytest.mark.parametrize("note", ["", "  \n"])
def test_returning_and_withdrawing_need_a_reason(act, state, note):
    meeting = in_state(meeting_between(), state)
    with pytest.raises(Refused, match="Say w"):
        act(meeting, note=note)
    assert Meeting.objects.get().publication == state


def test_an_act_is_one_edit_with_its_person_and_note():
    user, meeting = UserFactory(role="publisher"), in_state(meeting_between(), "in-review")
    before = Edit.objects.count()
    workflow.return_to_editor(meeting, user, note="Who else was there?")
    edit = Edit.objects.first()
    assert Edit.objects.count() == before + 1
    assert (edit.user, edit.kind, edit.note) == (user, "publication", "Who else was there?")
    assert (meeting.history.first().edit, meeting.history.first().publication) == (edit, "returned")


def test_an_act_that_is_refused_leaves_no_edit():
    meeting = MeetingFactory()
    before = Edit.objects.count()
    with pytest.raises(Refused):
        workflow.publish(workflow.submit(meeting))
    assert Edit.objects.count() == before + 1


def test_an_act_moves_the_version():
    meeting = meeting_between()
    before = meeting.version
    assert workflow.submit(meeting).version == before + 1


def test_the_state_that_counts_is_the_stored_one_not_that_of_an_old_copy():
    meeting = meeting_between()
    old = Meeting.objects.get()
    workflow.publish(workflow.submit(meeting))
    with pytest.raises(Refused, match="It is published"):
        workflow.submit(old)


@pytest.mark.parametrize(
    ("rows", "enough"),
    [
        ([], False),
        ([("A", "participant")], False),
        ([("A", "participant"), ("A", "guest")], False),
        ([("A", "participant"), ("B", "witness")], False),
        ([("A", "participant"), ("B", "observer")], False),
        ([("A", "host"), ("B", "guest")], True),
        ([("A", "mediator"), ("B", "participant")], True),
    ],
)
def test_a_meeting_is_published_with_two_parties_and_not_with_fewer(rows, enough):
    meeting = MeetingFactory(sources=[SourceFactory()])
    for name, role in rows:
        ParticipationFactory(meeting=meeting, country=country(name), role=role)
    workflow.submit(meeting)
    if enough:
        assert workflow.publish(meeting).publication == "published"
    else:
        with pytest.raises(Refused, match="at least two countries"):
            workflow.publish(meeting)
        assert Meeting.objects.get().publication == "in-review"


def test_a_meeting_without_agreements_is_published():
    assert workflow.publish(workflow.submit(meeting_between())).edition


def test_a_meeting_of_unknown_date_is_published():
    meeting = meeting_between(date_start=None, date_precision="unknown", date_basis="")
    assert workflow.publish(workflow.submit(meeting)).slug == "undated-azerbaijan-russia"


def test_an_agreement_without_steps_sources_or_any_name_is_refused_with_all_reasons():
    agreement = workflow.submit(AgreementFactory(title=""))
    with pytest.raises(Refused) as refused:
        workflow.publish(agreement)
    lacking = workflow.lacking(agreement)
    assert set(lacking) == {"steps", "title", "sources"}
    assert list(lacking.values()) == refused.value.reasons


def test_a_withdrawn_meeting_can_be_published_again_under_its_address():
    meeting = meeting_between(published=True)
    slug, since = meeting.slug, meeting.first_public_at
    workflow.withdraw(meeting, note="in doubt")
    workflow.publish(meeting)
    assert (meeting.slug, meeting.first_public_at) == (slug, since)
    assert meeting.edition.slug == slug


def test_nobody_publishes_what_he_or_she_changed_last_and_another_publisher_does():
    author, other = UserFactory(role="publisher"), UserFactory(role="publisher")
    with edits.edit(user=author):
        meeting = meeting_between()
    workflow.submit(meeting, author)
    with pytest.raises(Refused, match="somebody else publishes it"):
        workflow.publish(meeting, author)
    assert Meeting.objects.get().publication == "in-review"
    # A part counts as content, and only the last change counts.
    with edits.edit(user=other):
        QuoteFactory(meeting=meeting)
    with pytest.raises(Refused, match="somebody else publishes it"):
        workflow.publish(meeting, other)
    assert workflow.publish(meeting, author).publication == "published"


def test_a_withdrawn_agreement_comes_back_by_four_eyes_too():
    author, other = UserFactory(role="publisher"), UserFactory(role="publisher")
    agreement = agreement_of("A", "B", published=True)
    workflow.withdraw(agreement, author, note="in doubt")
    agreement.title = "Mended"
    with edits.edit(user=author):
        agreement.save()
    with pytest.raises(Refused, match="somebody else publishes it"):
        workflow.publish(agreement, author)
    assert workflow.publish(agreement, other).publication == "published"
