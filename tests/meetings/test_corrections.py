"""Corrections: noted for what was public when a person changed it, told in public words, checked by another."""

import pytest

from meetings import corrections, edits, workflow
from meetings.corrections import changes_seen
from meetings.models import Correction
from meetings.workflow import Refused

from ..factories import QuoteFactory, UserFactory, agreement_of, meeting_between

pytestmark = pytest.mark.django_db


@pytest.fixture
def author():
    return UserFactory(role="publisher")


@pytest.fixture
def other():
    return UserFactory(role="publisher")


def change(record, user, **values):
    """Save some fields of a record as one act of one person."""
    for name, value in values.items():
        setattr(record, name, value)
    with edits.edit(user=user):
        record.save()


def lines(correction):
    return list(correction.fields.values_list("field", "told", "before", "after"))


def test_a_published_record_changed_by_a_person_waits_and_says_what_readers_saw_change(author):
    meeting = meeting_between(published=True, title="Talks", city="Baku", place_basis="stated")
    change(meeting, author, city="Ganja")
    correction = Correction.objects.get()
    assert (correction.model, correction.key, correction.edit.user) == (
        "meetings.meeting",
        meeting.pk,
        author,
    )
    assert ("city", True, "Baku", "Ganja") in lines(correction)
    assert (correction.checked_by, correction.checked_at) == (None, None)


def test_a_changed_quote_is_a_correction_of_its_meeting_and_told_without_its_words(author):
    meeting = meeting_between(published=True)
    quote = QuoteFactory(meeting=meeting, text="We will trade")
    change(quote, author, text="We shall trade")
    correction = Correction.objects.get()
    assert correction.key == meeting.pk
    assert ("quotes", False, "", "") in lines(correction)
    assert "trade" not in str(lines(correction))


def test_drafts_the_system_and_publishing_make_no_correction(author, other):
    draft = meeting_between()
    change(draft, author, title="Typed")
    public = meeting_between("A", "B", published=True)
    change(public, None, title="Imported")
    workflow.publish(workflow.submit(draft, author), other)
    workflow.withdraw(public, author, note="in doubt")
    change(public, author, title="Mended while withdrawn")
    assert not Correction.objects.exists()


def test_a_correction_that_readers_cannot_see_waits_all_the_same(author):
    agreement = agreement_of("A", "B", published=True)
    with edits.edit(user=author):
        agreement.save()
    correction = Correction.objects.get()
    assert lines(correction) == []


def test_another_publisher_checks_what_was_seen_and_no_more(author, other):
    meeting = meeting_between(published=True)
    change(meeting, author, title="First")
    seen = Correction.objects.get().pk
    change(meeting, author, title="Second")
    with pytest.raises(Refused, match="another publisher checks"):
        corrections.check(meeting, author, seen)
    with pytest.raises(Refused, match="Your role"):
        corrections.check(meeting, UserFactory(role="editor"), seen)
    [checked] = corrections.check(meeting, other, seen)
    assert (checked.pk, checked.checked_by) == (seen, other)
    assert list(Correction.objects.of(meeting).unchecked().values_list("pk", flat=True)) != [seen]
    assert Correction.objects.of(meeting).unchecked().count() == 1
    with pytest.raises(Refused, match="Nothing waits"):
        corrections.check(meeting, other, seen)


def test_changes_name_values_of_the_record_itself_and_only_fields_of_what_names_others():
    before = {"title": "A", "level": None, "countries": ["a"], "participants": ["X (Y, Z)"], "slug": "a"}
    after = {"title": "B", "level": "minister", "countries": ["a", "b"], "participants": [], "slug": "b"}
    assert changes_seen(before, after) == [
        ("title", "A", "B"),
        ("level", "", "minister"),
        ("countries", "a", "a; b"),
        ("participants", None, None),
    ]
    assert changes_seen(after, after) == []
