"""Each kind of record is merged with all that leads to it; what belongs to two of them apart is refused."""

import pytest

from agreements.models import Agreement, Coverage, Discussion, Party, Step
from meetings import edition, edits
from meetings.interchange.merging import merge, plan_of, survivor_first
from meetings.models import (
    Claim,
    Commitment,
    Event,
    EventEdition,
    Meeting,
    MeetingEdition,
    PairEdition,
    Publisher,
    Quote,
    QuoteEdition,
    Redirect,
    Source,
)
from meetings.workflow import Refused
from tests.factories import (
    AttendanceFactory,
    ClaimFactory,
    CommitmentFactory,
    ConflictFactory,
    CoverageFactory,
    DiscussionFactory,
    EventFactory,
    FigureFactory,
    PublisherFactory,
    QuoteFactory,
    SourceFactory,
    SphereFactory,
    StepFactory,
    agreement_of,
    country,
    meeting_between,
)

pytestmark = pytest.mark.django_db


def choose(kept, gone, option="kept", **others):
    """Return a choice for everything in which two records differ."""
    named = {item.name: option for item in plan_of(kept, gone).differences()}
    return named | {f"{gone._meta.label_lower}-{gone.pk}-{name}": value for name, value in others.items()}


def test_publishers_move_their_sources_and_keep_their_names():
    kept, gone = (
        PublisherFactory(name="Trend"),
        PublisherFactory(name="Тренд", slug="trend-ru", aliases=["T"]),
    )
    with edits.edit():
        source = SourceFactory(publisher=gone)
        meeting_between(published=True, sources=[source])
    assert [item.unit.label for item in plan_of(kept, gone).differences()] == ["Name"]
    merge(kept, gone, choices=choose(kept, gone))
    kept.refresh_from_db()
    assert (kept.aliases, source.history.latest().publisher_id) == (["T", "Тренд"], kept.pk)
    assert MeetingEdition.objects.filter(keys__has_all=["publisher=trend"]).exists()
    assert Redirect.objects.get().target_slug == "trend"
    assert edition.check() == []
    assert Publisher.objects.count() == 1


def test_sources_are_cited_once_wherever_both_were():
    kept, gone = SourceFactory(url="https://trend.az/1"), SourceFactory(text="The whole text.")
    with edits.edit():
        meeting = meeting_between(published=True, sources=[kept, gone])
        meeting.date_sources.set([gone])
        QuoteFactory(meeting=meeting, sources=[kept, gone])
        conflict = ConflictFactory(meeting=meeting)
        for source in (kept, gone):
            ClaimFactory(conflict=conflict, source=source, value="21 May")
            DiscussionFactory(meeting=meeting, source=source, sphere=None, wording="gas")
        ClaimFactory(conflict=conflict, source=gone, value="22 May")
        CommitmentFactory(meeting=meeting, sources=[gone])
        EventFactory(sources=[gone])
        agreement_of(meeting=meeting, sources=[gone])
    for record in (kept, gone):
        record.refresh_from_db()
    old = gone.slug
    merge(kept, gone, choices=choose(kept, gone))
    kept = Source.objects.get()
    assert kept.text == "The whole text."
    assert list(meeting.sources.all()) == list(meeting.date_sources.all()) == [kept]
    assert list(Quote.objects.get().sources.all()) == [kept]
    assert list(Claim.objects.values_list("value", flat=True)) == ["21 May", "22 May"]
    assert Discussion.objects.get().source == kept
    assert (kept.commitments.count(), kept.events.count(), kept.agreements.count()) == (1, 1, 1)
    assert (Redirect.objects.get().old_slug, Redirect.objects.get().target_slug) == (old, kept.slug)
    assert edition.check() == []


def test_events_take_meetings_and_attendances_over():
    kept, gone = EventFactory(name="Summit", city="Baku"), EventFactory(name="Summit", venue="Palace")
    with edits.edit():
        AttendanceFactory(event=gone)
        meeting = meeting_between(published=True, event=gone)
        CommitmentFactory(meeting=meeting, event=gone)
    with pytest.raises(Refused, match="Readers know the other one better"):
        merge(kept, gone)
    assert survivor_first(kept, gone) == [gone, kept]
    merge(gone, kept)
    event = Event.objects.get()
    assert (event.city, event.venue, event.attendances.count()) == ("Baku", "Palace", 1)
    assert EventEdition.objects.get().row["city"] == "Baku"
    assert not Redirect.objects.exists()
    assert edition.check() == []


