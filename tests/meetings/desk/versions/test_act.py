"""Restoring gives back what was: fields, parts and many-to-many; and it keeps what publishing and others need."""

from contextlib import suppress

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from agreements.models import Agreement
from meetings import edition, edits, workflow
from meetings.desk.changes import changes_of
from meetings.desk.trails import edits_of, trail_of
from meetings.desk.versions.act import bring_back, restore
from meetings.desk.versions.comparing import compare
from meetings.desk.versions.plan import Plan
from meetings.desk.versions.reading import parts_of, read_version
from meetings.edition.draft import draft_entry
from meetings.edits import Edit
from meetings.interchange.merging import merge
from meetings.models import Event, Meeting, Official, Source
from meetings.workflow import Refused
from tests.factories import CommitmentFactory, OfficialFactory, QuoteFactory, meeting_between
from tests.meetings.edition.acts import REFUSALS, Editors
from tests.meetings.edition.world import public_world

pytestmark = pytest.mark.django_db

ACTS = 30
RESTORED = 4
# The sequence that the suite plays; any other number is another one.
SEED = 2


def below(model):
    """Return the models of the parts of a record, and of their parts."""
    return tuple(each for part in parts_of(model) for each in (part, *below(part)))


def state(model, key):
    """Return all that people write in a record and its parts, as plain values read from the tables."""
    found, waiting = {}, [(model, model.objects.filter(pk=key))]
    while waiting:
        kind, rows = waiting.pop()
        for record in rows:
            values = {
                item.attname: getattr(record, item.attname)
                for item in kind._meta.concrete_fields
                if item.editable or item.name == "number"
            }
            many = {
                item.name: set(getattr(record, item.name).values_list("pk", flat=True))
                for item in kind._meta.many_to_many
            }
            found[kind, record.pk] = values | many
        keys = [record.pk for record in rows]
        waiting += [
            (part, part.objects.filter(**{f"{part.parent_field}__in": keys})) for part in parts_of(kind)
        ]
    return found


def versions(record):
    return edits_of(trail_of(type(record), [record.pk]))


def fresh(record):
    return type(record).objects.get(pk=record.pk)


def forms(roots):
    """Return what readers would be shown of these records, in whatever state they are."""
    entries = [draft_entry(root) for root in roots]
    return [(entry.title, entry.row, entry.detail, sorted(entry.keys)) for entry in entries]


def outside(roots):
    """Return what a form shows besides the record: what of it is public, and the addresses that publishing gave."""
    addresses = [
        list(model.objects.order_by("pk").values_list("slug")) for model in (Official, Event, Source)
    ]
    return [(fresh(root).publication, fresh(root).slug) for root in roots], addresses


def taken(roots):
    """Return {root: (its last Edit, state)}, and the forms with what they show besides."""
    stands = {root: (versions(root).first(), state(type(root), root.pk)) for root in roots}
    return stands, outside(roots), forms(roots)


def test_restore_of_any_version_after_random_edits_gives_state_and_form_of_then():
    public = public_world()
    roots = [public, meeting_between("Azerbaijan", "Russia"), Agreement.objects.first()]
    editors = Editors(SEED, roots=(Meeting, Agreement), parts=below(Meeting) + below(Agreement))
    # A part that moved takes a new number wherever it goes; and the records stay these three.
    left = (editors.move_part, editors.add_root)
    editors.moves = [(move, weight) for move, weight in editors.moves if move not in left]
    moments = [taken(roots)]
    while len(moments) < ACTS:
        with suppress(*REFUSALS, ValidationError, IntegrityError), transaction.atomic():
            editors.act()
            moments.append(taken(roots))
    done = 0
    for stands, then_outside, shown in editors.random.sample(moments, RESTORED):
        done += sum(restored(root, *then) for root, then in stands.items())
        if outside(roots) == then_outside:
            assert forms(roots) == shown
    assert done >= RESTORED
    assert edition.check() == []


def restored(root, then, before):
    """Restore a record, where that changes it, to what it was, by one Edit; return whether it was done."""
    count, present = Edit.objects.count(), state(type(root), root.pk)
    if present == before:
        with pytest.raises(Refused, match="Nothing would change"):
            restore(fresh(root), then, fresh(root).version)
        assert Edit.objects.count() == count
        return False
    plan = restore(fresh(root), then, fresh(root).version)
    assert state(type(root), root.pk) == before
    last = versions(root).first()
    assert (Edit.objects.count(), last.kind) == (count + 1, Edit.Kind.RESTORE)
    told = changes_of(trail_of(type(root), [root.pk]), [last], type(root))[last.pk]
    assert written(plan.changes) == written(told)
    left = compare(*(read_version(type(root), root.pk, seen) for seen in (then.pk, last.pk)), type(root))
    assert all([label for label, _, _ in change.fields] == ["Publication"] for change in left)
    return True


