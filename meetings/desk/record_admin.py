"""The base of every record's screens: one Edit for each POST, no stale saves, locks, history, clear refusals."""

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, models
from django.db.models import ProtectedError
from django.forms import Textarea, TextInput
from django.http import HttpResponseRedirect

from .. import edits
from ..models.deleting import named_by
from ..models.lines import LinesField
from ..models.partial_dates import PartialDateField
from ..workflow import Lacking
from .choices import Choosing
from .dates import PartialDateFormField
from .forms import OWN_FIELDS, RecordForm, note_of
from .history import Historied
from .keeping import Keeping
from .lists import StrictList
from .numbers import StatedNumberField
from .permissions import may_make_public, reason_kept, reason_locked
from .refusals import Refusal, forget_run, refusal_of
from .versions.screens import Versioned

SAFE = ("GET", "HEAD", "OPTIONS", "TRACE")
WIDGETS = {
    LinesField: {"widget": Textarea(attrs={"rows": 3, "class": "vLargeTextField"})},
    PartialDateField: {
        "form_class": PartialDateFormField,
        "widget": TextInput(attrs={"size": 12, "placeholder": "2021-05-20"}),
    },
    models.DecimalField: {"form_class": StatedNumberField},
    models.TextField: {"widget": Textarea(attrs={"rows": 4, "class": "vLargeTextField"})},
}


class RecordAdmin(Keeping, Versioned, Historied, StrictList, Choosing, admin.ModelAdmin):
    """Screens of one kind of record.

    `name_needs` names the relations that the record's name is made of. `locked_after_adding` names fields that are
    chosen once (an address, the meeting that a quote belongs to), `for_publishers` those that make a record public.
    """

    form = RecordForm
    formfield_overrides = WIDGETS
    name_needs = ()
    locked_after_adding = ()
    for_publishers = ()
    save_on_top = True

    class Media:
        css = {"all": ("admin_desk/desk.css", "admin_desk/keeping.css")}
        # jQuery is named for the order: ours come after it.
        js = ("admin/js/jquery.init.js", "js/desk/boxes.js", "js/desk/keys.js", "js/unsaved.js")

    # What is read

    def get_queryset(self, request):
        """Return the records with what their names need."""
        return super().get_queryset(request).select_related(*self.name_needs)

    def seen_record(self, request, object_id):
        """Return (record, None), or (None, the redirect for a record that does not exist).

        Raises PermissionDenied for those who may not see it.
        """
        record = self.get_object(request, unquote(object_id))
        if not self.has_view_or_change_permission(request, record):
            raise PermissionDenied
        if record is None:
            return None, self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        return record, None

    # Who may do what

    def has_change_permission(self, request, obj=None):
        """Ask the role, and whether the record's state allows it."""
        return super().has_change_permission(request, obj) and not (obj and reason_locked(request.user, obj))

    def has_delete_permission(self, request, obj=None):
        """Ask the role, and whether the record was ever public."""
        return super().has_delete_permission(request, obj) and not (obj and reason_kept(request.user, obj))

    # The form

    def get_readonly_fields(self, request, obj=None):
        """Return the fields that are shown only; some are chosen once, and some by publishers."""
        fields = super().get_readonly_fields(request, obj)
        locked = self.locked_after_adding if obj else ()
        return (*fields, *locked, *(() if may_make_public(request.user) else self.for_publishers))

    def get_prepopulated_fields(self, request, obj=None):
        """Return what fills itself while typing; an address does so for a new record only."""
        return {} if obj else self.prepopulated_fields

    def get_fieldsets(self, request, obj=None):
        """Return the fieldsets; those who may save also get the note and the version they started from."""
        fieldsets = list(super().get_fieldsets(request, obj))
        may_save = self.has_change_permission(request, obj) if obj else self.has_add_permission(request)
        return [*fieldsets, ("For the history", {"fields": OWN_FIELDS})] if may_save else fieldsets

    def get_fields(self, request, obj=None):
        """Return the record's own fields; the note and the version stand in their own fieldset."""
        return [name for name in super().get_fields(request, obj) if name not in OWN_FIELDS]

    def get_form(self, request, obj=None, change=False, **kwargs):
        """Return the form class, which knows why the same form was refused a moment ago."""
        form = super().get_form(request, obj, change, **kwargs)
        form.refusal = refusal_of(request)
        return form

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        """Show the form; say why it is locked."""
        if obj is not None and request.method == "GET" and (reason := reason_locked(request.user, obj)):
            self.message_user(request, reason, messages.INFO)
        return super().render_change_form(request, context, add, change, form_url, obj)

    def get_inline_formsets(self, request, formsets, inline_instances, obj=None):
        """Wrap the form sets for the page; refused ones show every row as it was typed."""
        for formset in formsets:
            if formset.is_bound:
                formset.show_again()
        return super().get_inline_formsets(request, formsets, inline_instances, obj)

    # One POST, one Edit

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """Show a form, or save it with all its parts in one Edit; what refuses the save becomes form errors."""
        return self._in_one_edit(request, super().changeform_view, object_id, form_url, extra_context)

    def delete_view(self, request, object_id, extra_context=None):
        """Ask whether to delete, or delete in one Edit; back to the record with the reasons when it is refused."""
        try:
            return self._in_one_edit(request, super().delete_view, object_id, extra_context)
        except Lacking as lacking:
            return self._sent_back(request, lacking.reasons, request.path.removesuffix("delete/") + "change/")

    def changelist_view(self, request, extra_context=None):
        """Show the list, or do what was chosen in it; back to the list with the reasons when it is refused."""
        try:
            return super().changelist_view(request, extra_context)
        except Lacking as lacking:
            return self._sent_back(request, lacking.reasons, request.get_full_path())

    def _sent_back(self, request, reasons, url):
        forget_run(request)
        for reason in reasons:
            self.message_user(request, reason, messages.ERROR)
        return HttpResponseRedirect(url)

    def _in_one_edit(self, request, view, *args):
        if request.method in SAFE:
            return view(request, *args)
        note = note_of(request)
        try:
            with edits.edit(user=request.user, note=note):
                return view(request, *args)
        except (IntegrityError, ProtectedError, Lacking) as error:
            forget_run(request)
            request.desk_refusal = Refusal(error)
            with edits.edit(user=request.user, note=note):
                return view(request, *args)

    def save_model(self, request, obj, form, change):
        """Save the record if anything of it changed: an Edit that changes nothing leaves no trace."""
        if not change or form.record_changed():
            obj.save()

    def save_formset(self, request, form, formset, change):
        """Save the parts one by one, and tell what their forms noticed."""
        super().save_formset(request, form, formset, change)
        for row in formset.forms:
            if row.has_changed():
                for remark in getattr(row, "remarks", ()):
                    self.message_user(request, remark, messages.WARNING)

    # Deleting

    def delete_queryset(self, request, queryset):
        """Delete the records chosen in a list, one by one, in one Edit."""
        with edits.edit(user=request.user):
            for record in queryset:
                record.delete()

    def get_deleted_objects(self, objs, request):
        """Return what would go; rows that name the record in a many-to-many field protect it like foreign keys."""
        going, counts, lacking, protected = super().get_deleted_objects(objs, request)
        for record in objs:
            protected += [f"{row._meta.verbose_name}: {row}" for row in named_by(record)]
        return going, counts, lacking, protected
