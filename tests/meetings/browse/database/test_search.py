"""The search of a row: the same answers on both databases, and the same as a reading by hand."""

import random

import pytest
from django.core import serializers
from django.db import connection, transaction
from hypothesis import example, given, settings
from hypothesis import strategies as st

from meetings.browse.database.search import GAP, MOST_BYTES, MOST_POSITIONS, MOST_REPETITIONS, indexed_tokens
from meetings.browse.folding import SearchQuery, parse_query, words
from tests.meetings.browse.editionapp.models import Remark, Subject, SubjectEdition

pytestmark = pytest.mark.django_db

TEXT = st.text(st.sampled_from("aabbc1é中 '-əÜ\U00010400") | st.characters(codec="utf-8"), max_size=12)
WORDS = TEXT.map(words)
SOME_WORDS = WORDS.filter(bool)
PARTS = st.lists(st.lists(st.sampled_from(["a", "ab", "abc", "b", "19"]), max_size=4) | WORDS, max_size=4)
QUERIES = st.builds(
    lambda words, phrases: SearchQuery(tuple(words), tuple(map(tuple, phrases))),
    st.lists(st.sampled_from(["a", "ab", "b", "1"]), max_size=2) | WORDS,
    st.lists(st.lists(st.sampled_from(["a", "ab", "b"]), min_size=1, max_size=3) | SOME_WORDS, max_size=2),
).filter(lambda query: query.words or query.phrases)


def edition(parts, **values):
    """Return a stored edition with the words."""
    return SubjectEdition.objects.create(
        record=Subject.objects.create(name="s"), keys=[], search=parts, **values
    )


def found(query):
    """Return the primary keys that a query finds; a text is read as readers' queries are."""
    query = parse_query(query) if isinstance(query, str) else query
    return set(SubjectEdition.objects.filter(search__matches=query).values_list("pk", flat=True))


def matches(parts, query):
    """Tell by hand whether parts of words match a query."""
    begun = all(any(word.startswith(begin) for part in parts for word in part) for begin in query.words)
    return begun and all(any(_holds(part, phrase) for part in parts) for phrase in query.phrases)


def _holds(part, phrase):
    length = len(phrase)
    return any(tuple(part[at : at + length]) == phrase for at in range(len(part) - length + 1))


@settings(max_examples=300, deadline=None)
@given(st.lists(PARTS, max_size=4), QUERIES)
@example([[["a"], ["b"]]], SearchQuery((), (("a", "b"),)))
@example([[["a", "b", "a", "b", "c"]]], SearchQuery((), (("a", "b", "c"),)))
@example([[["x" * 64]], [["x" * 63]]], SearchQuery(("x" * 64,)))
def test_matches_any_rows_answer_like_a_reading_by_hand(stored, query):
    with transaction.atomic():
        rows = {edition(parts).pk: parts for parts in stored}
        assert found(query) == {pk for pk, parts in rows.items() if matches(parts, query)}
        kept = dict(SubjectEdition.objects.values_list("pk", "search"))
        assert kept == {pk: [part for part in parts if part] for pk, parts in rows.items()}
        transaction.set_rollback(True)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(PARTS, PARTS), min_size=1, max_size=3), QUERIES)
def test_matches_after_updates_and_deletes_answer_for_what_is_left(changes, query):
    with transaction.atomic():
        rows = [edition(before) for before, _ in changes]
        for row, (_, after) in zip(rows, changes, strict=True):
            row.search = after
            row.save()
        SubjectEdition.objects.filter(pk=rows[0].pk).delete()
        left = {row.pk: after for row, (_, after) in zip(rows[1:], changes[1:], strict=True)}
        assert found(query) == {pk for pk, parts in left.items() if matches(parts, query)}
        transaction.set_rollback(True)


@pytest.mark.parametrize(
    ("query", "finds"),
    [
        ("agreement", True),
        ("AGREE", True),
        ("greement", False),
        ("əliyev", True),
        ("Aliyev's", False),
        ("covid-19", True),
        ("cov 1", True),
        ('"covid 19"', True),
        ('"covid 1"', False),
        ('"agreement"', False),
        ('"agreements"', True),
        ('"signed agreements" Aliyev', True),
        ('"agreements signed"', False),
        ('"pandemic əliyev"', False),
        ("елка", True),
        ("u.s.", True),
        ("中国", True),
        ("and or not near", False),
        ("a* OR b", False),
    ],
)
def test_matches_reader_s_words_find_what_they_should(query, finds):
    row = edition(
        [words("Signed agreements on the COVID-19 pandemic"), words("Əliyev, ёлка, U.S., 中国总理")]
    )
    assert found(query) == ({row.pk} if finds else set())


