"""Publication at the desk: buttons on the form, actions in the list, the comment that came back, the preview."""

from dataclasses import dataclass

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse

from .. import workflow
from ..edition.draft import draft_entry
from ..edits import Edit
from ..publication import Publication, is_published
from .correcting import Corrected
from .forms import note_of
from .permissions import may_publish
from .reviewing import Reviewed


@dataclass(frozen=True)
class Act:
    """An act of publication: its name in forms, the words on its button, what it does, from which states."""

    name: str
    label: str
    done: str
    function: object
    states: tuple
    for_publishers: bool = True


ACTS = {
    act.name: act
    for act in (
        Act(
            "submit",
            "Submit for review",
            "in review",
            workflow.submit,
            (Publication.DRAFT, Publication.RETURNED),
            for_publishers=False,
        ),
        Act(
            "return", "Return to the editor", "returned", workflow.return_to_editor, (Publication.IN_REVIEW,)
        ),
        Act(
            "publish",
            "Publish",
            "published",
            workflow.publish,
            (Publication.IN_REVIEW, Publication.WITHDRAWN),
        ),
        Act("withdraw", "Withdraw", "withdrawn", workflow.withdraw, (Publication.PUBLISHED,)),
    )
}
BUTTON = "_act"
ALONG = "_along"


def acts_open(user, record):
    """Return the acts that this person can do now with a record that he or she may change."""
    return [
        act
        for act in ACTS.values()
        if record.publication in act.states and (not act.for_publishers or may_publish(user, record))
    ]


def _list_action(act):
    @admin.action(description=f"{act.label} …", permissions=["change"])
    def run(model_admin, request, queryset):
        return model_admin.act_on_list(request, queryset, act)

    run.__name__ = f"act_{act.name}"
    return run


class Published(Corrected, Reviewed):
    """Mixin of a RecordAdmin whose records have a publication state of their own.

    `goes_along(record)` returns the records that may be published in the same step, a list.
    """

    change_form_template = "admin/published_change_form.html"
    actions = tuple(_list_action(act) for act in ACTS.values())

    def goes_along(self, record):
        """Return what publishing this record offers to publish too."""
        return []

    # On the form

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        """Show the buttons of the acts that are open, and the comment of the last one."""
        if obj is not None:
            context["acts"] = acts_open(request.user, obj) if self.has_change_permission(request, obj) else []
            context["last_act"] = last_act(obj)
            context["preview_url"] = self._url("preview", obj)
            may_publish_now = any(act.name == "publish" for act in context["acts"])
            context["along"] = self.goes_along(obj) if may_publish_now else []
        return super().render_change_form(request, context, add, change, form_url, obj)

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """Save; then do the act whose button was pressed, as an Edit of its own."""
        response = super().changeform_view(request, object_id, form_url, extra_context)
        act = ACTS.get(request.POST.get(BUTTON, ""))
        saved = getattr(request, "desk_saved", None)
        if act is None or saved is None:
            return response
        self.do(request, saved, act, note_of(request))
        return HttpResponseRedirect(self._url("change", saved))

    def save_related(self, request, form, formsets, change):
        """Save the parts, and note that everything was saved."""
        super().save_related(request, form, formsets, change)
        request.desk_saved = form.instance

    def do(self, request, record, act, note):
        """Do one act, and publish what was ticked to go along; say what came of it, return whether it was done."""
        done = self._do(request, record, act, note)
        if done and act.name == "publish":
            ticked = set(request.POST.getlist(ALONG))
            for other in self.goes_along(record):
                if str(other.pk) in ticked:
                    self._publish_along(request, other, note)
        return done

    def _publish_along(self, request, other, note):
        """Publish one more record; what is a draft still is submitted first."""
        submit = ACTS["submit"]
        if other.publication not in submit.states or self._do(request, other, submit, note):
            self._do(request, other, ACTS["publish"], note)

    def _do(self, request, record, act, note):
        try:
            act.function(record, user=request.user, note=note)
        except workflow.Refused as refused:
            for reason in refused.reasons:
                self.message_user(request, f"{record}: {reason}", messages.ERROR)
            return False
        self.message_user(request, f"{record} is now {act.done}.", messages.SUCCESS)
        return True

    def view_on_site(self, record):
        """Return the public address of a published record, None for others."""
        return reverse(self.opts.model_name, args=[record.slug]) if is_published(record) else None

    def _url(self, name, record):
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_{name}", args=[record.pk])

    # In the list

    def act_on_list(self, request, queryset, act):
        """Ask for a note; then do the act with each record chosen. Each is an Edit of its own."""
        if request.POST.get("confirmed"):
            for record in queryset:
                self.do(request, record, act, note_of(request))
            return None
        request.current_app = self.admin_site.name
        context = {
            **self.admin_site.each_context(request),
            "title": f"{act.label}: {queryset.count()} {self.opts.verbose_name_plural}",
            "act": act,
            "records": [
                (record, workflow.lacking(record).values() if act.name == "publish" else ())
                for record in queryset
            ],
            "opts": self.opts,
            "checkbox": ACTION_CHECKBOX_NAME,
            "along": self._all_along(queryset) if act.name == "publish" else [],
        }
        return TemplateResponse(request, "admin/publication_act.html", context)

    def _all_along(self, records):
        """Return what goes along with any of some records, each once."""
        return list(dict.fromkeys(other for record in records for other in self.goes_along(record)))

    # The preview

    def get_urls(self):
        """Add the preview to the addresses of the record."""
        name = f"{self.opts.app_label}_{self.opts.model_name}_preview"
        view = self.admin_site.admin_view(self.preview_view)
        return [path("<path:object_id>/preview/", view, name=name), *super().get_urls()]

    def preview_view(self, request, object_id):
        """Show the record as readers would see it were it published as it stands; never cached."""
        record, response = self.seen_record(request, object_id)
        if response is not None:
            return response
        entry = draft_entry(record)
        context = {
            "entry": entry,
            "record": entry.detail,
            "exports": [],
            "original": record,
            "change_url": self._url("change", record),
        }
        response = TemplateResponse(request, f"admin/preview_{self.opts.model_name}.html", context)
        response["Cache-Control"] = "no-store, private"
        response["X-Robots-Tag"] = "noindex"
        return response


def last_act(record):
    """Return the Edit of the last act of publication of this record, or None."""
    rows = record.history.filter(edit__kind=Edit.Kind.PUBLICATION).select_related("edit__user")
    row = rows.order_by("-history_id").first()
    return row.edit if row else None
