"""A record with its parts as one plain dict (a tree): what a file says, compared with a record and written to it.

Keys are field names of the model. A foreign key is the slug of its target, a many-to-many a list of slugs, and the
name of a reverse relation (`quotes`, `steps`) a list of the trees of its parts, in order. `key` is the slug of the
record itself. A field that a tree does not name is not spoken of: it is neither compared nor written.
"""

from django.db import models

from ..models.lines import LinesField

MARK = "; "


class Missing(Exception):
    """A slug in a tree leads nowhere (yet)."""

    def __init__(self, model, slug):
        super().__init__(f"no {model._meta.verbose_name} “{slug}”")


class Finder:
    """Looks records up by slug, each once."""

    def __init__(self):
        self._found = {}

    def __call__(self, model, slug):
        """Return the record of `model` with that slug. Raises Missing."""
        if (model, slug) not in self._found:
            record = model._default_manager.filter(slug=slug).first()
            if record is None:
                raise Missing(model, slug)
            self._found[model, slug] = record
        return self._found[model, slug]


def tree_of_row(model, row):
    """Return the tree of one row of a CSV file: lists are cut at “; ”, empty cells are None or no text."""
    tree = {}
    for name, cell in row.items():
        field = model._meta.get_field("slug" if name == "key" else name)
        if isinstance(field, LinesField) or field.many_to_many:
            tree[name] = [part for part in cell.split(MARK) if part]
        elif isinstance(field, models.BooleanField):
            tree[name] = cell == "true"
        else:
            tree[name] = None if cell == "" and field.null else cell
    return tree


def split(model, tree):
    """Return the tree in three: {field: value}, {many-to-many: slugs} and {reverse relation: trees}."""
    own, related, parts = {}, {}, {}
    for name, value in tree.items():
        field = model._meta.get_field("slug" if name == "key" else name)
        if field.many_to_many:
            related[name] = value
        elif field.one_to_many:
            parts[name] = value
        else:
            own[field.name] = value
    return own, related, parts


def value_of(field, value, find):
    """Return what a field holds when a file gives `value`. Raises Missing, ValidationError."""
    if field.is_relation:
        return None if value in (None, "") else find(field.related_model, value)
    return field.to_python(value)


def differences(record, tree, find):
    """Return the names of what the tree says otherwise than the record, parts as “quotes 2.text”. Raises Missing."""
    own, related, parts = split(type(record), tree)
    names = []
    for name, value in own.items():
        field = record._meta.get_field(name)
        wanted = value_of(field, value, find)
        held = getattr(record, field.attname)
        if held != (wanted.pk if field.is_relation and wanted else wanted):
            names.append(name)
    for name, slugs in related.items():
        model = record._meta.get_field(name).related_model
        if {target.pk for target in getattr(record, name).all()} != {find(model, slug).pk for slug in slugs}:
            names.append(name)
    for name, trees in parts.items():
        names += _differing_parts(name, list(getattr(record, name).all()), trees, find)
    return names


def _differing_parts(name, held, trees, find):
    names = [] if len(held) == len(trees) else [name]
    for place, (part, tree) in enumerate(zip(held, trees, strict=False), start=1):
        names += [f"{name} {place}.{inner}" for inner in differences(part, tree, find)]
    return names


def write(record, tree, find):
    """Write a tree to a record, new or stored, with its parts in their order. Raises Missing, ValidationError."""
    own, related, parts = split(type(record), tree)
    wanted = {name: value_of(record._meta.get_field(name), value, find) for name, value in own.items()}
    targets = {
        name: [find(record._meta.get_field(name).related_model, slug) for slug in slugs]
        for name, slugs in related.items()
    }
    for name, value in wanted.items():
        setattr(record, name, value)
    record.clean_fields(exclude=["number"])
    record.clean()
    record.save()
    for name, records in targets.items():
        getattr(record, name).set(records)
    for name, trees in parts.items():
        _write_parts(record, name, trees, find)


def _write_parts(record, name, trees, find):
    relation = record._meta.get_field(name)
    held = list(getattr(record, name).all()) if record.pk else []
    for part in held[len(trees) :]:
        part.delete()
    for place, tree in enumerate(trees):
        if place >= len(held):
            write(relation.related_model(**{relation.field.name: record}), tree, find)
        elif differences(held[place], tree, find):
            write(held[place], tree, find)


def relations(model, tree):
    """Return the reverse relations that the trees of `tree` fill, deep: [(part model, lookup to the record)]."""
    _, _, parts = split(model, tree)
    found = []
    for name, trees in parts.items():
        relation = model._meta.get_field(name)
        found.append((relation.related_model, relation.field.name))
        for inner in trees[:1]:
            found += [
                (part, f"{lookup}__{relation.field.name}")
                for part, lookup in relations(relation.related_model, inner)
            ]
    return list(dict.fromkeys(found))
