"""The permanent public address of a record, made when it first becomes public."""

from django.utils import timezone

from ..browse.folding import slug_of
from ..models import Redirect
from ..publication import Addressed, has_public_slug

LONGEST = 90
PARTIES_NAMED = 3
# The lists under which redirects are kept, by kind.
LISTS = {
    "meeting": "meetings",
    "agreement": "agreements",
    "official": "officials",
    "event": "events",
    "source": "sources",
    "publisher": "publishers",
    "country": "countries",
    "sphere": "spheres",
}


def needs_address(record):
    """Return whether the record is of a kind whose address is made late, and was not public until now."""
    return isinstance(record, Addressed) and record.first_public_at is None


def give_address(kind, record):
    """Give `record` (of the kind named) its permanent public slug, and note the first day in public.

    A slug that a loaded file gave stays. The row is written past its history, which keeps what people wrote.
    """
    model = type(record)
    if not has_public_slug(record):
        record.slug = _free(model, LISTS[kind], _wanted(kind, record))
    record.first_public_at = timezone.now()
    model.objects.filter(pk=record.pk).update(slug=record.slug, first_public_at=record.first_public_at)


def _wanted(kind, record):
    if kind == "meeting":
        parties = [country.slug for country in record.parties()][:PARTIES_NAMED]
        return "-".join([record.date_start or "undated", *parties])
    if kind == "source":
        day = record.published_on or "undated"
        return "-".join([record.publisher.slug, day, *slug_of(record.title).split("-")[:6]])
    if kind == "event":
        return (
            f"{slug_of(record.name)[:LONGEST]}-{record.start[:4]}" if record.start else slug_of(record.name)
        )
    return slug_of(str(record.name))


def _free(model, listing, wanted):
    base = wanted[:LONGEST].strip("-") or "record"
    slug, count = base, 1
    while (
        slug.startswith("draft-")
        or model.objects.filter(slug=slug).exists()
        or Redirect.objects.filter(kind=listing, old_slug=slug).exists()
    ):
        count += 1
        slug = f"{base}-{count}"
        base = base if not base.startswith("draft-") else f"the-{base}"
    return slug
