"""Corrections of what is published: noted when an act changes it, told to readers, and checked by another publisher.

A published record is changed live, by publishers; the change stays on the desk until somebody else has looked at it.
"""

from dataclasses import dataclass

from django.db import transaction
from django.db.models import Case, F, OuterRef, Q, Subquery, Value, When
from django.utils import timezone

from . import edition
from .edition.kinds import KIND_OF, KINDS
from .edits import Edit
from .models import CorrectedField, Correction, Merge
from .publication import Publishable, published
from .roles import has_role
from .workflow import MAY_PUBLISH, Refused

# A publication changes no content, and an import is the system's.
OF_CONTENT = (Edit.Kind.SAVE, Edit.Kind.RESTORE, Edit.Kind.MERGE)
# Columns that hold what the record itself says; countries and spheres are public from the start. Of all others only
# that they changed is told: they name records that may have ceased to be public, by this very change.
OWN_WORDS = frozenset(
    {
        "title",
        "summary",
        "date_start",
        "date_end",
        "date_precision",
        "date_basis",
        "city",
        "venue",
        "host_country",
        "place_basis",
        "format",
        "setting",
        "occurrence",
        "laterality",
        "level",
        "countries",
        "spheres_discussed",
        "quote_count",
        "figure_count",
        "commitment_count",
        "type",
        "type_wording",
        "step",
        "step_date",
        "signed_on",
        "more_spheres",
        "documents_stated",
        "documents_listed",
        "text_url",
    }
)
# What follows from others, and is told by them.
FOLLOWING = frozenset({"slug", "countries_iso3", "parties_iso3", "participations", "host", "event_ref"})


@dataclass
class _Noted:
    """A Correction, and what readers saw of its record before."""

    correction: Correction
    edition: type
    before: dict


def project(act):
    """Project the editions of what an act touched; note and tell the corrections. Called when an act closes."""
    noted = _note(act)
    edition.refresh(act)
    for one in noted:
        now = one.edition.objects.filter(pk=one.correction.key).values("row", "detail").first()
        if now:
            one.correction.tell(changes_seen(one.before, _seen(now)))


def _note(act):
    """Note every record that a person changed while it was published; return [_Noted].

    What has no edition yet was not public before this act. Of a merge only the survivor counts: elsewhere it changes
    no fact but the name of the record that a fact leads to.
    """
    if act.user is None or act.kind not in OF_CONTENT:
        return []
    models = {model for model, _ in act.touched if issubclass(model, Publishable)}
    # What a savepoint undid is touched still, but an act that wrote nothing else has taken its Edit back.
    if not models or not Edit.objects.filter(pk=act.edit.pk).exists():
        return []
    noted = []
    for model in sorted(models, key=str):
        touched = [pk for other, pk in act.touched if other is model]
        if act.kind == Edit.Kind.MERGE:
            survivors = Merge.objects.of(model).filter(edit=act.edit, kept_key__in=touched)
            touched = list(survivors.values_list("kept_key", flat=True))
        public = model.objects.filter(published(), pk__in=touched).values_list("pk", flat=True)
        shown = KIND_OF[model].edition
        for row in shown.objects.filter(pk__in=list(public)).order_by("pk").values("pk", "row", "detail"):
            correction = Correction.objects.create(
                edit=act.edit, model=model._meta.label_lower, key=row["pk"]
            )
            noted.append(_Noted(correction, shown, _seen(row)))
    return noted


def _seen(row):
    """Return {field: value} of all that readers see of an edition; the columns come before the nested parts."""
    return row["row"] | {name: value for name, value in row["detail"].items() if name not in row["row"]}


def changes_seen(before, after):
    """Return [(field, before, after)] of two public forms ({field: value}), in texts; None, None where not told."""
    found = []
    for name in dict.fromkeys([*before, *after]):
        old, new = before.get(name), after.get(name)
        if old == new or name in FOLLOWING:
            continue
        found.append((name, _in_text(old), _in_text(new)) if name in OWN_WORDS else (name, None, None))
    return found


def _in_text(value):
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict):
        return str(value.get("name", ""))
    return "; ".join(map(_in_text, value)) if isinstance(value, list) else str(value)


def log():
    """Return the lines of the public log: the fields corrected in records that have an edition, whatever they had then.

    Each line has the kind (`noun`), the address and the title of its record as they are now.
    """
    public, noun, slug, title = Q(pk__in=[]), [], [], []
    for kind in KINDS.values():
        if not issubclass(kind.model, Publishable):
            continue
        of_kind = Q(correction__model=kind.model._meta.label_lower)
        shown = kind.edition.objects.filter(pk=OuterRef("correction__key"))
        public |= of_kind & Q(correction__key__in=kind.edition.objects.values("pk"))
        noun.append(When(of_kind, then=Value(kind.name)))
        slug.append(When(of_kind, then=Subquery(shown.values("slug")[:1])))
        title.append(When(of_kind, then=Subquery(shown.values("title")[:1])))
    return CorrectedField.objects.filter(public).annotate(
        noun=Case(*noun), record_slug=Case(*slug), record_title=Case(*title), first_public_at=F("updated_at")
    )


def check(record, user, seen):
    """Note that `user` has looked at the corrections of others, up to the one numbered `seen` (int); return them.

    Raises Refused for those who may not publish, and when nothing is left that somebody else changed.
    """
    if not has_role(user, *MAY_PUBLISH):
        raise Refused(f"Your role does not allow it: {' or '.join(MAY_PUBLISH)} may.")
    with transaction.atomic():
        waiting = Correction.objects.of(record).unchecked().filter(pk__lte=seen)
        waiting = list(waiting.select_for_update(of=("self",)).select_related("edit"))
        of_others = [one for one in waiting if one.edit.user_id != user.pk]
        if not of_others:
            raise Refused(
                "Nothing waits here that somebody else changed: another publisher checks what you did."
            )
        for correction in of_others:
            correction.checked_by, correction.checked_at = user, timezone.now()
            correction.save(update_fields=["checked_by", "checked_at"])
    return of_others