def written(changes):
    """Return what was done to which fields; their words may name what the same act renamed."""
    return {(one.model, one.key, one.verb, *(label for label, _, _ in one.fields)) for one in changes}


def test_restore_brings_back_a_deleted_quote_with_number_address_and_speakers():
    meeting = public_world()
    quote = meeting.quotes.get()
    before, then = state(Meeting, meeting.pk), versions(meeting).first()
    with edits.edit(note="Deleted and added"):
        quote.delete()
        QuoteFactory(meeting=meeting, text="Added since")
    restore(fresh(meeting), then, fresh(meeting).version, note="By mistake")
    assert state(Meeting, meeting.pk) == before
    assert meeting.quotes.get().slug == quote.slug
    last = versions(meeting).first()
    assert last.kind == Edit.Kind.RESTORE
    assert last.note.startswith("Restored the version of ") and last.note.endswith("By mistake")
    assert edition.check() == []


def test_restore_brings_back_one_whose_place_another_took():
    meeting = meeting_between("Azerbaijan", "Azerbaijan", "Russia")
    first, second, _ = meeting.participations.all()
    before, then = state(Meeting, meeting.pk), versions(meeting).first()
    official = first.official
    first.delete()
    second.official = official
    second.save()
    restore(fresh(meeting), then, fresh(meeting).version)
    assert state(Meeting, meeting.pk) == before


def test_restore_after_a_merge_of_officials_follows_the_merge():
    kept, gone = OfficialFactory(name="A B"), OfficialFactory(name="A B")
    meeting = meeting_between("Azerbaijan", "Russia")
    quote = QuoteFactory(meeting=meeting, speakers=[gone])
    then = versions(meeting).first()
    quote.speakers.clear()
    merge(kept, gone)
    restore(fresh(meeting), then, fresh(meeting).version)
    assert list(quote.speakers.all()) == [kept]
    assert not Official.objects.filter(pk=gone.pk).exists()


def test_restore_before_a_merge_into_the_record_is_refused():
    kept, gone = OfficialFactory(name="A B"), OfficialFactory(name="A B")
    then, gone_key = versions(kept).first(), gone.pk
    merge(kept, gone)
    with pytest.raises(Refused, match="merged into this one"):
        restore(fresh(kept), then, fresh(kept).version)
    with pytest.raises(Refused, match="lives on there"):
        bring_back(Official, gone_key)


def test_restore_of_a_published_record_to_less_than_publishing_takes_is_refused():
    meeting = Meeting(title="Bare")
    meeting.date_precision, meeting.date_basis = "unknown", ""
    meeting.save()
    bare = versions(meeting).first()
    whole = meeting_between("Azerbaijan", "Russia", published=True)
    meeting.sources.set(whole.sources.all())
    for row in whole.participations.all():
        meeting.participations.create(country=row.country)
    workflow.submit(meeting)
    workflow.publish(meeting)
    before = state(Meeting, meeting.pk)
    with pytest.raises(Refused, match="at least two countries"):
        restore(fresh(meeting), bare, fresh(meeting).version)
    assert state(Meeting, meeting.pk) == before


def test_restore_from_a_stale_preview_is_refused():
    meeting = public_world()
    then, seen = versions(meeting).first(), meeting.version
    meeting.city, meeting.place_basis = "Ganja", "stated"
    meeting.save()
    with pytest.raises(edits.StaleSave):
        restore(fresh(meeting), then, seen)


def test_part_added_since_that_others_name_stays():
    meeting = public_world()
    then = versions(meeting).first()
    commitment = CommitmentFactory(meeting=meeting)
    Agreement.objects.first().keeps.add(commitment)
    plan = Plan(Meeting, meeting.pk, then.pk)
    assert plan.going == []
    assert any("stays" in sentence for sentence in plan.notices)


def test_bring_back_of_a_deleted_draft_gives_parts_numbers_and_address():
    meeting = meeting_between("Azerbaijan", "Russia")
    QuoteFactory(meeting=meeting)
    before, slug, key = state(Meeting, meeting.pk), fresh(meeting).slug, meeting.pk
    numbers = fresh(meeting).next_number
    fresh(meeting).delete()
    back = bring_back(Meeting, key)
    assert state(Meeting, key) == before
    assert (back.slug, back.next_number) == (slug, numbers)
    with pytest.raises(Refused, match="not deleted"):
        bring_back(Meeting, key)
