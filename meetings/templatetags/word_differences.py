"""Two versions of a text, with the words marked in which they differ."""

import re
from difflib import SequenceMatcher

from django import template
from django.template.defaultfilters import linebreaksbr
from django.utils.html import escape, format_html
from django.utils.safestring import mark_safe

register = template.Library()

# Texts that share less than this are shown as a whole: scattered common words explain nothing.
LEAST_ALIKE = 0.3
# Comparing takes the product of the two lengths; texts of two thousand words stay below this.
MOST_COMPARED = 4_000_000


@register.simple_tag
def words_gone(before, after):
    """Return the text before as HTML, with what is gone from it in <del>."""
    return _marked(before, after, "del", of_after=False)


@register.simple_tag
def words_new(before, after):
    """Return the text after as HTML, with what is new in it in <ins>."""
    return _marked(before, after, "ins", of_after=True)


def _marked(before, after, tag, *, of_after):
    own = after if of_after else before
    pieces = _pieces(before, after, of_after)
    if pieces is None:
        return format_html("<{0}>{1}</{0}>", mark_safe(tag), linebreaksbr(escape(own)))
    parts = (
        format_html("<{0}>{1}</{0}>", mark_safe(tag), linebreaksbr(escape(text)))
        if differs
        else linebreaksbr(escape(text))
        for text, differs in pieces
    )
    return mark_safe("".join(parts))


def _pieces(before, after, of_after):
    """Return [(text, whether it differs)] of one of the two texts, None when they are better shown as a whole."""
    old, new = _tokens(before), _tokens(after)
    if len(old) * len(new) > MOST_COMPARED or min(len(old), len(new)) < 2:
        return None
    matcher = SequenceMatcher(a=old, b=new, autojunk=False)
    if matcher.ratio() < LEAST_ALIKE:
        return None
    own = new if of_after else old
    spans = ((tag, *((b1, b2) if of_after else (a1, a2))) for tag, a1, a2, b1, b2 in matcher.get_opcodes())
    return [("".join(own[start:end]), tag != "equal") for tag, start, end in spans if end > start]


def _tokens(text):
    """Return the words of a text, each with the space that follows it."""
    return re.findall(r"\S+\s*|\s+", text)
