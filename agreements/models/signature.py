"""Signature: who signed an agreement, for whom."""

from django.db import models
from django.db.models import Q

from meetings.models.country import Country
from meetings.models.official import Official
from meetings.models.record import Part, numbered
from meetings.models.source import Source

from .agreement import Agreement


class Signature(Part):
    """An official, or a name and post as the source states them."""

    parent_field = "agreement"
    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="signatures")
    official = models.ForeignKey(
        Official, null=True, blank=True, on_delete=models.PROTECT, related_name="signatures"
    )
    name = models.CharField("name as stated", max_length=200, blank=True)
    post = models.CharField("post as stated", max_length=200, blank=True)
    country = models.ForeignKey(Country, on_delete=models.PROTECT, related_name="signatures")
    body = models.CharField("on behalf of", max_length=300, blank=True)
    sources = models.ManyToManyField(Source, blank=True, related_name="signatures")

    _history_m2m_fields = [sources]

    class Meta:
        ordering = ["agreement_id", "number"]
        constraints = [
            numbered("agreement"),
            models.CheckConstraint(
                name="signature_by_someone",
                condition=Q(official__isnull=False) | ~Q(name="") | ~Q(post="") | ~Q(body=""),
                violation_error_message="Say who signed: an official, a name, a post or a body.",
            ),
        ]

    def __str__(self):
        return f"{self.official or self.name or self.post or self.body} for {self.country}"
