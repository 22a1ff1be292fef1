"""Merging at the desk: what is proposed, the preview, the act; and where a record is found that was absorbed."""

from django.contrib import messages
from django.core.exceptions import BadRequest, PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, re_path, reverse
from django.utils.html import format_html

from .. import edits
from ..edition.kinds import KIND_OF
from ..interchange.merging import merge, plan_of, similar_to, survivor_first
from ..models import Merge
from ..publication import Publishable
from ..workflow import Refused
from .forms import words_of
from .keys import is_key
from .merge_form import MergeForm, fact_lines, field_lines, named_rows
from .trails import trail_of

MOST_FOUND = 20
LABEL = "Merge selected (two)"


def merge_selected(model_admin, request, queryset):
    """Lead to the preview of merging the two records chosen in a list."""
    chosen = list(queryset[:3])
    if len(chosen) != 2:
        model_admin.message_user(
            request, "Choose two records to merge: one goes into the other.", messages.ERROR
        )
        return None
    return HttpResponseRedirect(model_admin.preview_url(*survivor_first(*chosen)))


class Mergeable:
    """Mixin of a RecordAdmin whose records can be merged."""

    def get_urls(self):
        """Add the two pages of merging to the addresses of a record."""
        prefix, wrap = f"{self.opts.app_label}_{self.opts.model_name}", self.admin_site.admin_view
        preview = r"^(?P<object_id>.+)/merge/(?P<other_id>[^/]+)/$"
        return [
            re_path(preview, wrap(self.merge_preview_view), name=f"{prefix}_merge_preview"),
            path("<path:object_id>/merge/", wrap(self.merge_view), name=f"{prefix}_merge"),
            *super().get_urls(),
        ]

    def get_actions(self, request):
        """Offer merging to those who may change records."""
        actions = super().get_actions(request)
        if "_popup" not in request.GET and self.has_change_permission(request):
            actions["merge_selected"] = (merge_selected, "merge_selected", LABEL)
        return actions

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        """Show the link to merging."""
        if obj is not None and self.has_change_permission(request):
            context["merge_url"] = self._merge_address("merge", obj.pk)
        return super().render_change_form(request, context, add, change, form_url, obj)

    def preview_url(self, kept, gone):
        """Return the address of the preview of merging `gone` into `kept`."""
        return self._merge_address("merge_preview", kept.pk, gone.pk)

    def _merge_address(self, page, *keys):
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_{page}", args=keys)

    # The pages

    def merge_view(self, request, object_id):
        """Propose what the record may be merged with, and let an editor search for another."""
        record = self._to_merge(request, object_id)
        if isinstance(record, HttpResponseRedirect):
            return record
        asked = request.GET.get("q", "").strip()
        proposals = [] if asked else similar_to(record)
        found = self._found(request, record, asked) if asked else []
        context = self._merge_context(request, f"Merge “{record}” with…") | {
            "original": record,
            "asked": asked,
            "proposals": self._offered(record, [(item.record, item) for item in proposals]),
            "found": self._offered(record, [(other, None) for other in found]),
        }
        return TemplateResponse(request, "admin/merge_choose.html", context)

    def _found(self, request, record, asked):
        rows, doubled = self.get_search_results(request, self.get_queryset(request), asked)
        rows = rows.exclude(pk=record.pk)
        return list((rows.distinct() if doubled else rows)[:MOST_FOUND])

    def _offered(self, record, others):
        """Return [{record, proposal, state, url}] for some records that may be merged with this one."""
        public = self._public([record.pk, *(other.pk for other, _ in others)])
        offered = []
        for other, proposal in others:
            better = (other.pk in public) > (record.pk in public)
            pair = (other, record) if better else (record, other)
            known = "public" if other.pk in public else "not public"
            state = other.get_publication_display() if isinstance(other, Publishable) else known
            offered.append(
                {"record": other, "proposal": proposal, "state": state, "url": self.preview_url(*pair)}
            )
        return offered

    def _public(self, keys):
        return set(KIND_OF[self.model].edition.objects.filter(pk__in=keys).values_list("pk", flat=True))

    def merge_preview_view(self, request, object_id, other_id):
        """Show what merging would do; merge when it is confirmed."""
        pair = [self._to_merge(request, key) for key in (object_id, other_id)]
        if gone_elsewhere := [found for found in pair if isinstance(found, HttpResponseRedirect)]:
            return gone_elsewhere[0]
        try:
            plan = plan_of(*pair)
        except ValueError as error:
            raise BadRequest(str(error)) from error
        form = MergeForm(plan, request.POST if request.method == "POST" else None)
        if form.is_bound and form.is_valid() and (done := self._merge(request, form)):
            return done
        return TemplateResponse(
            request, "admin/merge_preview.html", self._preview_context(request, plan, form)
        )

    def _merge(self, request, form):
        """Merge as the form says; return where to go, or None with the reason in the form."""
        plan = form.plan
        name = str(plan.gone)
        try:
            survivor = merge(
                plan.kept, plan.gone, request.user, form.cleaned_data["note"], form.choices, form.seen
            )
        except Refused as refused:
            for reason in refused.reasons:
                form.add_error(None, reason)
            return None
        except edits.StaleSave as stale:
            form.add_error(None, words_of(stale))
            fresh = {"kept_version": plan.kept.version, "gone_version": plan.gone.version}
            form.data = form.data.copy()
            form.data.update({key: str(value) for key, value in fresh.items()})
            return None
        url = self._merge_address("change", survivor.pk)
        said = format_html('“{}” was merged into <a href="{}">{}</a>.', name, url, survivor)
        self.message_user(request, said, messages.SUCCESS)
        return HttpResponseRedirect(url)

    def _preview_context(self, request, plan, form):
        moving, folding, unnamed = named_rows(plan)
        return self._merge_context(request, f"Merge “{plan.gone}” into “{plan.kept}”") | {
            "plan": plan,
            "original": plan.kept,
            "form": form,
            "refusals": plan.refusals(request.user),
            "notices": plan.notices(),
            "fields": field_lines(plan),
            "facts": fact_lines(plan),
            "moving": moving,
            "folding": folding,
            "unnamed": unnamed,
            "swap_url": self.preview_url(plan.gone, plan.kept),
            "choose_url": self._merge_address("merge", plan.kept.pk),
        }

    def _merge_context(self, request, title):
        request.current_app = self.admin_site.name
        return {**self.admin_site.each_context(request), "title": title, "opts": self.opts}

    def _to_merge(self, request, key):
        """Return the record, or the redirect to what it was merged into. Raises Http404 and PermissionDenied."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        record = self.get_object(request, key) if is_key(key) else None
        if record is None:
            return self._to_heir(request, key) or self._no_such(key)
        if not self.has_view_permission(request, record):
            raise PermissionDenied
        return record

    def _no_such(self, key):
        raise Http404(f"There is no {self.opts.verbose_name} with this number.")

    # What was absorbed

    def _get_obj_does_not_exist_redirect(self, request, opts, object_id):
        """Lead from a record that was absorbed to the one that it lives on in."""
        to_heir = self._to_heir(request, object_id)
        return to_heir or super()._get_obj_does_not_exist_redirect(request, opts, object_id)

    def _to_heir(self, request, key):
        heir = Merge.objects.heir(self.model, int(key)) if is_key(key) else None
        if heir is None:
            return None
        name = Merge.objects.names(self.model, [int(key)])[int(key)]
        self.message_user(request, f"“{name}” was merged into this {self.opts.verbose_name}.", messages.INFO)
        return HttpResponseRedirect(self._merge_address("change", heir))

    def history_view(self, request, object_id, extra_context=None):
        """Show the history of a record, also of one that was absorbed."""
        key = int(object_id) if is_key(object_id) else None
        heir = Merge.objects.heir(self.model, key) if key is not None else None
        survivor = self.get_object(request, str(heir)) if heir else None
        if survivor is None:
            merges = Merge.objects.of(self.model).filter(kept_key=key) if key is not None else ()
            return super().history_view(request, object_id, {"merges": merges, **(extra_context or {})})
        if not self.has_view_or_change_permission(request, survivor):
            raise PermissionDenied
        name = Merge.objects.names(self.model, [key])[key]
        trail = trail_of(self.model, [key])
        merges = Merge.objects.of(self.model).filter(kept_key=key)
        extra = {"absorbed_name": name, "merges": merges, **(extra_context or {})}
        return self.history_page(request, survivor, trail, f"History: {name}", extra)
