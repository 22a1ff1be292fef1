"""Days, months and years as readers write them in filters, and dates known no better than so (ISO 8601)."""

import calendar
import re
from dataclasses import dataclass
from datetime import date

ISO_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
LONGEST_SHOWN = 40


class DayRangeError(ValueError):
    """A text that is no day, month or year; the message tells the reader what to write."""


@dataclass(frozen=True)
class DayRange:
    """The days that a date can mean, both included."""

    first: date
    last: date


def parse_day_range(text):
    """Return the DayRange of "2021", "2021-05" or "2021-05-20".

    Digits are ASCII, years run from 0001 to 9999, and nothing may stand around. Raises
    DayRangeError for anything else.
    """
    found = ISO_DATE.fullmatch(text)
    try:
        return _range(*found.groups()) if found else _refuse(text)
    except ValueError:
        return _refuse(text)


def _range(year, month, day):
    first = date(int(year), int(month or 1), int(day or 1))
    if day:
        return DayRange(first, first)
    last_month = int(month or 12)
    return DayRange(first, date(first.year, last_month, calendar.monthrange(first.year, last_month)[1]))


def _refuse(text):
    shown = text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"
    raise DayRangeError(
        f"'{shown}' is not a date. Write a year, a year and month, or a day: 2021, 2021-05, 2021-05-20."
    )
