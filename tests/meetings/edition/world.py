"""A small world in public with everything in it, and the editions as they are stored, for comparing."""

from agreements.models import AgreementEdition, SphereEdition
from meetings import edits
from meetings.models import (
    CommitmentEdition,
    CountryEdition,
    EditionParty,
    EventEdition,
    FigureEdition,
    MeetingEdition,
    OfficialEdition,
    PairEdition,
    PublisherEdition,
    QuoteEdition,
    SourceEdition,
)

from ...factories import (
    AttendanceFactory,
    ClaimFactory,
    CommitmentFactory,
    CoverageFactory,
    DiscussionFactory,
    EventFactory,
    FigureFactory,
    QuoteFactory,
    SignatureFactory,
    SourceFactory,
    SphereFactory,
    TenureFactory,
    agreement_of,
    country,
    meeting_between,
)

EDITIONS = (
    AgreementEdition,
    CommitmentEdition,
    CountryEdition,
    EventEdition,
    FigureEdition,
    MeetingEdition,
    OfficialEdition,
    PublisherEdition,
    QuoteEdition,
    SourceEdition,
    SphereEdition,
)


def public_world():
    """Make a published meeting and a published agreement with one of every fact; return the meeting."""
    source, sphere = SourceFactory(), SphereFactory(parent=SphereFactory())
    event = AttendanceFactory(event=EventFactory(sources=[source])).event
    with edits.edit():
        meeting = meeting_between(published=True, event=event, sources=[source])
        official = meeting.participations.first().official
        TenureFactory(official=official, country=country("Azerbaijan"), sources=[source])
        QuoteFactory(meeting=meeting, speakers=[official])
        FigureFactory(meeting=meeting, claimed_by=[official])
        CommitmentFactory(meeting=meeting, by_officials=[official], to_countries=[country("Russia")])
        ClaimFactory(conflict__meeting=meeting, source=source)
        DiscussionFactory(meeting=meeting, sphere=sphere, source=source)
        agreement = agreement_of("Azerbaijan", "Russia", meeting=meeting, published=True)
        CoverageFactory(agreement=agreement, sphere=sphere)
        SignatureFactory(agreement=agreement, official=official, country=country("Azerbaijan"))
    meeting.refresh_from_db()
    return meeting


def snapshot(times=True):
    """Return everything that the edition stores, as plain values (without the times where they do not matter)."""
    left = () if times else ("first_public_at", "updated_at")
    rows = {
        model.__name__: {row["slug"]: row for row in _plain(model, left)}
        for model in (*EDITIONS, PairEdition)
    }
    return rows | {"parties": set(EditionParty.objects.values_list("meeting", "country", "rank", "hosts"))}


def _plain(model, left):
    for row in model.objects.values():
        row.pop("id", None)
        yield {name: value for name, value in row.items() if name not in left}
