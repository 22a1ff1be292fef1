"""One act of one person: the Edit, the history rows that point to it, and the refusal of stale saves.

Every write of a record happens inside `edit(...)`; a save outside one opens its own. When the act closes, in the same
transaction, the version of every record it touched moves on by one and the listeners (the edition) are told.
"""

from contextlib import contextmanager
from contextvars import ContextVar

from django.conf import settings
from django.db import models, router, transaction
from django.utils import timezone

from .browse.database.turns import wait_for_turn

_open = ContextVar("open_act", default=None)
_listeners = []


class StaleSave(Exception):
    """Somebody else saved the record since the version that this save started from."""

    def __init__(self, record, last_edit=None):
        super().__init__(f"{record} was changed since version asked for")
        self.record = record
        self.last_edit = last_edit


class Edit(models.Model):
    """One act of one person: a save with all its inlines, a publication, a merge, an import."""

    class Kind(models.TextChoices):
        SAVE = "save", "save"
        PUBLICATION = "publication", "publication"
        MERGE = "merge", "merge"
        IMPORT = "import", "import"
        RESTORE = "restore", "restore"

    at = models.DateTimeField("when", default=timezone.now, db_index=True, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="who",
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="edits",
    )
    kind = models.CharField(max_length=12, choices=Kind, default=Kind.SAVE, editable=False)
    note = models.TextField(blank=True, help_text="Why, in a few words; others read it in the history.")

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self):
        who = self.user.get_username() if self.user else "the system"
        return f"{self.get_kind_display()} by {who}, {self.at:%d %b %Y %H:%M} UTC"


class HistoryRow(models.Model):
    """What every history row has besides its record's fields: the Edit that made it."""

    edit = models.ForeignKey(Edit, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True


class Act:
    """An edit while it is open. `touched` holds the roots (meeting, official ...) and `changed` every record saved.

    `shown` holds the (kind, key) of what was not written but must be projected anew, since something it shows is gone.
    The Edit row is written first, outside of every savepoint that the act may undo; an act that changes nothing takes
    it back. What a savepoint undid stays in `touched`: it is looked at once more, and found as it was.
    """

    def __init__(self, user, kind, note):
        self.user, self.kind = user, kind
        self.touched, self.changed, self.shown = {}, {}, set()
        self._edit, self._is_used = Edit.objects.create(user=user, kind=kind, note=note), False

    @property
    def edit(self):
        """The Edit row, for a history row to point to."""
        self._is_used = True
        return self._edit

    def touch(self, record):
        """Note that `record` was written or deleted: it and the root that it is part of."""
        self.changed[(type(record), record.pk)] = record
        root = record.root()
        if root is not None:
            self.touched[(type(root), root.pk)] = root

    def close(self):
        """Move the version of every touched root on by one and tell the listeners."""
        if not self._is_used:
            # Nothing points to it: no need to ask two dozen tables, as delete() would.
            Edit.objects.filter(pk=self._edit.pk)._raw_delete(router.db_for_write(Edit))
        for (model, pk), root in self.touched.items():
            model.objects.filter(pk=pk).update(version=models.F("version") + 1)
            root.version = (
                model.objects.filter(pk=pk).values_list("version", flat=True).first() or root.version
            )
        for listener in _listeners:
            listener(self)


def on_close(listener):
    """Call `listener(act)` whenever an act closes, inside its transaction. Registering twice counts once."""
    if listener not in _listeners:
        _listeners.append(listener)
    return listener


def current():
    """Return the open Act, or None."""
    return _open.get()


@contextmanager
def edit(user=None, kind=Edit.Kind.SAVE, note=""):
    """Open one act (or join the one that is open) in one transaction; yield the Act.

    Acts wait for one another, so that each sees all that the one before it made public. Any exception rolls the
    whole act back.
    """
    if (outer := _open.get()) is not None:
        yield outer
        return
    with transaction.atomic():
        wait_for_turn()
        act = Act(user, kind, note)
        token = _open.set(act)
        try:
            yield act
            act.close()
        finally:
            _open.reset(token)


def check_version(record, version):
    """Lock `record` and compare its version; call inside `edit()`, before saving.

    Raises StaleSave when the stored version (int) differs from the one that the person started from.
    """
    locked = (
        type(record)
        .objects.select_for_update()
        .filter(pk=record.pk)
        .values_list("version", flat=True)
        .first()
    )
    if locked != version:
        raise StaleSave(record, last_edit_of(record))


def last_edit_of(record):
    """Return the Edit that last wrote this record's own row, or None."""
    row = record.history.exclude(edit=None).select_related("edit__user").order_by("-history_id").first()
    return row.edit if row else None
