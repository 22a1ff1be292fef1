"""The acts of restoring a version and of bringing back a deleted record: one Edit each, of the kind "restore"."""

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Max, ProtectedError
from django.utils.text import capfirst

from ... import edits
from ...edits import Edit
from ...models import Merge
from ...workflow import Refused
from ..trails import edits_of, trail_of
from .plan import Plan

CLASH = (
    "The database refuses this: something that stands now excludes what stood then, such as the same person twice. "
    "Nothing was restored; mend it by hand."
)


def restore(record, edit, version, user=None, note="", may_delete=lambda model: True, fixed=()):
    """Bring `record` with its parts back to what it was after `edit`, in one Edit; return the Plan that was followed.

    `version` (int) is that of the record when the person saw the preview; `may_delete(model)` says whether the
    person may delete such parts; `fixed` names fields that he or she does not write. Raises StaleSave when somebody
    saved since, Refused with the reasons when it cannot be (nothing is written then). What publishing requires is
    asked when the Edit closes.
    """
    note = f"Restored the version of {edit.at:%d %b %Y %H:%M} UTC. {note}".strip()
    with _Refusing(), edits.edit(user=user, kind=Edit.Kind.RESTORE, note=note):
        edits.check_version(record, version)
        plan = Plan(type(record), record.pk, edit.pk, fixed)
        if not plan.refusals and not (plan.writes or plan.going):
            raise Refused("Nothing would change: the record stands as it did then.")
        _follow(plan, may_delete)
    return plan


def bring_back(model, key, user=None, note="", may_restore=lambda record: "", fixed=()):
    """Bring back a deleted record with its address, parts and numbers, as it stood last; return the record.

    `may_restore(record)` returns why this person may not, or ""; `fixed` names fields that begin anew. Raises Refused
    when it is there, was never there, lives on in another, or cannot be again.
    """
    with _Refusing(), edits.edit(user=user, kind=Edit.Kind.RESTORE, note=f"Brought back. {note}".strip()):
        gone = model.history.filter(id=key, history_type="-").order_by("-history_id").first()
        if gone is None or model._base_manager.filter(pk=key).exists():
            raise Refused("It is not deleted.")
        if Merge.objects.of(model).filter(gone_key=key).exists():
            raise Refused("It was merged into another record and lives on there.")
        plan = Plan(model, key, gone.edit_id - 1, fixed)
        if reason := may_restore(gone.instance):
            raise Refused(reason)
        _follow(plan, lambda part: True)
    return model._base_manager.get(pk=key)


class _Refusing:
    """Turns what the database refuses into Refused, once the Edit is undone."""

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        if isinstance(error, (IntegrityError, ProtectedError)):
            raise Refused(CLASH) from error
        return False


def _follow(plan, may_delete):
    if plan.refusals:
        raise Refused(*plan.refusals)
    if forbidden := {model for model, _ in plan.going if not may_delete(model)}:
        kinds = ", ".join(sorted(str(model._meta.verbose_name_plural) for model in forbidden))
        raise Refused(f"Your role does not let you delete what was added since: {kinds}.")
    for model, key in plan.going:
        if (part := model._base_manager.filter(pk=key).first()) is not None:
            part.delete()
    _write_all(plan.writes)


def _write_all(targets):
    """Write each; what clashes with one that is written after it (the same person twice) waits for that one."""
    while targets:
        waiting = []
        for target in targets:
            try:
                with transaction.atomic():
                    _write(target)
            except (Refused, IntegrityError) as error:
                waiting.append(target)
                reason = error
        if len(waiting) == len(targets):
            raise reason
        targets = waiting


def _write(target):
    """Save one record as it is to be; one that is gone comes back under its key, with its number and address."""
    model = target.model
    record = model(pk=target.key) if target.is_new else model._base_manager.get(pk=target.key)
    for item in model._meta.concrete_fields:
        if item.attname in target.values:
            setattr(record, item.attname, target.values[item.attname])
    if target.is_new:
        _count_on(record)
    _check(record)
    if target.is_new:
        record.save(force_insert=True)
    else:
        record.save()
    for name, keys in target.many.items():
        getattr(record, name).set(keys)


def _count_on(record):
    """Let the numbers of parts and the versions of a record that comes back go on where they ended."""
    if not hasattr(record, "next_number"):
        return
    trail = trail_of(type(record), [record.pk])
    numbers = [rows.aggregate(last=Max("number"))["last"] or 0 for _, rows in trail[1:]]
    record.next_number = max(numbers, default=0) + 1
    record.version = edits_of(trail).count() + 1


def _check(record):
    """Raise Refused with what the record's own rules say against its values."""
    try:
        record.full_clean(exclude=[item.name for item in record._meta.fields if not item.editable])
    except ValidationError as error:
        raise Refused(*_sentences(record, error)) from error


def _sentences(record, error):
    known = {item.name: item for item in record._meta.fields}
    for name, messages in error.message_dict.items():
        label = f"{capfirst(known[name].verbose_name)}: " if name in known else ""
        yield from (f"{capfirst(record._meta.verbose_name)}: {label}{message}" for message in messages)
