"""The links of the main navigation, with the section that the reader is in."""

from django import template
from django.urls import reverse
from django.utils.html import format_html

register = template.Library()


@register.simple_tag(takes_context=True)
def section(context, name, label, *within):
    """Return a link to the list `name`; it is current on the list itself and on the pages named in `within`."""
    match = getattr(context.get("request"), "resolver_match", None)
    here = match.url_name if match else None
    current = "page" if here == name else "true" if here in within else None
    mark = format_html(' aria-current="{}"', current) if current else ""
    return format_html('<a href="{}"{}>{}</a>', reverse(name), mark, label)
