"""A save that was refused only when it was done: why, and how the same form says so with all that was typed."""

from django.contrib.messages.storage import default_storage

from ..workflow import Lacking

RACED = (
    "Somebody else saved the same just now, or something that this refers to is gone. Nothing was saved; "
    "look at the lists, then save again."
)
LESS = (
    "Nothing was saved: readers see this {} already, and it would be left with less than publishing takes. "
    "It stands below as you typed it."
)


class Refusal:
    """Why a save was undone: `error` is a Lacking, a clash in the database, or None when nothing was refused."""

    def __init__(self, error=None):
        self.error = error

    def above(self, record):
        """Return the sentences that stand above the form of `record`."""
        if not isinstance(self.error, Lacking):
            return [RACED] if self.error else []
        others = {other: faults for other, faults in self.error.faults.items() if other != record}
        own = [LESS.format(record._meta.verbose_name)] if others != self.error.faults else []
        return own + (Lacking(others).reasons if others else [])

    def beside(self, record):
        """Return {field or relation: sentence} of what this record itself would lack."""
        return self.error.faults.get(record, {}) if isinstance(self.error, Lacking) and record.pk else {}


NOTHING = Refusal()


def refusal_of(request):
    """Return the Refusal that was kept with the request, an empty one when nothing was refused."""
    return getattr(request, "desk_refusal", NOTHING)


def forget_run(request):
    """Forget what a run that was undone left with the request: what it saved, and the messages that it did so."""
    request.__dict__.pop("desk_saved", None)
    request._messages = default_storage(request)
