"""Review at the desk: the facts of a record beside the texts of its sources, each with a box to tick."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_http_methods

from ..models import Review
from .facts import facts_of
from .keys import is_key
from .permissions import may_publish

TICK, VERSION = "fact", "version"
CHANGED = "Nothing was kept: the {} was changed since this page was opened. Read what it says now."


class Reviewed:
    """Mixin of a RecordAdmin with a page for reviewers. Ticks are each reviewer's own, for one version."""

    def get_urls(self):
        """Add the page of the review to the addresses of the record."""
        view = self.admin_site.admin_view(self.review_view)
        return [path("<path:object_id>/review/", view, name=self._review_name()), *super().get_urls()]

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        """Lead to the review."""
        if obj is not None and may_publish(request.user, obj):
            context["review_url"] = self._review_url(obj)
        return super().render_change_form(request, context, add, change, form_url, obj)

    @method_decorator(require_http_methods(["GET", "HEAD", "POST"]))
    def review_view(self, request, object_id):
        """Show facts and sources side by side to those who may publish; a POST keeps what is ticked."""
        record, response = self.seen_record(request, object_id)
        if response is not None:
            return response
        if not may_publish(request.user, record):
            raise PermissionDenied
        facts = facts_of(record, self.history_also)
        if request.method == "POST":
            return self._keep_ticks(request, record, facts)
        ticked = Review.objects.ticked(request.user, record)
        sources = dict.fromkeys(
            [*self._own_sources(record), *(one for fact in facts for one in fact.sources)]
        )
        request.current_app = self.admin_site.name
        context = {
            **self.admin_site.each_context(request),
            "title": f"Review: {record}",
            "opts": self.opts,
            "object": record,
            "facts": [(fact, fact.name in ticked) for fact in facts],
            "ticked": sum(fact.name in ticked for fact in facts),
            "sources": list(sources),
            "version": record.version,
        }
        response = TemplateResponse(request, "admin/review.html", context)
        response["Cache-Control"] = "no-store, private"
        return response

    def _own_sources(self, record):
        return record.sources.select_related("publisher")

    def _keep_ticks(self, request, record, facts):
        seen = request.POST.get(VERSION, "")
        if not is_key(seen) or int(seen) != record.version:
            words = CHANGED.format(self.opts.verbose_name)
            self.message_user(request, words, messages.WARNING)
            return HttpResponseRedirect(self._review_url(record))
        ticked = set(request.POST.getlist(TICK)) & {fact.name for fact in facts}
        Review.objects.keep(request.user, record, ticked)
        words = f"{len(ticked)} of {len(facts)} facts ticked."
        self.message_user(request, words, messages.SUCCESS)
        return HttpResponseRedirect(self._review_url(record))

    def _review_name(self):
        return f"{self.opts.app_label}_{self.opts.model_name}_review"

    def _review_url(self, record):
        return reverse(f"admin:{self._review_name()}", args=[record.pk])
