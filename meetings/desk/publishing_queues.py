"""The queues of records with a publication state: whose turn it is with a draft, a review, a correction."""

from datetime import timedelta

from django.db.models import Q
from django.utils import timezone

from ..models import Correction
from ..publication import Publication, published
from .queues import Queue

RECENT = timedelta(days=14)


def publication_queues(model):
    """Return the queues of meetings or agreements (`model`), in the order in which they stand at the desk."""
    begun = model.history.filter(history_type="+")
    return (
        Queue(
            "mine",
            "My drafts",
            lambda user: (
                Q(publication=Publication.DRAFT) & Q(pk__in=begun.filter(edit__user=user).values("id"))
            ),
        ),
        Queue("review", "Waiting for review", lambda user: Q(publication=Publication.IN_REVIEW)),
        Queue("returned", "Returned with comments", lambda user: Q(publication=Publication.RETURNED)),
        Queue(
            "unchecked",
            "Unchecked corrections",
            lambda user: published() & Q(pk__in=Correction.objects.waiting_keys(model)),
        ),
        Queue(
            "recent",
            "Published in the last two weeks",
            lambda user: published() & Q(first_public_at__gte=timezone.now() - RECENT),
        ),
    )
