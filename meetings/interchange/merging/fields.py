"""What becomes of the fields of two records that are made one: kept, filled, joined, or for an editor to choose."""

from dataclasses import dataclass, field

from django.db import models
from django.utils.text import capfirst

from ...models.lines import LinesField
from .rules import NAMES, TOGETHER, UNKNOWN

KEPT, GONE, BOTH = "kept", "gone", "both"


@dataclass(frozen=True)
class Unit:
    """Fields of a record that are decided together; mostly a single one."""

    label: str
    fields: tuple

    @property
    def is_text(self):
        """Whether both values can stand one after the other: longer texts only."""
        return len(self.fields) == 1 and type(self.fields[0]) is models.TextField


@dataclass(frozen=True)
class Difference:
    """Both records say something, and not the same; `name` is that of the choice in a form."""

    name: str
    unit: Unit

    @property
    def options(self):
        """The values that a choice may have."""
        return (KEPT, GONE, BOTH) if self.unit.is_text else (KEPT, GONE)


@dataclass
class Decision:
    """What a merge does with the fields of one pair: {field name: value} to set, and the differences to choose from."""

    taken: dict = field(default_factory=dict)
    differences: list = field(default_factory=list)


def units_of(model):
    """Return the Units of the fields that people write."""
    written = {item.name: item for item in model._meta.concrete_fields if _is_written(item)}
    units, seen = [], set()
    groups = TOGETHER.get(model, {})
    label_of = {name: label for label, names in groups.items() for name in names}
    for name, item in written.items():
        if name in seen:
            continue
        label = label_of.get(name)
        names = groups[label] if label else (name,)
        seen.update(names)
        units.append(Unit(label or capfirst(item.verbose_name), tuple(written[other] for other in names)))
    return units


def _is_written(item):
    """An address is written once and for all: the survivor keeps its own."""
    return item.editable and not item.primary_key and item.name != "slug"


def is_blank(item, value):
    """Return whether a value of a field says nothing."""
    return value in (None, "", False) or value == [] or (bool(item.choices) and value in UNKNOWN)


def decide(kept, gone, same):
    """Return the Decision over the fields of two records; `same(item, record)` gives values that can be compared."""
    decision = Decision()
    for unit in units_of(type(kept)):
        pairs = [(item, same(item, kept), same(item, gone)) for item in unit.fields]
        if isinstance(unit.fields[0], LinesField):
            decision.taken |= _joined_lines(unit.fields[0], kept, gone)
        elif all(ours == theirs or _one_is_blank(item, ours, theirs) for item, ours, theirs in pairs):
            decision.taken |= {
                item.attname: getattr(gone, item.attname)
                for item, ours, theirs in pairs
                if ours != theirs and is_blank(item, ours)
            }
        else:
            decision.differences.append(Difference(choice_name(gone, unit), unit))
    return decision


def choice_name(gone, unit):
    """Return the name of a choice in a form: "meetings.official-12-name"."""
    return f"{gone._meta.label_lower}-{gone.pk}-{unit.fields[0].name}"


def _one_is_blank(item, ours, theirs):
    return is_blank(item, ours) or is_blank(item, theirs)


def _joined_lines(item, kept, gone):
    ours, theirs = getattr(kept, item.attname), getattr(gone, item.attname)
    added = [line for line in theirs if line not in ours]
    return {item.attname: [*ours, *added]} if added else {}


def chosen(kept, gone, decision, choices):
    """Return {field name: value} to set in the survivor once everything is chosen ({choice name: KEPT, GONE, BOTH})."""
    values = dict(decision.taken)
    for difference in decision.differences:
        choice = choices[difference.name]
        for item in difference.unit.fields:
            if choice == GONE:
                values[item.attname] = getattr(gone, item.attname)
            elif choice == BOTH:
                ours, theirs = getattr(kept, item.attname), getattr(gone, item.attname)
                values[item.attname] = f"{ours}\n\n{theirs}"
    return values | _aliases(kept, gone, values)


def _aliases(kept, gone, values):
    """What either was called and the survivor is not becomes one of its aliases."""
    names = NAMES.get(type(kept), ())
    called = {values.get(name, getattr(kept, name)) for name in names}
    lines = values.get("aliases", getattr(kept, "aliases", []))
    known = {*called, *lines, ""}
    old = dict.fromkeys(getattr(record, name) for record in (kept, gone) for name in names)
    added = [name for name in old if name not in known]
    return {"aliases": [*lines, *added]} if added else {}
