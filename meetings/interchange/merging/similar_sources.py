"""Sources that may be the same text: by address, publisher, day and headline."""

from django.db.models import Q

from ...models import Source
from .evidence import Evidence
from .similarity import most_alike, names

MOST_COMPARED = 500
# Of the headline; it weighs more where a date is missing.
WEIGHT, WEIGHT_UNDATED = 0.45, 0.6


def sources(source):
    """Yield a Proposal for each source with the same address, or of the same day; undated: of the same publisher."""
    near = Q(published_on=source.published_on) if source.published_on else Q(publisher=source.publisher)
    if source.url:
        near |= Q(url=source.url)
    rows = Source.objects.filter(near).exclude(pk=source.pk).select_related("publisher").defer("text")
    for other in rows.order_by("-pk")[:MOST_COMPARED]:
        yield _judged(source, other).proposal(other)


def _judged(source, other):
    evidence = Evidence()
    if source.url and source.url == other.url:
        evidence.say(50, f"same address: {other.url}")
    if source.archive_url and source.archive_url == other.archive_url:
        evidence.say(50, "same address in the archive")
    weight = WEIGHT if source.published_on and other.published_on else WEIGHT_UNDATED
    evidence.names(most_alike(names(source.title), names(other.title)), weight)
    if source.published_on and source.published_on == other.published_on:
        evidence.say(20, f"same date: {other.published_on.words}")
    elif source.published_on and other.published_on:
        evidence.say(-10, f"but another date: {other.published_on.words}")
    if source.publisher_id == other.publisher_id:
        evidence.say(15, f"same publisher: {other.publisher}")
    if source.language != other.language:
        evidence.say(-15, f"but another language: {other.language}")
    return evidence
