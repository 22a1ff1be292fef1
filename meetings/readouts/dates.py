"""Dates as texts write them: full, without a year, relative to the day of publication."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

MONTHS = {
    name: number
    for number, names in enumerate(
        [
            "jan january",
            "feb february",
            "mar march",
            "apr april",
            "may",
            "jun june",
            "jul july",
            "aug august",
            "sep sept september",
            "oct october",
            "nov november",
            "dec december",
        ],
        1,
    )
    for name in names.split()
}
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTH = (
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
YEAR = r"(?P<year>(?:1[6-9]|20|21)\d\d)"
FORMS = tuple(
    re.compile(form, re.I)
    for form in (
        r"\b(?P<year>(?:1[6-9]|20)\d\d)-(?P<number>\d\d)-(?P<day>\d\d)\b",
        rf"\b{DAY}(?:\s?[-–]\s?(?P<last>\d{{1,2}}))?(?:\s+of)?\s+{MONTH},?\s+{YEAR}\b",
        rf"\b{MONTH}\s+{DAY}(?:\s?(?:[-–]|to|and)\s?(?P<last>\d{{1,2}}))?(?:,\s*|\s+){YEAR}\b",
        r"\b(?P<number>\d{1,2})/(?P<day>\d{1,2})/(?P<year>20\d\d)\b",
        r"\b(?P<day>\d{2})\.(?P<number>\d{2})\.(?P<year>20\d\d)\b",
        rf"\b{MONTH}\s+{DAY}(?:\s?(?:[-–]|to|and)\s?(?P<last>\d{{1,2}}))?\b(?!\s*(?:percent|per cent|%"
        rf"|million|billion))",
        rf"\b{DAY}(?:\s?[-–]\s?(?P<last>\d{{1,2}}))?(?:\s+of)?\s+{MONTH}",
        rf"\b(?:in\s+|\[|of\s+){MONTH},?\s+{YEAR}\b",
    )
)
RELATIVE = re.compile(
    r"\b(?P<today>today|this (?:morning|afternoon|evening)|earlier today|tonight)\b"
    r"|\b(?P<yesterday>yesterday|last night)\b"
    r"|\b(?P<week>(?:earlier )?this week)\b|\b(?:(?:on|last|this|late|early) )?(?P<weekday>(?:Mon|Tues|Wednes"
    r"|Thurs|Fri|Satur"
    r"|Sun)day)\b(?! (?:said|told|announced|reported))",
    re.I,
)


@dataclass(frozen=True)
class Dated:
    """A date in a text: "2021-05-20", "2021-05" or "--05-20" where the year is not given; `last` for "
    "spans of days."""

    start: int
    end: int
    value: str
    last: str = ""

    @property
    def has_year(self):
        """Whether the text gives the year."""
        return not self.value.startswith("--")


def find_dates(text, start=0, end=None):
    """Return the Dated of text[start:end] in order; relative words are not among them."""
    found, taken = [], set()
    for form in FORMS:
        for match in form.finditer(text, start, len(text) if end is None else end):
            if (
                match.start() not in taken
                and match.end() - 1 not in taken
                and (value := _value(match.groupdict()))
            ):
                found.append(Dated(match.start(), match.end(), *value))
                taken.update(range(match.start(), match.end()))
    return sorted(found, key=lambda dated: dated.start)


def _value(parts):
    month = MONTHS.get(parts["month"].lower().rstrip(".")) if parts.get("month") else int(parts["number"])
    year, day, last = parts.get("year"), parts.get("day"), parts.get("last")
    try:
        date(int(year or 2000), month, int(day or 1))
        if last:
            date(int(year or 2000), month, int(last))
    except ValueError:
        return None
    head = f"{year}-{month:02}" if year else f"--{month:02}"
    if not day:
        return head, ""
    return f"{head}-{int(day):02}", f"{head}-{int(last):02}" if last and int(last) > int(day) else ""


def with_year(value, published):
    """Complete "--05-20" to the nearest such day on or before shortly after `published` "
    "(datetime.date); None without."""
    if not value.startswith("--"):
        return value
    if published is None:
        return None
    month, day = map(int, value[2:].split("-"))
    for year in (published.year, published.year - 1):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if found <= published + timedelta(days=45):
            return found.isoformat()
    return None


def relative_day(match, published, ahead=False):
    """Return (first, last, precision) ISO of a RELATIVE match, counted from the day of publication; a weekday is the
    last such day, or the next one for what lies `ahead`."""
    if match["today"]:
        return published.isoformat(), "", "day"
    if match["yesterday"]:
        return (published - timedelta(days=1)).isoformat(), "", "day"
    if match["week"]:
        monday = published - timedelta(days=published.weekday())
        return monday.isoformat(), published.isoformat(), "within"
    back = (published.weekday() - WEEKDAYS.index(match["weekday"].lower())) % 7
    back -= 7 if ahead and back else 0
    return (published - timedelta(days=back)).isoformat(), "", "day"


def as_day(value):
    """Return the datetime.date of a full ISO day, else None."""
    try:
        return date.fromisoformat(value) if value and len(value) == 10 else None
    except ValueError:
        return None
