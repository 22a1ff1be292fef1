"""How facts lead to the numbered sources of their page, and who the sources speak for."""

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe

from .record_dates import in_words

register = template.Library()

UNSOURCED = mark_safe(' <span class="basis-note">no source given</span>')
RESTING = mark_safe(' <span class="basis-note">no source of its own; the whole has</span>')
REF = '\N{NO-BREAK SPACE}<a class="ref" href="#s{}" aria-label="Source {}">{}</a>'


@register.simple_tag
def refs(slugs, record):
    """Return links [1] [2] to the numbered sources of the page's `record`; `slugs` are those of the fact.

    They begin with a space that does not break, so the tag follows its fact directly. A fact without a source says
    so, and leads to those of the record that it rests on.
    """
    if found := _links(slugs, record):
        return found
    if own := _links(record.get("own_sources", ()), record):
        return format_html("{}{}", RESTING, own)
    return UNSOURCED


def _links(slugs, record):
    numbers = {source["slug"]: number for number, source in enumerate(record["sources"], 1)}
    return format_html_join("", REF, [(numbers[slug],) * 3 for slug in slugs if slug in numbers])


@register.filter
def source_title(source):
    """Return the title of a source (its row or detail); one without a title is named by publisher and date."""
    publisher = source["publisher"] if isinstance(source["publisher"], str) else source["publisher"]["name"]
    known = [publisher, source["published_on"], source["source_url"]]
    if source["title"] and source["title"] != ", ".join(part for part in known if part):
        return source["title"]
    return f"Untitled text of {publisher}, {in_words(source['published_on']) or 'undated'}"


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
