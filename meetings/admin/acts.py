"""The desk of Edits (read only) and of redirects (administrators only)."""

from functools import partial

from django.contrib import admin
from django.contrib.admin.options import IncorrectLookupParameters
from django.core.exceptions import BadRequest, PermissionDenied
from django.urls import path
from django.utils.decorators import method_decorator
from django.utils.html import format_html_join, mark_safe
from django.views.decorators.http import require_safe

from ..desk.audit import EditList, OfKind, as_csv, as_json_lines
from ..desk.changes import changes_of
from ..desk.lists import StrictList
from ..desk.record_admin import RecordAdmin
from ..desk.trails import record_models
from ..edits import Edit
from ..models import Redirect
from ..roles import ADMINISTRATOR, has_role

MOST_SHOWN = 5


@admin.register(Edit)
class EditAdmin(StrictList, admin.ModelAdmin):
    """Every act, the latest first, and what it changed. Nobody writes here."""

    list_display = ("at_utc", "user", "kind", "records", "note")
    list_filter = ("kind", "at", OfKind, ("user", admin.RelatedOnlyFieldListFilter))
    list_select_related = ("user",)
    search_fields = ("note", "=user__username")
    fields = ("at", "user", "kind", "note")
    name_needs = ("user",)
    change_form_template = "admin/edit_changes.html"
    change_list_template = "admin/edit_list.html"

    def has_add_permission(self, request):
        """Acts are written by acting."""
        return False

    def has_change_permission(self, request, obj=None):
        """Acts stay as they were."""
        return False

    def has_delete_permission(self, request, obj=None):
        """Acts stay."""
        return False

    # The log as a whole

    @admin.display(description="when (UTC)", ordering="at")
    def at_utc(self, edit):
        """Return the moment to the second."""
        return f"{edit.at:%Y-%m-%d %H:%M:%S}"

    @admin.display(description="records")
    def records(self, edit):
        """Return the first records that it touched, one to a line, and how many more."""
        shown = [str(one) for one in edit.touched[:MOST_SHOWN]]
        if more := len(edit.touched) - len(shown):
            shown.append(f"and {more:,} more")
        return format_html_join(mark_safe("<br>"), "{}", ((one,) for one in shown))

    def get_changelist(self, request, **kwargs):
        """Return the list that knows what each Edit touched."""
        return EditList

    def changelist_view(self, request, extra_context=None):
        """Show the list; administrators may take it along."""
        may_export = has_role(request.user, ADMINISTRATOR)
        return super().changelist_view(request, {**(extra_context or {}), "may_export": may_export})

    def get_urls(self):
        """Add the exports to the addresses."""
        exports = [("csv", as_csv), ("jsonl", as_json_lines)]
        return [
            *(
                path(
                    f"export.{name}",
                    self.admin_site.admin_view(partial(self.export_view, function=function)),
                    name=f"meetings_edit_{name}",
                )
                for name, function in exports
            ),
            *super().get_urls(),
        ]

    @method_decorator(require_safe)
    def export_view(self, request, function):
        """Stream the Edits that the list shows under the same address, all pages of it, to an administrator."""
        if not has_role(request.user, ADMINISTRATOR):
            raise PermissionDenied
        try:
            edits = self.get_changelist_instance(request).queryset
        except IncorrectLookupParameters as error:
            raise BadRequest("The address asks for what the list does not offer.") from error
        response = function(edits.order_by("-pk"), head=request.method == "HEAD")
        response["Cache-Control"] = "no-store, private"
        return response

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
