"""The declared lists: the columns that were promised, and search that finds what a reader would find by hand."""

import string

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from meetings.browse.folding import MOST_QUERY_WORDS, words
from meetings.listings import LISTINGS, MEETINGS, QUOTES
from meetings.models import Meeting
from tests.factories import QuoteFactory, SourceFactory, meeting_between
from tests.oracle import answer
from tests.oracle.meetings import texts_of
from tests.reading import in_csv, in_json, on_pages

PROMISED = [
    "slug", "title", "date_start", "date_end", "date_precision", "date_basis", "city", "host_country",
    "place_basis", "format", "setting", "occurrence", "event", "laterality", "level", "countries",
    "countries_iso3", "participants", "spheres_discussed", "spheres_signed", "agreements", "quote_count",
    "figure_count", "commitment_count", "sources", "url", "updated_at",
]  # fmt: skip
AT_EASE = settings(
    derandomize=True,
    deadline=None,
    database=None,
    max_examples=80,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def test_file_of_meetings_has_the_promised_columns():
    assert MEETINGS.column_names() == PROMISED
    assert QUOTES.column_names()[:2] == ["slug", "meeting"]


def test_list_has_a_row_template_for_each_heading_and_orders_that_exist():
    for listing in LISTINGS:
        assert listing.row_template == f"browse/rows/{listing.noun}.html"
        assert all(heading.sort in listing.sorts for heading in listing.headings if heading.sort)


@pytest.mark.django_db
@AT_EASE
@given(data=st.data())
def test_search_finds_what_is_found_by_hand(client, world, data):
    """Words and phrases cut from the texts of the record: whole, begun, joined in the wrong order, misspelt."""
    name = data.draw(st.sampled_from(["meetings", "quotes"]))
    texts = [text for pk in _public() for text in texts_of(pk) if words(str(text))]
    cut = words(str(data.draw(st.sampled_from(texts))))
    start = data.draw(st.integers(0, len(cut) - 1))
    taken = cut[start : start + data.draw(st.integers(1, 4))]
    how = data.draw(st.sampled_from(["whole", "begun", "phrase", "backwards", "misspelt"]))
    asked = {
        "whole": " ".join(taken),
        "begun": " ".join(word[: max(1, len(word) // 2)] for word in taken),
        "phrase": f'"{" ".join(taken)}"',
        "backwards": f'"{" ".join(reversed(taken))}"',
        "misspelt": taken[0] + data.draw(st.sampled_from(string.ascii_lowercase)),
    }[how]
    if len(words(asked)) <= MOST_QUERY_WORDS:
        assert set(in_csv(client, name, {"q": [asked]})) == answer(name, {"q": [asked]}), asked


def _public():
    return Meeting.objects.filter(edition__isnull=False).order_by("pk")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("text", "asked", "matches"),
    [
        ("They signed agreements", "agreement", True),
        ("They signed an agreement", "agreements", False),
        ("COVID-19 and after", "covid-19", True),
        ("COVID-19 and after", "covid19", False),
        ("COVID-19 and after", '"covid 19"', True),
        ("Əli Əsədov", "ali asadov", True),
        ("Ali Asadov", "Əsədov", True),
        ("Recep Tayyip Erdoğan", "ERDOGAN", True),
        ("Łódź and Đà Nẵng", "lodz da nang", True),
        ("Straße", "strasse", True),
        ("the Qur’an", "quran", True),
        ("U.S. officials", '"u s"', True),
        ("ещё раз", "еще", True),
        ("trade turnover", '"turnover trade"', False),
        ("trade turnover", "turnover trade", True),
        ("trade turnover", '"trade turn"', False),
        ("100% of a_b", "100 a b", True),
        ("北京 talks", "北京", True),
        ("a b c d e f g h", "a b c d e f g h", True),
    ],
)
def test_word_is_found_in_every_format_as_readers_write_it(client, text, asked, matches):
    meeting = meeting_between(published=True)
    quote = QuoteFactory(meeting=meeting, text=text)
    for read in (on_pages, in_csv, in_json):
        assert (quote.slug in read(client, "quotes", {"q": [asked]})) == matches


@pytest.mark.django_db
def test_phrase_does_not_run_across_two_texts(client):
    meeting = meeting_between(published=True)
    QuoteFactory(meeting=meeting, text="We spoke of trade")
    QuoteFactory(meeting=meeting, text="turnover rose")
    assert meeting.slug not in in_csv(client, "meetings", {"q": ['"trade turnover"']})
    assert meeting.slug in in_csv(client, "meetings", {"q": ["trade turnover"]})


@pytest.mark.django_db
def test_text_of_a_source_is_not_searched(client):
    meeting_between(published=True, sources=[SourceFactory(text="zanzibar", title="Headline")])
    assert (
        in_csv(client, "meetings", {"q": ["zanzibar"]})
        == in_csv(client, "sources", {"q": ["zanzibar"]})
        == []
    )
    assert in_csv(client, "sources", {"q": ["headline"]}) != []
