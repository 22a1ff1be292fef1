"""Pages of records of which hardly anything is known: whole, and every gap in words."""

import re

import pytest
from django.urls import reverse

from agreements.models import Agreement, Step
from meetings import edits
from meetings.models import Meeting
from meetings.publication import Publication
from tests.factories import (
    AgreementFactory,
    CommitmentFactory,
    ConflictFactory,
    CountryFactory,
    EventFactory,
    FigureFactory,
    MeetingFactory,
    OfficialFactory,
    ParticipationFactory,
    QuoteFactory,
    SourceFactory,
    SphereFactory,
    StepFactory,
    country,
)

pytestmark = pytest.mark.django_db


def read(client, *address):
    """Return the text of a page as readers see it."""
    response = client.get(reverse(address[0], args=address[1:]))
    assert response.status_code == 200
    text = re.sub(r"<[^>]+>", " ", response.content.decode().split("<main")[1].split("</main>")[0])
    return " ".join(text.split())


def assert_whole(text):
    """No value that is missing shows through."""
    assert not re.search(r"\bNone\b(?! of)|\{\{|\(\)|“”|, ,|: \.", text)


@pytest.fixture
def meeting():
    """A published meeting of two countries of which nothing else is known than its source."""
    with edits.edit():
        made = MeetingFactory(
            publication=Publication.PUBLISHED,
            date_start=None,
            date_precision=Meeting.DatePrecision.UNKNOWN,
            date_basis="",
        )
        for name in ("Azerbaijan", "Russia"):
            ParticipationFactory(meeting=made, country=country(name), official=None, post="", rank="unknown")
        QuoteFactory(meeting=made)
        FigureFactory(meeting=made, value=None, scale="", currency="", change="3.5")
        CommitmentFactory(meeting=made)
        ConflictFactory(meeting=made, chosen="", reason="")
    made.refresh_from_db()
    return made


def test_meeting_page_nothing_known_says_so(client, meeting):
    text = read(client, "meeting", meeting.slug)
    assert_whole(text)
    for words in ("date not known", "name not stated", "not stated", "none recorded", "no source of its own"):
        assert words in text


@pytest.mark.parametrize(
    "name", ["meetings", "quotes", "figures", "commitments", "countries", "pairs", "spheres"]
)
def test_list_page_sparse_rows_are_whole(client, meeting, name):
    SphereFactory()
    assert_whole(read(client, name))


@pytest.mark.parametrize("part", ["quote", "figure", "commitment"])
def test_part_page_nothing_else_known_is_whole(client, meeting, part):
    record = getattr(meeting, f"{part}s").get()
    assert_whole(read(client, part, record.slug))


def test_agreement_page_only_mentioned_is_whole(client):
    with edits.edit():
        agreement = AgreementFactory(
            title="", type=Agreement.Type.PACKAGE, type_wording="documents", publication=Publication.PUBLISHED
        )
        StepFactory(agreement=agreement, kind=Step.Kind.MENTIONED, date=None)
    agreement.refresh_from_db()
    text = read(client, "agreement", agreement.slug)
    assert_whole(text)
    assert "number not stated" in text
    assert_whole(read(client, "agreements"))


def test_event_page_without_place_and_people_is_whole(client):
    event = EventFactory(reference=True, start=None)
    event.refresh_from_db()
    assert_whole(read(client, "event", event.slug))
    assert_whole(read(client, "events"))


def test_official_page_without_posts_is_whole(client):
    official = OfficialFactory(reference=True)
    official.refresh_from_db()
    assert_whole(read(client, "official", official.slug))
    assert_whole(read(client, "officials"))


def test_source_page_without_title_and_date_is_whole(client):
    source = SourceFactory(reference=True, title="", published_on=None, language="")
    source.refresh_from_db()
    text = read(client, "source", source.slug)
    assert_whole(text)
    assert "Untitled text of" in text
    assert_whole(read(client, "sources"))


def test_country_and_sphere_pages_with_a_name_only_are_whole(client):
    assert_whole(read(client, "country", CountryFactory(name="Ruritania").slug))
    assert_whole(read(client, "sphere", SphereFactory().slug))


def test_pair_page_of_countries_that_never_met_says_so(client):
    one, other = CountryFactory(name="Ruritania"), CountryFactory(name="Zenda")
    text = read(client, "pair", one.slug, other.slug)
    assert_whole(text)
    assert "No meeting that these two countries held is on record" in text


@pytest.mark.parametrize("name", ["home", "search", "data", "api-docs"])
def test_front_pages_of_an_empty_record_are_whole(client, name):
    assert_whole(read(client, name))


def test_quote_of_a_meeting_within_a_span_shows_the_whole_span(client):
    with edits.edit():
        made = MeetingFactory(
            publication=Publication.PUBLISHED,
            date_precision="within",
            date_start="2025-07-14",
            date_end="2025-07-18",
        )
        for name in ("Azerbaijan", "Russia"):
            ParticipationFactory(meeting=made, country=country(name))
        QuoteFactory(meeting=made)
    assert "some day between 14 and 18 July 2025" in read(client, "quotes")
