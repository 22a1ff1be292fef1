"""How facts lead to the numbered sources of their page, and who the sources speak for."""

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe

register = template.Library()

UNSOURCED = mark_safe('<span class="basis-note">no source given</span>')


@register.simple_tag
def refs(slugs, sources):
    """Return links [1] [2] to the page's numbered sources; `slugs` are the fact's, `sources` the page's in order.

    A fact without a source says so.
    """
    numbers = {source["slug"]: number for number, source in enumerate(sources, 1)}
    found = [(numbers[slug],) * 3 for slug in slugs if slug in numbers]
    if not found:
        return UNSOURCED
    return format_html_join(" ", '<a class="ref" href="#s{}" aria-label="Source {}">{}</a>', found)


@register.filter
def stance(source):
    """Return for whom a source speaks: "independent of the sides", "speaks for Russia", "joint text of ..."."""
    names = [country["name"] for country in source["sides"]]
    if not names:
        return "independent of the sides"
    return (
        f"speaks for {names[0]}"
        if len(names) == 1
        else f"joint text of {', '.join(names[:-1])} and {names[-1]}"
    )


@register.filter
def silent_sides(record):
    """Return the names of the meeting's parties for whom no source on its page speaks."""
    heard = {country["slug"] for source in record["sources"] for country in source["sides"]}
    return [party["name"] for party in record["parties"] if party["slug"] not in heard]


@register.simple_tag
def outward(url, words):
    """Return a link that leaves the site, or "" when there is no address."""
    return format_html('<a href="{}" rel="external nofollow">{}</a>', url, words) if url else ""
