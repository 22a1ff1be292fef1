"""Participation: someone took part in a meeting for a country."""

from django.db import models

from .country import Country
from .meeting import Meeting
from .official import Official
from .ranks import ORDER, Rank
from .record import Part, numbered
from .source import Source


class Participation(Part):
    """Post and rank are those of that day, and stay when a tenure changes."""

    class Role(models.TextChoices):
        PARTICIPANT = "participant", "participant"
        HOST = "host", "host"
        GUEST = "guest", "guest"
        MEDIATOR = "mediator", "mediator"
        WITNESS = "witness", "witness"
        OBSERVER = "observer", "observer"

    class Named(models.TextChoices):
        IN_TEXT = "in-text", "in the text"
        RESOLVED = "resolved", "resolved from a tenure"

    APART = (Role.WITNESS, Role.OBSERVER)

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="participations")
    country = models.ForeignKey(Country, on_delete=models.PROTECT, related_name="participations")
    official = models.ForeignKey(
        Official,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="participations",
        help_text="Empty when the text does not name the person: “the Georgian prime minister”.",
    )
    post = models.CharField(
        "post that day", max_length=200, blank=True, help_text="Filled from the tenure of that day."
    )
    rank = models.CharField(max_length=28, choices=Rank, default=Rank.UNKNOWN, db_index=True)
    role = models.CharField(max_length=11, choices=Role, default=Role.PARTICIPANT, db_index=True)
    named = models.CharField(
        max_length=8,
        choices=Named,
        default=Named.IN_TEXT,
        help_text="Where the name of the person comes from.",
    )
    name_in_text = models.CharField("name as the text has it", max_length=200, blank=True)
    sources = models.ManyToManyField(Source, blank=True, related_name="participations")

    _history_m2m_fields = [sources]

    class Meta:
        ordering = ["meeting_id", "number"]
        indexes = [models.Index(fields=["country", "rank"])]
        constraints = [
            numbered("meeting"),
            models.UniqueConstraint(
                fields=["meeting", "official", "country"],
                name="participation_once",
                violation_error_message="This official takes part for this country already.",
            ),
        ]

    def __str__(self):
        return f"{self.official or self.name_in_text or '?'} ({self.post}, {self.country})"

    @property
    def makes_party(self):
        """Whether the country is a party by this row: every role but witness and observer makes one."""
        return self.role not in self.APART

    @property
    def rank_order(self):
        """The place of the rank, 0 for the highest."""
        return ORDER[self.rank]
