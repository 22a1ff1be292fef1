"""Sphere: a field of cooperation, in a tree of two levels."""

from django.core.exceptions import ValidationError
from django.db import models

from meetings.models.lines import LinesField
from meetings.models.record import Root


class Sphere(Root):
    """A top sphere or one of its subs. A synonym belongs to one sphere only (checked over all of them on saving)."""

    slug = models.SlugField("address", max_length=120, unique=True, help_text="It never changes: customs.")
    code = models.CharField(max_length=8, unique=True, help_text="ECO for a top sphere, ECO-CUS below it.")
    name = models.CharField(max_length=120)
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="subs")
    synonyms = LinesField(blank=True, help_text="One to a line: words by which texts mean this sphere.")
    treaty_subjects = LinesField("subjects in treaty databases", blank=True, help_text="One to a line.")
    eurovoc = LinesField("EuroVoc microthesauri", blank=True, help_text="One to a line.")
    dac = LinesField("OECD DAC categories", blank=True, help_text="One to a line.")

    class Meta:
        ordering = ["code"]

    def __str__(self):
        return self.name

    def clean(self):
        """Keep the tree two levels deep and each synonym in one place. Raises ValidationError."""
        if self.parent_id and (self.parent_id == self.pk or self.parent.parent_id):
            raise ValidationError({"parent": "Choose a top sphere: the tree has two levels."})
        if self.parent_id and self.pk and self.subs.exists():
            raise ValidationError({"parent": "This sphere has subs itself, so it stays at the top."})
        own = {synonym.casefold() for synonym in self.synonyms}
        for other in Sphere.objects.exclude(pk=self.pk):
            if taken := own & {synonym.casefold() for synonym in other.synonyms}:
                raise ValidationError({"synonyms": f"“{min(taken)}” belongs to {other} already."})

    def with_subs(self):
        """Return this sphere and, for a top, its subs."""
        return [self, *self.subs.all()]
