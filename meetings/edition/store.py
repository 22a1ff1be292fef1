"""Writes one projection to its edition row, and reads what the row mentioned before."""

from django.utils import timezone

from ..models import CommitmentEdition, EditionParty, FigureEdition, MeetingEdition, PartEdition, QuoteEdition
from .meeting import party_rows, sources_of, steps_at
from .pairs import refresh_pairs
from .parts import project_parts
from .projection import digest_of, fingerprint_of

NEW, CHANGED, REWRITTEN = "new", "changed", "rewritten"
PART_EDITIONS: tuple[type[PartEdition], ...] = (QuoteEdition, FigureEdition, CommitmentEdition)


def mentions_of(edition, pk):
    """Return the {(kind, pk)} that the stored edition row mentions; empty when there is no row."""
    keys = edition.objects.filter(pk=pk).values_list("keys", flat=True).first() or ()
    return parse_mentions(keys)


def parse_mentions(keys):
    """Return the {(kind, pk)} among some keys."""
    pairs = (key[1:].split("=") for key in keys if key.startswith("@"))
    return {(kind, int(pk)) for kind, pk in pairs}


def store(edition, record, projection):
    """Write the edition row of `record`; return what was done, "" for nothing.

    NEW: it appeared. CHANGED: readers see something else. REWRITTEN: only columns that nobody sees are different.
    """
    return _write(edition, record, projection, _stored(edition, [record.pk]).get(record.pk))


def _stored(edition, keys):
    """Return {key: (digest, fingerprint)} of the rows that are there."""
    rows = edition.objects.filter(pk__in=keys).values_list("pk", "digest", "fingerprint")
    return {pk: sums for pk, *sums in rows}


def _write(edition, record, projection, stored):
    columns = projection.columns()
    digest, fingerprint = digest_of(record.slug, columns), fingerprint_of(record.slug, columns)
    values = columns | {"slug": record.slug, "digest": digest, "fingerprint": fingerprint}
    now = timezone.now()
    if stored is None:
        since = getattr(record, "first_public_at", None) or now
        edition.objects.create(record_id=record.pk, first_public_at=since, updated_at=now, **values)
        return NEW
    if stored[1] != fingerprint:
        moved = {"updated_at": now} if stored[0] != digest else {}
        edition.objects.filter(pk=record.pk).update(**values, **moved)
        return CHANGED if moved else REWRITTEN
    return ""


def store_meeting_parts(meeting, projection, written):
    """Write what hangs on a meeting's edition: its facts' own rows, its parties, and the pairs they make.

    `written` is what `store` did to the meeting's row; parties and pairs stand as they are when that was nothing.
    """
    sources = sources_of(meeting, steps_at(meeting))
    parts = {edition: [] for edition in PART_EDITIONS}
    for edition, fact, part in project_parts(meeting, projection, sources):
        parts[edition].append((fact, part))
    for edition, projected in parts.items():
        pks = [fact.pk for fact, _ in projected]
        stored = _stored(edition, pks)
        for fact, part in projected:
            _write(edition, fact, part, stored.get(fact.pk))
        edition.objects.filter(meeting_id=meeting.pk).exclude(pk__in=pks).delete()
    if not written:
        return
    before = _parties(meeting.pk)
    EditionParty.objects.filter(meeting_id=meeting.pk).delete()
    EditionParty.objects.bulk_create(
        EditionParty(meeting_id=meeting.pk, country=country, rank=rank, hosts=hosts)
        for country, rank, hosts in party_rows(meeting)
    )
    refresh_pairs(before | _parties(meeting.pk))


def withdraw_meeting(pk):
    """Remove a meeting's edition with all that hangs on it."""
    before = _parties(pk)
    MeetingEdition.objects.filter(pk=pk).delete()
    refresh_pairs(before)


def _parties(meeting_pk):
    return set(EditionParty.objects.filter(meeting_id=meeting_pk).values_list("country_id", flat=True))
