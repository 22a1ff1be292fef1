"""The desk of sources."""

from django.contrib import admin, messages
from django.db.models import Q
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html

from ..desk.merging import Mergeable
from ..desk.queues import Queue
from ..desk.record_admin import RecordAdmin
from ..models import ArchiveAnswer, Source

UNARCHIVED = Queue(
    "unarchived", "Sources on the web without an archive link", lambda user: Q(archive_url="") & ~Q(url="")
)
SILENT = Queue(
    "silent", "Archive links that no longer answer", lambda user: Q(ArchiveAnswer.objects.silent())
)


@admin.register(Source)
class SourceAdmin(Mergeable, RecordAdmin):
    """Published texts."""

    list_display = ("title_or_address", "publisher", "published_on", "language")
    list_filter = ("language", "publisher__kind", "reference")
    queues = (UNARCHIVED, SILENT)
    list_select_related = ("publisher",)
    name_needs = ("publisher",)
    change_form_template = "admin/source_form.html"
    search_fields = ("title", "url", "publisher__name", "publisher__aliases", "relayed_from", "issuer", "=published_on",
                     "slug")  # fmt: skip
    readonly_fields = ("archive_answer", "slug", "first_public_at")
    for_publishers = ("reference",)
    fieldsets = (
        (None, {"fields": ("publisher", "title", ("published_on", "language"))}),
        ("Where it is", {"fields": ("url", "archive_url", "archive_answer", "retrieved_on")}),
        ("Whose words it gives", {"fields": ("dateline", "relayed_from", "issuer", "sides")}),
        ("Full text, for editors only", {"fields": ("text",)}),
        ("In public", {"fields": ("reference", ("slug", "first_public_at"))}),
    )

    def response_add(self, request, obj, post_url_continue=None):
        """Go on to the meeting that the new source tells of, when asked to."""
        return self._to_meeting(request, obj) or super().response_add(request, obj, post_url_continue)

    def response_change(self, request, obj):
        """Go on to a meeting that the source tells of, when asked to."""
        return self._to_meeting(request, obj) or super().response_change(request, obj)

    def _to_meeting(self, request, source):
        if "_meeting" not in request.POST:
            return None
        return HttpResponseRedirect(f"{reverse('admin:meetings_meeting_add')}?sources={source.pk}")

    @admin.display(description="title", ordering="title")
    def title_or_address(self, source):
        """Return what the text is called here."""
        return source.title or source.url or "untitled"

    @admin.display(description="the archive's last answer")
    def archive_answer(self, source):
        """Return what the archive address, as it is now, answered when it was last asked."""
        found = ArchiveAnswer.objects.filter(source_id=source.pk, address=source.archive_url).first()
        return found or "not asked yet"

    def save_model(self, request, obj, form, change):
        """Save, and warn when another source has the same address: some pages hold many releases."""
        super().save_model(request, obj, form, change)
        if "url" in form.changed_data and obj.url:
            for other in (
                Source.objects.filter(url=obj.url).exclude(pk=obj.pk).select_related("publisher")[:3]
            ):
                self.message_user(
                    request, format_html("Another source has this address: {}.", other), messages.WARNING
                )
