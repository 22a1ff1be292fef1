"""The list of deleted records at the desk, from which one is brought back with its address and parts."""

from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Max
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse

from ...edits import Edit
from ...models import Merge
from ...models.record import Root
from ...publication import Publishable
from ...workflow import Refused
from ..changes import RowWords
from ..keys import is_key
from ..permissions import reason_locked
from ..trails import record_models
from .act import bring_back
from .screens import fixed_for

RECORDS_ON_A_PAGE = 50


@dataclass
class Deleted:
    """One deleted record: its kind and key, what it was called, the Edit that deleted it, who may bring it back."""

    kind: str
    key: int
    name: str
    edit: Edit
    may_restore: bool


def deleted_view(request, site):
    """List what was deleted, the latest first; bring one back that was asked for by POST."""
    admins = {
        model: site.get_model_admin(model)
        for model in record_models()
        if issubclass(model, Root) and site.is_registered(model)
    }
    seen = {model: one for model, one in admins.items() if one.has_view_permission(request)}
    if not seen:
        raise PermissionDenied
    if request.method == "POST" and (done := _bring_back(request, seen)):
        return done
    page = Paginator(_deletions(seen), RECORDS_ON_A_PAGE).get_page(request.GET.get("p", 1))
    request.current_app = site.name
    context = {
        **site.each_context(request),
        "title": "Deleted records",
        "page": page,
        "records": _shown(request, seen, page.object_list),
    }
    return TemplateResponse(request, "admin/deleted_records.html", context)


def _deletions(models):
    """Return [(Edit id, history id, model)] of the records that are gone and live on in no other, the latest first."""
    found = []
    for model in models:
        gone = (
            model.history.filter(history_type="-")
            .exclude(id__in=model._base_manager.values("pk"))
            .exclude(id__in=Merge.objects.of(model).values("gone_key"))
        )
        last = gone.order_by().values("id").annotate(edit_last=Max("edit"), row_last=Max("history_id"))
        found += [(edit, row, model) for edit, row in last.values_list("edit_last", "row_last")]
    return sorted(found, key=lambda item: item[:2], reverse=True)


def _shown(request, admins, deletions):
    """Return [Deleted] of one page, in a few queries for each kind that stands on it."""
    edits = Edit.objects.select_related("user").in_bulk([edit for edit, _, _ in deletions])
    rows, words = {}, {}
    for model in {model for _, _, model in deletions}:
        keys = [row for _, row, of in deletions if of is model]
        rows |= {(model, row.history_id): row for row in model.history.filter(history_id__in=keys)}
        words[model] = RowWords(model, [row for (of, _), row in rows.items() if of is model], None)
    return [
        Deleted(
            model._meta.label_lower,
            rows[model, row].id,
            words[model].name(rows[model, row]),
            edits[edit],
            admins[model].has_add_permission(request)
            and not reason_locked(request.user, _state(model, rows[model, row])),
        )
        for edit, row, model in deletions
    ]


def _state(model, row):
    """Return a record in the state of publication that a history row tells, without asking the database."""
    return model(publication=row.publication) if issubclass(model, Publishable) else model()


def _bring_back(request, admins):
    """Bring back what the form names; return the redirect to it, or None with the reasons as messages."""
    kinds = {model._meta.label_lower: model for model in admins}
    model, key = kinds.get(request.POST.get("kind", "")), request.POST.get("key", "")
    if model is None or not is_key(key):
        raise Http404("There is no such record.")
    if not admins[model].has_add_permission(request):
        raise PermissionDenied
    try:
        record = bring_back(
            model,
            int(key),
            request.user,
            may_restore=lambda gone: reason_locked(request.user, gone),
            fixed=fixed_for(admins[model], request.user),
        )
    except Refused as refused:
        for reason in refused.reasons:
            messages.error(request, reason)
        return None
    messages.success(request, f"“{record}” is back, with its parts.")
    opts = model._meta
    return HttpResponseRedirect(reverse(f"admin:{opts.app_label}_{opts.model_name}_change", args=[record.pk]))
