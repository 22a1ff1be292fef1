"""The desk of commitments, over all meetings."""

from django.contrib import admin

from ..desk.part_admin import PartAdmin
from ..models import Commitment
from .layout import COMMITMENT_FIELDS


@admin.register(Commitment)
class CommitmentAdmin(PartAdmin):
    """What was promised or announced."""

    list_display = ("what", "kind", "state", "due", "meeting")
    list_filter = ("kind", "state", "meeting__publication")
    list_select_related = ("meeting",)
    name_needs = ("meeting",)
    search_fields = ("what", "place", "by_officials__name", "to_officials__name", "meeting__title", "slug")
    fields = ("meeting", *COMMITMENT_FIELDS)
