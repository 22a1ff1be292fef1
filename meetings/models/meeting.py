"""Meeting: officials of at least two parties met, spoke, or were to."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Length

from ..publication import Publishable
from .country import Country
from .event import Event
from .partial_dates import PartialDateField
from .ranks import level_of
from .record import Root
from .source import Source

models.CharField.register_lookup(Length)

FEWEST_PARTIES = 2


def _has(field):
    """Return the condition that a field is given; without it a check lets NULL pass, since NULL is not false."""
    return Q(**{f"{field}__isnull": False})


class Meeting(Publishable, Root):
    """One meeting. Parties, laterality and level are derived from its participations, never typed."""

    class DatePrecision(models.TextChoices):
        DAY = "day", "day (or days, from first to last)"
        WITHIN = "within", "some day between the two"
        MONTH = "month", "month"
        YEAR = "year", "year"
        UNKNOWN = "unknown", "unknown"

    class DateBasis(models.TextChoices):
        STATED = "stated", "stated"
        RELATIVE = "relative", "relative to publication"
        PUBLICATION = "publication-date", "publication date"
        INFERRED = "inferred", "inferred"

    class PlaceBasis(models.TextChoices):
        STATED = "stated", "stated"
        INFERRED = "inferred", "inferred"
        DATELINE = "dateline", "dateline only"
        UNKNOWN = "unknown", "not stated"

    class Format(models.TextChoices):
        IN_PERSON = "in-person", "in person"
        PHONE = "phone", "phone"
        VIDEO = "video", "video"
        CORRESPONDENCE = "correspondence", "correspondence"

    class Setting(models.TextChoices):
        BILATERAL_VISIT = "bilateral-visit", "bilateral visit"
        SUMMIT = "summit", "summit"
        SIDELINES = "sidelines", "sidelines"
        CONFERENCE = "multilateral-conference", "multilateral conference"
        COMMISSION_SESSION = "commission-session", "commission session"
        CEREMONY = "ceremony", "ceremony"
        OTHER = "other", "other"

    class Occurrence(models.TextChoices):
        HELD = "held", "held"
        PLANNED = "planned", "planned"
        POSTPONED = "postponed", "postponed"
        CANCELLED = "cancelled", "cancelled"

    title = models.CharField(
        max_length=300, help_text="Who met and what came of it, in your own words: Asadov and Mishustin meet."
    )
    date_start = PartialDateField(
        "date of meeting", db_index=True, help_text="2021-05-20, or 2021-05 or 2021 when no more is known."
    )
    date_end = PartialDateField(
        "last day", help_text="Only for several days, or for the end of a possible span."
    )
    date_precision = models.CharField(max_length=8, choices=DatePrecision, default=DatePrecision.DAY)
    date_basis = models.CharField(
        max_length=16,
        choices=DateBasis,
        blank=True,
        default=DateBasis.STATED,
        help_text="How the date is known; empty when it is not.",
    )
    city = models.CharField(max_length=120, blank=True)
    venue = models.CharField(max_length=200, blank=True, help_text="The palace, hotel or ministry.")
    host_country = models.ForeignKey(
        Country,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="meetings_hosted",
        help_text="Where they met. Leave it empty for a phone call, and when only a dateline names a place.",
    )
    place_basis = models.CharField(
        max_length=8,
        choices=PlaceBasis,
        default=PlaceBasis.UNKNOWN,
        help_text="A dateline is where the agency wrote, not where they met.",
    )
    format = models.CharField(
        max_length=14, choices=Format, blank=True, help_text="Empty when it is not stated."
    )
    setting = models.CharField(
        max_length=24, choices=Setting, blank=True, help_text="Empty when it is not stated."
    )
    occurrence = models.CharField(max_length=10, choices=Occurrence, default=Occurrence.HELD)
    event = models.ForeignKey(Event, null=True, blank=True, on_delete=models.PROTECT, related_name="meetings")
    summary = models.TextField(blank=True, help_text="In your own words, a few sentences.")
    sources = models.ManyToManyField(Source, blank=True, related_name="meetings")
    date_sources = models.ManyToManyField(
        Source, blank=True, related_name="dated_meetings", verbose_name="sources of the date"
    )
    place_sources = models.ManyToManyField(
        Source, blank=True, related_name="placed_meetings", verbose_name="sources of the place"
    )

    _history_m2m_fields = [sources, date_sources, place_sources]

    class Meta:
        permissions = [("publish_meeting", "Can publish and withdraw meetings")]
        ordering = ["-date_start", "slug"]
        constraints = [
            models.CheckConstraint(
                name="meeting_date_fits_precision",
                condition=Q(date_precision="unknown", date_start=None, date_end=None)
                | _has("date_start")
                & (
                    Q(date_precision="year", date_start__length=4, date_end=None)
                    | Q(date_precision="month", date_start__length=7, date_end=None)
                    | Q(date_precision="day", date_start__length=10, date_end=None)
                    | Q(date_precision__in=("day", "within"), date_start__length=10, date_end__length=10)
                    & _has("date_end")
                ),
                violation_error_message="The dates do not fit their precision.",
            ),
            models.CheckConstraint(
                name="meeting_ends_after_start",
                condition=Q(date_end=None) | Q(date_end__gte=F("date_start")),
                violation_error_message="The last day is before the first.",
            ),
            models.CheckConstraint(
                name="meeting_dateline_has_no_host",
                condition=~Q(place_basis="dateline") | Q(host_country=None),
                violation_error_message="A dateline says nothing of the host: leave the host country empty.",
            ),
            models.CheckConstraint(
                name="meeting_unknown_place_is_empty",
                condition=~Q(place_basis="unknown") | Q(city="", venue="", host_country=None),
                violation_error_message="A place that is given needs its basis: stated, inferred or dateline only.",
            ),
        ]

    def __str__(self):
        return f"{self.title} ({self.date_start.words if self.date_start else 'date not known'})"

    def clean(self):
        """Say next to the field what does not fit. Raises ValidationError with one message per field."""
        errors = {}
        precision, start, end = self.date_precision, self.date_start, self.date_end
        if precision == self.DatePrecision.UNKNOWN:
            if start or end:
                errors["date_precision"] = "A date is given, so its precision is known."
        elif not start:
            errors["date_start"] = "Write the date, or choose the precision “unknown”."
        else:
            expected = {"within": "day"}.get(precision, precision)
            if start.precision != expected:
                errors["date_start"] = (
                    f"“{start}” is a {start.precision}, but the precision says {precision}."
                )
            elif precision == "within" and not end:
                errors["date_end"] = "A span of possible days needs its last day."
            elif end and precision in ("month", "year"):
                errors["date_end"] = f"A {precision} has no last day: leave this empty."
            elif end and end.precision != "day":
                errors["date_end"] = "Write the last day in full: 2021-05-21."
            elif end and end < start:
                errors["date_end"] = "The last day is before the first."
        errors.update(self._place_errors())
        if errors:
            raise ValidationError(errors)

    def _place_errors(self):
        if self.place_basis == self.PlaceBasis.DATELINE and self.host_country_id:
            return {"host_country": "A dateline says nothing of the host: leave this empty."}
        if self.place_basis == self.PlaceBasis.UNKNOWN and (self.city or self.venue or self.host_country_id):
            return {"place_basis": "A place is given: say whether it is stated, inferred or a dateline only."}
        return {}

    def parties(self):
        """Return {country: [ranks]} of the countries that took part, in the order of their participations."""
        parties = {}
        for participation in self.participations.all():
            if participation.makes_party:
                parties.setdefault(participation.country, []).append(participation.rank)
        return parties

    def lacking(self):
        """Return {field: sentence} of what the meeting lacks to be published.

        Parties are the countries of all roles but two; facts without a source of their own rest on the meeting's.
        """
        faults = {}
        if len({row.country_id for row in self.participations.all() if row.makes_party}) < FEWEST_PARTIES:
            faults["participations"] = (
                "A meeting needs participants of at least two countries (witnesses and observers do not count)."
            )
        if not self.sources.all():
            faults["sources"] = "A meeting needs at least one source, on which all its facts rest."
        return faults

    def level(self):
        """Return the derived level (a Rank value)."""
        return level_of(self.parties())

    def laterality(self):
        """Return "bilateral", "trilateral", "multilateral", or "" while there are fewer than two parties."""
        count = len(self.parties())
        return {0: "", 1: "", 2: "bilateral", 3: "trilateral"}.get(count, "multilateral")
