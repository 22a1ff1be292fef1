"""The desk of conflicts: what two sources say differently, with each source's claim."""

from django.contrib import admin

from ..desk.inlines import PartInline
from ..desk.part_admin import PartAdmin
from ..models import Claim, Conflict


class ClaimInline(PartInline):
    """What each source says."""

    model = Claim
    name_needs = ("source", "source__publisher")
    fields = (("source", "value"),)


@admin.register(Conflict)
class ConflictAdmin(PartAdmin):
    """Facts in dispute, over all meetings."""

    list_display = ("field", "chosen", "meeting")
    list_filter = ("meeting__publication",)
    list_select_related = ("meeting",)
    name_needs = ("meeting",)
    search_fields = ("field", "chosen", "reason", "meeting__title", "claims__value")
    fields = ("meeting", "field", "chosen", "reason")
    inlines = (ClaimInline,)
