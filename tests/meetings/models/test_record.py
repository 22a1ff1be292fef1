"""What every record does: numbers that are never given twice, addresses that never change, facts that stay."""

import pytest
from django.db.models import ProtectedError

from meetings.models import Country, Meeting, Official, Participation, Quote, QuoteEdition, Source, Tenure

from ...factories import (
    AgreementFactory,
    ClaimFactory,
    CommitmentFactory,
    CountryFactory,
    DiscussionFactory,
    EventFactory,
    FigureFactory,
    MeetingFactory,
    OfficialFactory,
    ParticipationFactory,
    PartyFactory,
    PublisherFactory,
    QuoteFactory,
    SignatureFactory,
    SourceFactory,
    SphereFactory,
    StepFactory,
    TenureFactory,
    agreement_of,
    meeting_between,
)

pytestmark = pytest.mark.django_db


def test_parts_of_all_kinds_share_the_numbers_of_their_record():
    meeting = MeetingFactory()
    facts = [QuoteFactory(meeting=meeting), FigureFactory(meeting=meeting), QuoteFactory(meeting=meeting)]
    assert [fact.number for fact in facts] == [1, 2, 3]


def test_the_number_of_a_deleted_part_is_never_given_again():
    meeting = MeetingFactory()
    QuoteFactory(meeting=meeting).delete()
    meeting.save()
    Meeting.objects.get().save()
    assert QuoteFactory(meeting=meeting).number == 2


def test_an_old_copy_of_the_record_does_not_turn_its_numbers_back():
    meeting, old = MeetingFactory(), Meeting.objects.get()
    QuoteFactory(meeting=meeting)
    old.save()
    assert QuoteFactory(meeting=Meeting.objects.get()).number == 2


def test_a_part_keeps_its_number_when_it_is_saved_again():
    quote = QuoteFactory()
    quote.text = "Otherwise"
    quote.save()
    assert Quote.objects.get().number == 1


def test_a_part_that_moves_may_take_the_number_of_one_that_it_leaves():
    first, second = MeetingFactory(), MeetingFactory()
    moving = QuoteFactory(meeting=first)
    QuoteFactory(meeting=first)
    QuoteFactory(meeting=second)
    moving.meeting = second
    moving.save()
    assert list(second.quotes.values_list("number", flat=True)) == [1, 2]


def test_a_part_that_moves_takes_a_number_of_the_other_record_and_both_move_on():
    quote, other = QuoteFactory(), QuoteFactory().meeting
    before = {record.pk: record.version for record in Meeting.objects.all()}
    quote.meeting = other
    quote.save()
    assert Quote.objects.get(pk=quote.pk).number == quote.number == 2
    assert {record.pk: record.version - 1 for record in Meeting.objects.all()} == before


def test_a_claim_is_numbered_within_its_conflict_and_belongs_to_the_meeting():
    claim = ClaimFactory()
    assert claim.root() == claim.conflict.meeting


def test_a_draft_has_an_address_that_tells_nothing():
    meeting = meeting_between("Azerbaijan", "Russia", title="Asadov and Mishustin meet")
    assert meeting.slug.startswith("draft-")
    assert not any(word in meeting.slug for word in ("asadov", "azerbaijan", "2021"))
    assert meeting.first_public_at is None


def test_the_facts_of_a_meeting_have_short_addresses_of_their_own():
    slugs = {QuoteFactory().slug, FigureFactory().slug, CommitmentFactory().slug}
    assert len(slugs) == 3
    assert all(len(slug) == 8 and not set(slug) & set("aeiou01l") for slug in slugs)


def test_deleting_a_draft_takes_its_own_parts_along_and_nothing_else():
    row = ParticipationFactory()
    QuoteFactory(meeting=row.meeting, speakers=[row.official], sources=[SourceFactory()])
    ClaimFactory(conflict__meeting=row.meeting)
    row.meeting.delete()
    assert not any(model.objects.exists() for model in (Meeting, Participation, Quote))
    assert Official.objects.count() == Country.objects.count() == 1
    assert Source.objects.count() == 2


