"""Unchecked corrections at the desk: the page that shows what was changed live, and takes the check."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_http_methods

from ..corrections import check
from ..edits import Edit
from ..models import Correction
from ..publication import is_published
from ..workflow import Refused
from .changes import changes_of
from .keys import is_key
from .permissions import may_publish

SEEN = "seen"


class Corrected:
    """Mixin of a RecordAdmin: what publishers changed live waits here until another publisher has checked it."""

    def get_urls(self):
        """Add the page of the check to the addresses of the record."""
        view = self.admin_site.admin_view(self.corrections_view)
        return [
            path("<path:object_id>/corrections/", view, name=self._corrections_name()),
            *super().get_urls(),
        ]

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        """Say above the form how many corrections wait, and lead to them."""
        if obj is not None and is_published(obj):
            context["corrections_waiting"] = Correction.objects.of(obj).unchecked().count()
            context["corrections_url"] = self._corrections_url(obj)
        return super().render_change_form(request, context, add, change, form_url, obj)

    @method_decorator(require_http_methods(["GET", "HEAD", "POST"]))
    def corrections_view(self, request, object_id):
        """Show the unchecked corrections field by field; a POST says that they were looked at, up to those shown."""
        record, response = self.seen_record(request, object_id)
        if response is not None:
            return response
        if request.method == "POST":
            return self._check(request, record)
        waiting = list(Correction.objects.of(record).unchecked().select_related("edit__user"))
        edits = Edit.objects.filter(pk__in=[one.edit_id for one in waiting]).select_related("user")
        changes = changes_of(self.trail(record), edits, within=self.model)
        request.current_app = self.admin_site.name
        context = {
            **self.admin_site.each_context(request),
            "title": f"Unchecked corrections: {record}",
            "opts": self.opts,
            "object": record,
            "acts": [(edit, changes[edit.pk]) for edit in edits.order_by("-pk")],
            "seen": waiting[-1].pk if waiting else "",
            "may_check": may_publish(request.user, record)
            and any(one.edit.user_id != request.user.pk for one in waiting),
        }
        return TemplateResponse(request, "admin/corrections.html", context)

    def _check(self, request, record):
        seen = request.POST.get(SEEN, "")
        try:
            checked = check(record, request.user, int(seen) if is_key(seen) else 0)
        except Refused as refused:
            for reason in refused.reasons:
                self.message_user(request, f"{record}: {reason}", messages.ERROR)
            return HttpResponseRedirect(self._corrections_url(record))
        words = "1 correction" if len(checked) == 1 else f"{len(checked)} corrections"
        self.message_user(request, f"{record}: {words} checked.", messages.SUCCESS)
        left = Correction.objects.of(record).unchecked().exists()
        url = self._corrections_url(record)
        return HttpResponseRedirect(url if left else url.removesuffix("corrections/") + "change/")

    def _corrections_name(self):
        return f"{self.opts.app_label}_{self.opts.model_name}_corrections"

    def _corrections_url(self, record):
        return reverse(f"admin:{self._corrections_name()}", args=[record.pk])
