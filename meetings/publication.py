"""The gate: the states of publication and what "published" means.

Nothing else in the product compares a publication state with "published": records that are public through another
one (a quote through its meeting) ask `published("meeting")`, and screens read editions, which exist for public
records only.
"""

import secrets

from django.db import models
from django.db.models import Q

DRAFT_PREFIX = "draft-"


class Publication(models.TextChoices):
    """Where a meeting or an agreement stands on its way to readers; a withdrawn one was public once."""

    DRAFT = "draft", "draft"
    IN_REVIEW = "in-review", "in review"
    RETURNED = "returned", "returned"
    PUBLISHED = "published", "published"
    WITHDRAWN = "withdrawn", "withdrawn"


def published(path=""):
    """Return the condition (Q) that the record at `path` ("" for the row itself, "meeting", ...) is published."""
    return Q(**{f"{path}__publication" if path else "publication": Publication.PUBLISHED})


def is_published(record):
    """Return whether this meeting or agreement is published."""
    return record.publication == Publication.PUBLISHED


def draft_slug():
    """Return a slug for a record that has never been public: unique, random, telling nothing."""
    return DRAFT_PREFIX + secrets.token_hex(8)


def has_public_slug(record):
    """Return whether the record has been given its permanent public address."""
    return not record.slug.startswith(DRAFT_PREFIX)


def was_public(record):
    """Return whether the record, or for a part the record it belongs to, was public at some time."""
    root = record.root()
    if isinstance(root, Addressed):
        return root.first_public_at is not None
    return True


class Addressed(models.Model):
    """A record whose public address is made when it first becomes public, and never changes afterwards."""

    slug = models.SlugField("address", max_length=120, unique=True, editable=False, default=draft_slug)
    first_public_at = models.DateTimeField("first public", null=True, blank=True, editable=False)

    class Meta:
        abstract = True


class Publishable(Addressed):
    """A record with a publication state of its own: meetings and agreements."""

    publication = models.CharField(
        max_length=12, choices=Publication, default=Publication.DRAFT, editable=False, db_index=True
    )

    class Meta:
        abstract = True

    def lacking(self):
        """Return {field or relation: sentence} of what the record lacks to be published; empty when nothing."""
        raise NotImplementedError
