"""The filter panel: which of its parts stand open."""

from django import template

register = template.Library()


@register.filter
def in_use(fields):
    """Return whether any of some bound form fields was given a value, or is wrong."""
    return any(field.errors or any(_values(field.data)) for field in fields)


def _values(data):
    return data if isinstance(data, (list, tuple)) else (data,)
