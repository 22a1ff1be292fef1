"""Source: one published text."""

from django.core.validators import URLValidator
from django.db import models

from ..publication import Addressed
from .country import Country
from .partial_dates import PartialDateField
from .publisher import Publisher
from .record import Root

WEB_ADDRESS = URLValidator(schemes=["http", "https"])


class Source(Addressed, Root):
    """A text that states facts. Its full text is for editors and never public."""

    publisher = models.ForeignKey(Publisher, on_delete=models.PROTECT, related_name="sources")
    title = models.CharField(max_length=500, blank=True, help_text="The headline; empty when there is none.")
    language = models.CharField(max_length=12, default="en", help_text="BCP 47 tag: en, ru, az.")
    published_on = PartialDateField(
        "published on", help_text="A day, a month or a year: 2021-05-20, 2021-05, 2021."
    )
    url = models.CharField(
        "address on the web",
        max_length=1000,
        blank=True,
        validators=[WEB_ADDRESS],
        help_text="http or https. Leave it empty rather than guess.",
    )
    archive_url = models.CharField("archived at", max_length=1000, blank=True, validators=[WEB_ADDRESS])
    retrieved_on = models.DateField("retrieved on", null=True, blank=True)
    dateline = models.CharField(
        max_length=120,
        blank=True,
        help_text="Where and when the agency wrote it: BAKU, May 20. It is not the venue.",
    )
    issuer = models.CharField(
        max_length=200, blank=True, help_text="Who issued the text, where it is only reposted."
    )
    relayed_from = models.CharField(
        max_length=200,
        blank=True,
        help_text="Whom it cites for the whole: the Azerbaijani Cabinet of Ministers.",
    )
    sides = models.ManyToManyField(
        Country,
        blank=True,
        related_name="readouts",
        help_text="The countries it speaks for: none for an independent one, two for a joint text.",
    )
    text = models.TextField("full text", blank=True, help_text="For editors only; never shown to readers.")
    reference = models.BooleanField(default=False, help_text="Public even when no published record cites it.")

    _history_m2m_fields = [sides]

    class Meta:
        ordering = [models.F("published_on").desc(nulls_last=True), "slug"]
        indexes = [models.Index(fields=["url"]), models.Index(fields=["published_on"])]
        constraints = [
            models.CheckConstraint(
                name="source_url_is_web",
                condition=models.Q(url="")
                | models.Q(url__startswith="http://")
                | models.Q(url__startswith="https://"),
                violation_error_message="The address must begin with http:// or https://.",
            ),
            models.CheckConstraint(
                name="source_archive_url_is_web",
                condition=models.Q(archive_url="")
                | models.Q(archive_url__startswith="http://")
                | models.Q(archive_url__startswith="https://"),
                violation_error_message="The archive address must begin with http:// or https://.",
            ),
        ]

    def __str__(self):
        name = self.title or self.url or "untitled"
        return f"{self.publisher}, {self.published_on.words if self.published_on else 'undated'}: {name}"
