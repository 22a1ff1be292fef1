"""What every record has: an Edit around each write, history, and a version on the records that stand alone."""

from django.db import models
from django.db.models.signals import m2m_changed
from django.dispatch import receiver
from simple_history.models import HistoricalRecords
from simple_history.signals import pre_create_historical_record

from .. import edits


def tracked(*excluded):
    """Return the history of a record, each row of which points to its Edit."""
    return HistoricalRecords(inherit=True, bases=[edits.HistoryRow], excluded_fields=list(excluded))


class Record(models.Model):
    """A row that editors write. Saving or deleting it is (part of) one Edit."""

    class Meta:
        abstract = True

    def root(self):
        """Return the record that this one is part of (itself when it stands alone), or None."""
        return self

    def save(self, *args, **kwargs):
        """Save inside an Edit; opens one of its own when none is open."""
        with edits.edit() as act:
            super().save(*args, **kwargs)
            act.touch(self)

    def delete(self, *args, **kwargs):
        """Delete inside an Edit. Raises ProtectedError where facts of others hang on it."""
        with edits.edit() as act:
            act.touch(self)
            return super().delete(*args, **kwargs)


class Root(Record):
    """A record that stands alone; its parts are saved with it and share its version."""

    version = models.PositiveIntegerField(default=1, editable=False)
    next_number = models.PositiveIntegerField(default=1, editable=False)
    history = tracked("version", "next_number")

    class Meta:
        abstract = True

    def take_number(self):
        """Return the next number for a part of this record; numbers are never given twice."""
        model = type(self)
        model.objects.filter(pk=self.pk).update(next_number=models.F("next_number") + 1)
        return model.objects.values_list("next_number", flat=True).get(pk=self.pk) - 1


class Part(Record):
    """A fact that belongs to one root, named by `parent_field`; numbered within it for good."""

    parent_field = "meeting"
    number = models.PositiveIntegerField(editable=False)
    history = tracked()

    class Meta:
        abstract = True

    def root(self):
        return getattr(self, self.parent_field)

    def save(self, *args, **kwargs):
        with edits.edit():
            if self.number is None:
                self.number = self.root().take_number()
            super().save(*args, **kwargs)


def numbered(parent):
    """Return the constraint that a part's number is unique within its parent (a field name)."""
    return models.UniqueConstraint(fields=[parent, "number"], name="%(app_label)s_%(class)s_number")


@receiver(pre_create_historical_record)
def point_to_edit(sender, history_instance, **kwargs):
    """Point each history row to the open Edit and its person."""
    if (act := edits.current()) is not None and hasattr(history_instance, "edit_id"):
        history_instance.edit = act.edit
        history_instance.history_user = act.user


@receiver(m2m_changed)
def touch_related(sender, instance, action, reverse, model, pk_set, **kwargs):
    """Count a changed many-to-many as a change of the record that declares it."""
    if not action.startswith("post_") or sender.__module__.startswith("django."):
        return
    if not isinstance(instance, Record):
        return
    records = model.objects.filter(pk__in=pk_set or ()) if reverse else [instance]
    with edits.edit() as act:
        for record in records:
            act.touch(record)
