"""Merging is one Edit that loses nothing: facts, names, addresses and history are all there afterwards."""

import pytest
from django.test import Client

from agreements.models import Signature
from meetings import edition, edits
from meetings.edits import Edit, StaleSave
from meetings.interchange.merging import merge, plan_of
from meetings.models import (
    Merge,
    Official,
    OfficialEdition,
    Participation,
    Quote,
    QuoteEdition,
    Rank,
    Redirect,
    Tenure,
)
from meetings.workflow import Refused
from tests.factories import (
    AttendanceFactory,
    CommitmentFactory,
    CountryFactory,
    FigureFactory,
    OfficialFactory,
    ParticipationFactory,
    QuoteFactory,
    SignatureFactory,
    SourceFactory,
    TenureFactory,
    meeting_between,
)

pytestmark = pytest.mark.django_db


def at(meeting, official, **fields):
    """Let an official take part in a meeting, for Azerbaijan unless told otherwise."""
    country = fields.pop("country", None) or meeting.participations.first().country
    return ParticipationFactory(meeting=meeting, official=official, country=country, **fields)


@pytest.fixture
def two():
    """Two records of one man, each with facts of its own, one in the other's meeting, both public."""
    kept = OfficialFactory(name="Ali Asadov", wikidata="Q1")
    gone = OfficialFactory(name="Əli Əsədov", aliases=["Ali Asadow"], born="1956-11-30")
    with edits.edit():
        shared = meeting_between(published=True, title="Both records here")
        at(shared, kept, post="", rank=Rank.UNKNOWN)
        at(shared, gone, post="Prime Minister", sources=[SourceFactory()])
        alone = meeting_between(published=True, title="The other alone")
        at(alone, gone)
        quote = QuoteFactory(meeting=alone, speakers=[gone], text="Trade grows.")
        QuoteFactory(meeting=shared, speakers=[kept], text="Same words.")
        QuoteFactory(meeting=shared, speakers=[gone], text="Same words.", original="Eyni sözlər.")
        FigureFactory(meeting=alone, claimed_by=[gone, kept])
        CommitmentFactory(meeting=alone, by_officials=[gone], to_officials=[gone])
        SignatureFactory(official=gone)
        AttendanceFactory(official=gone)
    kept.refresh_from_db()
    gone.refresh_from_db()
    return kept, gone, quote


def test_merging_officials_leads_every_fact_to_the_survivor(two, client: Client):
    kept, gone, quote = two
    old, alias = gone.slug, "Əli Əsədov"
    folded = Quote.objects.get(original="Eyni sözlər.").slug
    first_public = QuoteEdition.objects.get(pk=quote.pk).first_public_at
    before = Edit.objects.count()
    survivor = merge(kept, gone, note="One man", choices={f"meetings.official-{gone.pk}-name": "kept"})
    edit = Edit.objects.get(kind="merge")
    assert Edit.objects.count() == before + 1
    assert edit.note == "Merged “Əli Əsədov” into “Ali Asadov”. One man"
    assert (survivor.name, survivor.born, survivor.wikidata) == ("Ali Asadov", "1956-11-30", "Q1")
    assert survivor.aliases == ["Ali Asadow", alias]
    assert survivor.version == kept.version + 1
    assert not Official.objects.filter(pk=gone.pk).exists()
    here = Participation.objects.get(meeting__title="Both records here", official=survivor)
    assert (here.post, here.rank, here.sources.count()) == ("Prime Minister", "head-of-government", 1)
    assert Quote.objects.get(text="Same words.").original == "Eyni sözlər."
    assert set(survivor.quotes.values_list("text", flat=True)) == {"Same words.", "Trade grows."}
    assert survivor.figures.get().claimed_by.count() == 1
    assert survivor.commitments_made.get() == survivor.commitments_received.get()
    assert Signature.objects.get().official == survivor
    assert survivor.attendances.count() == 1
    assert edition.check() == []
    assert QuoteEdition.objects.get(pk=quote.pk).first_public_at == first_public
    assert client.get(f"/officials/{old}/").status_code == 301
    assert client.get(f"/officials/{old}/")["Location"] == f"/officials/{survivor.slug}/"
    assert client.get(f"/api/v1/officials/{old}/").status_code == 308
    assert client.get(f"/quotes/{folded}/")["Location"].startswith("/quotes/")
    assert "Trade grows." in client.get(f"/quotes/?official={old}").content.decode()
    moved = quote.history.filter(edit=edit).latest()
    assert moved.speakers.get().official == survivor
    assert Official.history.filter(id=gone.pk, edit=edit).get().history_type == "-"
    assert Merge.objects.heir(Official, gone.pk) == survivor.pk
    assert set(OfficialEdition.objects.filter(slug=survivor.slug).values_list("title", flat=True)) == {
        "Ali Asadov"
    }


