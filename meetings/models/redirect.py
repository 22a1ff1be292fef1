"""Redirect: an old address and the record that it leads to now."""

from django.db import models

from .record import Record, tracked


class RedirectQuerySet(models.QuerySet):
    """Old addresses."""

    def targets(self, kind, slugs):
        """Return {old slug: slug that it leads to} among some slugs of one list ("meetings", "officials", ...)."""
        return dict(self.filter(kind=kind, old_slug__in=slugs).values_list("old_slug", "target_slug"))


class Redirect(Record):
    """Made by merging. A redirect never leads to something that is not public: screens look for the edition first."""

    kind = models.CharField(max_length=20, help_text="The list: meetings, officials, agreements ...")
    old_slug = models.SlugField("old address", max_length=120)
    target_slug = models.SlugField("leads to", max_length=120, db_index=True)

    history = tracked()
    objects = RedirectQuerySet.as_manager()

    class Meta:
        ordering = ["kind", "old_slug"]
        constraints = [
            models.UniqueConstraint(fields=["kind", "old_slug"], name="redirect_once"),
            models.CheckConstraint(
                name="redirect_leads_elsewhere", condition=~models.Q(old_slug=models.F("target_slug"))
            ),
        ]

    def __str__(self):
        return f"/{self.kind}/{self.old_slug}/ → {self.target_slug}"

    def root(self):
        return None
