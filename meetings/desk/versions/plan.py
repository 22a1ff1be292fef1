"""What restoring a version would write, and what it cannot bring back; nothing is saved here."""

from copy import copy
from dataclasses import dataclass, field

from django.utils.text import capfirst

from ...models import Merge
from ...models.record import Part
from ..changes import RowWords, chosen_keys
from .comparing import compare
from .reading import read_version
from .references import References, heirs_of


@dataclass
class Target:
    """One record as it is to be: `values` {column: value}, `many` {field: set of keys}; `is_new`: it is gone now."""

    model: type
    key: int
    values: dict
    many: dict = field(default_factory=dict)
    is_new: bool = False


class Plan:
    """How to bring a record with its parts back to what it was after the Edit numbered `seen`.

    `writes` ([Target], parents first), `going` ([(model, key)], children first) and what an editor should know:
    `notices` and `refusals` are sentences, `changes` ([Change]) says the rest field by field. `fixed` names fields of
    the record itself that this person does not write: they stay, or begin anew in a record that is gone.
    """

    def __init__(self, model, key, seen, fixed=()):
        self.model, self.key, self.seen, self.fixed = model, key, seen, fixed
        self.then = read_version(model, key, seen)
        self.now = read_version(model, key)
        self.writes, self.notices, self.refusals = [], [], []
        self._kept_out, self._words = set(), {}
        if not self.then:
            self.refusals.append("The record was not there then.")
        if Merge.objects.of(model).filter(kept_key=key, edit__gt=seen).exists():
            self.refusals.append(
                "Another record was merged into this one since, and a merge has no undo: its facts would be lost."
            )
        self._chosen = self._read_chosen()
        self._references = References(self._wanted())
        self._leave_out_what_lives_elsewhere()
        for item, row in self.then.items():
            self._plan_row(item, row)
        self.going = self._plan_going()
        self.changes = compare(self.now, self._outcome(), model)

    # Reading

    def _read_chosen(self):
        """Return {(model, field, history id): set of keys} of the many-to-many fields of both versions."""
        chosen = {}
        for model in {model for model, _ in [*self.now, *self.then]}:
            rows = [row for side in (self.now, self.then) for (of, _), row in side.items() if of is model]
            for item in _many_of(model):
                for history, keys in chosen_keys(model, item, rows).items():
                    chosen[model, item.name, history] = set(keys)
        return chosen

    def _many(self, model, row):
        return {
            item.name: self._chosen.get((model, item.name, row.history_id), set()) for item in _many_of(model)
        }

    def _wanted(self):
        wanted = {}
        for (model, _), row in self.then.items():
            for item in _references_of(model):
                if (key := getattr(row, item.attname)) is not None:
                    wanted.setdefault(item.related_model, set()).add(key)
            for item in _many_of(model):
                wanted.setdefault(item.related_model, set()).update(self._many(model, row)[item.name])
        return wanted

    # Parts that are gone from here, but not from the record

    def _leave_out_what_lives_elsewhere(self):
        """Leave out parts that were merged into others or moved to other records since: their facts stand there."""
        for model in {model for model, _ in self.then if issubclass(model, Part)}:
            missing = {key for of, key in self.then if of is model and (of, key) not in self.now}
            merged = set(heirs_of(model, missing))
            moved = set(model._base_manager.filter(pk__in=missing).values_list("pk", flat=True))
            for keys, reason in ((merged, "was merged into another"), (moved, "belongs to another record")):
                for key in sorted(keys):
                    self._kept_out.add((model, key))
                    self.notices.append(f"{self._name((model, key))} {reason} since, and stays there.")

    # What to write

    def _plan_row(self, item, row):
        parent = _parent_of(item[0], row)
        if item in self._kept_out or parent in self._kept_out:
            self._kept_out.add(item)
            return
        target = self._target(item, row)
        if target is None:
            return
        present = self.now.get(item)
        if present is None:
            target.is_new = True
        else:
            target.values = _written_by_people(item[0], target.values)
            if not self._differs(target, present):
                return
            if parent != _parent_of(item[0], present):
                self.notices.append(
                    f"{self._name(item)} takes a new number, since it goes back to where it stood."
                )
        self.writes.append(target)

    def _target(self, item, row):
        """Return what a row is to be, with its references as they stand today; None when it cannot be again."""
        model, key = item
        fields = [one for one in model._meta.concrete_fields if not one.primary_key]
        known = {one.attname for one in model.history.model._meta.concrete_fields}
        values = {one.attname: getattr(row, one.attname) for one in fields if one.attname in known}
        if model is self.model:
            self._fix(item, values)
        for one in _references_of(model):
            if (old := values.get(one.attname)) is None:
                continue
            new = old if _is_own_parent(model, one) else self._references.today(one.related_model, old)
            if new is None and not one.null:
                self._cannot_be(item, one)
                return None
            values[one.attname] = self._told(item, one, old, new)
        many = {}
        for one in _many_of(model):
            old_keys = self._many(model, row)[one.name]
            new_keys = {old: self._references.today(one.related_model, old) for old in old_keys}
            many[one.name] = {self._told(item, one, old, new) for old, new in new_keys.items()} - {None}
        return Target(model, key, values, many)

    def _fix(self, item, values):
        """Leave the fields that this person does not write as they stand now."""
        for name in self.fixed:
            one = self.model._meta.get_field(name)
            present = self.now.get(item)
            stays = one.get_default() if present is None else getattr(present, one.attname)
            if values[one.attname] != stays:
                self.notices.append(
                    f"“{capfirst(one.verbose_name)}” stays as it is: your role does not change it."
                )
            values[one.attname] = stays

    def _told(self, item, one, old, new):
        if new != old:
            what = "leads to the one it was merged into" if new is not None else "is gone and is left out"
            self.notices.append(f"{self._name(item)}: “{one.verbose_name}” {what}.")
        return new

    def _cannot_be(self, item, one):
        sentence = f"{self._name(item)}: “{one.verbose_name}” is gone, and it cannot be without one"
        self._kept_out.add(item)
        if item[0] is self.model:
            self.refusals.append(f"{sentence}.")
        else:
            self.notices.append(f"{sentence}: left out.")

    def _name(self, item):
        """Return the name of a part, as it was then or, for one that was added since, as it is now."""
        model = item[0]
        if model not in self._words:
            rows = [row for (of, _), row in (self.now | self.then).items() if of is model]
            self._words[model] = RowWords(model, rows, self.model)
        return self._words[model].name(self.then.get(item) or self.now[item])

    def _differs(self, target, present):
        return target.many != self._many(target.model, present) or any(
            getattr(present, name) != value for name, value in target.values.items()
        )

    # What goes

    def _plan_going(self):
        """Return the parts that were added since, children first; what others know of stays."""
        added = [item for item in self.now if item not in self.then and issubclass(item[0], Part)]
        staying = set()
        for model in {model for model, _ in added}:
            keys = {key for of, key in added if of is model}
            for found, reason in (
                (_named(model, keys), "was added since and stays: other records name it."),
                (self._from_elsewhere(model, keys), "came from another record since, and stays."),
            ):
                self.notices += [f"{self._name((model, key))} {reason}" for key in sorted(found)]
                staying |= {(model, key) for key in found}
        # Reversed, children stand before their parents: what has a part that stays, stays too.
        for item in reversed(added):
            if item in staying:
                staying.add(_parent_of(item[0], self.now[item]))
        return [item for item in reversed(added) if item not in staying]

    def _from_elsewhere(self, model, keys):
        """Return the keys of those parts that ever belonged to a record that is not here."""
        field = model._meta.get_field(model.parent_field)
        ours = {key for of, key in self.now if of is field.related_model}
        ours |= {key for of, key in self.then if of is field.related_model}
        rows = model.history.filter(id__in=keys).order_by().values_list("id", field.attname)
        return {key for key, parent in rows.distinct() if parent not in ours}

    def _outcome(self):
        """Return the version as it will stand, for showing: history rows, with what will be written in them."""
        outcome = {item: row for item, row in self.now.items() if item not in self.going}
        for target in self.writes:
            then = self.then[target.model, target.key]
            row = copy(self.now.get((target.model, target.key), then))
            row.history_id = then.history_id  # By which its many-to-many fields are read.
            for name, value in target.values.items():
                setattr(row, name, value)
            outcome[target.model, target.key] = row
        return outcome


def _many_of(model):
    return [item for item in model._meta.many_to_many if not item.auto_created]


def _references_of(model):
    return [item for item in model._meta.concrete_fields if item.remote_field]


def _written_by_people(model, values):
    """Return those of some values that people write: the state of publication, addresses and numbers stay."""
    editable = {one.attname for one in model._meta.concrete_fields if one.editable}
    return {name: value for name, value in values.items() if name in editable}


def _is_own_parent(model, item):
    return item.name == getattr(model, "parent_field", None)


def _parent_of(model, row):
    """Return (model, key) of the record that a part's row belongs to, None for a record that stands alone."""
    if not issubclass(model, Part):
        return None
    parent = model._meta.get_field(model.parent_field)
    return parent.related_model, getattr(row, parent.attname)


def _named(model, keys):
    """Return those among some parts that the many-to-many field of another record names."""
    found = set()
    for relation in model._meta.related_objects:
        if relation.many_to_many and hasattr(relation.related_model, "root"):
            name = relation.field.name
            rows = relation.related_model._base_manager.filter(**{f"{name}__in": keys})
            found |= keys & set(rows.values_list(name, flat=True))
    return found
