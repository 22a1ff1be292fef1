"""Quotes in all their marks, and who said them."""

import pytest

from meetings.readouts import read_article
from tests.meetings.readouts.world import WORLD

MET = "Russian Prime Minister Mikhail Mishustin met with Azerbaijani Prime Minister Ali Asadov on 20 May 2021.\n\n"


def quotes(text, kind="direct"):
    (draft,) = read_article(MET + text, WORLD).drafts
    return [
        (fact["speaker"], fact["text"])
        for fact in draft.as_json()["quotes"]
        if fact["type"] == kind and fact["ticked"]
    ]


@pytest.mark.parametrize(
    "text",
    [
        "“We value this partnership highly,” Mishustin said.",
        '"We value this partnership highly," said Mishustin.',
        "«We value this partnership highly», Mishustin noted.",
        "Mishustin said: “We value this partnership highly”.",
        "„We value this partnership highly“, the Russian prime minister added.",
        "According to Mishustin, “We value this partnership highly”.",
        "Mikhail Mishustin: We value this partnership highly",
    ],
)
def test_quote_in_any_marks_has_its_speaker(text):
    ((speaker, words),) = quotes(text)
    assert (speaker, words.rstrip(".")) == ("Mikhail Mishustin", "We value this partnership highly")


def test_quote_over_paragraphs_is_one():
    text = "Mishustin said:\n\n“We value this partnership highly.\n\n“We will build on it.”"
    assert quotes(text) == [("Mikhail Mishustin", "We value this partnership highly. We will build on it.")]


def test_nested_quote_stays_inside():
    text = "“He told me “this is a good day” and I agree with him,” Asadov said."
    assert quotes(text) == [("Ali Asadov", "He told me “this is a good day” and I agree with him")]


def test_joint_quote_has_all_who_met():
    text = (
        "In a joint statement they said:\n\n“We are pleased to have reached an understanding on all matters.”"
    )
    assert quotes(text)[0][0] == "Mikhail Mishustin; Ali Asadov"


def test_quoted_title_is_no_quote():
    assert quotes("They attended the “Friendship Without Borders Across Seas” exhibition.") == []


def test_one_quoted_word_needs_someone_who_calls_it_so():
    assert quotes("Asadov called the visit a “historic moment”.") == [("Ali Asadov", "historic moment")]


def test_reported_speech_of_a_pronoun_is_that_of_the_one_before():
    text = "Asadov thanked him. He added that Azerbaijan is open to new projects."
    assert quotes(text, "reported") == [("Ali Asadov", "Azerbaijan is open to new projects")]


def test_one_who_is_spoken_to_is_not_the_speaker():
    assert quotes("“We value this partnership highly,” Zorro told Asadov.") == []


def test_words_of_a_third_country_are_proposed_but_not_ticked():
    assert (
        quotes("Kenyan President Daniel Kamau said that Africa watches these talks closely.", "reported")
        == []
    )
