"""The filters in use, each with the address of the list without it."""

from .lenses import parameters_of
from .queries import address, query_of

MOST_DROPS = 8


def chips(reading, path):
    """Return the filters in use, each with the list without it: [{"label", "value", "also", "url"}].

    `also` names filters that go with it, since they say nothing without it ("rank" is that of a country's side).
    """
    return [chip for chip, _ in _removable(reading, path)]


def drops(reading, path):
    """Return, for a list without rows, the single filters to drop with how many rows each would bring."""
    found = []
    for chip, params in _removable(reading, path)[:MOST_DROPS]:
        rest = reading.listing.read(params, also=("page", *parameters_of(reading.listing.lenses)))
        if not rest.faults and (count := rest.rows().count()):
            found.append(chip | {"count": count})
    return found


def _removable(reading, path):
    found = []
    for name, value, label, shown in reading.filters.used():
        params, also = _without(reading, name, value)
        url = address(path, query_of(params))
        found.append(({"label": label, "value": shown, "also": also, "url": url}, params))
    return found


def _without(reading, name, value):
    """Return the parameters without one value of one of them, and the labels of the filters that go with it."""
    filters, params = reading.filters, reading.params.copy()
    params.setlist(name, [other for other in params.getlist(name) if other != value])
    if params.getlist(name):
        return params, []
    del params[name]
    leaning = [other for other, needed in filters.needs.items() if needed == name and other in params]
    values = {other: params.pop(other) for other in leaning}
    for other in leaning:
        if other in filters.sides:
            params.setlist(filters.sides[other], values[other])
    return params, [filters.form.fields[other].label for other in leaning if other not in filters.sides]
