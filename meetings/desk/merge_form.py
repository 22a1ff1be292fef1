"""The preview of a merge as an editor sees it: the choices as a form, the rest as words."""

from dataclasses import dataclass

from django import forms
from django.utils.text import capfirst

from ..interchange.merging.fields import BOTH, GONE, KEPT, is_blank, units_of
from ..models.lines import LinesField
from .changes import words_of

NOTHING = "nothing"
MOST_SHOWN = 100
INCOMPLETE = dict.fromkeys(("required", "invalid"), "The preview was sent incomplete: open it anew.")


class MergeForm(forms.Form):
    """One choice for each difference of a plan, the note, and the versions from which the person started."""

    kept_version = forms.IntegerField(widget=forms.HiddenInput, error_messages=INCOMPLETE)
    gone_version = forms.IntegerField(widget=forms.HiddenInput, error_messages=INCOMPLETE)
    note = forms.CharField(
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2, "class": "vLargeTextField"}),
        help_text="How you know that the two are one: the history keeps it.",
    )

    def __init__(self, plan, data=None):
        super().__init__(
            data,
            initial={"kept_version": plan.kept.version, "gone_version": plan.gone.version},
            label_suffix="",
        )
        self.plan = plan
        self.groups = []
        for pair in reversed(list(plan.fusion.whole())):
            names = [self._add(pair, difference) for difference in pair.decision.differences]
            if names:
                self.groups.append((_heading(pair, plan), [self[name] for name in names]))

    def _add(self, pair, difference):
        unit = difference.unit
        label = {KEPT: said(unit, pair.kept), GONE: said(unit, pair.gone), BOTH: "both, one after the other"}
        self.fields[difference.name] = forms.ChoiceField(
            label=unit.label,
            choices=[(option, label[option]) for option in difference.options],
            widget=forms.RadioSelect,
            error_messages={"required": "Choose the value that holds."},
        )
        return difference.name

    @property
    def choices(self):
        """The choices made, {name of the difference: option}."""
        return {name: self.cleaned_data[name] for name in (item.name for item in self.plan.differences())}

    @property
    def seen(self):
        """The versions of the two from which the person started."""
        return self.cleaned_data["kept_version"], self.cleaned_data["gone_version"]


def _heading(pair, plan):
    if pair is plan.fusion:
        return f"The {pair.kept._meta.verbose_name} itself"
    return _named(pair.kept)


def said(unit, record):
    """Return what a record says in the fields of a unit, in words."""
    if len(unit.fields) == 1:
        return _words(unit.fields[0], record) or NOTHING
    parts = [f"{item.verbose_name}: {words}" for item in unit.fields if (words := _words(item, record))]
    return "; ".join(parts) or NOTHING


def _words(item, record):
    value = getattr(record, item.attname)
    if value in (None, "", []):
        return ""
    if item.remote_field:
        return str(getattr(record, item.name))
    if item.choices:
        return str(dict(item.flatchoices).get(value, value))
    return words_of(value)


@dataclass(frozen=True)
class FieldLine:
    """One field of the two records, and what the survivor says afterwards."""

    label: str
    kept: str
    gone: str
    outcome: str


def field_lines(plan):
    """Return a FieldLine for each field of the two records in which either says something."""
    kept, gone, decision = plan.kept, plan.gone, plan.fusion.decision
    open_units = {item.unit.label for item in decision.differences}
    lines = []
    for unit in units_of(type(kept)):
        if all(
            is_blank(item, getattr(record, item.attname)) for item in unit.fields for record in (kept, gone)
        ):
            continue
        taken = any(item.attname in decision.taken for item in unit.fields)
        lines.append(
            FieldLine(
                unit.label,
                said(unit, kept),
                said(unit, gone),
                _outcome(unit, unit.label in open_units, taken),
            )
        )
    for name, gained in plan.fusion.unions.items():
        item = kept._meta.get_field(name)
        ours = "; ".join(map(str, getattr(kept, name).all())) or NOTHING
        theirs = "; ".join(map(str, gained))
        lines.append(FieldLine(capfirst(item.verbose_name), ours, theirs, "both together"))
    return lines


def _outcome(unit, is_open, taken):
    if is_open:
        return "to choose, above"
    if taken:
        return "both together" if isinstance(unit.fields[0], LinesField) else "filled from the other"
    return "as it is"


def fact_lines(plan):
    """Return [{label, before, moving, folding, after}] of the relations by which something leads to the absorbed."""
    return [
        {"label": label, "before": before, "moving": moving, "folding": folding, "after": before + moving}
        for group in plan.fusion.movings
        for label, before, moving, folding in group.lines()
        if moving or folding
    ]


def named_rows(plan):
    """Return ([names of what moves], [names of what becomes one], how many are not named)."""
    moving = [row for group in plan.fusion.movings for row in group.rows]
    folding = [pair.gone for pair in plan.fusion.whole() if pair is not plan.fusion]
    unnamed = max(0, len(moving) - MOST_SHOWN) + max(0, len(folding) - MOST_SHOWN)
    return list(map(_named, moving[:MOST_SHOWN])), list(map(_named, folding[:MOST_SHOWN])), unnamed


def _named(row):
    root = row.root()
    name = f"{capfirst(row._meta.verbose_name)}: {row}"
    return name if root is None or root is row else f"{name}, in: {root}"
