"""Tenure: an official holds a post from one date to another."""

from django.db import models
from django.db.models import Q

from .country import Country
from .official import Official
from .partial_dates import PartialDateField, on_or_after, on_or_before
from .ranks import ORDER, Rank
from .record import Part, numbered
from .source import Source


class TenureQuerySet(models.QuerySet):
    """Tenures, and who may have held a post on a day."""

    def around(self, day):
        """Return the tenures that certainly or possibly include `day` (datetime.date)."""
        return self.filter(
            (Q(start=None) | on_or_before("start", day)) & (Q(end=None) | on_or_after("end", day))
        )


class Tenure(Part):
    """Who held which post for which country, and when."""

    parent_field = "official"
    official = models.ForeignKey(Official, on_delete=models.CASCADE, related_name="tenures")
    country = models.ForeignKey(Country, on_delete=models.PROTECT, related_name="tenures")
    post = models.CharField("post title", max_length=200, help_text="Prime Minister; without the country.")
    rank = models.CharField(max_length=28, choices=Rank, default=Rank.UNKNOWN, db_index=True)
    start = PartialDateField("from", help_text="As exactly as the source knows: 2019-10-08, 2019-10 or 2019.")
    end = PartialDateField("until", help_text="Empty while the post is held.")
    known_until = PartialDateField(
        help_text="When the source knew the post to be held still; after that it is possible, not certain."
    )
    sources = models.ManyToManyField(Source, blank=True, related_name="tenures")

    objects = TenureQuerySet.as_manager()
    _history_m2m_fields = [sources]

    class Meta:
        ordering = ["official_id", "number"]
        indexes = [models.Index(fields=["country", "rank"]), models.Index(fields=["start", "end"])]
        constraints = [numbered("official")]

    def __str__(self):
        return f"{self.post}, {self.country}, {self.start or '?'}–{self.end or ''}"

    @property
    def rank_order(self):
        """The place of the rank, 0 for the highest."""
        return ORDER[self.rank]

    def held_on(self, day):
        """Return "yes", "possibly" or "no": whether the post was held on `day` (datetime.date).

        A start that is not known makes every answer at best "possibly"; a missing end means that the post is held
        still, after `known_until` only possibly. Days on which a known month or year begins or ends the tenure are
        possible, not certain.
        """
        if (self.start and day < self.start.first) or (self.end and day > self.end.last):
            return "no"
        last = self.end or self.known_until
        certain = self.start and self.start.last <= day and (not last or day <= last.first)
        return "yes" if certain else "possibly"
