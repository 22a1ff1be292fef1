"""Where the history of a record lies: its own history rows, and those of all its parts."""

from functools import cache

from django.apps import apps
from django.db.models import Q

from ..edits import Edit
from ..models.record import Part, Record


@cache
def record_models():
    """Return every model of a record that has history."""
    return tuple(
        model for model in apps.get_models() if issubclass(model, Record) and hasattr(model, "history")
    )


def trail_of(model, keys):
    """Return [(model, queryset of history rows)] of the records with these keys (list or queryset) and their parts."""
    rows = model.history.filter(id__in=keys)
    trail = [(model, rows)]
    for part in record_models():
        if issubclass(part, Part) and part._meta.get_field(part.parent_field).related_model is model:
            theirs = part.history.filter(**{f"{part.parent_field}_id__in": keys})
            trail += [(part, theirs), *trail_of(part, theirs.values("id"))[1:]]
    return trail


def edits_of(trail):
    """Return the Edits that made the rows of a trail, the latest first."""
    made = Q()
    for _, rows in trail:
        made |= Q(pk__in=rows.exclude(edit=None).values("edit"))
    return Edit.objects.filter(made).select_related("user").order_by("-pk")


def latest_edit(record):
    """Return the Edit that last wrote the record or one of its parts, or None."""
    return edits_of(trail_of(type(record), [record.pk])).first()


def last_change(record):
    """Return the Edit that last changed the content of the record or of its parts, or None.

    An act of publication moves the record on and changes nothing that it says.
    """
    made = edits_of(trail_of(type(record), [record.pk]))
    return made.exclude(kind=Edit.Kind.PUBLICATION).first()
