"""The filter language: one strict filter set for page, CSV and JSON.

django-filter drops what it cannot use in silence; here an unknown parameter, a value that does not exist and a single
parameter given twice are errors, and a list with an error has no rows.
"""

import django_filters
from django.db.models import Q

from .faults import Fault, twice, unknown
from .fields import DayField, LookedUpField, SlugTextField, ValuesField, WordsField, shortened


class KeyFilter(django_filters.Filter):
    """Rows whose edition has one of the keys "parameter=value" (all of them with `every=True`)."""

    field_class = ValuesField

    def __init__(self, *, key=None, every=False, **kwargs):
        self.key, self.every = key, every
        super().__init__(**kwargs)

    @property
    def many(self):
        """Whether the parameter may be repeated."""
        return self.extra.get("many", True)

    def keys(self, values):
        """Return the keys of some cleaned values."""
        return [f"{self.key or self.field_name}={value}" for value in values]

    def filter(self, rows, value):
        if not value:
            return rows
        lookup = "keys__has_all" if self.every else "keys__has_any"
        return rows.filter(**{lookup: self.keys(value)})


class LookedUpFilter(KeyFilter):
    """A KeyFilter whose values are slugs of public records.

    `editions` is the manager of their editions; `listed()` gives the {slug: title} that the panel offers, by default
    nothing: most are too many to list.
    """

    field_class = LookedUpField

    def __init__(self, editions, label, noun, *, listed=dict, **kwargs):
        super().__init__(label=label, lookup=editions.known, noun=noun, listed=listed, **kwargs)


class SingleFilter(django_filters.Filter):
    """A filter whose parameter stands once."""

    many = False


class SlugTextFilter(SingleFilter):
    """Rows with the key "parameter=slug" of a free text."""

    field_class = SlugTextField

    def filter(self, rows, value):
        return rows.filter(keys__has_any=[f"{self.field_name}={value}"]) if value else rows


class AfterFilter(SingleFilter):
    """Rows whose possible days reach the day given or later; unknown dates never match."""

    field_class = DayField

    def filter(self, rows, value):
        return rows.filter(**{f"{self.field_name}__gte": value.first}) if value else rows


class BeforeFilter(SingleFilter):
    """Rows whose possible days begin on the day given or earlier; unknown dates never match."""

    field_class = DayField

    def filter(self, rows, value):
        return rows.filter(**{f"{self.field_name}__lte": value.last}) if value else rows


class WordsFilter(SingleFilter):
    """Rows in which all words and phrases occur."""

    field_class = WordsField

    def filter(self, rows, value):
        return rows.filter(search__matches=value) if value else rows


class StrictFilterSet(django_filters.FilterSet):
    """The base of all filter sets; its data are parameters without empty values (faults.given).

    `needs` maps a parameter to the one that it makes no sense without; `sides` those of them that ask for another,
    different one of the same kind: a counterpart without a country is a country. `panel` is the order of the filter
    form: [(legend, [parameters])].
    """

    needs: dict = {}
    sides: dict = {}
    panel: list = []

    def faults(self, also=()):
        """Return the list of Faults; `also` names parameters that the list knows besides its filters."""
        found = unknown(self.data, {*self.base_filters, *also}, "list")
        for name, entry in self.base_filters.items():
            if not entry.many:
                found += twice(self.data, name, self._label(name))
        for name, messages in self.form.errors.items():
            found.append(self._fault(name, " ".join(messages)))
        for name, other in self.needs.items():
            if name in self.data and other not in self.data:
                found.append(self._fault(name, f"“{name}” needs “{other}” beside it."))
        return found

    def _label(self, name):
        return str(self.base_filters[name].field.label)

    def _fault(self, name, message):
        return Fault(name, shortened(", ".join(self.data.getlist(name))), message, self._label(name))

    def used(self):
        """Return [(parameter, value as in the address, label of the filter, label of the value)] in panel order."""
        found = []
        for name in [name for _, names in self.panel for name in names]:
            if name not in self.data:
                continue
            field = self.form.fields[name]
            for value in dict.fromkeys(self.data.getlist(name)):
                known = getattr(field, "labels", {})
                found.append((name, value, field.label, known.get(value, value)))
        return found

    def filter_queryset(self, queryset):
        """Return the rows that every filter lets through. Call only when there are no faults."""
        return self.let_through(queryset, self.form.cleaned_data)

    def let_through(self, queryset, asked):
        """Return the rows that the filters of `asked` ({parameter: cleaned value}) let through."""
        asked = dict(asked)
        if together := self.together(asked):
            queryset = queryset.filter(together)
        for name, value in asked.items():
            queryset = self.filters[name].filter(queryset, value)
        return queryset

    def together(self, asked):
        """Take out of `asked` the filters that say something only beside another; return their condition (Q)."""
        condition = Q()
        for second, first in self.sides.items():
            if others := asked.pop(second, None):
                condition &= two_different(first, asked[first], others)
        return condition

    def beside(self, *names):
        """Return {parameter: cleaned value} of the filters in use that hold whatever is chosen in those of `names`."""
        asked = {name: value for name, value in self.form.cleaned_data.items() if value and name not in names}
        for name in [name for name in asked if self.needs.get(name) in names]:
            value = asked.pop(name)
            if name in self.sides:
                asked[self.sides[name]] = value
        return asked


def labelled(choices):
    """Return {value: label} of an enumeration, without its blank."""
    return {value: label for value, label in choices.choices if value}


def two_different(parameter, some, others):
    """Return the condition (Q) that a row has one of `some` and another, different one of `others`."""
    pairs = {frozenset((one, other)) for one in some for other in others if one != other}
    return any_of(
        Q(keys__has_all=sorted(f"{parameter}={slug}" for slug in pair)) for pair in sorted(pairs, key=sorted)
    )


def any_of(conditions):
    """Return the disjunction (Q) of some conditions; no row at all when there are none."""
    whole = Q(pk__in=[])
    for condition in conditions:
        whole |= condition
    return whole
