"""Proves that the stored edition equals a projection from scratch."""

from itertools import combinations

from ..models import Country, EditionParty, PairEdition
from .kinds import KINDS
from .meeting import party_rows, sources_of, steps_at
from .pairs import project_pair
from .parts import project_parts
from .projection import digest_of, fingerprint_of
from .store import PART_EDITIONS

SKIPPED = ("search",)


def check():
    """Return a list of sentences, one for each row that is missing, left over or different; empty when all is well.

    Reads records only; what is public is found anew, not asked of the stored rows.
    """
    faults, reached, pairs = [], set(), set()
    for kind in KINDS.values():
        expected = set()
        for record in kind.rows().iterator(chunk_size=200):
            if kind.led_to_by is not None and not record.reference and (kind.name, record.pk) not in reached:
                continue
            projection = kind.project(record)
            reached |= projection.mentions
            expected.add(record.pk)
            faults += _compare(kind.name, kind.edition, record, projection)
            if kind.name == "meeting":
                faults += _check_parts(record, projection)
                pairs |= _pairs_of(record)
        extra = kind.edition.objects.exclude(pk__in=expected) if expected else kind.edition.objects.all()
        faults += [f"{kind.name} {row.slug}: is in the edition but not public" for row in extra]
    return faults + _check_pairs(pairs)


def _compare(name, edition, record, projection):
    columns = projection.columns()
    stored = edition.objects.filter(pk=record.pk).first()
    if stored is None:
        return [f"{name} {record.slug}: missing"]
    wrong = [
        column for column in columns if column not in SKIPPED and getattr(stored, column) != columns[column]
    ]
    if stored.slug != record.slug:
        wrong.append("slug")
    for column, sum_of in (("digest", digest_of), ("fingerprint", fingerprint_of)):
        if getattr(stored, column) != sum_of(record.slug, columns):
            wrong.append(column)
    if not edition.objects.filter(pk=record.pk, search=columns["search"]).exists():
        wrong.append("search")
    return [f"{name} {record.slug}: {', '.join(wrong)}"] if wrong else []


def _check_parts(meeting, projection):
    faults, expected = [], {edition: set() for edition in PART_EDITIONS}
    for edition, fact, part in project_parts(meeting, projection, sources_of(meeting, steps_at(meeting))):
        expected[edition].add(fact.pk)
        faults += _compare(type(fact)._meta.verbose_name, edition, fact, part)
    for edition, pks in expected.items():
        stored = edition.objects.filter(meeting_id=meeting.pk)
        faults += [f"{row._meta.verbose_name} {row.slug}: left over" for row in stored if row.pk not in pks]
    parties = set(EditionParty.objects.filter(meeting_id=meeting.pk).values_list("country", "rank", "hosts"))
    if parties != {(country.pk, str(rank), hosts) for country, rank, hosts in party_rows(meeting)}:
        faults.append(f"meeting {meeting.slug}: parties")
    return faults


def _pairs_of(meeting):
    if meeting.occurrence != meeting.Occurrence.HELD:
        return set()
    slugs = sorted((country.slug, country.pk) for country in meeting.parties())
    return {(first, second) for (_, first), (_, second) in combinations(slugs, 2)}


def _check_pairs(expected):
    countries = Country.objects.in_bulk()
    stored = {(pair.first_id, pair.second_id): pair for pair in PairEdition.objects.all()}
    faults = [f"pair {stored[pair].slug}: left over" for pair in stored.keys() - expected]
    for first, second in expected:
        columns = project_pair(countries[first], countries[second])
        pair = stored.get((first, second))
        if pair is None:
            faults.append(f"pair {countries[first].slug}/{countries[second].slug}: missing")
        elif columns is None or not _same(pair, columns):
            faults.append(f"pair {pair.slug}: differs")
    return faults


def _same(pair, columns):
    plain = {name: value for name, value in columns.items() if name not in SKIPPED}
    searched = type(pair).objects.filter(pk=pair.pk, search=columns["search"])
    return all(getattr(pair, name) == value for name, value in plain.items()) and searched.exists()