def test_matches_row_without_words_is_never_found():
    edition(None)
    edition([])
    edition([[], []])
    row = edition([["a"]])
    assert found("a") == {row.pk}
    others = SubjectEdition.objects.exclude(search__matches=parse_query("a"))
    assert sorted(others.values_list("search", flat=True), key=str) in ([[], [], None], [None, [], []])


def test_matches_across_a_relation_reaches_the_edition():
    remark = Remark.objects.create(edition=edition([["a"]]))
    Remark.objects.create(edition=edition([["b"]]))
    assert list(Remark.objects.filter(edition__search__matches=parse_query("a"))) == [remark]


def test_matches_word_of_four_byte_letters_is_found_by_its_beginning():
    row = edition([["\U00010428" * 64]])
    assert found("\U00010400" * 3) == {row.pk}


def test_matches_largest_row_is_stored_and_found_up_to_the_limit():
    chance = random.Random(1)
    long_words = ["".join(chance.choices("abcdefghij", k=64)) for _ in range(MOST_POSITIONS + 10)]
    row = edition([long_words])
    kept = SubjectEdition.objects.get(pk=row.pk).search[0]
    assert kept == long_words[: MOST_BYTES // 69]
    assert found(SearchQuery((), (tuple(kept[-2:]),))) == {row.pk}
    assert found(SearchQuery((long_words[len(kept)],))) == set()


def test_matches_many_short_words_are_found_up_to_the_last_position():
    many = [f"w{number}" for number in range(MOST_POSITIONS + 500)]
    row = edition([many])
    assert found(SearchQuery((), ((many[MOST_POSITIONS - 2], many[MOST_POSITIONS - 1]),))) == {row.pk}
    assert found(SearchQuery((), ((many[MOST_POSITIONS],),))) == set()
    assert SubjectEdition.objects.get(pk=row.pk).search == [many[:MOST_POSITIONS]]


def test_matches_word_repeated_beyond_the_limit_is_indexed_alike_on_both():
    parts = [["the", f"x{number}"] for number in range(MOST_REPETITIONS + 5)]
    row = edition(parts)
    last = MOST_REPETITIONS - 1
    assert found(SearchQuery((), (("the", f"x{last}"),))) == {row.pk}
    assert found(SearchQuery((), (("the", f"x{last + 1}"),))) == set()
    assert found(SearchQuery((f"x{last + 1}", "the"))) == {row.pk}
    kept = SubjectEdition.objects.get(pk=row.pk).search
    assert kept == parts[: last + 1] + [[word] for _, word in parts[last + 1 :]]


@given(PARTS)
def test_indexed_tokens_within_the_limits_are_the_words_with_gaps(parts):
    tokens = indexed_tokens(parts)
    assert " ".join(tokens).split(f" {GAP} ") == [" ".join(part) for part in parts if part] or not tokens
    assert [token for token in tokens if token != GAP] == [word for part in parts for word in part]


@pytest.mark.parametrize("word", ["", "Upper", "two words", "a'b", 'a"b', "a\\", GAP, "a\0", "x" * 65, "İ"])
def test_search_words_that_are_not_folded_are_refused(word):
    with pytest.raises(ValueError, match=r"folding\.words|at most 64"):
        edition([["fine", word]])
    with pytest.raises(ValueError, match=r"folding\.words|at most 64"):
        found(SearchQuery((word,)))
    with pytest.raises(ValueError, match=r"folding\.words|at most 64"):
        found(SearchQuery((), (("fine", word),)))


@pytest.mark.parametrize("query", [SearchQuery(), SearchQuery((), ((),))])
def test_matches_nothing_to_search_for_is_refused(query):
    with pytest.raises(ValueError, match="nothing to search for"):
        found(query)


def test_matches_plain_text_is_refused():
    with pytest.raises(TypeError, match="parse_query"):
        SubjectEdition.objects.filter(search__matches="text")


def test_search_through_a_fixture_comes_back():
    row = edition([["a", "b"], ["c"]])
    text = serializers.serialize("json", [row])
    SubjectEdition.objects.all().delete()
    for entry in serializers.deserialize("json", text):
        entry.save()
    assert SubjectEdition.objects.get().search == [["a", "b"], ["c"]]
    assert found('"a b"') == {SubjectEdition.objects.get().pk}


@pytest.mark.sqlite
def test_full_text_table_after_many_kinds_of_writes_agrees_with_the_rows():
    rows = [edition([["a", str(number)]]) for number in range(5)]
    SubjectEdition.objects.filter(pk=rows[0].pk).update(search=None)
    SubjectEdition.objects.filter(pk=rows[1].pk).update(search=[["b"]], title="t")
    rows[2].record.delete()
    SubjectEdition.objects.bulk_update(rows[3:], ["search"])
    with connection.cursor() as cursor:
        table = "editionapp_subjectedition_fts"
        cursor.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)")
