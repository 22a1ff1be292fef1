"""How one row of a list is told outside its table: in a line, in a few sentences, on a day of the calendar."""

import re
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

# What XML 1.0 and iCalendar cannot hold: control characters other than tab and line feed, and non-characters.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]")
_LINE_ENDS = re.compile("\r\n?|[\x85\u2028\u2029]")
DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")

CONFIRMED, TENTATIVE, CANCELLED = "CONFIRMED", "TENTATIVE", "CANCELLED"


@dataclass(frozen=True)
class Dated:
    """Whole days on which something was or is to be: both included. `status` is one of RFC 5545's for events."""

    first: date
    last: date
    status: str = CONFIRMED
    place: str = ""


def _title(entry):
    return entry.title


@dataclass(frozen=True)
class Telling:
    """What is said of one edition; every part reads its `row` alone.

    `words(entry)` gives a few sentences, `title(entry)` one line, `kind(entry)` what is cited ("meeting, May 2021";
    the list's noun by default), `dated(entry)` the Dated of one whose days are known, else None, and `page(entry)` the
    address that it leads to, by default its own.
    """

    words: Callable
    title: Callable = _title
    kind: Callable | None = None
    dated: Callable | None = None
    page: Callable | None = None


def whole_days(start, end=None):
    """Return (first, last) of two partial dates (ISO text) when both are days, else None; no end means the start."""
    texts = (start or "", end or start or "")
    if not all(DAY.fullmatch(text) for text in texts):
        return None
    return tuple(map(date.fromisoformat, texts))


def printable(text):
    """Return the text as every format can hold it: line ends as LF, other control characters as "\ufffd"."""
    return _UNPRINTABLE.sub("\ufffd", _LINE_ENDS.sub("\n", text))


def on_one_line(text):
    """Return the printable text with every run of white space as one space."""
    return " ".join(printable(text).split())


def sentences(*parts):
    """Return the parts that are not empty as sentences; one that ends in a mark of its own gets no full stop."""
    ended = (".", "!", "?", "…", ".”", "!”", "?”")
    kept = [on_one_line(part) for part in parts if part and part.strip()]
    return " ".join(part if part.endswith(ended) else f"{part}." for part in kept)


def permanent_id(host, address):
    """Return the UUID of something at an address of ours: the same for http and https, whatever is written there."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"//{host}{address}")
