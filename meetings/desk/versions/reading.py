"""A record with its parts as it stood after one Edit, read from the history in a fixed number of queries."""

from functools import cache

from django.db.models import Max

from ...models.record import Part
from ..trails import record_models


@cache
def parts_of(model):
    """Return the models of the parts that belong to a record of this model."""
    return tuple(
        part
        for part in record_models()
        if issubclass(part, Part) and part._meta.get_field(part.parent_field).related_model is model
    )


def read_version(model, key, seen=None):
    """Return {(model, key): history row} of a record and its parts after the Edit numbered `seen` (None: now).

    Parents stand before their parts, parts by their numbers. Empty when the record was not there then.
    """
    found = {}
    _gather(model, _standing(model, [key], seen), seen, found)
    return found


def _standing(model, keys, seen):
    """Return the last history rows of these records up to an Edit, without those that were deleted by then."""
    rows = model.history.filter(id__in=keys)
    if seen is not None:
        rows = rows.filter(edit__lte=seen)
    last = rows.order_by().values("id").annotate(last=Max("history_id")).values("last")
    return [row for row in model.history.filter(history_id__in=last) if row.history_type != "-"]


def _gather(model, rows, seen, found):
    found.update({(model, row.id): row for row in rows})
    keys = [row.id for row in rows]
    if not keys:
        return
    for part in parts_of(model):
        parent = f"{part.parent_field}_id"
        ever = part.history.filter(**{f"{parent}__in": keys}).order_by().values("id")
        # A part that belongs to another record by then is that record's.
        theirs = [row for row in _standing(part, ever, seen) if getattr(row, parent) in keys]
        _gather(part, sorted(theirs, key=lambda row: row.number), seen, found)
