"""Text that every format can hold, days that are known, and ids that stay."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.browse.telling import on_one_line, permanent_id, printable, sentences, whole_days


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        ("2021-05-20", None, (date(2021, 5, 20), date(2021, 5, 20))),
        ("2021-05-20", "2021-06-01", (date(2021, 5, 20), date(2021, 6, 1))),
        ("2021-05", None, None),
        ("2021", None, None),
        ("2021-05-20", "2021-06", None),
        (None, None, None),
    ],
)
def test_whole_days_of_partial_dates_are_days_or_nothing(start, end, days):
    assert whole_days(start, end) == days


@given(st.text())
def test_printable_text_holds_no_control_character_and_keeps_all_others(text):
    kept = printable(text)
    assert not any(char < " " and char not in "\t\n" for char in kept)
    assert [char for char in kept if char.isalnum()] == [char for char in text if char.isalnum()]


def test_line_ends_of_every_kind_become_one():
    assert printable("a\r\nb\rc\u2028d\x0be") == "a\nb\nc\nd\ufffde"
    assert on_one_line(" a \n\n b\tc ") == "a b c"


def test_sentences_leave_out_what_is_empty_and_end_once():
    assert sentences("One", "", None, "Two.", "“Three.”", "  ") == "One. Two. “Three.”"


def test_permanent_id_differs_by_address_and_by_site_only():
    one = permanent_id("example.org", "/meetings/a/")
    assert one == permanent_id("example.org", "/meetings/a/")
    others = {permanent_id("example.org", "/meetings/b/"), permanent_id("example.net", "/meetings/a/")}
    assert one not in others and len(others) == 2
