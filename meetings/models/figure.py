"""Figure: a number that someone claimed."""

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q

from .addresses import short_slug
from .country import Country
from .meeting import Meeting
from .official import Official
from .partial_dates import PartialDateField
from .record import Part, numbered
from .source import Source


class Figure(Part):
    """The value as stated; values have at most 15 digits, which every format and both databases keep exactly."""

    class Scale(models.TextChoices):
        ONE = "", "as it stands"
        THOUSAND = "thousand", "thousand"
        MILLION = "million", "million"
        BILLION = "billion", "billion"
        TRILLION = "trillion", "trillion"

    class Qualifier(models.TextChoices):
        EXACT = "", "none"
        ABOUT = "about", "about"
        OVER = "over", "over"
        UP_TO = "up-to", "up to"
        UNDER = "under", "under"
        AT_LEAST = "at-least", "at least"

    class Kind(models.TextChoices):
        ACTUAL = "actual", "actual"
        TARGET = "target", "target"
        ESTIMATE = "estimate", "estimate"

    slug = models.SlugField("address", max_length=16, unique=True, editable=False, default=short_slug)
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="figures")
    measure = models.CharField(max_length=200, db_index=True, help_text="What is counted: trade turnover.")
    value = models.DecimalField(
        max_digits=15,
        decimal_places=4,
        null=True,
        blank=True,
        help_text="As stated: 680, with the scale beside it.",
    )
    scale = models.CharField(max_length=8, choices=Scale, blank=True)
    unit = models.CharField(
        max_length=80, blank=True, help_text="companies, documents, tonnes; empty for money."
    )
    currency = models.CharField(
        max_length=3, blank=True, validators=[RegexValidator("^[A-Z]{3}$")], help_text="ISO 4217: USD, EUR."
    )
    qualifier = models.CharField(max_length=8, choices=Qualifier, blank=True)
    change = models.DecimalField(
        "change, per cent", max_digits=9, decimal_places=4, null=True, blank=True, help_text="3.5, or -2."
    )
    change_qualifier = models.CharField(max_length=8, choices=Qualifier, blank=True)
    change_basis = models.CharField(max_length=120, blank=True, help_text="Against what: on a year before.")
    kind = models.CharField(max_length=8, choices=Kind, default=Kind.ACTUAL, db_index=True)
    period_start = PartialDateField(
        "period from", help_text="2021-01; a year or month stands for the whole of it."
    )
    period_end = PartialDateField("period to", help_text="2021-03")
    period_wording = models.CharField(
        max_length=120,
        blank=True,
        help_text="Where the source says it relatively: in the first quarter, to date.",
    )
    countries = models.ManyToManyField(
        Country, blank=True, related_name="figures", help_text="Whom it is about."
    )
    claimed_by = models.ManyToManyField(
        Official, blank=True, related_name="figures", help_text="Empty when the source itself claims it."
    )
    sources = models.ManyToManyField(Source, blank=True, related_name="figures")

    _history_m2m_fields = [countries, claimed_by, sources]

    class Meta:
        ordering = ["meeting_id", "number"]
        constraints = [
            numbered("meeting"),
            models.CheckConstraint(
                name="figure_says_a_number",
                condition=Q(value__isnull=False) | Q(change__isnull=False),
                violation_error_message="Give a value or a change.",
            ),
            models.CheckConstraint(
                name="figure_period_ends_after_start",
                condition=Q(period_end=None)
                | Q(period_start__isnull=False, period_end__gte=models.F("period_start")),
                violation_error_message="The period ends before it begins.",
            ),
        ]

    def __str__(self):
        return f"{self.measure}: {self.amount()}"

    def amount(self):
        """Return the value as readers see it: "about 680 million USD", or the change where that is all there is."""
        if self.value is None:
            about = self.get_change_qualifier_display() if self.change_qualifier else ""
            words = [about, f"{self.change.normalize():+f} %"]
        else:
            about = self.get_qualifier_display() if self.qualifier else ""
            words = [about, f"{self.value.normalize():,f}", self.scale, self.currency or self.unit]
        return " ".join(word for word in words if word)
