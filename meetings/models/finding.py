"""Finding: the folded words by which the desk finds a record, drafts included."""

from django.db import models

from ..browse.database import SearchField


class FindingQuerySet(models.QuerySet):
    """Words of records of all kinds."""

    def keys(self, model, query):
        """Return, as a subquery, the keys of the records of one kind that match a SearchQuery."""
        return self.filter(kind=model._meta.label_lower, search__matches=query).values("record_id")


class Finding(models.Model):
    """The words of one record that stands alone. Kept by desk/finding.py; no record itself."""

    kind = models.CharField(max_length=40)
    record_id = models.BigIntegerField()
    search = SearchField(null=True)

    objects = FindingQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["kind", "record_id"], name="finding_of_record")]

    def __str__(self):
        return f"words of {self.kind} {self.record_id}"
