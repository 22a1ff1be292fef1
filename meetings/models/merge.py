"""Merge: which record was absorbed by which, for histories and old addresses of the desk."""

from django.db import models

from ..edits import Edit


class MergeQuerySet(models.QuerySet):
    """Merges, and where a record that is gone lives on."""

    def of(self, model):
        """Return the merges of one kind of record."""
        return self.filter(model=model._meta.label_lower)

    def heir(self, model, key):
        """Return the key of the record that a gone one lives on in, through later merges too, or None."""
        heir = None
        while found := self._kept_of(model, heir or key):
            heir = found
        return heir

    def _kept_of(self, model, key):
        return self.of(model).filter(gone_key=key).values_list("kept_key", flat=True).first()

    def names(self, model, keys):
        """Return {key: what it was called} of the records among `keys` that were absorbed."""
        return dict(self.of(model).filter(gone_key__in=keys).values_list("gone_key", "gone_name"))


class Merge(models.Model):
    """Written once by the act of merging and never changed. Keys, not foreign keys: one of the two rows is gone."""

    edit = models.ForeignKey(Edit, on_delete=models.PROTECT, related_name="merges")
    model = models.CharField("kind", max_length=40, help_text="meetings.official")
    gone_key = models.PositiveBigIntegerField("key of the absorbed")
    gone_name = models.TextField("name of the absorbed")
    kept_key = models.PositiveBigIntegerField("key of the survivor")

    objects = MergeQuerySet.as_manager()

    class Meta:
        # Nobody writes merges but the act itself.
        default_permissions = ()
        ordering = ["-pk"]
        indexes = [models.Index(fields=["model", "kept_key"], name="merge_kept")]
        constraints = [models.UniqueConstraint(fields=["model", "gone_key"], name="merge_once")]

    def __str__(self):
        return f"{self.gone_name}, merged"
