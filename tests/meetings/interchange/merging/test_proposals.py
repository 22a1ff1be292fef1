"""Records that mean one thing are proposed first, with the reasons; the cost does not grow with their number."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from meetings import edits
from meetings.interchange.merging import similar_to
from meetings.models import Rank
from tests.factories import (
    AttendanceFactory,
    EventFactory,
    OfficialFactory,
    ParticipationFactory,
    PublisherFactory,
    SourceFactory,
    TenureFactory,
    agreement_of,
    country,
    meeting_between,
)

pytestmark = pytest.mark.django_db


def proposed(record):
    return [(proposal.record, proposal.score) for proposal in similar_to(record)]


def reasons(record):
    return "; ".join(similar_to(record)[0].reasons)


def test_officials_by_name_country_and_posts():
    with edits.edit():
        official = OfficialFactory(name="Ali Asadov", born="1956-11-30")
        same = OfficialFactory(name="Əli Əsədov", born="1956")
        namesake = OfficialFactory(name="Ali Asadov", born="1980", wikidata="Q2")
        OfficialFactory(name="Heydar Aliyev")
        for person, place in ((official, "Azerbaijan"), (same, "Azerbaijan"), (namesake, "Russia")):
            TenureFactory(official=person, country=country(place), start="2019", rank=Rank.HEAD_OF_GOVERNMENT)
    found = similar_to(official)
    assert [item.record for item in found] == [same, namesake]
    assert found[0].score == 100 > found[1].score
    why = "; ".join(found[0].reasons)
    assert "Əli Əsədov ≈ Ali Asadov" in why and "same country: Azerbaijan" in why
    assert "same rank at the same time: Prime Minister, Azerbaijan" in why and "born 1956" in why
    assert "but another country: Russia" in found[1].reasons


def test_publishers_by_name_and_country():
    publisher = PublisherFactory(name="Trend", aliases=["Trend News Agency"], country=country("Azerbaijan"))
    same = PublisherFactory(name="Тренд", slug="trend-ru", country=country("Azerbaijan"))
    PublisherFactory(name="Interfax")
    assert proposed(publisher) == [(same, 100)]


def test_sources_by_address_day_and_headline():
    source = SourceFactory(title="Asadov meets Mishustin", url="https://trend.az/1")
    same = SourceFactory(title="Asadov meets Mishustin", publisher=source.publisher)
    SourceFactory(title="Wholly different news", url="https://trend.az/1", published_on="2020")
    other = SourceFactory(title="Asadov meets Mishustin", url="https://trend.az/1", language="ru")
    SourceFactory(publisher=source.publisher, title="Grain harvest of the south")
    assert proposed(source) == [(other, 100), (same, 80)]
    assert "same address: https://trend.az/1" in reasons(source)


def test_events_by_days_name_and_who_was_there():
    event = EventFactory(name="State visit to Türkiye", start="2021-05-20", city="Ankara")
    same = EventFactory(name="State visit to Turkiye", start="2021-05-20", city="ANKARA")
    EventFactory(name="State visit to Türkiye", start="2011-05-20")
    EventFactory(name="Grain conference", start="2021-05-20")
    with edits.edit():
        guest = OfficialFactory()
        for one in (event, same):
            AttendanceFactory(event=one, official=guest)
    assert proposed(event) == [(same, 100)]
    assert "same date" in reasons(event) and "who took part" in reasons(event)
    undated, again = (EventFactory(name=name, start=None) for name in ("Caspian forum", "CASPIAN FORUM"))
    assert proposed(undated) == [(again, 80)]


def test_meetings_by_date_parties_and_participants():
    meeting = meeting_between("Azerbaijan", "Russia", title="Asadov and Mishustin meet")
    same = meeting_between("Russia", "Azerbaijan", title="Talks of Asadov and Mishustin")
    month = meeting_between("Russia", "Azerbaijan", date_start="2021-05", date_precision="month")
    meeting_between("Azerbaijan", "Turkey", title="Another day", date_start="2020-01-01")
    meeting_between("France", "Germany")
    with edits.edit():
        person = OfficialFactory()
        for one in (meeting, same, month):
            ParticipationFactory(meeting=one, official=person, country=country("Russia"))
    found = similar_to(meeting)
    assert [item.record for item in found] == [same, month]
    assert "same parties: Azerbaijan, Russia" in found[0].reasons and "same date" in found[0].reasons
    assert "dates that overlap" in found[1].reasons


def test_agreements_by_title_parties_and_step():
    agreement = agreement_of("Azerbaijan", "Russia", title="Treaty on friendship")
    same = agreement_of("Russia", "Azerbaijan", title="Treaty on Friendship")
    agreement_of("Russia", "Azerbaijan", title="Protocol on customs duties")
    agreement_of("France", "Germany", title="Treaty on friendship", step="mentioned")
    assert proposed(agreement)[0] == (same, 100)
    assert "a step on the same day: 20 May 2021" in reasons(agreement)


def test_proposing_asks_no_more_for_many_than_for_few():
    def queries():
        with CaptureQueriesContext(connection) as captured:
            similar_to(official)
            similar_to(meeting)
        return len(captured)

    official, meeting = OfficialFactory(name="Ali Asadov"), meeting_between()
    with edits.edit():
        twins(3)
    few = queries()
    with edits.edit():
        twins(12)
    assert queries() == few


def twins(count):
    """Make records that look like those at hand."""
    for _ in range(count):
        TenureFactory(official=OfficialFactory(name="Ali Asadov"))
        meeting_between()
