"""Official: a person who meets or speaks for a country."""

from django.core.validators import RegexValidator
from django.db import models

from ..publication import Addressed
from .lines import LinesField
from .partial_dates import PartialDateField
from .record import Root


class Official(Addressed, Root):
    """A person; the posts he or she held are Tenures."""

    name = models.CharField("full name", max_length=200, help_text="As English-language readouts write it.")
    native_name = models.CharField("name in its own script", max_length=200, blank=True)
    aliases = LinesField("aliases and transliterations", blank=True, help_text="One to a line.")
    wikidata = models.CharField(
        "Wikidata id",
        max_length=20,
        null=True,
        blank=True,
        unique=True,
        validators=[RegexValidator(r"^Q[1-9]\d*$")],
    )
    born = PartialDateField()
    died = PartialDateField()
    reference = models.BooleanField(
        default=False, db_index=True, help_text="Public even when no published meeting leads here."
    )

    class Meta:
        ordering = ["name", "slug"]
        indexes = [models.Index(fields=["name"])]

    def __str__(self):
        return self.name

    def tenures_on(self, day, country=None):
        """Return [(tenure, "yes" | "possibly")] of those that answer for `day`, certain ones and high ranks first."""
        tenures = self.tenures.select_related("country")
        if country is not None:
            tenures = tenures.filter(country=country)
        answers = [(tenure, tenure.held_on(day)) for tenure in tenures]
        return sorted(
            [(tenure, answer) for tenure, answer in answers if answer != "no"],
            key=lambda pair: (pair[1] != "yes", pair[0].rank_order, pair[0].pk),
        )
