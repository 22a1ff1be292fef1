"""The act of merging: one Edit, after which every fact leads to the survivor and nothing leads to the other."""

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models
from django.utils.text import capfirst

from ... import edits
from ...edition.engine import retire
from ...edition.kinds import KIND_OF
from ...edits import Edit
from ...models import Merge, Redirect
from ...models.record import Root
from ...publication import was_public
from ...workflow import Refused
from .fields import chosen
from .leading import lead_over
from .plan import plan_of
from .rules import Rule, relations_of

RACED = "The database refuses this: two rows would say the same. Open the preview anew, and tell who keeps the site."


def merge(kept, gone, user=None, note="", choices=None, seen=None):
    """Merge `gone` into `kept` in one Edit of kind "merge"; return the survivor as it is then.

    `choices` ({name: option}) settles the differences of the plan; `seen` holds the versions of the two from which
    the person started. Raises StaleSave when either was changed since, Refused with the reasons when it cannot be
    done, ValueError for two records that are no pair. Nothing is written then.
    """
    note = f"Merged “{gone}” into “{kept}”. {note}".strip()
    try:
        with edits.edit(user=user, kind=Edit.Kind.MERGE, note=note) as act:
            for record, version in zip((kept, gone), seen or (), strict=False):
                edits.check_version(record, version)
            _merge(act, _fresh(kept), _fresh(gone), user, choices or {})
    except IntegrityError as error:
        raise Refused(RACED) from error
    return _fresh(kept)


def _fresh(record):
    return type(record)._default_manager.get(pk=record.pk)


def _merge(act, kept, gone, user, choices):
    plan = plan_of(kept, gone)
    if reasons := plan.refusals(user):
        raise Refused(*reasons)
    if plan.unsettled(choices):
        raise Refused("Something was not chosen: where the two differ, say which value holds.")
    for pair in plan.fusion.whole():
        _become_one(act, pair, choices)


def _become_one(act, pair, choices):
    """Lead everything of the absorbed to the survivor, let the absorbed go, and save what the survivor gains."""
    kept, gone = pair.kept, pair.gone
    for moving in pair.movings:
        lead_over(act, moving, kept, gone)
    for name, gained in pair.unions.items():
        getattr(kept, name).add(*gained)
    values = chosen(kept, gone, pair.decision, choices)
    _redirect(kept, gone)
    _let_go(act, kept, gone)
    if isinstance(kept, Root) or values:
        _save(kept, values)


def _redirect(kept, gone):
    """Let the old address of what was public lead to the survivor, and those that led to it before."""
    listing = _listing(kept)
    if not listing or not was_public(gone):
        return
    for older in Redirect.objects.filter(kind=listing, target_slug=gone.slug).exclude(old_slug=kept.slug):
        older.target_slug = kept.slug
        older.save()
    Redirect(kind=listing, old_slug=gone.slug, target_slug=kept.slug).save()


def _listing(record):
    """Return the list in which a record or fact has its address, "" for facts that have none."""
    relation = type(record)._meta.fields_map.get("edition")
    return relation.related_model.listing if relation else ""


def _let_go(act, kept, gone):
    """Delete the absorbed, once nothing leads to it any more; its history stays."""
    for relation, rule in relations_of(type(gone)):
        left = relation.related_model._default_manager.filter(**{relation.field.name: gone.pk})
        if rule is not Rule.DERIVED and left.exists():
            raise RuntimeError(f"{relation} still leads to {gone!r}: nothing is merged.")
    key, name = gone.pk, str(gone)
    if type(gone) in KIND_OF:
        retire(act, gone, kept)
    act.touch(gone)
    # Past Record.delete, which keeps what was public: the survivor answers for it from now on.
    models.Model.delete(gone)
    Merge.objects.create(
        edit=act.edit, model=gone._meta.label_lower, gone_key=key, gone_name=name, kept_key=kept.pk
    )


def _save(kept, values):
    for name, value in values.items():
        setattr(kept, name, value)
    try:
        kept.full_clean(exclude=[item.name for item in kept._meta.fields if not item.editable])
    except ValidationError as error:
        raise Refused(*_sentences(kept, error)) from error
    kept.save()


def _sentences(record, error):
    """Return what a ValidationError says, with the names of the fields."""
    for name, messages in error.message_dict.items():
        known = name in {item.name for item in record._meta.fields}
        label = capfirst(record._meta.get_field(name).verbose_name) if known else "The whole"
        yield from (f"{label}: {message}" for message in messages)
