"""Conflict: two sources disagree on a fact of a meeting."""

from django.db import models

from .meeting import Meeting
from .record import Part, numbered
from .source import Source


class Conflict(Part):
    """The fact that is in dispute, and what was chosen and why; what each source says are its Claims."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="conflicts")
    field = models.CharField(
        "fact in dispute", max_length=120, help_text="date of meeting, number of documents, ..."
    )
    chosen = models.CharField(max_length=300, blank=True, help_text="The value that this record gives.")
    reason = models.TextField(blank=True, help_text="Why it was chosen. Readers see this.")

    class Meta:
        ordering = ["meeting_id", "number"]
        constraints = [numbered("meeting")]

    def __str__(self):
        return self.field


class Claim(Part):
    """What one source says of a fact in dispute."""

    parent_field = "conflict"
    conflict = models.ForeignKey(Conflict, on_delete=models.CASCADE, related_name="claims")
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="claims")
    value = models.CharField(max_length=300)

    class Meta:
        ordering = ["conflict_id", "number"]
        constraints = [numbered("conflict")]

    def __str__(self):
        return f"{self.source}: {self.value}"

    def root(self):
        return self.conflict.meeting
