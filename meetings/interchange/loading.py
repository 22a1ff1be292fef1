"""Loading trees from files into records: what is new is made, what changed in the file is written, and what a person
changed since the loader last wrote is left alone unless told otherwise.

A record is the loader's own as long as the last Edit of it or of any of its parts was made by a load.
"""

from collections import Counter, deque
from dataclasses import dataclass, field

from django.apps import apps
from django.core.exceptions import ValidationError

from .. import edits
from ..publication import Publication, Publishable, published
from ..workflow import Lacking, Refused, publish, submit, withdraw
from .trees import Finder, Missing, differences, write

NOTE = "Loaded from files: "
DROPPED = "no file names it any more"


class LoadError(Exception):
    """A file says something that the records cannot hold; the sentence names the record."""


@dataclass
class Report:
    """What a load did, record by record: lines such as "created country azerbaijan", and their counts."""

    lines: list = field(default_factory=list)
    counts: Counter = field(default_factory=Counter)

    def add(self, act, model, slug, why=""):
        kind = model._meta.verbose_name
        self.counts[act, str(kind)] += 1
        self.lines.append(f"{act} {kind} {slug}{f': {why}' if why else ''}")

    def total(self, act):
        """Return how many records one act ("created", "changed", "withdrawn" ...) counts."""
        return sum(count for (done, _), count in self.counts.items() if done == act)


def load(jobs, name, overwrite=False):
    """Load `jobs`, pairs of a model and a tree, as one Edit called `name`; return the Report.

    Trees may name records of later trees: they wait for them. With `overwrite` what people changed is written over.
    What a load of the same name published once and no tree names any more is withdrawn, unless a person edited it.
    Raises LoadError; then nothing is loaded.
    """
    report, find = Report(), Finder()
    named = {(model, tree["key"]) for model, tree in jobs}
    try:
        with edits.edit(kind=edits.Edit.Kind.IMPORT, note=NOTE + name):
            _all(jobs, find, overwrite, report)
            _drop(named, NOTE + name, report)
    except Lacking as lacking:
        raise LoadError(" ".join(lacking.reasons)) from lacking
    return report


def _all(jobs, find, overwrite, report):
    waiting, stuck = deque(jobs), 0
    while waiting:
        model, tree = waiting.popleft()
        try:
            _one(model, tree, find, overwrite, report)
            stuck = 0
        except Missing as missing:
            stuck += 1
            waiting.append((model, tree))
            if stuck >= len(waiting):
                raise LoadError(f"{model._meta.verbose_name} {tree['key']}: {missing}") from missing
        except (ValidationError, Refused) as error:
            reasons = getattr(error, "messages", None) or error.reasons
            raise LoadError(f"{model._meta.verbose_name} {tree['key']}: {' '.join(reasons)}") from error


def _one(model, tree, find, overwrite, report):
    slug = tree["key"]
    record = model._default_manager.filter(slug=slug).first()
    if record is None:
        _check(model, tree, find)
        _create(model, tree, find)
        report.add("created", model, slug)
        return
    changed = differences(record, tree, find)
    if _was_dropped(record) and (overwrite or _is_ours(record)):
        write(record, tree, find)
        publish(record)
        report.add("published again", model, slug)
    elif not changed:
        report.add("unchanged", model, slug)
    elif overwrite or _is_ours(record):
        write(record, tree, find)
        report.add("changed", model, slug, ", ".join(changed))
    else:
        report.add("left alone", model, slug, f"edited since it was loaded ({', '.join(changed)} differ)")


def _was_dropped(record):
    return (
        isinstance(record, Publishable)
        and record.publication == Publication.WITHDRAWN
        and _is_load(_last_row(type(record), id=record.pk).edit)
    )


def _drop(named, note, report):
    """Withdraw what loads with this note made public and none of `named` is any more; report what a person edited."""
    # Of every kind, also one of which the files name none any more.
    for model in (model for model in apps.get_models() if issubclass(model, Publishable)):
        kept = {slug for other, slug in named if other is model}
        made = model.history.filter(edit__note=note, history_type="+").values("id")
        for record in model.objects.filter(published(), pk__in=made).exclude(slug__in=kept).order_by("pk"):
            if _is_ours(record):
                withdraw(record, note=DROPPED)
                report.add("withdrawn", model, record.slug, DROPPED)
            else:
                report.add(
                    "left alone", model, record.slug, f"{DROPPED}, and it was edited since it was loaded"
                )


def _check(model, tree, find):
    """Look up everything that a tree names before anything of it is written. Raises Missing."""
    for name, value in tree.items():
        field_ = model._meta.get_field("slug" if name == "key" else name)
        if field_.one_to_many:
            for part in value:
                _check(field_.related_model, part, find)
        elif field_.is_relation:
            for slug in value if field_.many_to_many else [value]:
                if slug:
                    find(field_.related_model, slug)


def _create(model, tree, find):
    record = model()
    write(record, tree, find)
    if isinstance(record, Publishable):
        publish(submit(record))


def _is_ours(record):
    parts = (
        _last_row(relation.related_model, **{f"{relation.field.name}_id": record.pk})
        for relation in record._meta.related_objects
        if getattr(relation.related_model, "parent_field", None) == relation.field.name
    )
    rows = [row for row in (_last_row(type(record), id=record.pk), *parts) if row and row.edit]
    last = max(rows, key=lambda row: row.edit_id, default=None)
    return last is None or _is_load(last.edit)


def _is_load(edit):
    # Anybody can type such a note at the desk; the kind is set by the load alone.
    return edit.kind == edits.Edit.Kind.IMPORT and edit.note.startswith(NOTE)


def _last_row(model, **lookup):
    """Return the latest history row of the records of `model`, also of deleted ones, that fit."""
    return model.history.filter(**lookup).select_related("edit").order_by("-history_id").first()
