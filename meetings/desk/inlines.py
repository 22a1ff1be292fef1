"""The base of the inlines: parts on the page of the record that they belong to."""

from django.contrib import admin
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper

from .choices import Choosing
from .forms import PartFormSet
from .permissions import reason_locked
from .record_admin import WIDGETS
from .refusals import refusal_of


class PartInline(Choosing, admin.StackedInline):
    """Parts of one kind. What their names need and what their boxes show is fetched for all rows at once."""

    formset = PartFormSet
    formfield_overrides = WIDGETS
    extra = 0
    template = "admin/part_inline.html"
    classes = ("desk-parts",)
    name_needs = ()

    def get_queryset(self, request):
        """Return the parts with everything that their rows show."""
        shown = [field.name for field in self.opts.many_to_many]
        return super().get_queryset(request).select_related(*self.name_needs).prefetch_related(*shown)

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """Return the form field; beside a box stands only the “+”, since a row has little room."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if isinstance(getattr(field, "widget", None), RelatedFieldWidgetWrapper):
            field.widget.can_change_related = field.widget.can_view_related = False
        return field

    def get_formset(self, request, obj=None, **kwargs):
        """Return the form set class, which knows why the same form was refused a moment ago."""
        formset = super().get_formset(request, obj, **kwargs)
        formset.refusal = refusal_of(request)
        return formset

    def has_add_permission(self, request, obj=None):
        """Ask the role, and whether the record they belong to may be changed."""
        return super().has_add_permission(request, obj) and not _locked(request, obj)

    def has_change_permission(self, request, obj=None):
        """Ask the role, and whether the record they belong to may be changed."""
        return super().has_change_permission(request, obj) and not _locked(request, obj)

    def has_delete_permission(self, request, obj=None):
        """Ask the role, and whether the record they belong to may be changed."""
        return super().has_delete_permission(request, obj) and not _locked(request, obj)


def _locked(request, obj):
    return obj is not None and not obj._state.adding and bool(reason_locked(request.user, obj))
