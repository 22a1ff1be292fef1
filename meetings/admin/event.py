"""The desk of events."""

from django.contrib import admin

from ..desk.inlines import PartInline
from ..desk.merging import Mergeable
from ..desk.part_admin import PartAdmin
from ..desk.queues import without_sources
from ..desk.record_admin import RecordAdmin
from ..models import Attendance, Event
from .posts import AttendanceForm


class AttendanceInline(PartInline):
    """Who was at the event."""

    model = Attendance
    form = AttendanceForm
    name_needs = ("official", "country")
    fields = (("official", "country"), ("post", "rank"), "name_in_text", "sources")


@admin.register(Event)
class EventAdmin(Mergeable, RecordAdmin):
    """Visits, summits, conferences, sessions, ceremonies."""

    list_display = ("name", "kind", "start", "end", "city", "host_country", "reference")
    list_filter = ("kind", "reference")
    list_select_related = ("host_country",)
    search_fields = ("name", "series", "city", "venue", "host_country__name", "=start", "slug")
    readonly_fields = ("slug", "first_public_at")
    for_publishers = ("reference",)
    inlines = (AttendanceInline,)
    fieldsets = (
        (None, {"fields": ("name", ("kind", "series"))}),
        ("When and where", {"fields": (("start", "end"), ("city", "venue"), "host_country")}),
        ("Summary", {"fields": ("summary", "sources")}),
        ("In public", {"fields": ("reference", ("slug", "first_public_at"))}),
    )


@admin.register(Attendance)
class AttendanceAdmin(PartAdmin):
    """Who was where, over all events."""

    list_display = ("event", "official", "name_in_text", "post", "country", "rank")
    list_filter = ("rank",)
    queues = (without_sources(Attendance),)
    list_select_related = ("event", "official", "country")
    name_needs = ("event", "official", "country")
    search_fields = (
        "event__name",
        "official__name",
        "official__aliases",
        "name_in_text",
        "post",
        "country__name",
    )
    fields = ("event", "official", "country", "post", "rank", "name_in_text", "sources")
