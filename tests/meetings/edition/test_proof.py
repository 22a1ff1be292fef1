"""`check` finds every kind of fault planted into the stored edition, and `rebuild` mends it."""

import pytest

from meetings import edition, edits
from meetings.models import (
    EditionParty,
    MeetingEdition,
    OfficialEdition,
    PairEdition,
    QuoteEdition,
    SourceEdition,
)

from ...factories import OfficialFactory, QuoteFactory, SourceFactory, country, meeting_between
from .world import EDITIONS, public_world, snapshot

pytestmark = pytest.mark.django_db


def rebuild():
    with edits.edit():
        return edition.rebuild()


def altered(model, **columns):
    return lambda: model.objects.update(**columns)


def without(model):
    return lambda: model.objects.all().delete()


def copied(row, **changes):
    """Store a public row of another record as if that had been projected."""
    for name, value in changes.items():
        setattr(row, name, value)
    row.save(force_insert=True)


def official_who_is_not_public():
    row = OfficialEdition.objects.first()
    copied(row, pk=OfficialFactory().pk, slug="nobody", keys=[])


def source_that_nothing_cites():
    copied(SourceEdition.objects.first(), pk=SourceFactory().pk, slug="unread", keys=[])


def meeting_that_is_a_draft():
    copied(MeetingEdition.objects.first(), pk=meeting_between("A", "B").pk, slug="too-early", keys=[])


def quote_of_another_meeting():
    quote = QuoteFactory(meeting=meeting_between("A", "B"))
    copied(QuoteEdition.objects.first(), pk=quote.pk, slug="misplaced", keys=[])


def pair_that_never_met():
    pair = PairEdition.objects.first()
    copied(pair, pk=None, first=country("C"), second=country("D"), slug="c/d")


def party_that_was_not_there():
    EditionParty.objects.create(
        meeting=MeetingEdition.objects.first(), country=country("C"), rank="unknown", hosts=False
    )


FAULTS = [
    pytest.param(altered(MeetingEdition, slug="elsewhere"), "slug", id="slug"),
    pytest.param(altered(MeetingEdition, title="Other"), "title", id="title"),
    pytest.param(altered(MeetingEdition, detail={}), "detail", id="detail"),
    pytest.param(altered(MeetingEdition, earliest=None), "earliest", id="date"),
    pytest.param(altered(MeetingEdition, digest="0"), "digest", id="digest"),
    pytest.param(altered(MeetingEdition, fingerprint="0"), "fingerprint", id="fingerprint"),
    pytest.param(
        official_who_is_not_public, "nobody: is in the edition but not public", id="left over: official"
    ),
    pytest.param(
        source_that_nothing_cites, "unread: is in the edition but not public", id="left over: source"
    ),
    pytest.param(
        meeting_that_is_a_draft, "too-early: is in the edition but not public", id="left over: meeting"
    ),
    pytest.param(quote_of_another_meeting, "misplaced: left over", id="left over: quote"),
    pytest.param(without(EditionParty), "parties", id="parties: missing"),
    pytest.param(altered(EditionParty, rank="minister"), "parties", id="parties: rank"),
    pytest.param(party_that_was_not_there, "parties", id="parties: left over"),
    pytest.param(without(PairEdition), "pair azerbaijan/russia: missing", id="pair: missing"),
    pytest.param(altered(PairEdition, meetings=7), "differs", id="pair: count"),
    pytest.param(altered(PairEdition, search=[["x"]]), "differs", id="pair: words"),
    pytest.param(altered(PairEdition, row={}), "differs", id="pair: row"),
    pytest.param(pair_that_never_met, "pair c/d: left over", id="pair: left over"),
]


@pytest.mark.parametrize(("plant", "words"), FAULTS)
def test_check_finds_a_planted_fault_and_rebuilding_mends_it(plant, words):
    public_world()
    assert edition.check() == []
    plant()
    assert any(words in fault for fault in edition.check())
    rebuild()
    assert edition.check() == []


@pytest.mark.parametrize(
    ("plant", "words"),
    [
        (lambda model: model.objects.update(row={"slug": "other"}), "row"),
        (lambda model: model.objects.update(keys=["a=b"]), "keys"),
        (lambda model: model.objects.update(search=[["x"]]), "search"),
        (lambda model: model.objects.all().delete(), "missing"),
    ],
    ids=["row", "keys", "search", "missing"],
)
def test_check_finds_a_fault_in_the_rows_of_every_kind_and_rebuilding_mends_it(plant, words):
    public_world()
    rows = {f"{model.__name__[:-7].lower()} {row.slug}" for model in EDITIONS for row in model.objects.all()}
    for model in EDITIONS:
        plant(model)
    found = {fault for fault in edition.check() if fault.endswith(f": {words}")}
    assert {f"{row}: {words}" for row in rows} <= found
    rebuild()
    assert edition.check() == []


def test_rebuilding_an_emptied_edition_gives_the_same():
    public_world()
    before = snapshot(times=False)
    for model in (*EDITIONS, PairEdition):
        model.objects.all().delete()
    rebuild()
    assert snapshot(times=False) == before


def test_rebuilding_what_is_right_changes_nothing_not_even_a_time():
    public_world()
    before = snapshot()
    rebuild()
    assert snapshot() == before


def test_rebuilding_counts_what_it_made():
    public_world()
    counts = rebuild()
    assert (counts["meeting"], counts["official"], counts["agreement"]) == (1, 3, 1)