@pytest.fixture
def meetings():
    """Two published records of one meeting, with facts of every kind, some of them alike."""
    kept = meeting_between(published=True, title="They meet", summary="Short.")
    gone = meeting_between(
        published=True, title="They meet", summary="Long.", place_basis="stated", city="Baku"
    )
    with edits.edit():
        asked = CommitmentFactory(meeting=meeting_between(), state="kept", kept_by=gone)
        gas = SphereFactory(name="Gas")
        agreement = agreement_of("Azerbaijan", published=True, meeting=gone)
        for meeting in (kept, gone):
            meeting.event = EventFactory(name=f"Visit of {meeting.pk}")
            meeting.save()
            QuoteFactory(meeting=meeting, text="The same words.", sources=[SourceFactory()])
            DiscussionFactory(meeting=meeting, sphere=gas, wording="gas")
            promise = CommitmentFactory(meeting=meeting, what="to meet again")
            conflict = ConflictFactory(meeting=meeting)
            ClaimFactory(conflict=conflict, value=f"{meeting.pk} May")
        agreement.keeps.add(promise)
        FigureFactory(meeting=gone)
        QuoteFactory(meeting=gone, text="Other words.")
        for name in ("Russia", "Turkey"):
            agreement_of(name, meeting=gone)
    for meeting in (kept, gone):
        meeting.refresh_from_db()
    return kept, gone, asked


def test_meetings_become_one_with_every_fact(meetings):
    kept, gone, asked = meetings
    since = dict(QuoteEdition.objects.values_list("slug", "first_public_at"))
    old, folded = gone.slug, gone.quotes.get(text="The same words.").slug
    plan = plan_of(kept, gone)
    joined = next(item.name for item in plan.differences() if item.unit.is_text)
    merge(kept, gone, choices=choose(kept, gone) | {joined: "both"})
    kept.refresh_from_db()
    assert (kept.summary, kept.city, kept.place_basis) == ("Short.\n\nLong.", "Baku", "stated")
    assert kept.participations.count() == 4
    assert set(kept.quotes.values_list("text", flat=True)) == {"The same words.", "Other words."}
    assert kept.quotes.get(text="The same words.").sources.count() == 2
    assert kept.discussions.count() == kept.figures.count() == kept.commitments.count() == 1
    assert kept.commitments.get().kept_by_agreements.count() == 1
    assert kept.conflicts.get().claims.count() == 2
    assert Step.objects.filter(meeting=kept).count() == 3
    assert Commitment.objects.get(pk=asked.pk).kept_by == kept
    assert not Meeting.objects.filter(pk=gone.pk).exists()
    assert PairEdition.objects.get(slug="azerbaijan/russia").meetings == 1
    assert EventEdition.objects.get().title == f"Visit of {kept.pk}"
    assert edition.check() == []
    assert all(since[slug] == at for slug, at in QuoteEdition.objects.values_list("slug", "first_public_at"))
    old_ones = set(Redirect.objects.values_list("kind", "old_slug"))
    assert {("meetings", old), ("quotes", folded)} <= old_ones


def test_agreements_become_one_with_parties_spheres_and_steps():
    with edits.edit():
        kept = agreement_of("Azerbaijan", "Russia", published=True, title="Treaty")
        gone = agreement_of("Russia", "Turkey", title="Treaty", type="treaty", documents_stated=3)
        sphere = SphereFactory()
        for one in (kept, gone):
            CoverageFactory(agreement=one, sphere=sphere, wording="gas")
        StepFactory(agreement=gone, kind="ratified", country=country("Turkey"), date=None)
        SourceFactory()
        gone.sources.add(SourceFactory())
    choices = choose(kept, gone, type="gone")
    merge(kept, gone, choices=choices)
    kept = Agreement.objects.get()
    assert (kept.type, kept.documents_stated, kept.sources.count()) == ("treaty", 3, 2)
    assert set(Party.objects.values_list("country__name", flat=True)) == {"Azerbaijan", "Russia", "Turkey"}
    assert Party.objects.count() == 3 and Coverage.objects.count() == 1
    assert sorted(kept.steps.values_list("kind", flat=True)) == ["ratified", "signed"]
    assert not Redirect.objects.filter(kind="agreements").exists()
    assert edition.check() == []


def test_what_is_two_things_is_refused():
    package = agreement_of("Azerbaijan", type="package")
    part = agreement_of("Azerbaijan", package=package)
    for pair in ((package, part), (part, package)):
        with pytest.raises(Refused, match="One is part of the other"):
            merge(*pair, choices=choose(*pair))
    first, second = meeting_between(), meeting_between(title="Later")
    CommitmentFactory(meeting=first, state="kept", kept_by=second)
    with pytest.raises(Refused, match="these are two meetings"):
        merge(first, second, choices=choose(first, second))


def test_choices_that_do_not_fit_together_are_refused_and_nothing_is_written():
    package, other = agreement_of(type="package"), agreement_of(type="treaty", type_wording="pact")
    agreement_of(package=package)
    with pytest.raises(Refused, match="it stays a package"):
        merge(package, other, choices=choose(package, other, "gone"))
    assert Agreement.objects.count() == 3 and not edits.Edit.objects.filter(kind="merge").exists()
