"""The first meeting on record, told anew: every fact is proposed, with its words, and nothing wrong is ticked."""

import os
from pathlib import Path

import pytest

from meetings.readouts import BadDate, read_article
from tests.meetings.readouts import article
from tests.meetings.readouts.world import WORLD

# The article itself is not ours to ship; whoever has it may name its file here.
REAL = os.environ.get("COMMUNIQUE_SEED_ARTICLE", "")


@pytest.fixture(scope="module", params=["ours", "real"] if REAL else ["ours"])
def draft(request):
    text = Path(REAL).read_text(encoding="utf-8") if request.param == "real" else article.TEXT
    reading = read_article(text, WORLD, published="2021-05-20")
    assert len(reading.drafts) == 1
    return text, reading.drafts[0].as_json()


def ticked(facts):
    return [fact for fact in facts if fact["ticked"]]


def words(text, fact):
    return [text[start:end] for start, end in fact["spans"]]


@pytest.mark.parametrize("key", article.SCALARS)
def test_scalar_of_the_seed_is_ticked_with_its_words(draft, key):
    text, facts = draft
    value, quoted = article.SCALARS[key]
    assert (facts[key]["value"], facts[key]["ticked"]) == (value, True)
    assert quoted is None or words(text, facts[key]) == [quoted]


def test_dateline_gives_no_host_or_venue(draft):
    _, facts = draft
    assert facts["host_country"] is None and facts["venue"] is None


def test_participants_are_the_two_prime_ministers_alone(draft):
    _, facts = draft
    found = [(fact["official"], fact["post"], fact["country"]) for fact in ticked(facts["officials"])]
    assert found == article.PEOPLE


def test_armenia_is_mentioned_but_no_party(draft):
    _, facts = draft
    assert [fact["value"] for fact in facts["countries"]] == ["azerbaijan", "russia"]
    assert "Armenia" in [fact["value"] for fact in facts["also_mentioned"]]


def test_discussions_are_told_apart_by_sphere(draft):
    _, facts = draft
    assert [fact["sphere"] for fact in ticked(facts["topics"])] == article.TOPICS


def test_direct_quotes_have_their_speaker_and_a_split_one_two_spans(draft):
    text, facts = draft
    direct = [fact for fact in ticked(facts["quotes"]) if fact["type"] == "direct"]
    assert {fact["speaker"] for fact in direct} == {"Mikhail Mishustin"}
    assert "1,000 companies" in direct[0]["text"] and "$680 million" in direct[0]["text"]
    assert [
        piece in direct[0]["text"] or piece.rstrip(",") in direct[0]["text"]
        for piece in words(text, direct[0])[:2]
    ] == [True, True]


def test_reported_speech_has_both_speakers(draft):
    _, facts = draft
    reported = [fact["speaker"] for fact in ticked(facts["quotes"]) if fact["type"] == "reported"]
    assert {"Mikhail Mishustin", "Ali Asadov"} == set(reported)


def test_signed_package_covers_its_fields_and_says_there_are_more(draft):
    _, facts = draft
    (package,) = [fact for fact in ticked(facts["agreements"]) if fact["type"] == "package"]
    assert [sphere["sphere"] for sphere in package["spheres"]] == article.PACKAGE
    assert (package["status"], package["at_meeting"], package["more_spheres"], package["count"]) == (
        "signed",
        True,
        True,
        None,
    )


def test_trilateral_statement_is_only_mentioned_with_three_parties(draft):
    _, facts = draft
    (statement,) = [fact for fact in ticked(facts["agreements"]) if fact["type"] == "joint-statement"]
    assert (statement["status"], statement["at_meeting"]) == ("mentioned", False)
    assert statement["parties"] == ["armenia", "azerbaijan", "russia"]


def test_figures_have_value_change_period_and_claimant(draft):
    _, facts = draft
    found = [
        (fact["value"], fact["scale"], fact["currency"], fact["change"], fact["period"], fact["claimed_by"])
        for fact in ticked(facts["figures"])
    ]
    assert found == article.FIGURES


def test_invitation_names_both_sides_by_apposition(draft):
    _, facts = draft
    (invitation,) = ticked(facts["invitations"])
    assert (invitation["by"], invitation["to"], invitation["place"]) == (
        "Ali Asadov",
        "Mikhail Mishustin",
        "Azerbaijan",
    )


def test_source_names_publisher_dateline_and_whom_it_relays():
    source = read_article(article.TEXT, WORLD, published="2021-05-20").as_json()["source"]
    assert source["publisher"]["value"] == "trend"
    assert source["dateline"]["value"] == "BAKU, Azerbaijan, May 20"
    assert source["relayed_from"]["value"] == "the Azerbaijani Cabinet of Ministers"


def test_text_about_something_else_says_what_was_looked_for():
    reading = read_article(
        "The bank kept its rate at 6.5 percent. Governor Maria Lindqvist spoke in London.", WORLD
    )
    assert reading.drafts == []
    assert reading.notices[-1].startswith("No meeting found in this text. Looked for")


@pytest.mark.parametrize("text", ["", " \n\x00\t "])
def test_empty_text_says_so(text):
    assert read_article(text, WORLD).notices == ["There is no text to read."]


def test_day_of_publication_that_is_none_is_refused():
    with pytest.raises(BadDate, match="write it as 2021-05-20"):
        read_article("x", WORLD, published="yesterday")
