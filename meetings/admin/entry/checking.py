"""The checks on the meeting's form: a box at its top and marks at its fields, on the page and while typing."""

import json

from django.core.exceptions import PermissionDenied
from django.http import HttpResponseNotAllowed, JsonResponse
from django.template.loader import render_to_string
from django.urls import path, reverse
from django.utils import timezone
from django.utils.html import format_html

from ... import workflow
from ...desk.checks import findings
from ...desk.checks.posts import fills
from ...publication import Publication, was_public
from .gathering import gather

# What is published or withdrawn has been through this.
ON_THE_WAY = (Publication.DRAFT, Publication.IN_REVIEW, Publication.RETURNED)
# Where to mend what a record lacks to be published, when nothing says where.


class Checked:
    """Mixin of the meeting's admin: nothing here keeps anybody from saving a draft."""

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        """Show the form with what the checks noticed; an empty new form is left in peace."""
        form = context["adminform"].form
        if form.is_bound or obj is not None or form.initial.get("sources"):
            formsets = [inline.formset for inline in context["inline_admin_formsets"]]
            noticed = self.noticed(request, form, formsets)
            lacking = lacking_of(obj)
            mark([(one.field, one.sentence) for one in noticed], "check-mark", form, formsets)
            mark(lacking.items(), "lacking-mark", form, formsets)
            context["checks"] = boxed(noticed, form, formsets, lacking) | {
                "may_attach": self.may_attach(request, obj)
            }
            for section in context["sections"]:
                section["lacking"] = lacking.get(section.get("prefix"), "")
        suffix, args = ("", [obj.pk]) if obj is not None else ("_new", [])
        for name in ("check", "who"):
            context[f"{name}_url"] = reverse(f"admin:meetings_meeting_{name}{suffix}", args=args)
        return super().render_change_form(request, context, add, change, form_url, obj)

    def noticed(self, request, form, formsets):
        """Return the Findings about the meeting as it stands in the form."""
        return findings(gather(form, formsets, request.user), timezone.now().date())

    def may_attach(self, request, record):
        """Return whether the meeting may go into another one: a draft may, for those who may save it."""
        if record is None or record._state.adding:
            return self.has_add_permission(request)
        return self.has_change_permission(request, record) and not was_public(record)

    def get_urls(self):
        """Add the addresses that answer while somebody types."""
        view = self.admin_site.admin_view(self.check_view)
        return [
            path("check/", view, name="meetings_meeting_check_new"),
            path("<int:object_id>/check/", view, name="meetings_meeting_check"),
            *super().get_urls(),
        ]

    def check_view(self, request, object_id=None):
        """Answer what the checks notice in a form that is sent but not saved, and what tenures fill in. Never cached.

        Raises PermissionDenied for those who may not save it.
        """
        form, formsets = self.typed(request, object_id)
        if form is None:
            return HttpResponseNotAllowed(["POST"])
        met = gather(form, formsets, request.user)
        noticed = findings(met, timezone.now().date())
        box = boxed(noticed, form, formsets, {}) | {"may_attach": self.may_attach(request, form.instance)}
        answer = {"html": render_to_string("admin/meeting_checks.html", {"checks": box}), "fills": fills(met)}
        return JsonResponse(answer, headers={"Cache-Control": "no-store, private"})

    def typed(self, request, object_id):
        """Return (form, form sets) holding what was sent, neither validated nor saved; (None, None) if nothing was.

        Raises PermissionDenied for those who may not save it, and for a meeting that is gone.
        """
        record = self.get_object(request, str(object_id)) if object_id is not None else None
        allowed = self.has_change_permission(request, record) if record else self.has_add_permission(request)
        if not allowed or (object_id is not None and record is None):
            raise PermissionDenied
        if request.method != "POST":
            return None, None
        form_class = self.get_form(request, record, change=record is not None)
        form = form_class(request.POST, instance=record)
        formsets, _ = self._create_formsets(request, form.instance, change=record is not None)
        return form, formsets


def lacking_of(record):
    """Return {field or form set: sentence} of what a record on its way to readers lacks to be published."""
    if record is None or record.publication not in ON_THE_WAY:
        return {}
    return workflow.lacking(record)


def fields_of(form, formsets):
    """Return {name as in the form's data: (form, field name)} of a form and all rows of its form sets."""
    forms = [form, *(row for formset in formsets for row in formset.forms)]
    return {one.add_prefix(name): (one, name) for one in forms for name in one.fields}


def mark(sentences, css, form, formsets):
    """Write each sentence of [(field, sentence)] below its field, in a span of this class."""
    fields = fields_of(form, formsets)
    for field, sentence in sentences:
        if field in fields:
            one, name = fields[field]
            text = one.fields[name].help_text
            one.fields[name].help_text = format_html('<span class="{}">{}</span>{}', css, sentence, text)


def boxed(noticed, form, formsets, lacking):
    """Return what the box shows: [{"finding", "id", "label", "offers"}], and what is lacking to publish likewise."""
    fields = fields_of(form, formsets)
    rows = []
    for finding in noticed:
        one, name = fields.get(finding.field, (None, ""))
        label = one[name].label if one else finding.field
        offers = [(words, json.dumps(values)) for words, values in finding.offers] if one else []
        rows.append({"finding": finding, "id": f"id_{finding.field}", "label": label, "offers": offers})
    wanting = [
        {"sentence": sentence, "id": f"id_{field}" if field in fields else f"{field}-heading"}
        for field, sentence in lacking.items()
    ]
    return {"rows": rows, "lacking": wanting}
