"""The desk of reported errors: what readers say is wrong, until an editor closes it."""

from django.contrib import admin
from django.db.models import Q
from django.utils import timezone
from django.utils.html import format_html

from ..desk.lists import StrictList
from ..desk.queues import Queue
from ..models import ErrorReport

REPORTED = Queue("reported", "Errors reported by readers", lambda user: Q(state=ErrorReport.State.OPEN))


@admin.register(ErrorReport)
class ErrorReportAdmin(StrictList, admin.ModelAdmin):
    """Reports stay as readers wrote them; editors write a note and close them."""

    list_display = ("at_utc", "kind", "title", "state", "closed_by")
    list_filter = ("state", "kind")
    list_select_related = ("closed_by",)
    queues = (REPORTED,)
    search_fields = ("title", "text", "where", "slug", "note")
    name_needs = ()
    fields = ("page", "text", "where", "at_utc", "state", "note", "closed_by", "closed_at")
    readonly_fields = ("page", "text", "where", "at_utc", "closed_by", "closed_at")

    def has_add_permission(self, request):
        """Reports are written by readers."""
        return False

    def has_delete_permission(self, request, obj=None):
        """Reports are closed, not deleted."""
        return False

    @admin.display(description="reported (UTC)", ordering="at")
    def at_utc(self, report):
        """Return the moment to the minute."""
        return f"{report.at:%Y-%m-%d %H:%M}"

    @admin.display(description="record")
    def page(self, report):
        """Return a link to the public page that the report is about."""
        return format_html('<a href="{}">{}: {}</a>', report.public_url, report.kind, report.title)

    def save_model(self, request, obj, form, change):
        """Save; note who closed the report and when, or that it is open again."""
        if "state" in form.changed_data:
            closed = obj.state == ErrorReport.State.CLOSED
            obj.closed_by = request.user if closed else None
            obj.closed_at = timezone.now() if closed else None
        super().save_model(request, obj, form, change)
