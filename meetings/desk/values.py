"""Values of form fields as a browser sends them (text, list of texts, None): compared, and in words."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import Truncator

from .choices import labels_of
from .keys import is_key

LONGEST = 2_000


def as_sent(form_field, value):
    """Return what a browser sends for a value as a form shows it."""
    if isinstance(form_field, forms.BooleanField):
        return "on" if value in (True, "on", "True", "true", "1") else None
    if isinstance(value, (list, tuple)):
        return [str(one) for one in value]
    return "" if value is None else str(value)


def same(form_field, one, other):
    """Return whether two values, as sent, mean the same: "680" and "680.0", line breaks of either kind."""
    if _plain(one) == _plain(other):
        return True
    if isinstance(form_field, forms.ModelChoiceField):
        return False
    try:
        return form_field.to_python(one) == form_field.to_python(other)
    except ValidationError:
        return False


def _plain(value):
    if isinstance(value, list):
        return sorted(set(value))
    return (value or "").replace("\r\n", "\n").strip()


def in_words(form_field, value):
    """Return a value, as sent, as an editor reads it; a long text is cut."""
    if isinstance(form_field, forms.BooleanField):
        return "yes" if value else "no"
    values = [one for one in (value if isinstance(value, list) else [value]) if one]
    if isinstance(form_field, forms.ModelChoiceField):
        names = labels_of(form_field.queryset, [key for key in values if is_key(key)])
        values = [names.get(key, f"#{key}") for key in values]
    elif isinstance(form_field, forms.ChoiceField):
        names = {str(key): str(label) for key, label in form_field.choices}
        values = [names.get(one, one) for one in values]
    return Truncator("; ".join(values)).chars(LONGEST)
