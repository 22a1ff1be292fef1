"""ArchiveAnswer: what the archive address of a source answered when it was last asked."""

from django.db import models
from django.db.models import Exists, OuterRef


class ArchiveAnswerQuerySet(models.QuerySet):
    """Answers, and of which sources they still tell."""

    def silent(self):
        """Return the condition under which the archive address of a source, as it is now, did not answer."""
        return Exists(
            self.filter(source_id=OuterRef("pk"), address=OuterRef("archive_url"), answered=False).order_by()
        )


class ArchiveAnswer(models.Model):
    """The last answer for one source. Kept by check_archive_links; no record, so no Edit and no history.

    It holds for `address` only: once the source has another one, it tells nothing.
    """

    source_id = models.BigIntegerField(primary_key=True)
    address = models.CharField(max_length=1000)
    answered = models.BooleanField()
    words = models.CharField(max_length=200)
    checked_at = models.DateTimeField(db_index=True)

    objects = ArchiveAnswerQuerySet.as_manager()

    class Meta:
        default_permissions = ()

    def __str__(self):
        return f"{self.words} (asked on {self.checked_at:%Y-%m-%d})"
