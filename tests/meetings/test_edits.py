"""One act of one person is one Edit: what it joins, what it undoes, and what it refuses."""

import threading
from contextlib import suppress

import pytest
from django.db import IntegrityError, connection, transaction

from meetings import edition, edits, workflow
from meetings.edits import Edit, StaleSave
from meetings.models import Country, Meeting, Official, PairEdition, Quote

from ..factories import (
    CountryFactory,
    MeetingFactory,
    OfficialFactory,
    QuoteFactory,
    SourceFactory,
    SphereFactory,
    TenureFactory,
    UserFactory,
    meeting_between,
    record_models,
)

pytestmark = pytest.mark.django_db


def test_a_save_outside_an_act_is_an_edit_of_its_own():
    meeting = MeetingFactory()
    assert Edit.objects.count() == 1
    assert meeting.history.get().edit == Edit.objects.get()


def test_an_act_with_parts_and_many_to_many_is_one_edit_to_which_every_history_row_points():
    user, official, source = UserFactory(), OfficialFactory(), SourceFactory()
    before = Edit.objects.count()
    with edits.edit(user=user, note="as Trend has it") as act:
        meeting = MeetingFactory()
        quote = QuoteFactory(meeting=meeting, speakers=[official], sources=[source])
        meeting.sources.add(source)
    edit = act.edit
    assert Edit.objects.count() == before + 1
    assert (edit.user, edit.note, edit.kind) == (user, "as Trend has it", "save")
    for record in (meeting, quote):
        assert {(row.edit, row.history_user) for row in record.history.all()} == {(edit, user)}
    assert [row.official_id for row in quote.history.first().speakers.all()] == [official.pk]


def test_an_act_that_writes_nothing_leaves_no_trace():
    with edits.edit():
        pass
    assert not Edit.objects.exists()


def test_a_nested_act_joins_the_one_that_is_open():
    user = UserFactory()
    with edits.edit(user=user, note="outer") as outer, edits.edit(note="inner") as inner:
        OfficialFactory()
    assert inner is outer
    assert Edit.objects.get().note == "outer"


def test_a_many_to_many_changed_alone_is_an_edit_and_moves_the_version():
    meeting, source = MeetingFactory(), SourceFactory()
    before = Edit.objects.count()
    meeting.sources.add(source)
    assert Edit.objects.count() == before + 1
    assert meeting.history.first().edit == Edit.objects.first()
    assert meeting.version == 3
    assert Meeting.objects.get(pk=meeting.pk).version == 3


def test_a_many_to_many_changed_from_the_other_side_is_refused():
    official, quote = OfficialFactory(), QuoteFactory()
    with pytest.raises(TypeError, match="from the record that declares it"), transaction.atomic():
        official.quotes.add(quote)
    assert not quote.speakers.exists()


def test_an_exception_undoes_the_whole_act_with_its_edit():
    with suppress(RuntimeError), edits.edit():
        QuoteFactory()
        raise RuntimeError
    for model in (Meeting, Quote, Edit, Meeting.history, Quote.history):
        assert not getattr(model, "objects", model).exists()


def test_a_fault_in_the_edition_undoes_the_whole_act(monkeypatch):
    def fail(act):
        raise RuntimeError

    monkeypatch.setattr(edits, "_listeners", [fail])
    with pytest.raises(RuntimeError):
        MeetingFactory()
    assert not Meeting.objects.exists()
    assert not Edit.objects.exists()


def test_after_a_failed_act_the_next_one_is_a_new_edit():
    with suppress(RuntimeError), edits.edit(note="failed"):
        raise RuntimeError
    assert edits.current() is None
    OfficialFactory()
    assert Edit.objects.get().note == ""


def test_the_version_moves_once_for_each_act_however_much_it_writes():
    meeting = MeetingFactory()
    started = Meeting.objects.get().version
    with edits.edit():
        meeting.save()
        QuoteFactory(meeting=meeting)
        QuoteFactory(meeting=meeting)
        meeting.sources.add(SourceFactory())
    assert Meeting.objects.get().version == started + 1


def test_a_part_moves_the_version_of_the_record_that_it_belongs_to():
    tenure = TenureFactory()
    before = Official.objects.get().version
    tenure.post = "President"
    tenure.save()
    tenure.delete()
    assert Official.objects.get().version == before + 2


def test_a_deleted_part_leaves_a_history_row_that_points_to_the_edit():
    quote = QuoteFactory()
    with edits.edit(note="said elsewhere") as act:
        quote.delete()
    assert Quote.history.first().history_type == "-"
    assert Quote.history.first().edit == act.edit


def test_a_deleted_draft_leaves_history_of_its_parts_too():
    quote = QuoteFactory()
    with edits.edit() as act:
        quote.meeting.delete()
    assert [row.edit for row in Quote.history.filter(history_type="-")] == [act.edit]
    assert [row.edit for row in Meeting.history.filter(history_type="-")] == [act.edit]


def test_a_save_from_an_older_version_is_refused_and_says_who_was_first():
    meeting, colleague = MeetingFactory(), UserFactory(username="rena")
    seen = meeting.version
    with edits.edit(user=colleague):
        meeting.title = "As Rena has it"
        meeting.save()
    with pytest.raises(StaleSave) as refused, edits.edit():
        edits.check_version(meeting, seen)
    assert refused.value.last_edit.user == colleague


