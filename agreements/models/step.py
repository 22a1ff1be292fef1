"""Step: an agreement moved, or was spoken of."""

from django.db import models

from meetings.models.country import Country
from meetings.models.meeting import Meeting
from meetings.models.partial_dates import PartialDateField
from meetings.models.record import Part, numbered
from meetings.models.source import Source

from .agreement import Agreement


class Step(Part):
    """What happened to an agreement, when, and at which meeting if at one."""

    class Kind(models.TextChoices):
        MENTIONED = "mentioned", "mentioned"
        PROPOSED = "proposed", "proposed"
        UNDER_NEGOTIATION = "under-negotiation", "under negotiation"
        AGREED = "agreed", "agreed"
        INITIALLED = "initialled", "initialled"
        SIGNED_BY_SOME = "signed-by-some", "signed by some"
        SIGNED = "signed", "signed"
        EXCHANGED = "exchanged", "exchanged"
        RATIFIED = "ratified", "ratified"
        IN_FORCE = "in-force", "in force"
        TERMINATED = "terminated", "terminated"

    SIGNING = (Kind.SIGNED, Kind.EXCHANGED)

    parent_field = "agreement"
    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="steps")
    kind = models.CharField("step", max_length=17, choices=Kind, db_index=True)
    country = models.ForeignKey(
        Country,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="steps",
        help_text="For a step of one party: who ratified. Empty when all of them took it.",
        verbose_name="party",
    )
    meeting = models.ForeignKey(
        Meeting,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="steps",
        help_text="Where it happened at a meeting on record.",
    )
    date = PartialDateField(
        db_index=True, help_text="2021-05-20, 2021-05 or 2021; empty when it is not known."
    )
    sources = models.ManyToManyField(Source, blank=True, related_name="steps")

    _history_m2m_fields = [sources]

    class Meta:
        ordering = ["agreement_id", "number"]
        indexes = [models.Index(fields=["meeting", "kind"])]
        constraints = [numbered("agreement")]

    def __str__(self):
        when = f", {self.date.words}" if self.date else ""
        return f"{self.agreement}: {self.get_kind_display()}{when}"
