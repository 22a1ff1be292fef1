"""The desk of Edits (read only) and of redirects (administrators only)."""

from django.contrib import admin

from ..desk.changes import changes_of
from ..desk.lists import StrictList
from ..desk.record_admin import RecordAdmin
from ..desk.trails import record_models
from ..edits import Edit
from ..models import Redirect


@admin.register(Edit)
class EditAdmin(StrictList, admin.ModelAdmin):
    """Every act, the latest first, and what it changed. Nobody writes here."""

    list_display = ("at", "user", "kind", "note")
    list_filter = ("kind", "at")
    list_select_related = ("user",)
    search_fields = ("note", "=user__username")
    fields = ("at", "user", "kind", "note")
    name_needs = ("user",)
    change_form_template = "admin/edit_changes.html"

    def has_add_permission(self, request):
        """Acts are written by acting."""
        return False

    def has_change_permission(self, request, obj=None):
        """Acts stay as they were."""
        return False

    def has_delete_permission(self, request, obj=None):
        """Acts stay."""
        return False

    def history_view(self, request, object_id, extra_context=None):
        """Show the act itself: an act has no history."""
        return self.change_view(request, object_id)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        """Show the act with what it changed."""
        trail = [(model, model.history.all()) for model in record_models()]
        context["changes"] = changes_of(trail, [obj])[obj.pk] if obj else []
        return super().render_change_form(request, context, add, change, form_url, obj)


@admin.register(Redirect)
class RedirectAdmin(RecordAdmin):
    """Old addresses; merging makes them."""

    list_display = ("kind", "old_slug", "target_slug")
    list_filter = ("kind",)
    search_fields = ("old_slug", "target_slug")
