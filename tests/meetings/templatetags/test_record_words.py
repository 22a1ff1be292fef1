"""Slugs are shown in the words that editors choose from; lists and numbers read as sentences do."""

from datetime import date

import pytest
import time_machine

from meetings.models import Meeting, Rank
from meetings.templatetags import record_words as words


@pytest.mark.parametrize(
    ("value", "vocabulary", "label"),
    [
        ("head-of-government", "rank", "head of government"),
        ("deputy-head", "rank", "deputy head of state or government"),
        ("dateline", "place_basis", "dateline only"),
        ("communique", "agreement_type", "communiqué"),
        ("unknown", "place_basis", "not stated"),
        (None, "format", ""),
        ("", "format", ""),
    ],
)
def test_label_of_slug_is_what_editors_chose(value, vocabulary, label):
    assert words.label_of(value, vocabulary) == label


def test_label_of_unknown_vocabulary_raises():
    with pytest.raises(KeyError):
        words.label_of("held", "colour")


@pytest.mark.parametrize("format", Meeting.Format.values)
def test_label_of_every_format_has_no_hyphen(format):
    assert "-" not in words.label_of(format, "format")


@pytest.mark.parametrize(
    ("label", "plural"),
    [
        ("head of government", "heads of government"),
        ("speaker of parliament", "speakers of parliament"),
        ("deputy head of state or government", "deputy heads of state or government"),
        ("foreign minister", "foreign ministers"),
        ("other official", "other officials"),
        ("", ""),
    ],
)
def test_plural_of_rank(label, plural):
    assert words.plural(label) == plural


def test_plural_of_every_rank_ends_its_noun_in_s():
    assert all(words.plural(label).split(" of ")[0].endswith("s") for _, label in Rank.choices)


@pytest.mark.parametrize(
    ("tag", "name"), [("ru", "Russian"), ("az", "Azerbaijani"), ("zh", "Chinese"), ("qaa", "qaa"), (None, "")]
)
def test_language_of_tag(tag, name):
    assert words.language(tag) == name


@pytest.mark.parametrize(
    ("names", "line"),
    [
        (["a"], "a"),
        (["a", "b", "c", "d"], "a; b; c; d"),
        (["a", "b", "c", "d", "e"], "a; b; c; and 2 more"),
        ([], ""),
    ],
)
def test_first_few_never_hides_a_single_name(names, line):
    assert words.first_few(names, 3) == line


@pytest.mark.parametrize(
    ("names", "line"),
    [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", {"name": "C"}], "A, B and C")],
)
def test_in_a_row_joins_names_and_refs(names, line):
    assert words.in_a_row(names) == line


def test_in_a_row_may_end_in_another_word():
    assert words.in_a_row(["A", "B"], "or") == "A or B"


def test_people_name_not_stated_is_written_out():
    line = words.people(["Ali Asadov (Prime Minister, Azerbaijan)", "? (Foreign Minister, Georgia)"])
    assert line == "Ali Asadov (Prime Minister, Azerbaijan); Not named (Foreign Minister, Georgia)"


@pytest.mark.parametrize(
    ("number", "word"), [(0, "no"), (6, "six"), (12, "twelve"), (13, "13"), (1284, "1,284")]
)
def test_counted_small_numbers_are_words(number, word):
    assert words.counted(number) == word


def test_grouped_parts_thousands():
    assert words.grouped(1284000) == "1,284,000"


@pytest.mark.parametrize(
    ("state", "until", "today"),
    [
        ("open", date(2023, 12, 31), "overdue"),
        ("open", "2023-12-31", "overdue"),
        ("open", date(2024, 1, 1), "open"),
        ("open", None, "open"),
        ("kept", date(2023, 12, 31), "kept"),
    ],
)
def test_standing_open_commitment_is_overdue_after_its_last_day(state, until, today):
    with time_machine.travel("2024-01-01T12:00:00Z", tick=False):
        assert words.standing(state, until) == today
