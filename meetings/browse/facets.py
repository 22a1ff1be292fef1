"""Facets: how many rows each value of a filter would bring beside the other filters in use.

A facet counts under all filters but its own, so that its numbers are those of the lists that its values lead to.
Facets whose own filter is not in use are counted together, in one query.
"""

from dataclasses import dataclass

from django.db.models import Count

from .database import key_counts
from .folding import sort_key
from .queries import address

# So many values stand open; the others are folded away behind them.
OPEN = 6
# A year before the last so many on record is asked for by its date.
MOST_YEARS = 200


@dataclass(frozen=True)
class KeyFacet:
    """The facet of a filter by keys."""

    parameter: str


@dataclass(frozen=True)
class YearFacet:
    """The facet of the years: each asks `after` and `before` the same. Rows without a date are in none."""

    after: str = "after"
    before: str = "before"


@dataclass(frozen=True)
class Option:
    """A value of a facet and the number of rows that it brings."""

    value: str
    label: str
    count: int
    chosen: bool


@dataclass(frozen=True)
class Facet:
    """The options of one filter: those that stand open, and the `rest`."""

    options: tuple[Option, ...]
    rest: tuple[Option, ...]

    @property
    def is_open(self):
        """Whether one of the rest is chosen."""
        return any(option.chosen for option in self.rest)


def facets_of(reading):
    """Return {parameter: Facet} of the key facets of a Reading without faults, as far as what they need is in use."""
    filters, counts = reading.filters, counted(reading)
    found = {}
    for parameter, counts_of_values in counts.items():
        field = filters.form.fields[parameter]
        chosen = filters.form.cleaned_data[parameter]
        values = dict.fromkeys([*counts_of_values, *chosen])
        labels = {value: label for value, (_, label) in field.known(list(values)).items()}
        options = [
            Option(value, labels[value], counts_of_values.get(value, 0), value in chosen)
            for value in values
            if value in labels
        ]
        found[parameter] = _folded(_in_order(options, field))
    return found


def _in_order(options, field):
    if field.long:
        return sorted(options, key=lambda option: (-option.count, sort_key(option.label), option.value))
    places = {value: place for place, value in enumerate(field.all_choices())}
    return sorted(options, key=lambda option: places[option.value])


def _folded(options):
    # One more is no reason to fold.
    cut = OPEN if len(options) > OPEN + 1 else len(options)
    return Facet(tuple(options[:cut]), tuple(options[cut:]))


def counted(reading):
    """Return {parameter: {value: number of rows}} of the key facets of a Reading without faults."""
    filters, rows = reading.filters, reading.listing.editions
    whole = filters.beside()
    names = [
        facet.parameter
        for facet in reading.listing.facets
        if isinstance(facet, KeyFacet)
        and filters.needs.get(facet.parameter, facet.parameter) in {facet.parameter, *whole}
    ]
    idle = [name for name in names if filters.beside(name) == whole]
    found = _by_key(filters, filters.let_through(rows(), whole), idle) if idle else {}
    for name in names:
        if name not in idle:
            asked = filters.let_through(rows(), filters.beside(name))
            found |= _by_key(filters, asked, [name])
    return {name: _untied(filters, rows, name, found[name]) for name in names}


def _by_key(filters, rows, names):
    keys = {name: filters.sides.get(name, name) for name in names}
    counts = key_counts(rows, sorted(set(keys.values())))
    return {name: dict(counts[key]) for name, key in keys.items()}


def _untied(filters, rows, name, counts):
    """Count anew the values that mean something else beside what is in use: nobody is his own counterpart."""
    asked = {other: value for other, value in filters.form.cleaned_data.items() if value}
    leaning = {other: asked[other] for other in asked if filters.needs.get(other) == name}
    if name in filters.sides:
        leaning = {filters.sides[name]: asked[filters.sides[name]]}
    tied = {value for values in leaning.values() for value in values} & counts.keys()
    if leaning.keys() - filters.sides.keys() - set(filters.sides.values()):
        tied = set(counts)
    if not tied:
        return counts
    conditions = {value: filters.together({**leaning, name: [value]}) for value in sorted(tied)}
    base = filters.let_through(rows(), filters.beside(name))
    exact = base.aggregate(
        **{f"n{place}": Count("pk", filter=condition) for place, condition in enumerate(conditions.values())}
    )
    counts |= dict(zip(conditions, exact.values(), strict=True))
    return {value: count for value, count in counts.items() if count}


def show_on(reading, path):
    """Hand the counted values of a Reading without faults to the fields of its form, where the panel shows them."""
    filters, shown = reading.filters, facets_of(reading)
    for facet in reading.listing.facets:
        if isinstance(facet, YearFacet):
            filters.form.fields[facet.before].years = _year_links(reading, facet, path)
        elif facet.parameter in shown:
            filters.form.fields[facet.parameter].facet = shown[facet.parameter]
        else:
            needed = filters.needs[facet.parameter]
            filters.form.fields[facet.parameter].waits_for = filters.form.fields[needed].label


def _year_links(reading, facet, path):
    """Return the years as a Facet whose options carry their address, that of a chosen one without it."""
    options = []
    for year, count in years_of(reading, facet):
        text = f"{year:04}"
        chosen = reading.params.get(facet.after) == reading.params.get(facet.before) == text
        asked = None if chosen else text
        query = reading.query(**{facet.after: asked, facet.before: asked})
        options.append(Option(address(path, query), text, count, chosen))
    return _folded(options)


def years_of(reading, facet):
    """Return [(year, number of rows that touch it)] of a Reading without faults, the last year first."""
    filters = reading.filters
    rows = filters.let_through(reading.listing.editions(), filters.beside(facet.after, facet.before))
    spans = rows.exclude(earliest=None).values_list("earliest__year", "latest__year").annotate(Count("pk"))
    counts = {}
    for first, last, count in spans.order_by():
        for year in range(first, last + 1):
            counts[year] = counts.get(year, 0) + count
    return sorted(counts.items(), reverse=True)[:MOST_YEARS]
