"""Event: something larger that meetings belong to; never counted as a meeting."""

from django.db import models

from ..publication import Addressed
from .country import Country
from .official import Official
from .partial_dates import PartialDateField
from .ranks import Rank
from .record import Part, Root, numbered
from .source import Source


class Event(Addressed, Root):
    """A visit, summit, conference, commission session or ceremony."""

    class Kind(models.TextChoices):
        STATE_VISIT = "state-visit", "state visit"
        OFFICIAL_VISIT = "official-visit", "official visit"
        WORKING_VISIT = "working-visit", "working visit"
        PRIVATE_VISIT = "private-visit", "private visit"
        VISIT = "visit", "visit of a kind not stated"
        SUMMIT = "summit", "summit"
        CONFERENCE = "conference", "conference"
        COMMISSION_SESSION = "commission-session", "commission session"
        CEREMONY = "ceremony", "ceremony"
        OTHER = "other", "other"

    name = models.CharField(max_length=300)
    kind = models.CharField(max_length=18, choices=Kind, default=Kind.OTHER, db_index=True)
    start = PartialDateField("first day", help_text="2021-05-20, 2021-05 or 2021.", db_index=True)
    end = PartialDateField("last day", help_text="Empty when it is the same or not known.")
    city = models.CharField(max_length=120, blank=True)
    venue = models.CharField(max_length=200, blank=True)
    host_country = models.ForeignKey(
        Country, null=True, blank=True, on_delete=models.PROTECT, related_name="events_hosted"
    )
    series = models.CharField(
        max_length=200, blank=True, help_text="9th session; 29th conference of the parties."
    )
    summary = models.TextField(blank=True, help_text="In your own words.")
    sources = models.ManyToManyField(Source, blank=True, related_name="events")
    reference = models.BooleanField(
        default=False, help_text="Public even when no published meeting belongs to it."
    )

    _history_m2m_fields = [sources]

    class Meta:
        ordering = ["-start", "slug"]

    def __str__(self):
        return f"{self.name}, {self.start.words}" if self.start else self.name


class Attendance(Part):
    """Someone was at an event for a country."""

    parent_field = "event"
    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="attendances")
    country = models.ForeignKey(Country, on_delete=models.PROTECT, related_name="attendances")
    official = models.ForeignKey(
        Official, null=True, blank=True, on_delete=models.PROTECT, related_name="attendances"
    )
    name_in_text = models.CharField("name as the text has it", max_length=200, blank=True)
    post = models.CharField("post that day", max_length=200, blank=True)
    rank = models.CharField(max_length=28, choices=Rank, default=Rank.UNKNOWN, db_index=True)
    sources = models.ManyToManyField(Source, blank=True, related_name="attendances")

    _history_m2m_fields = [sources]

    class Meta:
        ordering = ["event_id", "number"]
        constraints = [numbered("event")]

    def __str__(self):
        return f"{self.official or self.name_in_text or '?'} ({self.post}, {self.country})"
