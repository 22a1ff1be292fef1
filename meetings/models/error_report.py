"""ErrorReport: what a reader says is wrong about a public record. For editors only, never public.

Nobody is asked for a name. The visitor's address is kept as a keyed hash, for a day, to count what comes from it.
"""

from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from ..browse.database.turns import wait_for_turn

WINDOW = timedelta(hours=1)
# From one visitor, and from all of them together: what a desk can read.
MOST_OF_ONE, MOST_OF_ALL = 5, 200
SENDER_KEPT = timedelta(days=1)
LONGEST_TEXT, LONGEST_WHERE = 2_000, 500


class TooManyReports(Exception):
    """No report is taken before `until` (datetime)."""

    def __init__(self, until):
        super().__init__(f"no report before {until:%H:%M} UTC")
        self.until = until


@dataclass(frozen=True)
class Reported:
    """Which public record a report is about: the list it stands in, the noun, its address and its title then."""

    listing: str
    kind: str
    slug: str
    title: str


class ErrorReportQuerySet(models.QuerySet):
    """Reports, and how they come in."""

    def take(self, reported, text, where, address):
        """Keep one report about a Reported; the same words about the same record are kept once.

        `where` says where it can be read, `address` is the visitor's (text). Raises TooManyReports.
        """
        sender, now = key_of(address), timezone.now()
        with transaction.atomic():
            wait_for_turn()
            self.filter(at__lt=now - SENDER_KEPT).exclude(sender="").update(sender="")
            about = {"listing": reported.listing, "slug": reported.slug}
            if self.filter(text=text, sender=sender, **about).exists():
                return
            self._refuse_too_many(sender, now)
            title = reported.title[:300]
            self.create(
                kind=reported.kind, title=title, text=text, where=where, sender=sender, at=now, **about
            )

    def _refuse_too_many(self, sender, now):
        recent = self.filter(at__gt=now - WINDOW).order_by("at")
        for rows, most in ((recent.filter(sender=sender), MOST_OF_ONE), (recent, MOST_OF_ALL)):
            times = list(rows.values_list("at", flat=True)[: MOST_OF_ALL + 1])
            if len(times) >= most:
                raise TooManyReports(times[len(times) - most] + WINDOW)


class ErrorReport(models.Model):
    """One report. It names its record by address, since readers know nothing else of it."""

    class State(models.TextChoices):
        OPEN = "open", "open"
        CLOSED = "closed", "closed"

    listing = models.CharField(max_length=20, editable=False)
    kind = models.CharField("kind of record", max_length=20, editable=False)
    slug = models.CharField("address", max_length=120, editable=False)
    title = models.CharField("record", max_length=300, editable=False)
    text = models.TextField("what is wrong", editable=False)
    where = models.CharField("where it can be read", max_length=LONGEST_WHERE, blank=True, editable=False)
    at = models.DateTimeField("reported", default=timezone.now, db_index=True, editable=False)
    sender = models.CharField(max_length=64, blank=True, editable=False)
    state = models.CharField(max_length=6, choices=State, default=State.OPEN, db_index=True)
    note = models.TextField(
        blank=True, max_length=2_000, help_text="What was found, and what was done about it."
    )
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    closed_at = models.DateTimeField("closed", null=True, blank=True, editable=False)

    objects = ErrorReportQuerySet.as_manager()

    class Meta:
        # Readers write reports; editors close them, and nobody deletes them.
        default_permissions = ("view", "change")
        ordering = ["-at", "-pk"]

    def __str__(self):
        return f"{self.kind} “{self.title}”, reported {self.at:%d %b %Y}"

    @property
    def public_url(self):
        """The address of the record's page, whether it is public still or not."""
        return f"/{self.listing}/{self.slug}/"


def key_of(address):
    """Return the keyed hash under which a visitor's reports are counted."""
    return salted_hmac("communique.error-report", address, algorithm="sha256").hexdigest()
