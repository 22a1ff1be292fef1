"""How the lists and boxes of the desk find records: by folded words, each from its beginning, on every database alike.

What a record's own admin names in `search_fields` is kept as folded words (Finding) whenever an Edit closes, so that
"ƏLI", "əli" and "ali" find the same, and so do "ё" and "е". Fields of parts, which have no such words, are searched as
Django does it.
"""

from functools import cache, reduce
from operator import or_

from django.contrib import admin
from django.db.models import Q
from django.utils.text import smart_split, unescape_string_literal

from ..browse.folding import SearchQuery, words
from ..models.finding import Finding
from ..models.record import Root
from .trails import record_models

BATCH = 1_000
LOOKUPS = {"^": "istartswith", "=": "iexact"}


@cache
def own_fields(model):
    """Return the names of the fields whose words find a record of this kind, () for kinds without words."""
    if not issubclass(model, Root) or not admin.site.is_registered(model):
        return ()
    named = [name.lstrip("^=") for name in admin.site.get_model_admin(model).search_fields]
    return tuple(name for name in named if "__" not in name)


def refresh(act):
    """Write the words of the records that an act changed; called when it closes."""
    changed = {}
    for model, key in act.changed:
        changed.setdefault(model, set()).add(key)
    rows = []
    for model, keys in changed.items():
        if own_fields(model):
            written = _rows_of(model, model._base_manager.filter(pk__in=keys))
            gone = keys - {row.record_id for row in written}
            if gone:
                Finding.objects.filter(kind=model._meta.label_lower, record_id__in=gone).delete()
            rows += written
    _write(rows)


def fill():
    """Write the words of all records that have none; return how many. Right after a migration, and after a restore."""
    return sum(_fill(model) for model in record_models() if own_fields(model))


def _fill(model):
    known = Finding.objects.filter(kind=model._meta.label_lower).values("record_id")
    lacking = model._base_manager.exclude(pk__in=known).order_by("pk")
    count = 0
    while rows := _rows_of(model, lacking[:BATCH]):
        _write(rows)
        count += len(rows)
    return count


def _rows_of(model, records):
    kind, names = model._meta.label_lower, own_fields(model)
    return [
        Finding(kind=kind, record_id=key, search=[words(_text(value)) for value in values])
        for key, *values in records.values_list("pk", *names)
    ]


def _text(value):
    if isinstance(value, (list, tuple)):
        return " ".join(value)
    return "" if value is None else str(value)


def _write(rows):
    if rows:
        Finding.objects.bulk_create(
            rows,
            batch_size=BATCH,
            update_conflicts=True,
            unique_fields=["kind", "record_id"],
            update_fields=["search"],
        )


def found(queryset, search_fields, term):
    """Return the rows of a queryset that have every word of `term`; words in quotation marks must stand together."""
    for bit in smart_split(term):
        is_phrase = len(bit) > 1 and bit[0] in "\"'" and bit[0] == bit[-1]
        text = unescape_string_literal(bit) if is_phrase else bit
        asked = tuple(words(text))
        query = SearchQuery(phrases=(asked,)) if is_phrase else SearchQuery(words=asked)
        queryset = queryset.filter(_any_of(queryset.model, search_fields, text, query if asked else None))
    return queryset


def _any_of(model, search_fields, text, query):
    """Return the condition that one of the fields, or the words of one of the records that they lead to, match."""
    conditions, paths = [Q(pk__in=[])], set()
    for field in search_fields:
        name = field.lstrip("^=")
        path, _, last = name.rpartition("__")
        target = _target(model, path)
        if last in own_fields(target):
            paths.add((path, target))
        else:
            lookup = {f"{name}__{LOOKUPS.get(field[0], 'icontains')}": text}
            conditions.append(_through(model, path, lookup))
    for path, target in paths if query else ():
        keys = Finding.objects.keys(target, query)
        conditions.append(_through(model, path, {f"{path}__in" if path else "pk__in": keys}))
    return reduce(or_, conditions)


def _target(model, path):
    for name in path.split("__") if path else ():
        model = model._meta.get_field(name).related_model
    return model


def _through(model, path, lookup):
    """Return the condition; where it goes through a relation, as a subquery, so that no row comes twice."""
    return Q(pk__in=model._base_manager.filter(**lookup).values("pk")) if path else Q(**lookup)
