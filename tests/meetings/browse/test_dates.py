"""Days, months and years as filters take them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.browse.dates import DayRange, DayRangeError, parse_day_range


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2021", date(2021, 1, 1), date(2021, 12, 31)),
        ("2021-05", date(2021, 5, 1), date(2021, 5, 31)),
        ("2021-05-20", date(2021, 5, 20), date(2021, 5, 20)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("1900-02", date(1900, 2, 1), date(1900, 2, 28)),
        ("2021-12", date(2021, 12, 1), date(2021, 12, 31)),
        ("0001", date(1, 1, 1), date(1, 12, 31)),
        ("9999", date(9999, 1, 1), date(9999, 12, 31)),
        ("9999-12-31", date(9999, 12, 31), date(9999, 12, 31)),
    ],
)
def test_parse_day_range_iso_text_gives_its_days(text, first, last):
    assert parse_day_range(text) == DayRange(first, last)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2021-13",
        "2021-00",
        "2021-02-29",
        "2021-5",
        "2021-05-1",
        "21",
        "0000",
        "10000",
        "-2021",
        "+2021",
        "2021-",
        "2021-05-",
        "2021-05-20T00:00",
        "20210520",
        "2021-W20",
        " 2021",
        "2021\n",
        "٢٠٢١",
        "２０２１",
        "2021‑05",
        "yesterday",
        "9" * 400,
        "2021\x00",
    ],
)
def test_parse_day_range_anything_else_is_refused(text):
    with pytest.raises(DayRangeError):
        parse_day_range(text)


def test_parse_day_range_refusal_says_what_to_write():
    with pytest.raises(DayRangeError) as refusal:
        parse_day_range("2021-13")
    assert str(refusal.value) == (
        "'2021-13' is not a date. Write a year, a year and month, or a day: 2021, 2021-05, 2021-05-20."
    )


def test_parse_day_range_refusal_of_a_long_text_stays_short():
    with pytest.raises(DayRangeError) as refusal:
        parse_day_range("9" * 4000)
    assert len(str(refusal.value)) < 160


@given(st.dates(min_value=date.min, max_value=date.max))
def test_parse_day_range_day_lies_in_its_month_and_year(day):
    iso = day.isoformat()
    assert parse_day_range(iso) == DayRange(day, day)
    month, year = parse_day_range(iso[:7]), parse_day_range(iso[:4])
    assert year.first <= month.first <= day <= month.last <= year.last
    assert (month.first.day, year.first.month, year.last.month, year.last.day) == (1, 1, 12, 31)


@given(st.text(alphabet="0123456789-", max_size=12))
def test_parse_day_range_any_text_is_read_or_refused(text):
    try:
        found = parse_day_range(text)
    except DayRangeError:
        return
    assert text == found.first.isoformat()[: len(text)]
