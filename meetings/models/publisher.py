"""Publisher: who publishes texts about meetings."""

from django.db import models

from .country import Country
from .lines import LinesField
from .record import Root


class Publisher(Root):
    """A news agency, newspaper, ministry, presidency or archive."""

    class Kind(models.TextChoices):
        NEWS_AGENCY = "news-agency", "news agency"
        NEWSPAPER = "newspaper", "newspaper"
        BROADCASTER = "broadcaster", "broadcaster"
        MINISTRY = "ministry", "ministry"
        PRESIDENCY = "presidency", "presidency"
        GOVERNMENT = "government", "government or prime minister"
        PARLIAMENT = "parliament", "parliament"
        ORGANISATION = "organisation", "international organisation"
        ARCHIVE = "archive", "archive"
        OTHER = "other", "other"

    slug = models.SlugField("address", max_length=120, unique=True, help_text="It never changes: trend.")
    name = models.CharField(max_length=200)
    aliases = LinesField(blank=True, help_text="One to a line.")
    kind = models.CharField(max_length=12, choices=Kind, default=Kind.OTHER, db_index=True)
    country = models.ForeignKey(
        Country,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="publishers",
        help_text="Where it is at home; empty for an international one.",
    )

    class Meta:
        ordering = ["name", "slug"]

    def __str__(self):
        return self.name
