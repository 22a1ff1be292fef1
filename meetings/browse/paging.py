"""Pages by number for people, cursors for programs."""

import base64
import binascii
import json
from datetime import UTC, date, datetime

from django.db import models
from django.db.models import Q

from .faults import Fault
from .fields import shortened

PAGE_SIZE = 50
DEEPEST_PAGE = 200
DEFAULT_CURSOR_SIZE = 50
LARGEST_CURSOR_SIZE = 200


class PagingError(ValueError):
    """A page, cursor or page_size (`name`) with a value that cannot be used; the message is for readers."""

    def __init__(self, message, name, value):
        super().__init__(message)
        self.name, self.value = name, value


def read_once(params, name):
    """Return the value of a parameter of a Reading, "" when there is none. Raises PagingError for two of them."""
    values = params.getlist(name)
    if len(values) > 1:
        raise PagingError(f"“{name}” can be given once only.", name, values[1])
    return values[0] if values else ""


def fault_of(error):
    """Return a PagingError as the Fault that lists tell."""
    return Fault(error.name, shortened(error.value), str(error), error.name.replace("_", " ").capitalize())


def read_number(text, name, largest):
    """Return a whole number from 1 to `largest`. Raises PagingError."""
    if not (text.isascii() and text.isdigit() and len(text) <= 9 and int(text) >= 1):
        raise PagingError(f"“{name}” is a whole number from 1.", name, text)
    if int(text) > largest:
        raise PagingError(f"“{name}” is at most {largest}.", name, text)
    return int(text)


def page_numbers(number, pages):
    """Return the page numbers to offer, with None for a gap: 1 … 4 5 6 … 24."""
    near = sorted({1, pages, *range(max(1, number - 1), min(pages, number + 1) + 1)})
    shown, last = [], 0
    for page in near:
        if page - last == 2:
            shown.append(last + 1)
        elif page - last > 2:
            shown.append(None)
        shown.append(page)
        last = page
    return shown


def cursor_page(rows, order, sort_name, cursor, size):
    """Return (rows of the page, next cursor or None, previous cursor or None).

    `rows` is an unordered queryset, `order` a Sort. Raises PagingError for a cursor that is not one of ours.
    """
    column = rows.model._meta.get_field(order.field)
    backward, position = _decode(cursor, order, sort_name, column) if cursor else (False, None)
    if position is not None:
        rows = rows.filter(_beyond(order, position, backward))
    rows = rows.order_by(*order.ordering(backward))
    found = list(rows[: size + 1])
    more, found = len(found) > size, found[:size]
    if backward:
        found.reverse()
    ahead, behind = (True, more) if backward else (more, position is not None)
    return (
        found,
        _encode(found[-1], order, sort_name, False) if found and ahead else None,
        _encode(found[0], order, sort_name, True) if found and behind else None,
    )


def _beyond(order, position, backward):
    value, slug = position
    ahead = "lt" if order.descending != backward else "gt"
    slug_ahead = Q(slug__lt=slug) if backward else Q(slug__gt=slug)
    if value is None:
        same = Q(**{f"{order.field}__isnull": True}) & slug_ahead
        return same | Q(**{f"{order.field}__isnull": False}) if backward else same
    beyond = Q(**{f"{order.field}__{ahead}": value}) | Q(**{order.field: value}) & slug_ahead
    if order.nullable and not backward:
        beyond |= Q(**{f"{order.field}__isnull": True})
    return beyond


def _encode(row, order, sort_name, backward):
    value = getattr(row, order.field)
    text = value.isoformat() if isinstance(value, (date, datetime)) else value
    packed = json.dumps([sort_name, int(backward), text, row.slug], ensure_ascii=False, separators=(",", ":"))
    return base64.urlsafe_b64encode(packed.encode()).decode().rstrip("=")


def _decode(cursor, order, sort_name, column):
    try:
        packed = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True)
        name, backward, value, slug = json.loads(packed)
        if name != sort_name or type(backward) is not int or backward not in (0, 1):
            raise ValueError("It belongs to another order.")
        position = None if value is None and order.nullable else _typed(value, column)
        return bool(backward), (position, _text(slug))
    except (ValueError, TypeError, OverflowError, RecursionError, binascii.Error) as error:
        message = "This cursor is not one that this list gave. Begin without one."
        raise PagingError(message, "cursor", cursor) from error


def _typed(value, column):
    """Return the value of a cursor as its column has it. Raises ValueError, TypeError or OverflowError."""
    if isinstance(column, models.IntegerField):
        if type(value) is not int or not 0 <= value < 2**31:
            raise ValueError("It is no number of this column.")
        return value
    if isinstance(column, models.DateTimeField):
        moment = datetime.fromisoformat(value)
        if moment.tzinfo is None:
            raise ValueError("It has no time zone.")
        return moment.astimezone(UTC)
    if isinstance(column, models.DateField):
        return date.fromisoformat(value)
    return _text(value)


def _text(value):
    """Return a text that both databases can take: no NUL, no lone surrogates (which JSON can write)."""
    if not isinstance(value, str) or "\x00" in value:
        raise ValueError("It is no text.")
    value.encode()
    return value
