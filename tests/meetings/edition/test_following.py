"""The edition follows every act in the same transaction: whom a change reaches, and whom it must not."""

import pytest

from agreements.models import AgreementEdition, SphereEdition
from meetings import edition, edits, workflow
from meetings.models import (
    CommitmentEdition,
    EventEdition,
    MeetingEdition,
    OfficialEdition,
    PairEdition,
    QuoteEdition,
    SourceEdition,
)

from ...factories import (
    AgreementFactory,
    AttendanceFactory,
    ClaimFactory,
    CommitmentFactory,
    CountryFactory,
    CoverageFactory,
    DiscussionFactory,
    EventFactory,
    FigureFactory,
    MeetingFactory,
    OfficialFactory,
    ParticipationFactory,
    QuoteFactory,
    SignatureFactory,
    SourceFactory,
    SphereFactory,
    StepFactory,
    TenureFactory,
    agreement_of,
    country,
    meeting_between,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def proved(db):
    """Prove after each test that the stored edition equals one made from nothing."""
    yield
    assert edition.check() == []


def publish(record):
    return workflow.publish(workflow.submit(record))


def withdraw(record):
    return workflow.withdraw(record, note="in doubt")


def test_a_meeting_appears_when_it_is_published_and_goes_when_it_is_withdrawn():
    meeting = meeting_between()
    QuoteFactory(meeting=meeting)
    assert not MeetingEdition.objects.exists()
    publish(meeting)
    assert MeetingEdition.objects.get().slug == "2021-05-20-azerbaijan-russia"
    assert PairEdition.objects.get().slug == "azerbaijan/russia"
    withdraw(meeting)
    assert not any(rows.objects.exists() for rows in (MeetingEdition, QuoteEdition, PairEdition))


@pytest.mark.parametrize("state", ["draft", "in-review", "returned", "withdrawn"])
def test_a_meeting_in_any_other_state_is_not_in_the_edition(state):
    meeting = meeting_between()
    workflow.submit(meeting)
    if state == "returned":
        workflow.return_to_editor(meeting, note="more")
    if state == "withdrawn":
        withdraw(workflow.publish(meeting))
    meeting.save()
    assert not MeetingEdition.objects.exists()


def test_an_act_that_fails_leaves_the_edition_as_it_was():
    meeting = meeting_between(published=True, title="Before")
    with pytest.raises(RuntimeError):
        _fail_after_renaming(meeting)
    assert MeetingEdition.objects.get().title == "Before"


def _fail_after_renaming(meeting):
    with edits.edit():
        meeting.title = "After"
        meeting.save()
        raise RuntimeError


def test_renaming_an_official_reaches_everything_that_names_him():
    meeting = meeting_between(published=True)
    official = meeting.participations.first().official
    quote = QuoteFactory(meeting=meeting, speakers=[official])
    FigureFactory(meeting=meeting, claimed_by=[official])
    agreement = agreement_of("Azerbaijan", published=True)
    SignatureFactory(agreement=agreement, official=official, country=country("Azerbaijan"))
    official.name = "Əli Əsədov"
    official.save()
    assert "Əli Əsədov (Prime Minister, Azerbaijan)" in MeetingEdition.objects.get().row["participants"]
    assert QuoteEdition.objects.get(pk=quote.pk).row["speakers"] == ["Əli Əsədov"]
    assert "Əli Əsədov" in AgreementEdition.objects.get().row["signatories"][0]
    assert OfficialEdition.objects.get(pk=official.pk).title == "Əli Əsədov"


def test_renaming_a_country_reaches_meetings_pairs_officials_and_sources():
    source = SourceFactory(sides=[country("Azerbaijan")])
    meeting_between(published=True, sources=[source])
    renamed = country("Azerbaijan")
    renamed.name = "Azerbaijan Republic"
    renamed.save()
    assert MeetingEdition.objects.get().row["countries"][0] == "Azerbaijan Republic"
    assert PairEdition.objects.get().title == "Azerbaijan Republic and Russia"
    assert SourceEdition.objects.get().row["sides"] == ["Azerbaijan Republic"]
    assert OfficialEdition.objects.filter(row__contains="Azerbaijan Republic").exists()


def test_renaming_an_event_a_sphere_and_a_publisher_reaches_their_meeting():
    event, sphere = EventFactory(), SphereFactory()
    source = SourceFactory()
    meeting = meeting_between(published=True, event=event, sources=[source])
    DiscussionFactory(meeting=meeting, sphere=sphere, source=source)
    for record in (event, sphere, source.publisher):
        record.name = f"New {record._meta.verbose_name}"
        record.save()
    row = MeetingEdition.objects.get().row
    assert (row["event"], row["spheres_discussed"]) == ("New event", ["New sphere"])
    assert row["sources"][0].startswith("New publisher")


def test_moving_a_sphere_below_another_moves_the_keys_of_meetings():
    sphere, top = SphereFactory(), SphereFactory(slug="economy")
    meeting = meeting_between(published=True)
    DiscussionFactory(meeting=meeting, sphere=sphere)
    sphere.parent = top
    sphere.save()
    assert "discussed=economy" in MeetingEdition.objects.get().keys
    assert [sub["slug"] for sub in SphereEdition.objects.get(pk=top.pk).detail["subs"]] == [sphere.slug]
    sphere.parent = None
    sphere.save()
    assert "discussed=economy" not in MeetingEdition.objects.get().keys
    assert SphereEdition.objects.get(pk=top.pk).detail["subs"] == []


def test_an_official_named_by_a_published_meeting_is_public_and_stops_being_so():
    meeting = meeting_between()
    assert not OfficialEdition.objects.exists()
    publish(meeting)
    assert OfficialEdition.objects.count() == 2
    withdraw(meeting)
    assert not OfficialEdition.objects.exists()


def test_an_official_leaves_with_the_last_row_that_names_him():
    meeting = meeting_between("A", "B", "C", published=True)
    row = meeting.participations.last()
    row.delete()
    assert not OfficialEdition.objects.filter(pk=row.official_id).exists()


@pytest.mark.parametrize("factory", [OfficialFactory, EventFactory, SourceFactory])
def test_what_is_marked_reference_is_public_and_stops_being_so(factory):
    record = factory(reference=True)
    assert record._meta.model.objects.get().edition
    record.reference = False
    record.save()
    assert not record._meta.model.objects.filter(edition__isnull=False).exists()


@pytest.mark.parametrize(
    "cite",
    [
        lambda meeting, source: meeting.sources.add(source),
        lambda meeting, source: meeting.date_sources.add(source),
        lambda meeting, source: meeting.place_sources.add(source),
        lambda meeting, source: meeting.participations.first().sources.add(source),
        lambda meeting, source: QuoteFactory(meeting=meeting, sources=[source]),
        lambda meeting, source: FigureFactory(meeting=meeting, sources=[source]),
        lambda meeting, source: CommitmentFactory(meeting=meeting, sources=[source]),
        lambda meeting, source: DiscussionFactory(meeting=meeting, source=source),
        lambda meeting, source: ClaimFactory(conflict__meeting=meeting, source=source),
        lambda meeting, source: TenureFactory(
            official=meeting.participations.first().official, sources=[source]
        ),
        lambda meeting, source: StepFactory(
            agreement=agreement_of("A", published=True), meeting=meeting, sources=[source]
        ),
    ],
)
def test_a_source_of_any_fact_of_a_published_meeting_is_public_while_the_meeting_is(cite):
    meeting, source = meeting_between(), SourceFactory()
    cite(meeting, source)
    before = SourceEdition.objects.count()
    publish(meeting)
    assert SourceEdition.objects.get(pk=source.pk).slug.startswith("agency-")
    withdraw(meeting)
    assert SourceEdition.objects.count() == before


def test_an_event_brings_its_officials_and_their_sources_and_takes_them_away():
    event = EventFactory()
    official = AttendanceFactory(event=event).official
    TenureFactory(official=official, sources=[SourceFactory()])
    meeting = meeting_between(published=True, event=event)
    assert OfficialEdition.objects.filter(pk=official.pk).exists()
    assert SourceEdition.objects.count() == 2
    meeting.event = None
    meeting.save()
    assert not OfficialEdition.objects.filter(pk=official.pk).exists()
    assert SourceEdition.objects.get().record in meeting.sources.all()
    assert not EventEdition.objects.exists()


def test_a_commitment_kept_by_a_draft_is_open_until_the_draft_is_published():
    meeting, draft = meeting_between(published=True), meeting_between()
    CommitmentFactory(meeting=meeting, state="kept", kept_by=draft)
    shown = CommitmentEdition.objects.get
    assert (shown().row["state"], shown().row["kept_by"]) == ("open", [])
    publish(draft)
    assert (shown().row["state"], shown().row["kept_by"]) == ("kept", [draft.slug])
    withdraw(draft)
    assert (shown().row["state"], shown().row["kept_by"]) == ("open", [])
    assert "state=open" in shown().keys


def test_a_commitment_kept_by_a_draft_agreement_is_open_until_it_is_published():
    promise = CommitmentFactory(meeting=meeting_between(published=True), state="kept")
    agreement = agreement_of("A", keeps=[promise])
    assert CommitmentEdition.objects.get().row["state"] == "open"
    publish(agreement)
    assert CommitmentEdition.objects.get().row["kept_by"] == [agreement.slug]
    assert AgreementEdition.objects.get().detail["keeps"][0]["slug"] == promise.slug
    agreement.keeps.clear()
    assert CommitmentEdition.objects.get().row["kept_by"] == []


def test_an_agreement_counts_at_its_meeting_only_while_it_is_published():
    meeting = meeting_between(published=True)
    agreement = agreement_of("Azerbaijan", meeting=meeting, type="treaty", title="Customs accord")
    CoverageFactory(agreement=agreement, sphere=SphereFactory(name="Customs"))
    shown = MeetingEdition.objects.get
    assert (shown().row["agreements"], shown().row["spheres_signed"]) == ([], [])
    publish(agreement)
    assert (shown().row["agreements"], shown().row["spheres_signed"]) == (["Customs accord"], ["Customs"])
    assert {"has=agreements", "signed=customs", "sphere=customs", "agreement_type=treaty"} <= set(
        shown().keys
    )
    withdraw(agreement)
    assert shown().row["agreements"] == []
    assert not {"has=agreements", "signed=customs"} & set(shown().keys)


def test_a_step_that_moves_to_another_meeting_leaves_the_first():
    first, second = meeting_between(published=True), meeting_between(published=True)
    agreement = agreement_of("A", published=True, meeting=first)
    step = agreement.steps.get()
    StepFactory(agreement=agreement, kind="in-force")
    step.meeting = second
    step.save()
    assert MeetingEdition.objects.get(pk=first.pk).row["agreements"] == []
    assert MeetingEdition.objects.get(pk=second.pk).row["agreements"]
    step.delete()
    assert MeetingEdition.objects.get(pk=second.pk).row["agreements"] == []


def test_a_meeting_is_named_on_its_agreement_only_while_it_is_published():
    meeting = meeting_between()
    agreement_of("A", published=True, meeting=meeting)
    shown = AgreementEdition.objects.get
    assert shown().row["meetings"] == []
    publish(meeting)
    assert shown().row["meetings"] == [meeting.slug]
    withdraw(meeting)
    assert (shown().row["meetings"], shown().detail["steps"][0]["meeting"]) == ([], None)


def test_a_package_lists_its_published_documents_and_they_name_it_only_when_it_is_published():
    package = agreement_of("A", type="package")
    part = agreement_of("A", package=package, published=True)
    draft = agreement_of("A", package=package)
    assert part.edition.row["package"] is None
    publish(package)
    assert AgreementEdition.objects.get(pk=part.pk).row["package"] == package.slug
    assert AgreementEdition.objects.get(pk=package.pk).row["documents_listed"] == 1
    publish(draft)
    assert AgreementEdition.objects.get(pk=package.pk).row["documents_listed"] == 2
    withdraw(package)
    assert AgreementEdition.objects.get(pk=part.pk).row["package"] is None
    draft.refresh_from_db()
    draft.package = None
    draft.save()


def test_a_quote_that_moves_to_another_meeting_leaves_the_first():
    first, second = meeting_between(published=True), meeting_between(published=True, title="Second")
    quote = QuoteFactory(meeting=first)
    quote.meeting = second
    quote.save()
    assert MeetingEdition.objects.get(pk=first.pk).row["quote_count"] == 0
    assert QuoteEdition.objects.get().row["meeting_title"] == "Second"


def test_a_quote_that_moves_to_a_draft_is_gone():
    quote = QuoteFactory(meeting=meeting_between(published=True))
    quote.meeting = meeting_between()
    quote.save()
    assert not QuoteEdition.objects.exists()


def test_participations_repointed_to_one_official_take_the_other_out():
    kept = meeting_between(published=True).participations.first()
    row = meeting_between(published=True).participations.first()
    double = row.official
    row.official = kept.official
    row.save()
    assert not OfficialEdition.objects.filter(pk=double.pk).exists()
    assert MeetingEdition.objects.filter(keys__has_all=[f"official={kept.official.slug}"]).count() == 2


def test_predecessors_and_successors_name_each_other():
    old, new = CountryFactory(name="Soviet Union"), CountryFactory(name="Russia")
    new.predecessors.add(old)
    assert old.edition.row["successors"] == ["Russia"]
    new.name = "Russian Federation"
    new.save()
    old.refresh_from_db()
    assert old.edition.row["successors"] == ["Russian Federation"]
    new.predecessors.clear()
    old.refresh_from_db()
    assert old.edition.row["successors"] == []


def test_a_deleted_publisher_without_sources_is_gone():
    publisher = SourceFactory().publisher
    publisher.sources.get().delete()
    publisher.delete()
    assert edition.check() == []


def test_the_pair_counts_meetings_and_knows_the_first_and_last():
    meeting_between(published=True, date_start="2019-10-08")
    last = meeting_between(published=True, date_start="2021-05", date_precision="month")
    meeting_between(published=True, date_start=None, date_precision="unknown", date_basis="")
    pair = PairEdition.objects.get()
    assert (pair.meetings, pair.row["first_meeting"], pair.row["last_meeting"]) == (
        3,
        "2019-10-08",
        "2021-05",
    )
    withdraw(last)
    pair.refresh_from_db()
    assert (pair.meetings, pair.row["last_meeting"]) == (2, "2019-10-08")


def test_the_pair_knows_no_day_that_its_meeting_does_not():
    meeting_between(published=True, date_start="2021-05-12", date_end="2021-05-31", date_precision="within")
    row = PairEdition.objects.get().row
    for which in ("first_meeting", "last_meeting"):
        date = (row[which], row[f"{which}_end"], row[f"{which}_precision"])
        assert date == ("2021-05-12", "2021-05-31", "within")


def test_an_observer_makes_no_pair():
    meeting = meeting_between(published=True)
    ParticipationFactory(meeting=meeting, country=country("Turkey"), role="observer")
    assert PairEdition.objects.get().slug == "azerbaijan/russia"


def test_a_bare_draft_and_a_bare_agreement_leave_no_trace():
    MeetingFactory(sources=[SourceFactory()])
    AgreementFactory()
    assert not any(rows.objects.exists() for rows in (MeetingEdition, AgreementEdition, SourceEdition))