def test_deleting_a_draft_official_takes_tenures_along():
    TenureFactory().official.delete()
    assert not Tenure.objects.exists()


POINTING = [
    ("participation.country", lambda: ParticipationFactory().country),
    ("participation.official", lambda: ParticipationFactory().official),
    ("tenure.country", lambda: TenureFactory().country),
    (
        "meeting.host_country",
        lambda: MeetingFactory(place_basis="stated", host_country=CountryFactory()).host_country,
    ),
    ("meeting.event", lambda: MeetingFactory(event=EventFactory()).event),
    ("meeting.sources", lambda: _named(MeetingFactory, "sources", SourceFactory())),
    ("meeting.date_sources", lambda: _named(MeetingFactory, "date_sources", SourceFactory())),
    ("quote.speakers", lambda: _named(QuoteFactory, "speakers", OfficialFactory())),
    ("quote.sources", lambda: _named(QuoteFactory, "sources", SourceFactory())),
    ("tenure.sources", lambda: _named(TenureFactory, "sources", SourceFactory())),
    ("figure.countries", lambda: _named(FigureFactory, "countries", CountryFactory())),
    ("figure.claimed_by", lambda: _named(FigureFactory, "claimed_by", OfficialFactory())),
    ("commitment.by_officials", lambda: _named(CommitmentFactory, "by_officials", OfficialFactory())),
    ("commitment.to_countries", lambda: _named(CommitmentFactory, "to_countries", CountryFactory())),
    ("commitment.event", lambda: CommitmentFactory(event=EventFactory()).event),
    ("commitment.kept_by", lambda: CommitmentFactory(state="kept", kept_by=MeetingFactory()).kept_by),
    ("claim.source", lambda: ClaimFactory().source),
    ("discussion.sphere", lambda: DiscussionFactory().sphere),
    ("discussion.about", lambda: _named(DiscussionFactory, "about", CountryFactory())),
    ("step.meeting", lambda: StepFactory(meeting=MeetingFactory()).meeting),
    ("party.country", lambda: PartyFactory().country),
    ("signature.official", lambda: SignatureFactory().official),
    ("agreement.package", lambda: AgreementFactory(package=AgreementFactory(type="package")).package),
    ("agreement.keeps", lambda: _named(AgreementFactory, "keeps", CommitmentFactory())),
    ("agreement.keeps, meeting", lambda: _named(AgreementFactory, "keeps", CommitmentFactory()).meeting),
    ("source.publisher", lambda: SourceFactory().publisher),
    ("source.sides", lambda: _named(SourceFactory, "sides", CountryFactory())),
    ("publisher.country", lambda: PublisherFactory(country=CountryFactory()).country),
    ("sphere.parent", lambda: SphereFactory(parent=SphereFactory()).parent),
    ("country.predecessors", lambda: _named(CountryFactory, "predecessors", CountryFactory())),
]


def _named(factory, field, other):
    factory(**{field: [other]})
    return other


@pytest.mark.parametrize(
    ("field", "make"), POINTING, ids=lambda value: value if isinstance(value, str) else ""
)
def test_what_another_record_points_to_cannot_be_deleted(field, make):
    record = make()
    with pytest.raises(ProtectedError):
        record.delete()
    assert type(record).objects.filter(pk=record.pk).exists()


@pytest.mark.parametrize(
    "make",
    [lambda: meeting_between(published=True), lambda: agreement_of("A", published=True)],
    ids=["meeting", "agreement"],
)
def test_what_was_public_cannot_be_deleted_even_by_a_copy_from_before(make):
    record = make()
    record.first_public_at = None
    with pytest.raises(ProtectedError):
        record.delete()


def test_an_official_marked_reference_was_public_and_cannot_be_deleted():
    official = OfficialFactory(reference=True)
    with pytest.raises(ProtectedError):
        official.delete()


def test_a_part_of_a_published_meeting_can_be_deleted():
    meeting = meeting_between(published=True)
    QuoteFactory(meeting=meeting).delete()
    assert not QuoteEdition.objects.exists()
    assert meeting.edition.row["quote_count"] == 0
