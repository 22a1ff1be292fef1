"""What an edition would be if its record were published as it stands: for the preview, and stored nowhere."""

from django.utils import timezone

from . import agreement, meeting
from .kinds import KIND_OF


def draft_entry(record):
    """Return an unsaved edition row of a meeting or agreement, whatever its state of publication.

    A meeting shows its agreements as if they were published with it. Whatever else is named shows as readers would
    see it now.
    """
    kind = KIND_OF[type(record)]
    whole, projection = _projected(kind.name, record.pk)
    now = timezone.now()
    since = whole.first_public_at or now
    return kind.edition(
        record_id=whole.pk, slug=whole.slug, first_public_at=since, updated_at=now, **projection.columns()
    )


def _projected(name, pk):
    if name == "meeting":
        whole = meeting.complete_meetings().get(pk=pk)
        return whole, meeting.project(whole, steps=list(meeting.all_steps_at(whole)))
    whole = agreement.complete_agreements().get(pk=pk)
    return whole, agreement.project(whole)
