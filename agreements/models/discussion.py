"""Discussion: a text says that the sides talked about something."""

from django.db import models

from meetings.models.country import Country
from meetings.models.meeting import Meeting
from meetings.models.record import Part, numbered
from meetings.models.source import Source

from .sphere import Sphere


class Discussion(Part):
    """One row per wording and source. What one side raises in a quote is a quote, not a discussion."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="discussions")
    sphere = models.ForeignKey(
        Sphere,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="discussions",
        help_text="Empty when the wording names no sphere of cooperation.",
    )
    wording = models.CharField("as the source words it", max_length=300)
    about = models.ManyToManyField(
        Country, blank=True, related_name="discussed_in", verbose_name="about third countries"
    )
    said_by = models.ManyToManyField(
        Country,
        blank=True,
        related_name="discussions_stated",
        verbose_name="said by the side of",
        help_text="The sides whose readout says so; empty for an independent source.",
    )
    source = models.ForeignKey(
        Source, null=True, blank=True, on_delete=models.PROTECT, related_name="discussions"
    )

    _history_m2m_fields = [about, said_by]

    class Meta:
        ordering = ["meeting_id", "number"]
        constraints = [numbered("meeting")]

    def __str__(self):
        return self.wording
