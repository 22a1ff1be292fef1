"""The history page of a record: what each Edit changed in it and in its parts, the latest first."""

from django.core.paginator import Paginator
from django.template.response import TemplateResponse
from django.utils.text import capfirst

from .changes import changes_of
from .trails import edits_of, trail_of

EDITS_ON_A_PAGE = 25


def acts_page(trail, number, model):
    """Return (page, [(Edit, [Change])]) of the trail of a `model`; a page that does not exist is the nearest."""
    page = Paginator(edits_of(trail), EDITS_ON_A_PAGE).get_page(number)
    changes = changes_of(trail, page.object_list, within=model)
    return page, [(edit, changes[edit.pk]) for edit in page.object_list]


class Historied:
    """Mixin of a ModelAdmin: the history page is ours, grouped by Edit.

    `history_also` names (model, foreign key) of records that are edited here but belong elsewhere.
    """

    history_also = ()

    def trail(self, record):
        """Return the trail of the record."""
        trail = trail_of(self.model, [record.pk])
        for model, name in self.history_also:
            trail.append((model, model.history.filter(**{f"{name}_id": record.pk})))
        return trail

    def history_view(self, request, object_id, extra_context=None):
        """Show the history to those who may see the record."""
        record, response = self.seen_record(request, object_id)
        if response is not None:
            return response
        return self.history_page(request, record, self.trail(record), f"History: {record}", extra_context)

    def history_page(self, request, record, trail, title, extra_context=None):
        """Show a trail under a title, as (part of) the history of a record that is there."""
        page, acts = acts_page(trail, request.GET.get("p", 1), self.model)
        request.current_app = self.admin_site.name
        context = {
            **self.admin_site.each_context(request),
            "title": title,
            "subtitle": None,
            "object": record,
            "opts": self.opts,
            "module_name": capfirst(self.opts.verbose_name_plural),
            "acts": acts,
            "page": page,
            **(extra_context or {}),
        }
        return TemplateResponse(request, "admin/record_history.html", context)
