"""Dates of the record in words, in the precision that the source gives."""

import re

from django import template
from django.utils.html import format_html

from meetings.models.partial_dates import PartialDate

register = template.Library()

NOT_KNOWN = "date not known"
# A post in a list, as files have it: "Prime Minister (Azerbaijan, 2019-10-08–)".
POST = re.compile(r"(?P<post>.*) \((?P<country>.*), (?P<start>\?|[\d-]+)–(?P<end>[\d-]*)\)")


@register.filter
def in_words(text):
    """Return ISO text of a day, month or year as "20 May 2021", "May 2021" or "2021"; "" for nothing."""
    return PartialDate(str(text)).words if text else ""


@register.filter
def day_of(moment):
    """Return the day (UTC) of a datetime in words: "24 Nov 2026"."""
    return PartialDate(moment.date().isoformat()).words if moment else ""


@register.simple_tag
def span(start, end=None):
    """Return the words of a span of partial dates: "5–17 Sept 1978", "Jan–March 2021", "2019–2021"."""
    return span_in_words(start, end)


def span_in_words(start, end=None, short="–", long=" – "):
    """Return the words of a span, what both dates share said once; "" without a start.

    `short` stands between dates that differ in their first word only, `long` between all others.
    """
    if not start:
        return ""
    first, last = PartialDate(start), PartialDate(end or start)
    if first == last:
        return first.words
    if first.precision != last.precision:
        return f"{first.words}{long}{last.words}"
    own = first.words.split()
    own = own[: len(own) - _shared_end(own, last.words.split())]
    return f"{' '.join(own)}{short if len(own) == 1 else long}{last.words}"


def _shared_end(one, other):
    """Return how many words at the end of two lists are the same."""
    count = 0
    for left, right in zip(reversed(one), reversed(other), strict=True):
        if left != right:
            break
        count += 1
    return count


@register.filter("date_words")
def date_in_words(record):
    """Return the date of a meeting or of one of its facts in words, from `date_start`, `date_end`, `date_precision`."""
    return meeting_date(record.get("date_start"), record.get("date_end"), record.get("date_precision"))


@register.simple_tag
def meeting_date(start, end, precision):
    """Return the date of a meeting in words, never more exact than its precision; "date not known" without a start."""
    if not start:
        return NOT_KNOWN
    if precision == "within":
        return f"some day between {span_in_words(start, end, ' and ', ' and ')}"
    return span_in_words(start, end)


@register.simple_tag
def when(record):
    """Return the date of a meeting as a <time> element, dotted when its source does not state it."""
    words = date_in_words(record)
    if not record.get("date_start"):
        return format_html('<span class="none">{}</span>', words)
    inferred = record.get("date_basis") not in (None, "stated")
    shown = format_html('<span class="basis">{}</span>', words) if inferred else words
    return format_html('<time datetime="{}">{}</time>', record["date_start"], shown)


@register.filter
def post_words(label):
    """Return a post of a list with its dates in words: "Prime Minister (Azerbaijan, from 8 Oct 2019)".

    An end that is not recorded is no proof that the post is still held, so nothing is said of it.
    """
    found = POST.fullmatch(label)
    if not found:
        return label
    start, end = found["start"].strip("?"), found["end"]
    days = f"{'from' if start else 'until'} {in_words(start or end)}"
    if start and end:
        days = span_in_words(start, end)
    return f"{found['post']} ({found['country']}, {days})"
