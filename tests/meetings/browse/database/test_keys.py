"""Sets of strings and their two lookups: the same answers on both databases."""

import pytest
from django.core import serializers
from django.db import IntegrityError, transaction
from django.db.models import Q
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.meetings.browse.editionapp.models import PairEdition, Remark, Subject, SubjectEdition

pytestmark = pytest.mark.django_db

KEY = st.text(
    st.sampled_from("ab=-/'\"\\{},;% é中\U0001f30d\n")
    | st.characters(codec="utf-8", exclude_characters="\0"),
    min_size=1,
    max_size=8,
)
KEYS = st.lists(st.sampled_from(["country=a", "country=b", "has=quotes"]) | KEY, max_size=5)


def edition(keys, **values):
    """Return a stored edition with the keys."""
    return SubjectEdition.objects.create(record=Subject.objects.create(name="s"), keys=keys, **values)


def found(model=SubjectEdition, **lookup):
    """Return the primary keys that a lookup finds."""
    return set(model.objects.filter(**lookup).values_list("pk", flat=True))


@settings(max_examples=150, deadline=None)
@given(st.lists(KEYS, max_size=4), KEYS)
def test_lookups_any_sets_answer_like_python_sets(stored, asked):
    with transaction.atomic():
        rows = {edition(keys).pk: set(keys) for keys in stored}
        assert found(keys__has_all=asked) == {pk for pk, keys in rows.items() if keys >= set(asked)}
        assert found(keys__has_any=asked) == {pk for pk, keys in rows.items() if keys & set(asked)}
        kept = dict(SubjectEdition.objects.values_list("pk", "keys"))
        assert kept == {pk: sorted(keys) for pk, keys in rows.items()}
        transaction.set_rollback(True)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(KEYS, KEYS), min_size=1, max_size=4), KEYS)
def test_lookups_after_updates_and_deletes_answer_for_what_is_left(changes, asked):
    with transaction.atomic():
        rows = [edition(before) for before, _ in changes]
        for row, (_, after) in zip(rows, changes, strict=True):
            SubjectEdition.objects.filter(pk=row.pk).update(keys=after)
        rows[0].delete()
        left = {row.pk: set(after) for row, (_, after) in zip(rows[1:], changes[1:], strict=True)}
        assert found(keys__has_any=asked) == {pk for pk, keys in left.items() if keys & set(asked)}
        transaction.set_rollback(True)


def test_has_all_of_nothing_finds_every_row():
    rows = {edition([]).pk, edition(["a"]).pk}
    assert found(keys__has_all=[]) == rows


def test_has_any_of_nothing_finds_no_row():
    edition(["a"])
    assert found(keys__has_any=[]) == set()


@pytest.mark.parametrize("odd", ["a\0b", "\ud800", ""])
def test_lookups_key_that_cannot_be_stored_matches_nothing(odd):
    row = edition(["a"])
    assert found(keys__has_all=["a", odd]) == found(keys__has_any=[odd]) == set()
    assert found(keys__has_any=["a", odd]) == {row.pk}


def test_lookups_negated_find_the_other_rows():
    one, other = edition(["a"]), edition(["b"])
    assert set(SubjectEdition.objects.exclude(keys__has_any=["a"])) == {other}
    assert set(SubjectEdition.objects.exclude(keys__has_all=["b"])) == {one}


def test_lookups_chained_and_joined_by_or_hold_together():
    one, two = edition(["a", "b"]), edition(["a", "c"])
    edition(["b", "c"])
    chained = SubjectEdition.objects.filter(keys__has_any=["a"]).filter(keys__has_any=["b", "c"])
    assert set(chained) == {one, two}
    assert set(chained.filter(Q(keys__has_all=["b"]) | Q(keys__has_any=["x"]))) == {one}


def test_lookups_across_a_relation_reach_the_edition():
    remark = Remark.objects.create(edition=edition(["a"]))
    loose = Remark.objects.create()
    other = Remark.objects.create(edition=edition(["b"]))
    assert set(Remark.objects.filter(edition__keys__has_any=["a"])) == {remark}
    assert set(Remark.objects.exclude(edition__keys__has_all=["a"])) == {loose, other}


def test_lookups_under_two_aliases_stay_apart():
    one = edition(["a"])
    Remark.objects.create(edition=one)
    rows = SubjectEdition.objects.filter(keys__has_any=["a"], remarks__edition__keys__has_any=["a"])
    assert list(rows) == [one]


def test_lookups_edition_without_a_record_uses_its_own_number():
    pairs = PairEdition.objects.bulk_create([PairEdition(keys=["a"], search=[]), PairEdition(search=[])])
    assert found(PairEdition, keys__has_any=["a"]) == {pairs[0].pk}
    assert PairEdition.objects.get(pk=pairs[1].pk).keys == []


def test_lookups_in_an_update_and_a_delete_hit_the_same_rows():
    one, other = edition(["a"]), edition(["b"])
    assert SubjectEdition.objects.filter(keys__has_any=["a"]).update(title="changed") == 1
    assert SubjectEdition.objects.filter(keys__has_all=["b"]).delete()[0] == 1
    assert set(SubjectEdition.objects.values_list("pk", "title")) == {(one.pk, "changed")}
    assert other.pk != one.pk


def test_keys_deleted_with_their_record_leave_no_link():
    row = edition(["a"])
    row.record.delete()
    again = edition([], title="same key, new row")
    assert found(keys__has_any=["a"]) == set()
    assert set(SubjectEdition.objects.all()) == {again}


def test_keys_written_in_bulk_are_found():
    subjects = [Subject.objects.create(name=str(number)) for number in range(3)]
    rows = [SubjectEdition(record=subject, keys=["all", subject.name]) for subject in subjects]
    SubjectEdition.objects.bulk_create(rows)
    for row in rows:
        row.keys = ["changed", *row.keys]
    SubjectEdition.objects.bulk_update(rows, ["keys"])
    assert found(keys__has_any=["changed"]) == found(keys__has_all=["all"]) == {row.pk for row in rows}
    upserted = SubjectEdition(record=subjects[0], keys=["upserted"])
    SubjectEdition.objects.bulk_create(
        [upserted], update_conflicts=True, unique_fields=["record"], update_fields=["keys"]
    )
    assert found(keys__has_any=["upserted"]) == {subjects[0].pk}
    assert found(keys__has_any=["0"]) == set()


def test_keys_without_a_value_are_refused():
    with pytest.raises(IntegrityError), transaction.atomic():
        edition(None)


@pytest.mark.parametrize("keys", ["country=a", [1], [None]])
def test_keys_that_are_no_set_of_strings_are_refused(keys):
    with pytest.raises(TypeError):
        edition(keys)
    with pytest.raises(TypeError):
        found(keys__has_any=keys)


@pytest.mark.parametrize("key", ["", "a\0", "\udfff"])
def test_keys_that_cannot_be_stored_are_refused(key):
    with pytest.raises(ValueError, match="cannot be a key"):
        edition([key])


def test_keys_through_a_fixture_come_back():
    row = edition(["b", "a", "é"])
    text = serializers.serialize("json", [row])
    row.delete()
    for entry in serializers.deserialize("json", text):
        entry.save()
    assert SubjectEdition.objects.get().keys == ["a", "b", "é"]
    assert found(keys__has_any=["é"]) == {row.pk or SubjectEdition.objects.get().pk}
