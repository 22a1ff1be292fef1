"""Party: who is bound by an agreement."""

from django.db import models

from meetings.models.country import Country
from meetings.models.record import Part, numbered

from .agreement import Agreement


class Party(Part):
    """A country, or a body of it (a ministry, an agency)."""

    parent_field = "agreement"
    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="parties")
    country = models.ForeignKey(Country, on_delete=models.PROTECT, related_name="party_to")
    body = models.CharField(max_length=300, blank=True, help_text="The ministry or agency, where it is one.")

    class Meta:
        ordering = ["agreement_id", "number"]
        verbose_name_plural = "parties"
        constraints = [
            numbered("agreement"),
            models.UniqueConstraint(
                fields=["agreement", "country", "body"],
                name="party_once",
                violation_error_message="This party stands there already.",
            ),
        ]

    def __str__(self):
        return f"{self.body}, {self.country}" if self.body else str(self.country)
