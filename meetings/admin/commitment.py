"""The desk of commitments, over all meetings."""

from django.contrib import admin
from django.db.models import Q
from django.utils import timezone

from ..desk.part_admin import PartAdmin
from ..desk.queues import Queue, without_sources
from ..models import Commitment
from ..models.partial_dates import certainly_before
from .layout import COMMITMENT_FIELDS

OVERDUE = Queue(
    "overdue",
    "Overdue commitments",
    lambda user: Q(state=Commitment.State.OPEN) & certainly_before("due", timezone.now().date()),
)


@admin.register(Commitment)
class CommitmentAdmin(PartAdmin):
    """What was promised or announced."""

    list_display = ("what", "kind", "state", "due", "meeting")
    list_filter = ("kind", "state", "meeting__publication")
    queues = (without_sources(Commitment), OVERDUE)
    list_select_related = ("meeting",)
    name_needs = ("meeting",)
    search_fields = ("what", "place", "by_officials__name", "to_officials__name", "meeting__title", "slug")
    fields = ("meeting", *COMMITMENT_FIELDS)
