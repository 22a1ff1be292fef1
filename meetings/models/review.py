"""Review: which facts of one version of a record a reviewer has read against the source."""

from django.conf import settings
from django.db import models

from .json_text import JsonTextField


class ReviewQuerySet(models.QuerySet):
    """Reviews, and what is ticked in them."""

    def ticked(self, user, record):
        """Return the set of names of facts that this person ticked in the version that is stored now."""
        rows = self.filter(user=user, model=record._meta.label_lower, key=record.pk, version=record.version)
        return set(rows.values_list("facts", flat=True).first() or ())

    def keep(self, user, record, facts):
        """Keep what this person ticked in this version; what was ticked in an earlier one is forgotten."""
        about = {"user": user, "model": record._meta.label_lower, "key": record.pk}
        review = self.filter(**about).first() or self.model(**about)
        review.version, review.facts = record.version, sorted(facts)
        review.save()
        return review


class Review(models.Model):
    """The ticks of one person. A key, not a foreign key: meetings know no agreements."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    model = models.CharField("kind", max_length=40, help_text="meetings.meeting")
    key = models.PositiveBigIntegerField("key of the record")
    version = models.PositiveIntegerField()
    facts = JsonTextField(default=list)

    objects = ReviewQuerySet.as_manager()

    class Meta:
        # Ticks are a person's own notes; nobody else writes them.
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["user", "model", "key"], name="review_once")]

    def __str__(self):
        return f"{len(self.facts)} facts of {self.model} {self.key}, version {self.version}"
