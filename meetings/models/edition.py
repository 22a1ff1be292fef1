"""The edition: one whole row for each public record. Screens read these and nothing else.

Rows are written by `meetings.edition` alone, inside the Edit that changed the record; a record without a row is not
public. Columns are the same for every kind, so that one listing, one export and one search serve them all.
"""

from django.db import models

from ..browse.database import KeysField, SearchField
from ..publication import was_public
from .country import Country
from .event import Event
from .former import was_shown
from .json_text import JsonTextField
from .meeting import Meeting
from .official import Official
from .publisher import Publisher
from .redirect import Redirect
from .source import Source


class EditionQuerySet(models.QuerySet):
    """Public rows, and what an address or a filter value means among them."""

    def known(self, values):
        """Return {value as given: (slug, title)} of the slugs that are public here; old slugs lead to new ones."""
        found = {
            slug: (slug, title) for slug, title in self.filter(slug__in=values).values_list("slug", "title")
        }
        if missing := [value for value in values if value not in found]:
            moved = Redirect.objects.targets(self.model.listing, missing)
            titles = dict(self.filter(slug__in=moved.values()).values_list("slug", "title"))
            found |= {old: (new, titles[new]) for old, new in moved.items() if new in titles}
        return found

    def choices(self):
        """Return {slug: title} of all rows, by title."""
        return dict(self.order_by("title_key", "slug").values_list("slug", "title"))

    def moved(self, slug):
        """Return the slug to which an old address leads, public or not, or ""."""
        return Redirect.objects.targets(self.model.listing, [slug]).get(slug, "")

    def was_public(self, slug):
        """Return whether a record with this slug is not public now, but was once."""
        model = self.model.record.field.related_model
        record = model.objects.filter(slug=slug).first()
        if record is not None and self.filter(pk=record.pk).exists():
            return False
        return (record is not None and was_public(record)) or was_shown(model, slug)


class Edition(models.Model):
    """The public form of one record.

    `keys` holds what filters ask for, each literally "parameter=value"; `row` the columns of the list; `detail` the
    record with everything in it; `earliest` and `latest` its possible days (both None when the date is unknown).
    `digest` is over what readers see (it moves `updated_at`), `fingerprint` over all columns (it proves the edition).
    """

    listing = ""

    slug = models.CharField(max_length=120, unique=True)
    title = models.TextField()
    title_key = models.TextField()
    earliest = models.DateField(null=True)
    latest = models.DateField(null=True)
    keys = KeysField()
    search = SearchField()
    row = JsonTextField()
    detail = JsonTextField()
    digest = models.CharField(max_length=64)
    fingerprint = models.CharField(max_length=64)
    first_public_at = models.DateTimeField()
    updated_at = models.DateTimeField()

    objects = EditionQuerySet.as_manager()

    class Meta:
        abstract = True
        indexes = [
            models.Index(fields=["title_key", "slug"], name="%(class)s_az"),
            models.Index(fields=["-updated_at", "slug"], name="%(class)s_upd"),
            models.Index(fields=["latest"], name="%(class)s_late"),
            models.Index(fields=["-first_public_at", "slug"], name="%(class)s_new"),
        ]

    def __str__(self):
        return self.title


def edition_of(model):
    """Return the one-to-one field that ties an edition to its record (which is the edition's primary key)."""
    return models.OneToOneField(model, primary_key=True, on_delete=models.CASCADE, related_name="edition")


class CountryEdition(Edition):
    """The public form of a country."""

    listing = "countries"
    record = edition_of(Country)


class PublisherEdition(Edition):
    """The public form of a publisher."""

    listing = "publishers"
    record = edition_of(Publisher)


class SourceEdition(Edition):
    """The public form of a source."""

    listing = "sources"
    record = edition_of(Source)


class OfficialEdition(Edition):
    """The public form of a official."""

    listing = "officials"
    record = edition_of(Official)


class EventEdition(Edition):
    """The public form of a event."""

    listing = "events"
    record = edition_of(Event)


class MeetingEdition(Edition):
    """The public form of a meeting."""

    listing = "meetings"
    record = edition_of(Meeting)


class PartEdition(Edition):
    """The public form of a fact of a meeting; it has its meeting's filter keys and days besides its own."""

    meeting = models.ForeignKey(MeetingEdition, on_delete=models.CASCADE, related_name="%(class)ss")

    class Meta(Edition.Meta):
        abstract = True


class QuoteEdition(PartEdition):
    """The public form of a quote."""

    listing = "quotes"
    record = edition_of("meetings.Quote")


class FigureEdition(PartEdition):
    """The public form of a figure."""

    listing = "figures"
    record = edition_of("meetings.Figure")


class CommitmentEdition(PartEdition):
    """`due_until` is the last possible day on which the commitment can be kept; open after it means overdue."""

    listing = "commitments"
    record = edition_of("meetings.Commitment")
    due_until = models.DateField(null=True, db_index=True)


class BuiltEdition(models.Model):
    """One row: which code rebuilt the whole edition last (see meetings.edition.version)."""

    ONLY = 1

    digest = models.CharField(max_length=64)
    built_at = models.DateTimeField(auto_now=True)

    def __str__(self):
        return f"built {self.built_at:%d %b %Y %H:%M} UTC by {self.digest[:12]}"


class EditionParty(models.Model):
    """One country that is a party to one published meeting, for the files and charts that count pairs."""

    meeting = models.ForeignKey(MeetingEdition, on_delete=models.CASCADE, related_name="parties")
    country = models.ForeignKey(Country, on_delete=models.PROTECT, related_name="edition_parties")
    rank = models.CharField(max_length=28, help_text="The highest rank that took part for it.")
    hosts = models.BooleanField(help_text="The meeting took place in this country.")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["country", "meeting"], name="edition_party_once")]

    def __str__(self):
        return f"{self.country_id} at {self.meeting_id}"


class PairEdition(models.Model):
    """Two countries that met in published meetings, in the order of their slugs; kept up with every publication."""

    first = models.ForeignKey(Country, on_delete=models.PROTECT, related_name="pairs_first")
    second = models.ForeignKey(Country, on_delete=models.PROTECT, related_name="pairs_second")
    slug = models.CharField(max_length=241, unique=True, help_text="azerbaijan/russia")
    title = models.TextField()
    title_key = models.TextField()
    meetings = models.PositiveIntegerField(db_index=True)
    earliest = models.DateField(null=True)
    latest = models.DateField(null=True)
    keys = KeysField()
    search = SearchField()
    row = JsonTextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["first", "second"], name="pair_once")]

    def __str__(self):
        return self.title
