"""Quote: words said at or about a meeting."""

from django.db import models

from .addresses import short_slug
from .meeting import Meeting
from .official import Official
from .record import Part, numbered
from .source import Source


class Quote(Part):
    """A direct quotation, or a statement that the source reports in its own words."""

    class Kind(models.TextChoices):
        DIRECT = "direct", "direct"
        REPORTED = "reported", "reported"

    slug = models.SlugField("address", max_length=16, unique=True, editable=False, default=short_slug)
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="quotes")
    speakers = models.ManyToManyField(
        Official, blank=True, related_name="quotes", help_text="Several for words said jointly."
    )
    kind = models.CharField(max_length=8, choices=Kind, default=Kind.DIRECT, db_index=True)
    text = models.TextField(
        help_text="Without quotation marks. In the language in which the source gives it."
    )
    language = models.CharField(
        "language of the text", max_length=12, default="en", help_text="BCP 47 tag: en, ru, az."
    )
    original = models.TextField("words in the original language", blank=True)
    original_language = models.CharField(max_length=12, blank=True)
    translation = models.TextField("translation into English", blank=True)
    sources = models.ManyToManyField(Source, blank=True, related_name="quotes")

    _history_m2m_fields = [speakers, sources]

    class Meta:
        ordering = ["meeting_id", "number"]
        constraints = [
            numbered("meeting"),
            models.CheckConstraint(name="quote_has_text", condition=~models.Q(text="")),
        ]

    def __str__(self):
        return self.text if len(self.text) <= 80 else f"{self.text[:79]}…"