def test_a_save_from_the_current_version_is_let_through():
    meeting = MeetingFactory()
    with edits.edit():
        edits.check_version(meeting, Meeting.objects.get().version)


def test_a_save_after_a_part_changed_is_stale():
    meeting = MeetingFactory()
    seen = Meeting.objects.get().version
    QuoteFactory(meeting=meeting)
    with pytest.raises(StaleSave), edits.edit():
        edits.check_version(meeting, seen)


def test_a_save_of_what_was_deleted_meanwhile_is_stale():
    meeting = MeetingFactory()
    seen, old = meeting.version, Meeting.objects.get()
    meeting.delete()
    with pytest.raises(StaleSave), edits.edit():
        edits.check_version(old, seen)


def test_an_old_copy_that_is_saved_never_turns_the_version_back():
    meeting, old = MeetingFactory(), Meeting.objects.get()
    for _ in range(3):
        meeting.save()
    before = Meeting.objects.get().version
    old.save()
    assert Meeting.objects.get().version == before + 1


def test_an_old_copy_that_is_saved_never_brings_back_an_older_state_or_address():
    meeting = meeting_between()
    old = Meeting.objects.get()
    workflow.publish(workflow.submit(meeting))
    slug = Meeting.objects.get().slug
    old.title = "New title"
    old.save()
    stored = Meeting.objects.get()
    assert (stored.title, stored.slug, stored.publication) == ("New title", slug, "published")
    assert stored.first_public_at == meeting.first_public_at
    assert stored.history.first().slug == slug


def test_saving_the_state_of_publication_by_hand_does_nothing():
    meeting = meeting_between()
    meeting.publication = "published"
    meeting.save()
    assert Meeting.objects.get().publication == "draft"


def test_a_record_that_was_deleted_is_not_brought_back_by_an_old_copy():
    country, sphere = CountryFactory(), SphereFactory()
    for record in (country, sphere):
        old = type(record).objects.get()
        record.delete()
        with pytest.raises(type(record).DoesNotExist):
            old.save()
    assert not Country.objects.exists()


def test_a_refused_row_inside_a_savepoint_leaves_the_act_whole():
    with edits.edit():
        CountryFactory(slug="azerbaijan")
        with pytest.raises(IntegrityError), transaction.atomic():
            CountryFactory(slug="azerbaijan")
        CountryFactory(slug="russia")
    assert Country.objects.count() == 2
    assert Edit.objects.count() == 1


def test_a_savepoint_undone_inside_an_act_takes_neither_the_edit_nor_what_comes_later():
    meeting = meeting_between(published=True)
    with edits.edit(note="import") as act:
        with suppress(RuntimeError), transaction.atomic():
            QuoteFactory(meeting=meeting)
            meeting_between("Armenia", "Georgia", published=True)
            raise RuntimeError
        official = OfficialFactory()
    assert (act.edit, act.edit.note) == (Edit.objects.first(), "import")
    assert official.history.get().edit == act.edit
    assert not Quote.objects.exists()
    assert not Country.objects.filter(name="Armenia").exists()
    assert edition.check() == []


def test_an_act_of_which_a_savepoint_undid_everything_can_be_followed_by_others():
    with edits.edit(), suppress(RuntimeError), transaction.atomic():
        QuoteFactory()
        raise RuntimeError
    assert not Meeting.objects.exists()
    assert QuoteFactory().history.get().edit == Edit.objects.first()


@pytest.mark.parametrize("model", record_models(), ids=lambda model: model.__name__)
def test_every_many_to_many_of_a_record_is_in_its_history(model):
    declared = {field.name for field in model._meta.local_many_to_many}
    assert declared == {field.name for field in getattr(model, "_history_m2m_fields", [])}


def in_threads(*works):
    """Run each work in a thread of its own, all at once; return what each returned or raised."""
    results, barrier = [None] * len(works), threading.Barrier(len(works))

    def run(place, work):
        try:
            barrier.wait(10)
            results[place] = work()
        except Exception as error:
            results[place] = error
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=item) for item in enumerate(works)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    return results


@pytest.mark.django_db(transaction=True)
def test_of_two_saves_from_one_version_at_the_same_time_one_wins_and_one_is_told():
    meeting = MeetingFactory()
    seen = Meeting.objects.get().version

    def save(title):
        with edits.edit():
            edits.check_version(meeting, seen)
            own = Meeting.objects.get()
            own.title = title
            own.save()
        return title

    results = in_threads(*(lambda title=title: save(title) for title in ("one", "two", "three", "four")))
    won = [result for result in results if isinstance(result, str)]
    assert len(won) == 1
    assert all(isinstance(result, StaleSave) for result in results if result not in won)
    assert Meeting.objects.get().title == won[0]
    assert Meeting.objects.get().version == seen + 1


@pytest.mark.django_db(transaction=True)
def test_parts_added_at_the_same_time_get_different_numbers():
    meeting = MeetingFactory()
    results = in_threads(
        *(lambda: QuoteFactory(meeting_id=meeting.pk, meeting=meeting).number for _ in range(4))
    )
    assert sorted(results) == [1, 2, 3, 4]


@pytest.mark.django_db(transaction=True)
def test_meetings_published_at_the_same_time_are_all_counted_and_have_different_addresses():
    CountryFactory(name="Azerbaijan")
    CountryFactory(name="Russia")
    results = in_threads(*(lambda: meeting_between(published=True).slug for _ in range(3)))
    assert len(set(results)) == 3, results
    assert PairEdition.objects.get().meetings == 3
