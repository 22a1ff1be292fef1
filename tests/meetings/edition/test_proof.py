"""The stored edition equals a projection from scratch after whatever was done to the records; a fault is found."""

import random

import pytest
from django.core.management import CommandError, call_command
from django.db.models import ProtectedError

from agreements.models import Agreement, AgreementEdition, Sphere
from meetings import edition, edits, workflow
from meetings.models import (
    Commitment,
    Country,
    EditionParty,
    Meeting,
    MeetingEdition,
    Official,
    PairEdition,
    Participation,
    Quote,
    QuoteEdition,
)
from meetings.publication import Publication
from tests import seed
from tests.factories import (
    AgreementFactory,
    CommitmentFactory,
    CountryFactory,
    CoverageFactory,
    DiscussionFactory,
    EventFactory,
    FigureFactory,
    MeetingFactory,
    OfficialFactory,
    ParticipationFactory,
    PartyFactory,
    QuoteFactory,
    SignatureFactory,
    SourceFactory,
    SphereFactory,
    StepFactory,
)

pytestmark = pytest.mark.django_db

EDITS = 1000


class World:
    """A small world in which anything is done to anything, by one seeded chance."""

    def __init__(self, chance):
        self.chance = chance
        self.countries = [CountryFactory() for _ in range(4)]
        self.officials = [OfficialFactory() for _ in range(5)]
        self.spheres = [SphereFactory() for _ in range(3)]
        self.events = [EventFactory() for _ in range(2)]
        self.sources = [SourceFactory() for _ in range(4)]

    def any(self, model):
        """Return a record of a model by chance, or None."""
        return self.chance.choice(list(model.objects.order_by("pk")) or [None])

    def some(self, records):
        """Return a few of some records."""
        return self.chance.sample(records, self.chance.randint(0, min(2, len(records))))

    def new_meeting(self):
        meeting = MeetingFactory(
            event=self.chance.choice([None, *self.events]), sources=self.some(self.sources)
        )
        for country in self.chance.sample(self.countries, 2):
            ParticipationFactory(
                meeting=meeting, country=country, official=self.chance.choice(self.officials)
            )

    def new_agreement(self):
        agreement = AgreementFactory(package=None, sources=self.some(self.sources))
        for country in self.some(self.countries):
            PartyFactory(agreement=agreement, country=country)
        StepFactory(agreement=agreement, meeting=self.any(Meeting))

    def new_fact(self):
        if (meeting := self.any(Meeting)) is None:
            return
        people, chosen = self.some(self.officials), self.some(self.sources)
        makers = (
            lambda: QuoteFactory(meeting=meeting, speakers=people, sources=chosen),
            lambda: FigureFactory(meeting=meeting, claimed_by=people, countries=self.some(self.countries)),
            lambda: CommitmentFactory(
                meeting=meeting, by_officials=people, event=self.chance.choice(self.events)
            ),
            lambda: DiscussionFactory(meeting=meeting, sphere=self.chance.choice(self.spheres)),
        )
        self.chance.choice(makers)()

    def new_part_of_agreement(self):
        if (agreement := self.any(Agreement)) is None:
            return
        makers = (
            lambda: CoverageFactory(agreement=agreement, sphere=self.chance.choice(self.spheres)),
            lambda: SignatureFactory(agreement=agreement, official=self.chance.choice(self.officials)),
            lambda: StepFactory(agreement=agreement, meeting=self.any(Meeting)),
        )
        self.chance.choice(makers)()

    def rename(self):
        record = self.any(self.chance.choice([Official, Country, Sphere]))
        record.name = f"{record.name[:20]} {self.chance.randint(0, 99)}"
        record.save()

    def retitle(self):
        if meeting := self.any(Meeting):
            meeting.title = f"Meeting {self.chance.randint(0, 99)}"
            meeting.save()

    def move_participation(self):
        if row := self.any(Participation):
            row.country = self.chance.choice(self.countries)
            row.official, row.role = None, self.chance.choice(["participant", "witness", "host"])
            row.save()

    def keep(self):
        if promise := self.any(Commitment):
            promise.state, promise.kept_by = "kept", self.any(Meeting)
            promise.save()

    def refer(self):
        record = self.any(self.chance.choice([Official, type(self.events[0]), type(self.sources[0])]))
        record.reference = not record.reference
        record.save()

    def erase(self):
        if fact := self.any(self.chance.choice([Quote, Participation, Commitment])):
            try:
                fact.delete()
            except ProtectedError:
                return

    def publish_or_withdraw(self):
        record = self.any(self.chance.choice([Meeting, Meeting, Agreement]))
        if record is None:
            return
        try:
            if record.publication == Publication.PUBLISHED:
                if self.chance.random() < 0.3:
                    workflow.withdraw(record, note="by chance")
            else:
                if record.publication in (Publication.DRAFT, Publication.RETURNED):
                    workflow.submit(record)
                workflow.publish(record)
        except workflow.Refused:
            return

    def step(self):
        """Do one thing."""
        acts = [self.new_fact, self.new_part_of_agreement, self.rename, self.retitle, self.move_participation]
        acts += [
            self.keep,
            self.refer,
            self.new_fact,
            self.erase,
            self.publish_or_withdraw,
            self.publish_or_withdraw,
        ]
        if Meeting.objects.count() < 8:
            acts.append(self.new_meeting)
        if Agreement.objects.count() < 5:
            acts.append(self.new_agreement)
        self.chance.choice(acts)()


def test_a_thousand_edits_by_chance_leave_an_edition_that_equals_the_records():
    world = World(random.Random(20210520))
    public = []
    for number in range(1, EDITS + 1):
        world.step()
        if number % 50 == 0:
            assert edition.check() == [], number
            public.append((MeetingEdition.objects.count(), AgreementEdition.objects.count()))
    # Chance did reach the public, again and again, and took back what it had published.
    assert len({meetings for meetings, _ in public}) > 3
    assert max(agreements for _, agreements in public) > 1
    assert edits.Edit.objects.count() > EDITS / 2


@pytest.fixture
def published():
    """Publish the seed meeting with its agreements."""
    seed.load_reference()
    return seed.publish_seed()


def change(model, **columns):
    def plant():
        model.objects.filter(pk=model.objects.first().pk).update(**columns)

    return plant


def drop(model):
    def plant():
        model.objects.first().delete()

    return plant


FAULTS = {
    "a row": change(MeetingEdition, row={}),
    "a detail": change(QuoteEdition, detail={}),
    "keys": change(MeetingEdition, keys=["country=nowhere"]),
    "words": change(AgreementEdition, search=[["planted"]]),
    "a day": change(MeetingEdition, earliest="1999-01-01"),
    "a title": change(AgreementEdition, title="planted"),
    "a missing quote": drop(QuoteEdition),
    "a missing agreement": drop(AgreementEdition),
    "a party": drop(EditionParty),
    "a rank": change(EditionParty, rank="minister"),
    "a pair": change(PairEdition, meetings=7),
    "a missing pair": drop(PairEdition),
    "one that is not public": lambda: Meeting.objects.update(publication="draft"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_planted_fault_is_found_and_a_rebuild_mends_it(published, fault, capsys):
    assert edition.check() == []
    FAULTS[fault]()
    assert edition.check() != []
    with pytest.raises(CommandError, match="differ from the records"):
        call_command("rebuild_edition", "--check")
    call_command("rebuild_edition")
    assert edition.check() == []
    call_command("rebuild_edition", "--check")
    assert "equals the records" in capsys.readouterr().out
