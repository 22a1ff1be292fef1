"""What every record has: an Edit around each write, history, and a version on the records that stand alone."""

from django.db import models
from django.db.models.signals import m2m_changed
from django.dispatch import receiver
from simple_history.models import HistoricalRecords
from simple_history.signals import pre_create_historical_record

from .. import edits
from .deleting import refuse_if_kept


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

    def save(self, *args, update_fields=None, **kwargs):
        """Save inside an Edit; opens one of its own when none is open.

        A record that is there already is written in the fields that people write. Those that the machinery keeps
        (address, state of publication, version, numbers) are left as they are stored, since this copy may be old.
        """
        with edits.edit() as act:
            if update_fields is None and not self._state.adding:
                update_fields = self._written()
            super().save(*args, update_fields=update_fields, **kwargs)
            act.touch(self)

    def _written(self):
        """Return the names of the fields to write, after taking over the others as they are stored."""
        fields = [field for field in self._meta.concrete_fields if not field.primary_key]
        if kept := [field.name for field in fields if not field.editable]:
            self.refresh_from_db(fields=kept)
        return [field.name for field in fields if field.editable]

    def delete(self, *args, **kwargs):
        """Delete inside an Edit. Raises ProtectedError where it was public, or facts of others hang on it."""
        with edits.edit() as act:
            refuse_if_kept(self)
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
        """Save with a number; a part that moves to another parent takes one there, and both roots count as changed."""
        with edits.edit() as act:
            if self.number is None:
                self.number = self.root().take_number()
            elif not self._state.adding:
                self._settle(act)
            super().save(*args, **kwargs)

    def _settle(self, act):
        field = self._meta.get_field(self.parent_field)
        stored = type(self).objects.filter(pk=self.pk)
        left = stored.values_list(field.attname, flat=True).first()
        if left is not None and left != getattr(self, field.attname):
            act.touch(field.related_model.objects.get(pk=left))
            # In one step: beside the parts that it leaves, the new number may stand already.
            moved = {field.attname: getattr(self, field.attname), "number": self.root().take_number()}
            stored.update(**moved)


def numbered(parent):
    """Return the constraint that a part's number is unique within its parent (a field name)."""
    return models.UniqueConstraint(fields=[parent, "number"], name="%(app_label)s_%(class)s_number")


@receiver(pre_create_historical_record)
def point_to_edit(sender, history_instance, **kwargs):
    """Point each history row to the open Edit (a many-to-many that changes alone opens one) and its person."""
    if hasattr(history_instance, "edit_id"):
        with edits.edit() as act:
            history_instance.edit = act.edit
            history_instance.history_user = act.user


@receiver(m2m_changed)
def touch_related(sender, instance, action, reverse, **kwargs):
    """Count a changed many-to-many as a change of the record that declares it.

    Raises TypeError for a change from the other side: history would miss it.
    """
    if not isinstance(instance, Record):
        return
    if reverse:
        raise TypeError(
            f"Change {sender.__name__} from the record that declares it: its history keeps the change."
        )
    if action.startswith("post_"):
        with edits.edit() as act:
            act.touch(instance)
