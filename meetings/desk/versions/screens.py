"""The pages of versions at the desk: two compared, and one restored after a preview."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse

from ... import edits
from ...models.record import Root
from ...publication import Publishable, is_published
from ...workflow import Refused
from ..keys import is_key
from ..permissions import may_make_public
from ..trails import edits_of, latest_edit
from .act import restore
from .comparing import compare
from .plan import Plan
from .reading import read_version


class RestoreForm(forms.Form):
    """The confirmation: a note, and the version of the record that the preview showed."""

    note = forms.CharField(
        required=False,
        max_length=1000,
        help_text="Why, in a few words; others read it in the history.",
        widget=forms.TextInput(attrs={"class": "vTextField"}),
    )
    seen_version = forms.IntegerField(widget=forms.HiddenInput)


class Versioned:
    """Mixin of a RecordAdmin: versions of records that stand alone are compared and restored; parts go with them."""

    def get_urls(self):
        """Add the two pages to the addresses of a record."""
        if not issubclass(self.model, Root):
            return super().get_urls()
        prefix, wrap = f"{self.opts.app_label}_{self.opts.model_name}", self.admin_site.admin_view
        return [
            path("<path:object_id>/history/compare/", wrap(self.compare_view), name=f"{prefix}_compare"),
            path(
                "<path:object_id>/history/<int:edit_id>/restore/",
                wrap(self.restore_view),
                name=f"{prefix}_restore",
            ),
            *super().get_urls(),
        ]

    def history_view(self, request, object_id, extra_context=None):
        """Show the history, from which two versions are chosen to be compared and one to be restored."""
        extra = {}
        if issubclass(self.model, Root) and is_key(object_id):
            record = self.get_object(request, object_id)
            extra = {
                "versions_url": self._versions_address("compare", object_id),
                "may_restore": record is not None and self.has_change_permission(request, record),
            }
        return super().history_view(request, object_id, {**extra, **(extra_context or {})})

    def compare_view(self, request, object_id):
        """Show what differs between two versions, whichever way round they were chosen; without a newer one, now."""
        record, response = self.seen_record(request, object_id)
        if response is not None:
            return response
        last = edits_of(self.trail(record)).first()
        asked = request.GET.get("older", ""), request.GET.get("newer", last.pk if last else "")
        chosen = [self._edit_of(record, key) for key in asked]
        older, newer = sorted(chosen, key=lambda edit: edit.pk)
        versions = [read_version(self.model, record.pk, edit.pk) for edit in (older, newer)]
        context = self._version_context(request, record, f"Compare: {record}", "Compare") | {
            "older": older,
            "newer": newer,
            "changes": compare(*versions, within=self.model),
            "may_restore": self.has_change_permission(request, record),
        }
        return TemplateResponse(request, "admin/version_compare.html", context)

    def restore_view(self, request, object_id, edit_id):
        """Show what restoring a version would change; restore it when that is confirmed."""
        record, response = self.seen_record(request, object_id)
        if response is not None:
            return response
        if not self.has_change_permission(request, record):
            raise PermissionDenied
        edit = self._edit_of(record, str(edit_id))
        initial = {"seen_version": record.version}
        form = RestoreForm(request.POST if request.method == "POST" else None, initial=initial)
        if form.is_bound and form.is_valid() and self._restore(request, record, edit, form):
            return HttpResponseRedirect(self._versions_address("change", record.pk))
        if form.is_bound:
            record = self.get_object(request, object_id)
            form.data = form.data.copy()
            form.data["seen_version"] = str(record.version)
        plan = Plan(self.model, record.pk, edit.pk, fixed_for(self, request.user))
        context = self._version_context(request, record, f"Restore: {record}", "Restore") | {
            "edit": edit,
            "form": form,
            "plan": plan,
            "changes": plan.changes,
            "is_public": isinstance(record, Publishable) and is_published(record),
        }
        return TemplateResponse(request, "admin/version_restore.html", context)

    def _restore(self, request, record, edit, form):
        """Restore as the form says; return whether it was done. The reasons against it stand in the form."""
        seen, note = form.cleaned_data["seen_version"], form.cleaned_data["note"]
        try:
            restore(
                record, edit, seen, request.user, note, _deleter(request.user), fixed_for(self, request.user)
            )
        except Refused as refused:
            for reason in refused.reasons:
                form.add_error(None, reason)
            return False
        except edits.StaleSave as stale:
            form.add_error(None, _told(stale))
            return False
        said = f"The version of {edit.at:%d %b %Y, %H:%M} UTC is restored."
        self.message_user(request, said, messages.SUCCESS)
        return True

    def _edit_of(self, record, key):
        """Return the Edit with this number that wrote the record or a part of it. Raises Http404."""
        found = edits_of(self.trail(record)).filter(pk=int(key)).first() if is_key(key) else None
        if found is None:
            raise Http404("This record has no such version.")
        return found

    def _versions_address(self, page, key):
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_{page}", args=[key])

    def _version_context(self, request, record, title, step):
        request.current_app = self.admin_site.name
        return {
            **self.admin_site.each_context(request),
            "title": title,
            "opts": self.opts,
            "object": record,
            "step": step,
        }


def fixed_for(model_admin, user):
    """Return the fields that make a record public and that this person therefore does not write."""
    return () if may_make_public(user) else tuple(model_admin.for_publishers)


def _told(stale):
    """Return who saved the record after the preview was shown, and what the person can do now."""
    edit = latest_edit(stale.record)
    who = edit.user.get_username() if edit and edit.user else "Somebody else"
    return (
        f"{who} saved this {stale.record._meta.verbose_name} after you opened the preview. What restoring would "
        "change now stands below: look, then restore again."
    )


def _deleter(user):
    """Return the function that says whether this person may delete parts of a kind."""
    return lambda model: user.has_perm(f"{model._meta.app_label}.delete_{model._meta.model_name}")
