"""What an edition would be if its record were published as it stands: for the preview, and stored nowhere."""

from django.utils import timezone

from .agreement import complete_agreements
from .kinds import KIND_OF
from .meeting import complete_meetings

ROWS = {"meeting": complete_meetings, "agreement": complete_agreements}


def draft_entry(record):
    """Return an unsaved edition row of a meeting or agreement, whatever its state of publication.

    What it refers to shows as readers would see it now: other unpublished records stay out.
    """
    kind = KIND_OF[type(record)]
    whole = ROWS[kind.name]().get(pk=record.pk)
    columns = kind.project(whole).columns()
    now = timezone.now()
    since = whole.first_public_at or now
    return kind.edition(record_id=whole.pk, slug=whole.slug, first_public_at=since, updated_at=now, **columns)
