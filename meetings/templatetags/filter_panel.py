"""The filter panel: which of its parts stand open."""

from django import template

register = template.Library()


@register.filter
def stands_open(fields):
    """Return whether any of some bound form fields has counted values, was given a value, or is wrong."""
    return any(
        getattr(field.field, "facet", None) or field.errors or any(_values(field.data)) for field in fields
    )


def _values(data):
    return data if isinstance(data, (list, tuple)) else (data,)
