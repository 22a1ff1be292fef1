"""Dates known to the day, month or year, kept as ISO 8601 text of reduced precision: 2021-05-20, 2021-05, 2021."""

from contextlib import suppress

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.db.models.query_utils import DeferredAttribute

from ..browse.dates import parse_day_range

MONTHS = ("Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")
PRECISIONS = {4: "year", 7: "month", 10: "day"}


class PartialDate(str):
    """A day, month or year as ISO text; sorts by its text. Raises ValueError on anything else."""

    def __new__(cls, text):
        parse_day_range(str(text))
        return super().__new__(cls, str(text))

    @property
    def first(self):
        """The first possible day (datetime.date)."""
        return parse_day_range(self).first

    @property
    def last(self):
        """The last possible day (datetime.date)."""
        return parse_day_range(self).last

    @property
    def precision(self):
        """ "day", "month" or "year"."""
        return PRECISIONS[len(self)]

    @property
    def words(self):
        """As readers see it: "20 May 2021", "May 2021", "2021"."""
        year, *rest = self.split("-")
        year = str(int(year))
        if not rest:
            return year
        month = MONTHS[int(rest[0]) - 1]
        return f"{int(rest[1])} {month} {year}" if len(rest) == 2 else f"{month} {year}"


class PartialDateAttribute(DeferredAttribute):
    """Turns text into a PartialDate when it is assigned; what is no date stays text, for validation to refuse."""

    def __set__(self, instance, value):
        if value is not None and not isinstance(value, PartialDate):
            with suppress(ValidationError):
                value = self.field.to_python(value)
        instance.__dict__[self.field.attname] = value


class PartialDateField(models.CharField):
    """A PartialDate or None. Refuses what is no date, in forms and in the database layer alike."""

    description = "day, month or year"
    descriptor_class = PartialDateAttribute

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("max_length", 10)
        kwargs.setdefault("null", True)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    def from_db_value(self, value, expression, connection):
        return PartialDate(value) if value else None

    def to_python(self, value):
        if value in (None, ""):
            return None
        try:
            return PartialDate(str(value).strip())
        except ValueError as error:
            raise ValidationError(str(error), code="invalid") from error

    def get_prep_value(self, value):
        value = self.to_python(value)
        return None if value is None else str(value)

    def formfield(self, **kwargs):
        return super().formfield(**{"empty_value": None, **kwargs})


def on_or_after(field, day):
    """Return the condition that the partial date in `field` may be `day` (datetime.date) or later."""
    text = day.isoformat()
    return Q(**{f"{field}__gte": text}) | Q(**{f"{field}__in": [text[:4], text[:7]]})


def on_or_before(field, day):
    """Return the condition that the partial date in `field` may be `day` (datetime.date) or earlier."""
    return Q(**{f"{field}__lte": day.isoformat()})


def certainly_before(field, day):
    """Return the condition that the last possible day of the partial date in `field` lies before `day`."""
    text = day.isoformat()
    return Q(**{f"{field}__lt": text}) & ~Q(**{f"{field}__in": [text[:4], text[:7]]})


def bounds(start, end=None):
    """Return (first day, last day) covered by two PartialDates, or (None, None) when there is no start."""
    if not start:
        return None, None
    return start.first, (end or start).last
