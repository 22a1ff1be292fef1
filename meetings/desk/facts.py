"""The facts of a record one by one, in words, as a reviewer reads them beside the source."""

from dataclasses import dataclass

from django.contrib import admin
from django.db.models import ManyToManyField, Prefetch
from django.utils.text import capfirst

from ..models.record import Part
from .changes import words_of
from .trails import record_models

# Told beside the facts, each with its text.
OWN_SOURCES = ("sources", "source")


@dataclass(frozen=True)
class Fact:
    """One thing to tick: its name in forms, its heading, [(label, text)], and the sources that it names."""

    name: str
    title: str
    lines: tuple
    sources: tuple


def facts_of(record, also=()):
    """Return the Facts of a record: each of its own fields, then each of its parts in the order of its form.

    `also` names (model, foreign key) of parts of others that are edited here. As many queries as there are kinds of
    facts and of what they name, however many facts.
    """
    model = type(record)
    [whole] = _rows(model, pk=record.pk)
    found = [
        Fact(f"{model._meta.label_lower}.{name}", label, (("", text),), ())
        for name, label, text in _values(whole, without=OWN_SOURCES)
    ]
    for part, path in _in_the_order_of_the_form(model, [*_parts_of(model), *also]):
        found += [_fact(row, path) for row in _rows(part, **{path: record.pk})]
    return found


def _in_the_order_of_the_form(model, parts):
    """Return [(kind of part, path)] as the form shows them; what has no rows of its own there comes last."""
    shown = [inline.model for inline in admin.site.get_model_admin(model).inlines]
    return sorted(parts, key=lambda found: shown.index(found[0]) if found[0] in shown else len(shown))


def _parts_of(model, path=""):
    """Return [(kind of part, path to the record)], the parts of parts after them."""
    found = []
    for part in record_models():
        if issubclass(part, Part) and part._meta.get_field(part.parent_field).related_model is model:
            own = part.parent_field + path
            found += [(part, own), *_parts_of(part, f"__{own}")]
    return found


def _fact(row, path):
    values = _values(row, without=(path.split("__")[0], *OWN_SOURCES))
    lines = tuple((label, text) for _, label, text in values)
    kind = capfirst(row._meta.verbose_name)
    return Fact(f"{row._meta.label_lower}.{row.pk}", kind, lines, _sources_of(row))


def _sources_of(row):
    """Return the sources that a part names: many, or the one that it is the words of."""
    if hasattr(row, "sources"):
        return tuple(row.sources.all())
    one = getattr(row, "source", None)
    return (one,) if one else ()


def _rows(model, **which):
    """Return the rows of a model with all that their words need."""
    singles, many = [], []
    for field in [*model._meta.fields, *model._meta.many_to_many]:
        if not field.remote_field or not field.editable:
            continue
        other = field.related_model
        needs = admin.site.get_model_admin(other).name_needs if admin.site.is_registered(other) else ()
        if isinstance(field, ManyToManyField):
            many.append(Prefetch(field.name, queryset=_with(other._base_manager.all(), needs)))
        else:
            singles += [field.name, *(f"{field.name}__{need}" for need in needs)]
    rows = _with(model._base_manager.filter(**which), singles).prefetch_related(*many)
    return list(rows.order_by("pk"))


def _with(rows, needs):
    """Return the rows with some relations; without any named, Django would follow all."""
    return rows.select_related(*needs) if needs else rows


def _values(row, without=()):
    """Yield (name, label, text) of every field that says something."""
    for field in [*row._meta.fields, *row._meta.many_to_many]:
        own = field.editable and not field.primary_key and field.name not in without
        if own and (text := _text(row, field)):
            yield field.name, capfirst(field.verbose_name), text


def _text(row, field):
    if isinstance(field, ManyToManyField):
        return "; ".join(map(str, getattr(row, field.name).all()))
    value = getattr(row, field.name)
    if value in (None, "", []) or value is False:
        return ""
    if field.remote_field:
        return str(value)
    return str(dict(field.flatchoices).get(value, value)) if field.choices else words_of(value)
