"""Names with posts and countries, surnames, and posts that stand for someone."""

import pytest

from meetings.readouts import read_article
from tests.meetings.readouts.world import WORLD


def people(text, **options):
    drafts = read_article(text, WORLD, **options).drafts
    return [
        {
            (fact["name"], fact["post"], fact["country"], fact["role"])
            for fact in draft.as_json()["officials"]
            if fact["ticked"]
        }
        for draft in drafts
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Kenyan Foreign Minister Amina Odhiambo met Ghanaian Trade Minister Kofi Asante in Accra on 3 May 2022.",
            {
                ("Amina Odhiambo", "Foreign Minister", "kenya", "participant"),
                ("Kofi Asante", "Trade Minister", "ghana", "participant"),
            },
        ),
        (
            "Minister of Foreign Affairs of Kenya Amina Odhiambo met with Kofi Asante, "
            "the Minister of Trade and Industry of Ghana.",
            {
                ("Amina Odhiambo", "Minister of Foreign Affairs", "kenya", "participant"),
                ("Kofi Asante", "Minister of Trade and Industry", "ghana", "participant"),
            },
        ),
        (
            "His Excellency Dr Kofi Asante, President of the Republic of Ghana, received "
            "the Prime Minister of Kenya, Mr Daniel Kamau.",
            {
                ("Kofi Asante", "President", "ghana", "participant"),
                ("Daniel Kamau", "Prime Minister", "kenya", "participant"),
            },
        ),
        (
            "Kenya's Foreign Minister Amina Odhiambo met her Ghanaian counterpart Kofi Asante in Nairobi.",
            {
                ("Amina Odhiambo", "Foreign Minister", "kenya", "participant"),
                ("Kofi Asante", "Foreign Minister", "ghana", "participant"),
            },
        ),
        (
            "The Foreign Minister of the Republic of Congo, Jean Mabiala, held talks with "
            "Kenyan Foreign Minister Amina Odhiambo.",
            {
                ("Jean Mabiala", "Foreign Minister", "republic-of-the-congo", "participant"),
                ("Amina Odhiambo", "Foreign Minister", "kenya", "participant"),
            },
        ),
    ],
)
def test_participants_are_read_from_many_forms(sentence, expected):
    assert people(sentence) == [expected]


def test_post_of_a_side_is_resolved_by_the_tenure_of_that_day():
    text = "The Prime Minister met the President of Ghana, Nana Akufo-Addo, this afternoon."
    (found,) = people(text, url="https://www.gov.uk/news/1", published="2021-07-29")
    assert ("Boris Johnson", "Prime Minister", "united-kingdom", "participant") in found
    (later,) = people(text, url="https://www.gov.uk/news/1", published="2023-07-29")
    assert ("Rishi Sunak", "Prime Minister", "united-kingdom", "participant") in later


def test_spokesman_and_the_late_are_not_among_those_who_met():
    text = (
        "Russian Prime Minister Mikhail Mishustin met with Azerbaijani Prime Minister Ali Asadov, "
        "spokesman Ivan Petrov said. "
        "Mishustin offered condolences on the death of former President Boris Orlov."
    )
    (found,) = people(text)
    assert {name for name, *_ in found} == {"Mikhail Mishustin", "Ali Asadov"}


def test_witness_of_a_signing_makes_no_party():
    text = (
        "Kenyan Trade Minister Amina Odhiambo and Ghanaian Trade Minister Kofi Asante signed "
        "a protocol on tourism in Accra "
        "in the presence of Russian Prime Minister Mikhail Mishustin."
    )
    draft = read_article(text, WORLD).drafts[0].as_json()
    assert {fact["name"]: fact["role"] for fact in draft["officials"]}["Mikhail Mishustin"] == "witness"
    assert [fact["value"] for fact in draft["countries"]] == ["kenya", "ghana"]


def test_two_meetings_of_one_release_are_two_drafts():
    text = (
        "Armenian Foreign Minister Ara Petrosyan held meetings in New York on 26 September 2015.\n\n"
        "Meeting the Foreign Minister of Georgia, Levan Beridze, Ara Petrosyan discussed tourism.\n\n"
        "Ara Petrosyan and Jean Mabiala, the Foreign Minister of the Republic of the Congo, discussed trade."
    )
    drafts = [draft.as_json() for draft in read_article(text, WORLD).drafts]
    assert [[fact["value"] for fact in draft["countries"]] for draft in drafts] == [
        ["georgia", "armenia"],
        ["armenia", "republic-of-the-congo"],
    ]
    assert [[fact["sphere"] for fact in draft["topics"]] for draft in drafts] == [["tourism"], ["trade"]]


def test_earlier_meeting_is_no_draft():
    text = (
        "Russian Prime Minister Mikhail Mishustin met with Azerbaijani Prime Minister Ali Asadov "
        "in Baku on 6 May 2022. "
        "Mishustin recalled that he had met Kenyan President Daniel Kamau in 2019."
    )
    assert len(read_article(text, WORLD).drafts) == 1


def test_pronoun_stands_for_the_subject_of_the_sentence_before():
    text = (
        "Prime Minister of Kenya Daniel Kamau arrived in Accra on 3 May 2022. "
        "He was received by President of Ghana Kofi Asante."
    )
    assert {name for name, *_ in people(text)[0]} == {"Daniel Kamau", "Kofi Asante"}
