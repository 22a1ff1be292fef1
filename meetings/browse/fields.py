"""Form fields of the filter language: strict, bounded, and saying what is wrong in words for readers."""

from django import forms
from django.core.exceptions import ValidationError

from .dates import parse_day_range
from .folding import QueryError, parse_query, slug_of

MOST_VALUES = 20
LONGEST = 200


class ValuesWidget(forms.Widget):
    """Checkboxes, or for long lists the chosen values and one more choice; reads every value of its parameter.

    A field whose values were counted (`facet`) shows those that bring something, with how many.
    """

    template_name = "browse/widgets/values.html"

    def value_from_datadict(self, data, files, name):
        values = data.getlist(name) if hasattr(data, "getlist") else data.get(name, [])
        return [value for value in values if value != ""]

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        counted = self.field.facet is not None or self.field.waits_for
        context["widget"] |= {
            "field": self.field,
            "chosen": value or [],
            "options": [] if counted else self.field.options(value or []),
        }
        return context


class ValuesField(forms.Field):
    """Any of several stable slugs. `choices` is a {value: label} dict, or a callable that returns one.

    Cleans to a list of slugs, each once; `labels` then tells the name of each value as given (which may be an old
    slug). Raises ValidationError for an unknown value. `facet` are its counted values, where the list counts them;
    `waits_for` is the label of the filter without which this one says nothing.
    """

    widget = ValuesWidget
    facet = None
    waits_for = ""

    def __init__(self, *, choices, noun, many=True, long=False, **kwargs):
        self.choices, self.noun, self.many, self.long = choices, noun, many, long
        self.labels = {}
        kwargs.setdefault("required", False)
        super().__init__(**kwargs)
        self.widget.field = self

    def __deepcopy__(self, memo):
        field = super().__deepcopy__(memo)
        field.widget.field = field
        field.labels = {}
        return field

    def known(self, values):
        """Return {value as given: (slug, label)} of those that exist."""
        choices = self.all_choices()
        return {value: (value, choices[value]) for value in values if value in choices}

    def all_choices(self):
        """Return every {value: label} that can be chosen."""
        return self.choices() if callable(self.choices) else self.choices

    def options(self, chosen):
        """Return [{value, label, checked}] for the panel."""
        return [
            {"value": value, "label": label, "checked": value in chosen}
            for value, label in self.all_choices().items()
        ]

    def clean(self, value):
        if len(value) > MOST_VALUES:
            raise ValidationError(f"At most {MOST_VALUES} values at once.")
        known = self.known(value)
        if wrong := [one for one in value if one not in known]:
            raise ValidationError(self.refusal(wrong[0]))
        self.labels = {given: label for given, (_, label) in known.items()}
        return list(dict.fromkeys(slug for slug, _ in known.values()))

    def refusal(self, value):
        """Return the sentence that refuses an unknown value."""
        choices = self.all_choices()
        known = f" Write one of: {', '.join(choices)}." if len(choices) <= MOST_VALUES else ""
        return f"“{shortened(value)}” is not a {self.noun} in this record.{known}"


class LookedUpField(ValuesField):
    """Any of many slugs that only the database knows: `lookup(values)` returns {value: (slug, label)}.

    Old slugs are known too and lead to the new one; `listed()` gives the {slug: label} that the panel offers, or
    nothing when there are too many to list.
    """

    def __init__(self, *, lookup, listed, noun, **kwargs):
        self.lookup = lookup
        super().__init__(choices=listed, noun=noun, long=True, **kwargs)

    def known(self, values):
        return self.lookup([value for value in values if len(value) <= LONGEST])

    def refusal(self, value):
        return f"There is no {self.noun} “{shortened(value)}” in this record."


class DayField(forms.CharField):
    """A day, month or year; cleans to a DayRange or None."""

    def __init__(self, **kwargs):
        kwargs.setdefault("required", False)
        super().__init__(**kwargs)
        self.widget.attrs |= {"inputmode": "numeric", "placeholder": "2021-05", "size": 10}

    def clean(self, value):
        text = (value or "").strip()
        if not text:
            return None
        try:
            return parse_day_range(text)
        except ValueError as error:
            raise ValidationError(str(error)) from error


class WordsField(forms.CharField):
    """Words to search for; cleans to a SearchQuery or None."""

    widget = forms.TextInput(attrs={"type": "search"})

    def __init__(self, **kwargs):
        kwargs.setdefault("required", False)
        super().__init__(strip=True, **kwargs)

    def clean(self, value):
        if not (value or "").strip():
            return None
        try:
            return parse_query(value)
        except QueryError as error:
            raise ValidationError(str(error)) from error


class SlugTextField(forms.CharField):
    """Free text that is compared by its slug ("New York" and "new-york" alike); cleans to the slug or None."""

    def __init__(self, **kwargs):
        kwargs.setdefault("required", False)
        super().__init__(**kwargs)

    def clean(self, value):
        text = (value or "").strip()
        if not text:
            return None
        if len(text) > LONGEST or not (slug := slug_of(text)):
            raise ValidationError(f"“{shortened(text)}” is not a name.")
        return slug


def shortened(value):
    """Return a value as it may be repeated in a message: at most 80 characters."""
    return value if len(value) <= 80 else f"{value[:79]}…"
