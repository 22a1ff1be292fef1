"""What an Edit changed, field by field: from history rows to words that an editor reads."""

from dataclasses import dataclass, field

from django.contrib import admin
from django.db.models import OuterRef, Subquery
from django.utils.text import Truncator, capfirst

from ..models import Merge
from ..models.partial_dates import PartialDate

VERBS = {"+": "added", "~": "changed", "-": "deleted"}
# What names a row in the history, the first that says something.
NAMING = [
    "title",
    "name",
    "text",
    "what",
    "measure",
    "official",
    "name_in_text",
    "wording",
    "field",
    "post",
    "sphere",
    "agreement",
    "country",
    "body",
    "value",
    "kind",
]
LONGEST_NAME = 80


@dataclass
class Change:
    """One record in one Edit. `fields` holds (label, before, after) as texts; before is "" for what was added."""

    model: type
    key: int
    name: str
    verb: str
    fields: list = field(default_factory=list)


def changes_of(trail, edits, within=None):
    """Return {Edit id: [Change]} of the rows of a trail ([(model, history rows)]) that these Edits made.

    `within` is the model on whose page they are shown: its parts need not say that they belong to it.
    """
    found = {edit.pk: [] for edit in edits}
    for model, rows in trail:
        for edit, change in _Reader(model, rows.filter(edit__in=list(found)), within).changes():
            found[edit].append(change)
    return found


class RowWords:
    """Says in words what some history rows of one model hold; reads all that they point to at once."""

    def __init__(self, model, rows, within):
        self.model = model
        self.fields = [item for item in model._meta.fields if _is_shown(item, model, within)]
        self.many = [item for item in model._meta.many_to_many if not item.auto_created]
        self.related = self._related(rows)

    def change(self, before, after):
        """Return the Change from one row to the other (None for a record that is not there), None for none."""
        old = self.values(before) if before is not None else {}
        new = self.values(after) if after is not None else {}
        shown = [(label, old.get(label, ""), new.get(label, "")) for label in new or old]
        fields = [item for item in shown if item[1] != item[2]]
        verb = "added" if before is None else "deleted" if after is None else "changed"
        if not fields and verb == "changed":
            return None
        row = before if after is None else after
        return Change(self.model, row.id, self.name(row), verb, fields)

    def values(self, row):
        """Return {label: words} of a row."""
        values = {capfirst(item.verbose_name): self._shown(item, row) for item in self.fields}
        for item in self.many:
            names = self.related[item.related_model]
            keys = self.chosen[item].get(row.history_id, ())
            values[capfirst(item.verbose_name)] = "; ".join(sorted(names.get(key, f"#{key}") for key in keys))
        return values

    def _shown(self, item, row):
        value = getattr(row, item.attname)
        if value in (None, "", []):
            return ""
        if item.remote_field:
            return self.related[item.related_model].get(value, f"#{value} (deleted)")
        if item.choices:
            return str(dict(item.flatchoices).get(value, value))
        return words_of(value)

    def name(self, row):
        """Return the kind of a row and what names it."""
        kind = capfirst(self.model._meta.verbose_name)
        known = {item.name: item for item in self.fields}
        texts = (self._shown(known[name], row) for name in NAMING if name in known)
        text = Truncator(next(filter(None, texts), "")).chars(LONGEST_NAME)
        return f"{kind}: {text}" if text else f"{kind} {row.id}"

    def _related(self, rows):
        """Return {model: {key: name}} of everything that the rows point to; note the many-to-many keys on the way."""
        wanted = {}
        for item in self.fields:
            if item.remote_field:
                keys = {getattr(row, item.attname) for row in rows} - {None}
                wanted.setdefault(item.related_model, set()).update(keys)
        self.chosen = {item: chosen_keys(self.model, item, rows) for item in self.many}
        for item, chosen in self.chosen.items():
            wanted.setdefault(item.related_model, set()).update(
                key for keys in chosen.values() for key in keys
            )
        return {model: _names_of(model, keys) for model, keys in wanted.items()}


class _Reader:
    """Reads the history rows of one model in a handful of queries, however many rows there are."""

    def __init__(self, model, rows, within):
        self.model = model
        earlier = model.history.filter(id=OuterRef("id"), history_id__lt=OuterRef("history_id"))
        before = earlier.order_by("-history_id").values("history_id")[:1]
        self.rows = list(rows.annotate(before_id=Subquery(before)).order_by("history_id"))
        if self.rows:
            self.earlier = model.history.in_bulk({row.before_id for row in self.rows if row.before_id})
            self.words = RowWords(model, [*self.rows, *self.earlier.values()], within)

    def changes(self):
        """Yield (Edit id, Change) for each record that an Edit wrote: the last row against the one before the first."""
        acts = {}
        for row in self.rows:
            acts.setdefault((row.edit_id, row.id), []).append(row)
        for (edit, _), rows in acts.items():
            if (change := self._change(rows)) is not None:
                yield edit, change

    def _change(self, rows):
        first, last = rows[0], rows[-1]
        before = self.earlier.get(first.before_id)
        if first.history_type == "+" or (before is not None and self._came_from_elsewhere(before, last)):
            before = None
        if last.history_type != "-":
            return self.words.change(before, last)
        change = self.words.change(before, None) if before is not None else None
        return change or Change(self.model, last.id, self.words.name(last), VERBS["-"])

    def _came_from_elsewhere(self, before, last):
        """Return whether a part belonged to another record before: on this page it is new."""
        parent = getattr(self.model, "parent_field", None)
        return parent is not None and getattr(before, f"{parent}_id") != getattr(last, f"{parent}_id")


def _is_shown(item, model, within):
    """Leave out what no editor writes, and on a record's own page that its parts belong to it."""
    own = item.editable or item.name == "publication"
    belongs = within is not None and item.related_model is within
    parent = belongs and item.name == getattr(model, "parent_field", None)
    return own and not item.primary_key and not parent


def chosen_keys(model, item, rows):
    """Return {history id: [keys]} of a many-to-many field in some history rows."""
    through = getattr(model.history.model, item.name).model
    target = f"{item.m2m_reverse_field_name()}_id"
    chosen = {}
    for history, key in through.objects.filter(history__in=[row.history_id for row in rows]).values_list(
        "history_id", target
    ):
        chosen.setdefault(history, []).append(key)
    return chosen


def _names_of(model, keys):
    """Return {key: name} of some records; those that were absorbed by others are named as they were called."""
    names = {row.pk: str(row) for row in _named(model, keys)}
    if missing := keys - names.keys():
        merged = Merge.objects.names(model, missing)
        names |= {key: f"{name} (merged since)" for key, name in merged.items()}
    return names


def _named(model, keys):
    needed = admin.site.get_model_admin(model).name_needs if admin.site.is_registered(model) else ()
    return model._base_manager.select_related(*needed).filter(pk__in=keys)


def words_of(value):
    """Return a stored value as an editor reads it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (list, tuple)):
        return "; ".join(value)
    if isinstance(value, PartialDate):
        return value.words
    return f"{value.normalize():f}" if hasattr(value, "normalize") else str(value)
