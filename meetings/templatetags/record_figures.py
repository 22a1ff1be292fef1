"""Figures as they were claimed: the qualifier in front, the unit behind, thousands apart, nothing rounded."""

from django import template
from django.utils.html import format_html

from meetings.models import Figure

register = template.Library()

NO_BREAK = "\N{NO-BREAK SPACE}"
QUALIFIERS = {str(value): label for value, label in Figure.Qualifier.choices if value}
NOT_STATED = format_html('<span class="{}">{}</span>', "none", "not stated")


@register.simple_tag
def claimed(figure):
    """Return the value of a figure (its row or detail): "about 680 million USD", the number in bold."""
    if figure["value"] is None:
        return NOT_STATED
    money = NO_BREAK.join(filter(None, (f"{figure['value']:,}", figure["scale"], figure["currency"])))
    unit = "" if figure["currency"] else f" {figure['unit'] or ''}".rstrip()
    return format_html("{} <b>{}</b>{}", QUALIFIERS.get(figure["qualifier"], ""), money, unit)


def figure_in_words(figure):
    """Return the value of a figure (its row or detail) as plain text: "about 680 million USD"; "" without one."""
    if figure["value"] is None:
        return ""
    unit = figure["currency"] or figure["unit"]
    parts = (QUALIFIERS.get(figure["qualifier"]), f"{figure['value']:,}", figure["scale"], unit)
    return " ".join(part for part in parts if part)


@register.simple_tag
def change_of(figure):
    """Return the change of a figure: "about +3.5 %, on a year before"."""
    if figure["change"] is None:
        return NOT_STATED
    qualifier = QUALIFIERS.get(figure["change_qualifier"])
    words = NO_BREAK.join(filter(None, (qualifier, f"{figure['change']:+,}", "%"))).replace("-", "−")
    basis = f", {figure['change_basis']}" if figure["change_basis"] else ""
    return format_html("<span>{}{}</span>", words, basis)
