"""Two records that become one: what leads to the one that goes, what moves, and what becomes one in its turn."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.db import models
from django.db.models import Q
from django.utils.text import capfirst

from ...models.record import Part
from .fields import Decision, decide
from .rules import ONE_FACT, RELATIONS, Rule, relations_of


@dataclass
class Moving:
    """The rows of one kind that lead to the absorbed. `folding` holds the pairs that become one (Fusions)."""

    model: type
    relations: list
    gone_key: int
    rows: list = field(default_factory=list)
    folding: list = field(default_factory=list)
    before: dict = field(default_factory=dict)

    def lines(self):
        """Yield (label, facts of the survivor, how many move there, how many become one with one of its own)."""
        for relation in self.relations:
            name = relation.field.name
            moving = sum(leads(row, relation.field, self.gone_key) for row in self.rows)
            folding = sum(leads(pair.gone, relation.field, self.gone_key) for pair in self.folding)
            yield _label(relation), self.before[name], moving, folding


@dataclass
class Fusion:
    """Two records that become one, and everything that leads to the one that goes."""

    kept: models.Model
    gone: models.Model
    decision: Decision
    unions: dict
    movings: list = field(default_factory=list)

    def whole(self):
        """Yield this pair and all pairs inside it, the innermost first."""
        for moving in self.movings:
            for pair in moving.folding:
                yield from pair.whole()
        yield self

    def differences(self):
        """Return every Difference that must be chosen, of this pair and those inside it."""
        return [item for pair in self.whole() for item in pair.decision.differences]

    def moved(self):
        """Yield every row that will lead to another record."""
        for moving in self.movings:
            yield from moving.rows
            for pair in moving.folding:
                yield pair.gone
                yield from pair.moved()


def fuse(kept, gone, turned=None):
    """Return the Fusion of two records of one kind.

    `turned` is what else is taken for what, {(model, key): key}, where they become one because others do.
    """
    turned = {**(turned or {}), (type(gone), gone.pk): kept.pk}
    fusion = Fusion(kept, gone, decide(kept, gone, _comparing(turned)), _unions(kept, gone, turned))
    grouped = defaultdict(list)
    for relation, rule in relations_of(type(kept)):
        if rule is not Rule.DERIVED:
            grouped[relation.related_model].append((relation, rule))
    for model, relations in grouped.items():
        fusion.movings.append(_moving(model, relations, kept, gone, turned))
    return fusion


def _unions(kept, gone, turned):
    """Return {many-to-many field: records that the survivor gains}; those that go themselves are not among them."""
    found = {}
    for item in type(kept)._meta.many_to_many:
        ours = {row.pk for row in getattr(kept, item.name).all()}
        theirs = [row for row in getattr(gone, item.name).all() if row.pk not in ours]
        if gained := [row for row in theirs if (item.related_model, row.pk) not in turned]:
            found[item.name] = gained
    return found


def _moving(model, relations, kept, gone, turned):
    names = [relation.field.name for relation, _ in relations]
    moving = Moving(model, [relation for relation, _ in relations], gone.pk)
    rows = _rows(model).filter(_leading(names, gone)).distinct()
    moving.before = {name: _count(model, name, kept) for name in names}
    folds = [relation.field.name for relation, rule in relations if rule is Rule.FOLD]
    moving.rows = list(rows.order_by("pk"))
    if folds and moving.rows:
        theirs = [
            row for row in moving.rows if _leads_by(row, folds, gone) and not _leads_by(row, names, kept)
        ]
        ours = _rows(model).filter(_leading(folds, kept)).distinct().order_by("pk")
        ours = [row for row in ours if not _leads_by(row, names, gone)]
        moving.folding = [fuse(*pair, turned) for pair in _pairs(ours, theirs, turned)]
        folded = {pair.gone.pk for pair in moving.folding}
        moving.rows = [row for row in moving.rows if row.pk not in folded]
    return moving


def _rows(model):
    """Return the rows of a model with all that is compared, moved and shown."""
    foreign = [item.name for item in model._meta.concrete_fields if item.remote_field]
    many = [item.name for item in model._meta.many_to_many]
    return model._default_manager.select_related(*foreign).prefetch_related(*many)


def _leading(names, record):
    condition = Q()
    for name in names:
        condition |= Q(**{name: record.pk})
    return condition


def _count(model, name, record):
    return model._default_manager.filter(**{name: record.pk}).count()


def _leads_by(row, names, record):
    return any(leads(row, row._meta.get_field(name), record.pk) for name in names)


def leads(row, item, key):
    """Return whether the field `item` of a row leads to the record with that key."""
    if item.many_to_many:
        return any(other.pk == key for other in getattr(row, item.name).all())
    return getattr(row, item.attname) == key


def _pairs(ours, theirs, turned):
    """Yield (row of the survivor, row of the absorbed) that are one fact once both lead to the survivor."""
    value = _comparing(turned)
    waiting = defaultdict(list)
    for row in ours:
        waiting[_fact(row, value)].append(row)
    for row in theirs:
        if same := waiting[_fact(row, value)]:
            yield same.pop(0), row


def _fact(row, value):
    """Return what makes a row the fact that it is; sources do not: one fact may have several."""
    model = type(row)
    written = [item for item in model._meta.concrete_fields if item.editable and not item.primary_key]
    names = ONE_FACT.get(model, ())
    by_name = [item for item in written if item.name in names]
    if not names or any(value(item, row) is None for item in by_name if item.remote_field):
        by_name = written
    many = [item for item in model._meta.many_to_many if item.name != "sources"]
    return tuple(_hashable(value(item, row)) for item in [*by_name, *many])


def _hashable(value):
    return tuple(value) if isinstance(value, list) else value


def _comparing(turned):
    """Return the function that reads a field of a row as if what leads to an absorbed record led to its survivor."""

    def value(item, row):
        if item.many_to_many:
            return frozenset(same(item, other.pk) for other in getattr(row, item.name).all())
        return same(item, getattr(row, item.attname))

    def same(item, key):
        return turned.get((item.related_model, key), key) if item.remote_field else key

    return value


def _label(relation):
    model, item = relation.related_model, relation.field
    kind = capfirst(model._meta.verbose_name_plural)
    is_part = issubclass(model, Part) and model.parent_field == item.name
    only = sum(name.startswith(f"{model._meta.label}.") for name in RELATIONS[relation.model]) == 1
    return kind if is_part or only else f"{kind}: {item.verbose_name}"
