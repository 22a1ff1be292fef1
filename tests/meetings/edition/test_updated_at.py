"""`updated_at` moves when readers see something else, and only then."""

import pytest

from agreements.models import AgreementEdition, Step
from meetings import workflow
from meetings.models import MeetingEdition, OfficialEdition, SourceEdition

from ...factories import (
    CommitmentFactory,
    QuoteFactory,
    SourceFactory,
    StepFactory,
    TenureFactory,
    agreement_of,
    meeting_between,
)

pytestmark = pytest.mark.django_db


def stamps():
    """Return {(kind, pk): (updated_at, digest)} of every public row."""
    kinds = (MeetingEdition, OfficialEdition, SourceEdition, AgreementEdition)
    rows = [(kind.__name__, row) for kind in kinds for row in kind.objects.all()]
    return {(name, row.pk): (row.updated_at, row.digest) for name, row in rows}


def private_text(meeting):
    source = meeting.sources.get()
    source.text = "the whole article, for editors"
    source.save()


def draft_agreement(meeting):
    agreement_of("A", meeting=meeting, title="Draft accord")


def step_of_a_draft(meeting):
    agreement = agreement_of("A", title="Draft accord")
    StepFactory(agreement=agreement, meeting=meeting, kind=Step.Kind.RATIFIED)


def saved_as_it_is(meeting):
    meeting.save()
    meeting.participations.first().official.save()


def kept_by_a_draft(meeting):
    promise = meeting.commitments.get()
    promise.state, promise.kept_by = "kept", meeting_between()
    promise.save()


def draft_of_the_same_people(meeting):
    other = meeting_between()
    row, own = other.participations.first(), meeting.participations.first()
    row.official, row.rank = own.official, "minister"
    row.save()


def draft_that_cites_the_same_source(meeting):
    meeting_between(sources=[meeting.sources.get()])


def submitted_and_returned(meeting):
    other = meeting_between(event=None)
    workflow.return_to_editor(workflow.submit(other), note="more")


@pytest.mark.parametrize(
    "change",
    [
        private_text,
        draft_agreement,
        step_of_a_draft,
        saved_as_it_is,
        kept_by_a_draft,
        draft_of_the_same_people,
        draft_that_cites_the_same_source,
        submitted_and_returned,
    ],
    ids=lambda change: change.__name__,
)
def test_what_readers_cannot_see_moves_nothing(change):
    meeting = meeting_between(published=True, sources=[SourceFactory()])
    CommitmentFactory(meeting=meeting)
    before = stamps()
    change(meeting)
    assert stamps() == before


def test_what_readers_see_moves_the_row_and_those_that_show_it_and_no_other():
    meeting, other = meeting_between(published=True), meeting_between("C", "D", published=True)
    before = stamps()
    official = meeting.participations.first().official
    TenureFactory(official=official, country=meeting.participations.first().country)
    QuoteFactory(meeting=meeting)
    moved = {key for key, stamp in stamps().items() if stamp != before.get(key)}
    assert moved == {("MeetingEdition", meeting.pk), ("OfficialEdition", official.pk)}
    assert ("MeetingEdition", other.pk) not in moved


def test_the_first_day_in_public_stays():
    meeting = meeting_between(published=True)
    since = MeetingEdition.objects.get().first_public_at
    meeting.title = "Other"
    meeting.save()
    row = MeetingEdition.objects.get()
    assert row.first_public_at == since == meeting.first_public_at
    assert row.updated_at > since
