"""WrongSignIn: how often a wrong password came from one address, and until when that address must wait.

Counted for each user name at an address, and for the address as a whole. A name alone is never locked: anybody who
knows it could lock its owner out. What was typed as a name is kept as a keyed hash, because people type passwords
into the wrong box.
"""

from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

KEPT = timedelta(days=1)


@dataclass(frozen=True)
class Limit:
    """After `most` wrong passwords within `window` the next may come when another `window` has passed."""

    most: int
    window: timedelta


OF_A_NAME = Limit(5, timedelta(minutes=15))
# A whole ministry may come from one address.
OF_AN_ADDRESS = Limit(50, timedelta(hours=1))


class Locked(Exception):
    """No password is looked at before `until` (datetime)."""

    def __init__(self, until):
        super().__init__(f"locked until {until:%H:%M} UTC")
        self.until = until


class WrongSignInQuerySet(models.QuerySet):
    """Counts, and how they grow and go."""

    def take(self, key, address, limit, account=None):
        """Count one attempt before its password is looked at, so that many at once are no way around the limit.

        Return whether it was the last of its kind. Raises Locked when there is none left.
        """
        now = timezone.now()
        with transaction.atomic():
            row, _ = self.select_for_update().get_or_create(
                key=key, address=address, defaults={"account": account, "since": now}
            )
            ends = row.since + limit.window
            if ends <= now:
                row.count, row.since = 0, now
            elif row.count >= limit.most:
                raise Locked(ends)
            row.count += 1
            if row.count == limit.most:
                row.since = now
            row.save()
        return row.count == limit.most

    def locked(self):
        """Return the counts whose limit is reached."""
        now, names = timezone.now(), ~models.Q(key="")
        of_names = models.Q(count__gte=OF_A_NAME.most, since__gt=now - OF_A_NAME.window) & names
        of_addresses = models.Q(count__gte=OF_AN_ADDRESS.most, since__gt=now - OF_AN_ADDRESS.window, key="")
        return self.filter(of_names | of_addresses)

    def of_name(self, username):
        """Return the counts of a user name, whether there is such an account or not."""
        return self.filter(key=key_of(username))

    def give_back(self, key, address):
        """Forget what is counted for a name whose password was right, and take the attempt off the address."""
        self.filter(key=key, address=address).delete()
        self.filter(key="", address=address, count__gt=0).update(count=models.F("count") - 1)
        self.filter(since__lt=timezone.now() - KEPT).delete()


class WrongSignIn(models.Model):
    """Wrong passwords from one address: for one user name, or (key "") for all names together."""

    key = models.CharField(max_length=64, blank=True, editable=False)
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.CASCADE, editable=False, related_name="+"
    )
    address = models.CharField(max_length=43, editable=False)
    count = models.PositiveIntegerField("wrong passwords", default=0, editable=False)
    since = models.DateTimeField(db_index=True, editable=False)

    objects = WrongSignInQuerySet.as_manager()

    class Meta:
        ordering = ["-since", "-pk"]
        verbose_name = "wrong sign-in"
        constraints = [models.UniqueConstraint(fields=["key", "address"], name="wrongsignin_key_address")]

    def __str__(self):
        return f"{self.whose} from {self.address}"

    @property
    def whose(self):
        """Return the words for whom the count is about."""
        if not self.key:
            return "any name"
        return self.account.get_username() if self.account else "a name that no account has"

    @property
    def until(self):
        """Return when the lock ends (datetime), or None when nothing is locked."""
        limit = OF_A_NAME if self.key else OF_AN_ADDRESS
        ends = self.since + limit.window
        return ends if self.count >= limit.most and ends > timezone.now() else None


def key_of(username):
    """Return the keyed hash under which a user name is counted."""
    return salted_hmac("communique.sign-in", username, algorithm="sha256").hexdigest()
