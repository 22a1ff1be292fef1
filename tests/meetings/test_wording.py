"""How records are told in words: what is known is said, and what is not looks no surer than it is."""

import pytest

from meetings import wording
from meetings.models import (
    CommitmentEdition,
    CountryEdition,
    EventEdition,
    FigureEdition,
    MeetingEdition,
    OfficialEdition,
    QuoteEdition,
    SourceEdition,
)
from tests.factories import (
    AttendanceFactory,
    CommitmentFactory,
    CountryFactory,
    EventFactory,
    FigureFactory,
    OfficialFactory,
    QuoteFactory,
    SourceFactory,
    TenureFactory,
    country,
    meeting_between,
)

pytestmark = pytest.mark.django_db

AT = "At the meeting “Talks”, 20 May 2021."


@pytest.fixture
def meeting():
    """A published meeting."""
    return meeting_between(published=True, title="Talks", format="phone")


def test_meeting_is_told_by_day_manner_level_place_and_people(meeting):
    words = wording.meeting_words(MeetingEdition.objects.get())
    one, other = (row.official.name for row in meeting.participations.all())
    assert words == (
        "Held: 20 May 2021. Phone, bilateral. Level: head of government. Place not stated. "
        f"Took part: {one} (Prime Minister, Azerbaijan); {other} (Prime Minister, Russia)."
    )


def test_meeting_within_two_days_says_so():
    meeting_between(published=True, date_start="2021-05-01", date_end="2021-05-09", date_precision="within")
    entry = MeetingEdition.objects.get()
    assert wording.MEETING.kind(entry) == "meeting, some day between 1 and 9 May 2021"


def test_official_without_a_post_is_told_as_such():
    official = OfficialFactory(reference=True)
    entry = OfficialEdition.objects.get()
    assert wording.official_words(entry) == "No post recorded."
    TenureFactory(official=official, country=country("Georgia"), start="2020-02")
    assert wording.official_words(OfficialEdition.objects.get()) == (
        "Posts: Prime Minister (Georgia, from Feb 2020). Countries: Georgia."
    )


def test_country_is_told_by_name_kind_and_region():
    CountryFactory(name="Georgia", official_name="Republic of Georgia", region="Western Asia")
    words = wording.country_words(CountryEdition.objects.get())
    assert words == "Republic of Georgia. State. Western Asia."


def test_event_is_told_by_kind_days_place_and_attendance():
    event = EventFactory(reference=True, start="2021-05", host_country=country("Georgia"), city="Batumi")
    AttendanceFactory(event=event, country=country("Georgia"))
    words = wording.event_words(EventEdition.objects.get())
    assert words == "Summit: May 2021. Place: Batumi, Georgia. Attended: Georgia."
    EventFactory(reference=True, name="Untold", start=None)
    words = wording.event_words(EventEdition.objects.get(title="Untold"))
    assert words == "Summit: date not known. Place not stated."


def test_quote_marks_stand_around_direct_words_only(meeting):
    speaker = meeting.participations.first().official
    QuoteFactory(meeting=meeting, text="We trade", kind="direct", speakers=[speaker])
    QuoteFactory(meeting=meeting, text="They will trade", kind="reported")
    direct, reported = QuoteEdition.objects.order_by("pk")
    assert wording.quote_words(direct) == f"“We trade”. Direct: {speaker.name}. {AT}"
    assert wording.quote_title(direct) == f"{speaker.name}: We trade"
    assert wording.quote_words(reported) == f"They will trade. Reported: speaker not named. {AT}"


def test_long_titles_are_shortened_at_a_word(meeting):
    QuoteFactory(meeting=meeting, text="trade " * 60)
    title = wording.quote_title(QuoteEdition.objects.get())
    assert len(title) <= wording.LONGEST_TITLE
    assert title.endswith("trade …")


def test_figure_is_told_with_its_qualifier_and_its_claimant(meeting):
    FigureFactory(meeting=meeting, measure="trade turnover", qualifier="about", period_start="2021")
    entry = FigureEdition.objects.get()
    assert wording.figure_words(entry) == (
        f"Trade turnover: about 680 million USD. Period: 2021. Claimed by the source itself. {AT}"
    )


def test_figure_without_a_value_and_of_another_kind_says_so(meeting):
    FigureFactory(
        meeting=meeting, measure="turnover", value=None, scale="", currency="", change="3", kind="target"
    )
    words = wording.figure_words(FigureEdition.objects.get())
    assert words == f"Turnover. Target. Claimed by the source itself. {AT}"


def test_late_commitment_is_told_as_open(meeting):
    georgia, russia = country("Georgia"), country("Russia")
    CommitmentFactory(
        meeting=meeting, what="to visit Baku", due="2021-06", by_countries=[georgia], to_countries=[russia]
    )
    entry = CommitmentEdition.objects.get()
    assert wording.commitment_title(entry) == "Georgia: to visit Baku"
    assert wording.commitment_words(entry) == (
        f"Invitation: to visit Baku. By Georgia. To Russia. Due: June 2021. State: open. {AT}"
    )


def test_commitment_by_nobody_named_is_told_by_its_kind(meeting):
    CommitmentFactory(meeting=meeting, what="to visit Baku", due_wording="soon")
    entry = CommitmentEdition.objects.get()
    assert wording.commitment_title(entry) == "Invitation: to visit Baku"
    assert "Due: soon." in wording.commitment_words(entry)


def test_source_is_told_by_publisher_day_and_side():
    SourceFactory(reference=True, publisher__name="Trend", sides=[country("Georgia")])
    SourceFactory(reference=True, publisher__name="Wire", published_on=None, title="")
    known, unknown = SourceEdition.objects.order_by("pk")
    assert wording.source_words(known) == "Trend, 20 May 2021. Speaks for Georgia."
    assert wording.source_words(unknown) == "Wire, undated. Independent of the sides."
    assert wording.SOURCE.title(unknown) == "Untitled text of Wire, undated"
