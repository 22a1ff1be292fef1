"""The pages above the lists: home, search over everything, what can be taken along."""

import html

import pytest
from django.utils.html import strip_tags

from config.api import LISTINGS
from meetings.listings import LOGS
from meetings.tidy import TIDY
from tests.factories import CommitmentFactory, OfficialFactory, QuoteFactory, agreement_of, meeting_between
from tests.reading import BY_NAME

pytestmark = pytest.mark.django_db


@pytest.fixture
def met():
    """A published meeting with a quote and a promise, an agreement signed at it, and a draft."""
    meeting = meeting_between("Azerbaijan", "Russia", published=True, title="Talks on customs")
    QuoteFactory(meeting=meeting, text="Customs matter to us")
    CommitmentFactory(meeting=meeting)
    agreement_of("Azerbaijan", "Russia", published=True, meeting=meeting, title="Agreement on customs")
    meeting_between("Azerbaijan", "Russia", title="Secret talks on customs")
    return meeting


def test_home_of_an_empty_record_is_there(client):
    assert client.get("/").status_code == 200


def test_home_shows_the_newest_and_counts_what_is_public(client, met):
    context = client.get("/").context_data
    assert [entry.slug for entry in context["newest"]["rows"]] == [met.slug]
    counts = {listing.name: count for listing, count in context["counts"]}
    assert counts == {listing.name: listing.editions().count() for listing in LISTINGS}
    assert counts["meetings"] == 1
    for name in ("newest", "pairs", "agreements", "promised", "quotes"):
        assert client.get(context[name]["url"]).context_data["count"] == context[name]["count"] == 1, name


def test_home_shows_the_newest_sentences_one_of_each_meeting_with_speaker_and_link(client, met):
    other = meeting_between("Iran", "Iraq", published=True, date_start="2001-01-01", title="Older talks")
    speaker = OfficialFactory()
    for text in (
        "No",
        "word " * 60,
        "We shall build the railway together",
        "We shall build the port together",
    ):
        QuoteFactory(meeting=other, text=text, speakers=[speaker])
    QuoteFactory(meeting=other, kind="reported", text="That the railway would be built together")
    response = client.get("/")
    [said] = response.context_data["quotes"]["rows"]
    text = response.content.decode()
    assert "“We shall build the " in text and speaker.name in text
    assert f'<a href="/quotes/{said.slug}/">Older talks</a>' in text


def test_home_says_when_a_promise_is_due_in_its_own_words_and_on_what_overdue_rests(client, met):
    CommitmentFactory(meeting=met, due_wording="before COP30 in Brazil")
    CommitmentFactory(meeting=met, due="2001-09", due_wording="on the margins")
    text = " ".join(strip_tags(client.get("/").content.decode()).split())
    assert "open due “before COP30 in Brazil”" in text
    assert "overdue no keeping in this record due Sept 2001 “on the margins”" in text


def test_home_takes_a_short_quote_when_there_is_no_sentence(client, met):
    assert "“Customs matter to us”" in client.get("/").content.decode()


def test_search_groups_what_it_finds_and_leads_to_the_lists(client, met):
    response = client.get("/search/?q=customs")
    blocks = response.context_data["related"]
    assert {block["listing"].name: block["count"] for block in blocks} == {
        "meetings": 1,
        "quotes": 1,
        "agreements": 1,
    }
    for block in blocks:
        assert client.get(block["url"]).context_data["count"] == block["count"]
    assert "Secret" not in response.content.decode()


@pytest.mark.parametrize("query", ["", "q=", "q=%20%20"])
def test_search_for_nothing_asks_for_words(client, query):
    response = client.get(f"/search/?{query}")
    assert response.status_code == 200 and response.context_data["asked"] is False


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("q=---", "There is nothing to search for."),
        ("q=" + "word+" * 9, "A search has at most 8 words; this one has 9."),
        ("q=" + "word+" * 1000, "A search has at most 8 words; this one has 1,000."),
        ("q=a&q=b", "“q” can be given once only."),
        ("q=a&country=russia", "There is no filter “country” on this page."),
    ],
)
def test_search_that_cannot_be_made_is_refused_with_the_reason(client, met, query, reason):
    response = client.get(f"/search/?{query}")
    assert response.status_code == 400 and response.context_data["related"] == []
    assert reason in html.unescape(response.content.decode())


def test_search_drops_tracking_by_a_redirect(client):
    response = client.get("/search/?q=customs&utm_source=x")
    assert (response.status_code, response["Location"]) == (301, "/search/?q=customs")


def test_data_page_offers_every_list_in_every_format(client):
    files = client.get("/data/").context_data["files"]
    assert [file["listing"].name for file in files] == [listing.name for listing in (*LISTINGS, *LOGS, *TIDY)]
    for file in files:
        response = client.get(file["csv"])
        header = b"".join(response.streaming_content).decode("utf-8-sig").split("\n")[0]
        assert header.split(",") == file["columns"] == BY_NAME[file["listing"].name].column_names()
        assert not file["json"] or client.get(file["json"]).status_code == 200


def test_data_page_links_every_feed_and_calendar_there_is_and_no_other(client):
    text = client.get("/data/").content.decode()
    for listing in (*LISTINGS, *LOGS, *TIDY):
        assert (f'href="/{listing.name}.atom"' in text) == listing.has_feed
        assert (f'href="/{listing.name}.ics"' in text) == listing.has_calendar