def test_addresses_of_earlier_merges_lead_to_the_last_survivor(client):
    people = [OfficialFactory(name=f"Person {name}", reference=True) for name in "ABC"]
    for person in people:
        person.refresh_from_db()
    first, second, third = people
    names = {f"meetings.official-{person.pk}-name": "gone" for person in people}
    merge(second, first, choices=names)
    merge(third, second, choices=names)
    assert dict(Redirect.objects.values_list("old_slug", "target_slug")) == {
        "person-a": "person-c",
        "person-b": "person-c",
    }
    assert Merge.objects.heir(Official, first.pk) == third.pk
    last = Official.objects.get()
    assert (last.name, last.aliases) == ("Person A", ["Person B", "Person C"])


def test_tenures_that_are_one_fact_fold_and_others_move():
    kept, gone = OfficialFactory(name="A B"), OfficialFactory(name="A B")
    country, sources = CountryFactory(), [SourceFactory(), SourceFactory()]
    same = {"country": country, "post": "Prime Minister", "start": "2019-10-08"}
    TenureFactory(official=kept, sources=sources[:1], **same)
    TenureFactory(official=gone, sources=sources, end="2024", **same)
    TenureFactory(official=gone, country=country, post="Minister", rank=Rank.MINISTER)
    plan = plan_of(kept, gone)
    assert next(line for moving in plan.fusion.movings for line in moving.lines()) == ("Tenures", 1, 1, 1)
    merge(kept, gone)
    held = Tenure.objects.get(post="Prime Minister")
    assert (held.end, held.sources.count()) == ("2024", 2)
    assert [tenure.number for tenure in kept.tenures.all()] == [1, 2]


def test_what_differs_is_chosen_or_nothing_is_merged():
    kept, gone = OfficialFactory(name="A B", born="1950"), OfficialFactory(name="A B", born="1951")
    with edits.edit():
        meeting = meeting_between()
        at(meeting, kept, post="Minister", rank=Rank.MINISTER)
        row = at(meeting, gone, post="Adviser", rank=Rank.OTHER_OFFICIAL)
    names = [item.name for item in plan_of(kept, gone).differences()]
    assert names == [f"meetings.participation-{row.pk}-post", f"meetings.official-{gone.pk}-born"]
    for choices in ({}, {names[0]: "gone"}, dict.fromkeys(names, "both"), dict.fromkeys(names, "x")):
        with pytest.raises(Refused, match="not chosen"):
            merge(kept, gone, choices=choices)
    assert Official.objects.filter(pk=gone.pk).exists()
    merge(kept, gone, choices={names[0]: "gone", names[1]: "kept"})
    row = Participation.objects.get(official=kept)
    assert (row.post, row.rank, row.official.born) == ("Adviser", "other-official", "1950")


def test_a_stale_preview_is_refused():
    kept, gone = OfficialFactory(name="A B"), OfficialFactory(name="A B")
    seen = (kept.version, gone.version)
    gone.native_name = "Ə"
    gone.save()
    with pytest.raises(StaleSave):
        merge(kept, gone, seen=seen)
    assert Official.objects.count() == 2
    gone.refresh_from_db()
    merge(kept, gone, seen=(kept.version, gone.version))
    with pytest.raises(StaleSave):
        merge(kept, gone, seen=(kept.version, gone.version))


@pytest.mark.parametrize("other", ["itself", "another kind"])
def test_what_is_no_pair_is_refused(other):
    kept = OfficialFactory()
    with pytest.raises(ValueError, match="of one kind"):
        plan_of(kept, kept if other == "itself" else SourceFactory())
