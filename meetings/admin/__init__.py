"""The editors' screens of meetings, one file per desk."""

from . import (
    accounts,
    acts,
    commitment,
    conflict,
    country,
    error_reports,
    event,
    meeting,
    official,
    publisher,
    sign_ins,
    source,
    words,
)

__all__ = [
    "accounts",
    "acts",
    "commitment",
    "conflict",
    "country",
    "error_reports",
    "event",
    "meeting",
    "official",
    "publisher",
    "sign_ins",
    "source",
    "words",
]
