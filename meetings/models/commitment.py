"""Commitment: something promised or announced at a meeting."""

from django.db import models
from django.db.models import Q

from .addresses import short_slug
from .country import Country
from .event import Event
from .meeting import Meeting
from .official import Official
from .partial_dates import PartialDateField
from .record import Part, numbered
from .source import Source


class Commitment(Part):
    """An invitation, a next meeting, something to be signed, a pledge. Overdue is derived, never stored."""

    class Kind(models.TextChoices):
        INVITATION = "invitation", "invitation"
        NEXT_MEETING = "next-meeting", "next meeting"
        WILL_SIGN = "will-sign", "will sign"
        PLEDGE = "pledge", "pledge"
        ANNOUNCEMENT = "announcement", "announcement"
        OTHER = "other", "other"

    class State(models.TextChoices):
        OPEN = "open", "open"
        KEPT = "kept", "kept"
        WITHDRAWN = "withdrawn", "withdrawn"

    slug = models.SlugField("address", max_length=16, unique=True, editable=False, default=short_slug)
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="commitments")
    kind = models.CharField(max_length=12, choices=Kind, db_index=True)
    what = models.CharField(max_length=500, help_text="In a few words: to visit Azerbaijan.")
    by_countries = models.ManyToManyField(Country, blank=True, related_name="commitments_made")
    by_officials = models.ManyToManyField(Official, blank=True, related_name="commitments_made")
    to_countries = models.ManyToManyField(Country, blank=True, related_name="commitments_received")
    to_officials = models.ManyToManyField(Official, blank=True, related_name="commitments_received")
    event = models.ForeignKey(
        Event,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="commitments",
        verbose_name="event named",
    )
    place = models.CharField("place named", max_length=200, blank=True)
    due = PartialDateField(
        db_index=True, help_text="2021-12 or 2021 when no day is given; empty when no date is."
    )
    due_wording = models.CharField(
        max_length=120, blank=True, help_text="at the end of the year; at an early date"
    )
    state = models.CharField(max_length=9, choices=State, default=State.OPEN, db_index=True)
    kept_by = models.ForeignKey(
        Meeting,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="keeps",
        verbose_name="kept by",
        help_text="The meeting that kept it. An agreement that kept it says so on its own page.",
    )
    sources = models.ManyToManyField(Source, blank=True, related_name="commitments")

    _history_m2m_fields = [by_countries, by_officials, to_countries, to_officials, sources]

    class Meta:
        ordering = ["meeting_id", "number"]
        constraints = [
            numbered("meeting"),
            models.CheckConstraint(
                name="commitment_kept_by_only_when_kept",
                condition=Q(kept_by=None) | Q(state="kept"),
                violation_error_message="A meeting kept it, so the state is “kept”.",
            ),
        ]

    def __str__(self):
        return self.what
