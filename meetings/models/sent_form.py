"""SentForm: a form of the desk that was saved, so that the same form sent once more saves nothing twice."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone

KEPT = timedelta(days=7)


class SentFormQuerySet(models.QuerySet):
    """Forms that were saved."""

    def of(self, user, token):
        """Return the form that this person sent with this token (text), or None."""
        return self.filter(user=user, token=token[:32]).first() if token else None

    def note(self, user, token, record, digest):
        """Note that a form was saved as `record`; forget those that nobody sends again."""
        self.filter(at__lt=timezone.now() - KEPT).delete()
        self.filter(user=user, token=token).delete()
        self.create(user=user, token=token, record_id=record.pk, digest=digest)


class SentForm(models.Model):
    """One form, by the token that its page was given. `digest` is of what was sent."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    token = models.CharField(max_length=32)
    record_id = models.BigIntegerField()
    digest = models.CharField(max_length=64)
    at = models.DateTimeField(default=timezone.now, db_index=True)

    objects = SentFormQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "token"], name="sentform_user_token")]

    def __str__(self):
        return f"form sent on {self.at:%d %b %Y at %H:%M} UTC"
