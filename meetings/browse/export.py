r"""CSV files: how a value becomes a cell, and a response that ends whole or broken, never short.

UTF-8 with BOM, commas, lines ended by LF, a header. An empty cell is no value. Everything done to text can
be undone:

- No line breaks inside cells: in text, a line break is written \n, a carriage return \r, any other control
character \u and four hexadecimal digits, and a backslash is doubled. Tabs stay. - A list is one cell, its
items joined by "; ", with ";" inside an item written "\;". - Formula guard: a text cell that a spreadsheet
would compute (it begins with = + - @ or a tab) gets an apostrophe in front, and so does one that begins
with an apostrophe followed by one of these or by an apostrophe. Numbers are left alone.

To read a cell back, take `text_of_cell` or `list_of_cell`.
"""

import math
import re
from datetime import UTC, date, datetime
from decimal import Decimal

from django.http import StreamingHttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header

from .columns import absolute
from .database import counted_stream

BOM = "\ufeff"
CHUNK = 64 * 1024

# Line breaks of any kind and other control characters, but not the tab; then the escape itself.
_TO_ESCAPE = re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\\\\]")
_ESCAPES = {"\\": "\\\\", "\n": r"\n", "\r": r"\r"}
_ESCAPED = re.compile(r"\\(u[0-9a-f]{4}|.)", re.DOTALL)
_UNESCAPED = {"n": "\n", "r": "\r"}
_ITEM_END = re.compile(r"((?:[^\\;]|\\.|\\$)*)(?:; ?|$)", re.DOTALL)
_COMPUTED = re.compile("[=+\\-@\t\r]|'[=+\\-@\t\r']")
_GUARDED = re.compile("'[=+\\-@\t\r']")
# A semicolon too, because spreadsheets of half of Europe take it for the delimiter.
_TO_QUOTE = re.compile('[",;\t\r\n]')
# What any of the above would change: most text holds none of it, and is written as it is.
_TOUCHED = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\\\\\",;]|\\A[=+\\-@']")


class RowsDifferError(RuntimeError):
    """A source gave more or fewer rows than were counted; raised in a stream to break it."""


def escape(text):
    """Return the text on one line."""
    return _TO_ESCAPE.sub(lambda found: _ESCAPES.get(found[0]) or f"\\u{ord(found[0]):04x}", text)


def unescape(text):
    """Return the text that `escape` was given."""
    return _ESCAPED.sub(_unescaped, text)


def _unescaped(found):
    code = found[1]
    return chr(int(code[1:], 16)) if len(code) > 1 else _UNESCAPED.get(code, code)


def guard(text):
    """Return the text of a cell, with an apostrophe in front where a spreadsheet would compute it."""
    return f"'{text}" if _COMPUTED.match(text) else text


def unguard(text):
    """Return the text that `guard` was given."""
    return text[1:] if _GUARDED.match(text) else text


def join_cell(values):
    """Return a list of texts as one cell, before the guard; a single empty text looks like an empty list."""
    return "; ".join(escape(str(value)).replace(";", "\\;") for value in values)


def split_cell(text):
    """Return the list of texts that `join_cell` was given."""
    return [unescape(item) for item in _items(text)] if text else []


def _items(text):
    start, ended = 0, False
    while not ended:
        found = _ITEM_END.match(text, start)
        yield found[1]
        start, ended = found.end(), found.end(1) == len(text)


def text_of_cell(cell):
    """Return the text that was written into a cell of text."""
    return unescape(unguard(cell))


def list_of_cell(cell):
    """Return the list of texts that was written into a cell of a list."""
    return split_cell(unguard(cell))


def csv_cell(value):
    """Return a value as it stands in a line: None, text, number, bool, date, datetime, or a list or tuple.

    Raises TypeError for anything else and ValueError for a number that is none (NaN, infinity).
    """
    if value is None:
        return ""
    if isinstance(value, str) and not _TOUCHED.search(value):
        return value
    plain = _plain(value)
    return f'"{plain.replace(chr(34), chr(34) * 2)}"' if _TO_QUOTE.search(plain) else plain


def _plain(value):
    if isinstance(value, str):
        return guard(escape(value))
    if isinstance(value, list | tuple):
        return guard(join_cell(value))
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float | Decimal):
        return _number(value)
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no form in a CSV file.")


def _number(value):
    if not math.isfinite(value):
        raise ValueError(f"{value} is no number.")
    return format(value, "f") if isinstance(value, Decimal) else repr(value)


def csv_line(values):
    """Return the values as one line with its LF."""
    line = ",".join(map(csv_cell, values))
    return f"{line}\n" if line else '""\n'  # An empty line would be skipped by readers.


def csv_filename(listing_name, count, day):
    """Return the name of the file, which says how many rows it has: "meetings-284-rows-2026-03-01.csv"."""
    return f"{listing_name}-{count}-rows-{day.isoformat()}.csv"


def csv_of(listing, reading, base, *, head=False):
    """Return the response of a Listing under a Reading without faults: every row, counted in the same snapshot.

    `base` is the site's address, which goes before addresses of ours; `head` as in `csv_response`.
    """
    count, rows = counted_stream(reading.rows())

    def values(row):
        return [absolute(column.of(row), column, base) for column in listing.columns]

    return csv_response(listing.name, listing.column_names(), count, rows, values, head=head)


def csv_response(listing_name, columns, count, rows, values=tuple, *, head=False):
    """Return the streamed response of a list as CSV.

    `columns` are the names for the header, `values(row)` gives as many values of one of the `rows`, and `count`
    is their number, counted in the same snapshot (database.counted_stream gives both). When the source fails, or
    gives another number of rows, the stream raises instead of ending, which the server passes on as a broken
    transfer. `rows` is closed in any case. With `head` (a HEAD request) the rows are not read.
    """
    body = _chunks(columns, count, rows, values)
    next(body)  # Begun, so that closing the response closes `rows` even when nothing was read.
    if head:
        body.close()
    filename = csv_filename(listing_name, count, timezone.now().date())
    return StreamingHttpResponse(
        body,
        content_type="text/csv; charset=utf-8",
        headers={
            "Content-Disposition": content_disposition_header(as_attachment=True, filename=filename),
            "Communique-Rows": str(count),
        },
    )


def _chunks(columns, count, rows, values):
    """Yield nothing once, then the bytes of the file: the header at once, the rows about 64 KiB at a time."""
    try:
        yield b""
        yield (BOM + csv_line(columns)).encode()
        lines, size = [], 0
        for line in _lines(len(columns), count, map(values, rows)):
            lines.append(line)
            size += len(line)
            if size >= CHUNK:
                yield "".join(lines).encode()
                lines, size = [], 0
        if lines:
            yield "".join(lines).encode()
    finally:
        if hasattr(rows, "close"):
            rows.close()


def _lines(width, count, rows):
    seen = 0
    for seen, row in enumerate(rows, start=1):
        if seen > count or len(row) != width:
            raise RowsDifferError(f"Row {seen} of {count} has {len(row)} values of {width}.")
        yield csv_line(row)
    if seen != count:
        raise RowsDifferError(f"{seen} rows of {count}.")
