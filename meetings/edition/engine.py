"""Follows an Act through everything that its changes make different in public, and rebuilds the whole."""

from collections import deque

from django.db.models import Q

from agreements.models import Agreement, Sphere, Step

from ..models import Commitment, Country, PairEdition
from .addresses import give_address, needs_address
from .kinds import KIND_OF, KINDS
from .projection import mention_key
from .store import CHANGED, PART_EDITIONS, mentions_of, store, store_meeting_parts, withdraw_meeting
from .version import remember

LATE = ("official", "source", "event")


def refresh(act):
    """Project anew all that the act touched and all that shows it. Runs inside the act's transaction."""
    start = [(KIND_OF[model].name, pk) for model, pk in act.touched if model in KIND_OF]
    _follow(start + sorted(act.shown))


def retire(act, record, heir):
    """Take a record out of the edition that is about to be deleted; its facts lead to `heir` already.

    What showed it is projected anew when the act closes. The rows of a meeting's facts go over to the heir's, so that
    they stay as old in public as they are.
    """
    kind = KIND_OF[type(record)]
    shown = {item for item in mentions_of(kind.edition, record.pk) if item[0] in LATE}
    act.shown |= shown | _mentioning(kind.name, record.pk)
    if kind.name == "meeting" and kind.edition.objects.filter(pk=heir.pk).exists():
        for edition in PART_EDITIONS:
            edition.objects.filter(meeting_id=record.pk).update(meeting_id=heir.pk)
    _remove(kind, record.pk)


def rebuild():
    """Project every record anew; return {kind: number of editions}. Call inside one Edit or transaction.

    No stored row is trusted: without fingerprints every one is written again (`updated_at` moves only where readers
    see something else than the digest says), and the pairs are counted from nothing.
    """
    for edition in [*(kind.edition for kind in KINDS.values()), *PART_EDITIONS]:
        edition.objects.update(fingerprint="")
    PairEdition.objects.all().delete()
    for kind in KINDS.values():
        _follow((kind.name, pk) for pk in kind.model.objects.order_by("pk").values_list("pk", flat=True))
    remember()
    return {kind.name: kind.edition.objects.count() for kind in KINDS.values()}


def _follow(start):
    """Project the records of `start` and, until nothing changes any more, all whose public form depends on them.

    The neighbours of a record are asked for once, when its turn first comes; after that only a changed public form
    passes on, and that comes to rest because a projection reads records, which stand still meanwhile.
    """
    queue = deque(start)
    touched, waiting = set(queue), set(queue)
    while queue:
        item = queue.popleft()
        waiting.discard(item)
        first_time = item in touched
        touched.discard(item)
        for other in _project(*item, touched=first_time):
            if other not in waiting:
                waiting.add(other)
                queue.append(other)


def _project(name, pk, touched):
    """Bring one record's edition up to date; return what else must be looked at because of it."""
    kind = KINDS[name]
    before = mentions_of(kind.edition, pk)
    record = kind.rows().filter(pk=pk).first()
    if record is None or not _is_public(kind, record):
        changed = CHANGED if _remove(kind, pk) else ""
        after = set()
    else:
        if needs_address(record):
            give_address(name, record)
        record, projection = _settled(kind, record)
        after = projection.mentions
        changed = store(kind.edition, record, projection)
        if name == "meeting":
            store_meeting_parts(record, projection, changed)
    others = {item for item in before ^ after if item[0] in LATE}
    if touched:
        others |= {item for item in before | after if item[0] in LATE} | _neighbours(name, pk, before)
    # What names a record that is new in public (NEW) has been projected with it, or is one of its neighbours.
    if changed == CHANGED:
        others |= _mentioning(name, pk)
    return others - {(name, pk)}


def _is_public(kind, record):
    """A record of a late kind is public when it is reference, or when the edition of something mentions it."""
    if kind.led_to_by is None or record.reference:
        return True
    key = mention_key(kind.name, record.pk)
    return any(KINDS[other].edition.objects.filter(keys__has_any=[key]).exists() for other in kind.led_to_by)


def _settled(kind, record):
    """Return the record and its Projection once everything that it names has an address."""
    projection = kind.project(record)
    given = False
    for other in LATE:
        pks = [pk for name, pk in projection.mentions if name == other]
        for named in KINDS[other].model.objects.filter(pk__in=pks, slug__startswith="draft-").order_by("pk"):
            give_address(other, named)
            given = True
    if given:
        record = kind.rows().get(pk=record.pk)
        projection = kind.project(record)
    return record, projection


def _remove(kind, pk):
    existed = kind.edition.objects.filter(pk=pk).exists()
    if existed and kind.name == "meeting":
        withdraw_meeting(pk)
    elif existed:
        kind.edition.objects.filter(pk=pk).delete()
    return existed


def _neighbours(name, pk, before):
    """Return the records whose public form asks for this one's state without being mentioned by it."""
    if name == "meeting":
        pairs = [
            ("agreement", a) for a in Step.objects.filter(meeting=pk).values_list("agreement", flat=True)
        ]
        pairs += [
            ("meeting", m) for m in Commitment.objects.filter(kept_by=pk).values_list("meeting", flat=True)
        ]
        kept = Agreement.objects.filter(keeps__meeting=pk).values_list("pk", flat=True)
        return set(pairs) | {("agreement", a) for a in kept}
    if name == "agreement":
        pairs = [
            ("meeting", m) for m in Step.objects.filter(agreement=pk).values_list("meeting", flat=True) if m
        ]
        pairs += [
            ("meeting", m)
            for m in Commitment.objects.filter(kept_by_agreements=pk).values_list("meeting", flat=True)
        ]
        pairs += [
            ("agreement", part) for part in Agreement.objects.filter(package=pk).values_list("pk", flat=True)
        ]
        package = Agreement.objects.filter(pk=pk).values_list("package", flat=True).first()
        pairs += [("agreement", package)] if package else []
        return set(pairs) | {item for item in before if item[0] in ("meeting", "agreement")}
    if name == "sphere":
        parents = Sphere.objects.filter(pk=pk).exclude(parent=None).values_list("parent", flat=True)
        return {("sphere", parent) for parent in parents} | {item for item in before if item[0] == "sphere"}
    if name == "country":
        linked = Country.objects.filter(Q(successors=pk) | Q(predecessors=pk)).values_list("pk", flat=True)
        return {("country", other) for other in linked} | {item for item in before if item[0] == "country"}
    return set()


def _mentioning(name, pk):
    key = mention_key(name, pk)
    found = set()
    for kind in KINDS.values():
        pks = kind.edition.objects.filter(keys__has_any=[key]).values_list("pk", flat=True)
        found |= {(kind.name, other) for other in pks}
    return found
