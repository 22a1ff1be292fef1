"""Correction: a published record was changed live, and another publisher has yet to look at the change."""

from django.conf import settings
from django.db import models

from ..edits import Edit


class CorrectionQuerySet(models.QuerySet):
    """Corrections, and those that wait."""

    def of(self, record):
        """Return the corrections of one meeting or agreement."""
        return self.filter(model=record._meta.label_lower, key=record.pk)

    def unchecked(self):
        """Return those that nobody but their author has looked at."""
        return self.filter(checked_at=None)

    def waiting_keys(self, model):
        """Return a queryset of the keys of the records of one kind that have unchecked corrections."""
        return self.unchecked().filter(model=model._meta.label_lower).values("key")


class Correction(models.Model):
    """Written by the Edit that changed the record. A key, not a foreign key: meetings know no agreements."""

    edit = models.ForeignKey(Edit, on_delete=models.PROTECT, related_name="corrections")
    model = models.CharField("kind", max_length=40, help_text="meetings.meeting")
    key = models.PositiveBigIntegerField("key of the record")
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    checked_at = models.DateTimeField(null=True, blank=True, db_index=True)

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        # Nobody writes corrections but the acts of changing and of checking.
        default_permissions = ()
        ordering = ["pk"]
        indexes = [models.Index(fields=["model", "key"], name="correction_record")]
        constraints = [
            models.UniqueConstraint(fields=["edit", "model", "key"], name="correction_once"),
            models.CheckConstraint(
                name="correction_checked_by_somebody_at_some_time",
                condition=models.Q(checked_by=None, checked_at=None)
                | models.Q(checked_by__isnull=False, checked_at__isnull=False),
            ),
        ]

    def __str__(self):
        return f"{'checked' if self.checked_at else 'unchecked'} correction of {self.model} {self.key}"

    def tell(self, changes):
        """Keep what readers saw change, [(field, before, after)] in texts; None, None for what is not told."""
        for number, (field, before, after) in enumerate(changes, start=1):
            CorrectedField.objects.create(
                correction=self,
                slug=f"{self.pk}/{number:02}",
                field=field,
                told=before is not None,
                before=before or "",
                after=after or "",
                day=self.edit.at.date(),
                updated_at=self.edit.at,
            )


class CorrectedField(models.Model):
    """One field of a published record that readers saw change: a line of the public log of corrections.

    Values are not told (`told`) where the field names other records, which may not be public any more. `slug` is for
    the order of lines and no address. Days are UTC.
    """

    correction = models.ForeignKey(Correction, on_delete=models.CASCADE, related_name="fields")
    slug = models.CharField(max_length=24, unique=True, editable=False)
    field = models.CharField(max_length=40, editable=False)
    told = models.BooleanField(editable=False)
    before = models.TextField(blank=True, editable=False)
    after = models.TextField(blank=True, editable=False)
    day = models.DateField(db_index=True, editable=False)
    updated_at = models.DateTimeField(editable=False)

    class Meta:
        default_permissions = ()
        ordering = ["-updated_at", "slug"]
        indexes = [models.Index(fields=["-updated_at", "slug"], name="corrected_latest")]

    def __str__(self):
        return f"{self.field} of {self.correction.model} {self.correction.key}"

    @property
    def field_words(self):
        """The name of the field in words."""
        return self.field.replace("_", " ")
