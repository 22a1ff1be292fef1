"""What was public once and is no more, as far as only the history still knows it."""

from itertools import zip_longest

from ..publication import Addressed, is_published, published
from .meeting import Meeting
from .record import Part


def was_shown(model, slug):
    """Return whether a record of `model` with this slug was public before it was deleted, or moved elsewhere.

    Records with a public address of their own are not deleted once they were public, so they never were. A part was
    public while its meeting was; what is neither (a country, a sphere) was public from the start.
    """
    rows = list(model.history.filter(slug=slug).order_by("history_id"))
    if not issubclass(model, Part):
        return bool(rows) and not issubclass(model, Addressed)
    return any(
        _was_published(row.meeting_id, row.edit_id, later.edit_id if later else None)
        for row, later in zip_longest(rows, rows[1:])
        if row.history_type != "-"
    )


def _was_published(meeting_pk, since, until):
    """Return whether a meeting was published after one Edit (its number) and before another, or today for None."""
    rows = Meeting.history.filter(id=meeting_pk).order_by("-history_id")
    last = rows.filter(edit__lte=since).first()
    if last is not None and is_published(last) and since != until:
        return True
    meanwhile = rows.filter(published(), edit__gt=since)
    return (meanwhile.filter(edit__lt=until) if until else meanwhile).exists()
