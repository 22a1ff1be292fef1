"""The many forms in which texts tell that people met, and whom they leave without a country or a name."""

import pytest

from meetings.readouts import read_article
from tests.meetings.readouts.world import WORLD

KAMAU, ASANTE, DOGBE = ("Daniel Kamau", "kenya"), ("Kofi Asante", "ghana"), ("Lasha Beridze", "georgia")


def people(text):
    (draft,) = read_article(text, WORLD, published="2023-03-15").drafts
    return [(fact["name"], fact["country"]) for fact in draft.as_json()["officials"] if fact["ticked"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Presidents of Kenya and Ghana, Daniel Kamau and Kofi Asante, held talks.", [KAMAU, ASANTE]),
        ("Kenyan and Ghanaian Trade Ministers Daniel Kamau and Kofi Asante met.", [KAMAU, ASANTE]),
        ("The Foreign Ministers of Kenya, Daniel Kamau, and of Ghana, Kofi Asante, met.", [KAMAU, ASANTE]),
        ("Daniel Kamau and Kofi Asante, the foreign ministers of Kenya and Ghana, met.", [KAMAU, ASANTE]),
        ("Kenya's Daniel Kamau met with Kofi Asante of Ghana.", [KAMAU, ASANTE]),
        ("Trade Minister Daniel Kamau (Kenya) met Trade Minister Kofi Asante (Ghana).", [KAMAU, ASANTE]),
        ("Kenya's Deputy Speaker Daniel Kamau met Ghana's Interim President Kofi Asante.", [KAMAU, ASANTE]),
        ("Kenyan Minister for Oceans, Daniel Kamau, met Ghanaian President Kofi Asante.", [KAMAU, ASANTE]),
        (
            "Kenyan Governor of the Central Bank Daniel Kamau met Ghana's leader, Kofi Asante.",
            [KAMAU, ASANTE],
        ),
        ("Kenyan FM Daniel Kamau met his colleague from Ghana, Mr Kofi Asante.", [KAMAU, ASANTE]),
        (
            "Kenyan Minister Daniel Kamau met his Ghanaian opposite number, Secretary Kofi Asante.",
            [KAMAU, ASANTE],
        ),
        (
            "Kenyan Minister Daniel Kamau met his Ghanaian and Georgian counterparts Kofi Asante and Lasha Beridze.",
            [KAMAU, ASANTE, DOGBE],
        ),
        (
            "The Kenyan delegation was led by Secretary Daniel Kamau, the Ghanaian side by Minister Kofi Asante.",
            [KAMAU, ASANTE],
        ),
        (
            "President Daniel Kamau of Kenya arrived on Monday. At the palace he was greeted by President Kofi Asante "
            "of Ghana. The two leaders held talks on trade.",
            [KAMAU, ASANTE],
        ),
        (
            "Minister Daniel Kamau welcomed Ghanaian Minister Kofi Asante. Relations of Kenya and Ghana are good.",
            [ASANTE, KAMAU],
        ),
        (
            "Minister Daniel Kamau met Ghanaian Minister Kofi Asante, Nairobi's foreign ministry said.",
            [ASANTE, KAMAU],
        ),
        (
            "Kenyan President Daniel Kamau: We are glad to see you.\n\n"
            "Ghanaian President Kofi Asante: Our talks were good.",
            [KAMAU, ASANTE],
        ),
        (
            "Kenyan President Daniel Kamau and Ghanaian President Kofi Asante discussed a plan of "
            "Georgian President Lasha Beridze.",
            [KAMAU, ASANTE],
        ),
        (
            "Kenyan President Daniel Kamau met Ghanaian President Kofi Asante, who replaced Georgian Ana Beridze.",
            [KAMAU, ASANTE],
        ),
    ],
)
def test_people_are_found_in_any_form_of_telling(text, expected):
    assert sorted(people(text)) == sorted(expected)


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan President Daniel Kamau was met at the airport by Ghanaian Foreign Minister Kofi Asante.",
        "Kenyan President Daniel Kamau sent a message to Ghanaian President Kofi Asante after the election.",
    ],
)
def test_arrival_or_message_is_no_meeting(text):
    assert read_article(text, WORLD).drafts == []


@pytest.mark.parametrize(
    ("tail", "day"),
    [
        ("will meet Kofi Asante of Ghana on Friday.", "2023-03-17"),
        ("met Kofi Asante of Ghana Friday.", "2023-03-10"),
        ("met Kofi Asante of Ghana, his office said on Friday.", None),
    ],
)
def test_weekday_counts_backwards_or_ahead_and_not_when_something_was_said(tail, day):
    (draft,) = read_article(f"Kenyan President Daniel Kamau {tail}", WORLD, published="2023-03-15").drafts
    date = draft.as_json()["meeting_date"]
    assert (date["value"] if date and date["ticked"] else None) == day


def test_today_counts_from_the_day_of_the_dateline():
    text = "NAIROBI, 13 March (KNA) -- Kenyan President Daniel Kamau met Kofi Asante of Ghana today."
    (draft,) = read_article(text, WORLD, published="2023-03-15").drafts
    assert draft.as_json()["meeting_date"]["value"] == "2023-03-13"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("They signed an air services agreement.", [("air services agreement", "signed")]),
        ("A contract for the supply of 40 buses was initialled.", [("contract", "initialled")]),
        ("They hope that a protocol on tourism will be signed.", [("protocol on tourism", "mentioned")]),
        ("No agreement on tourism was signed.", []),
        (
            "The Accra Convention, which entered into force in 2011, was praised.",
            [("Accra Convention", "in-force")],
        ),
    ],
)
def test_documents_have_the_step_that_the_text_tells(sentence, expected):
    text = f"Kenyan President Daniel Kamau met Kofi Asante of Ghana. {sentence}"
    (draft,) = read_article(text, WORLD).drafts
    found = [
        (fact["title"] or fact["type_wording"], fact["status"]) for fact in draft.as_json()["agreements"]
    ]
    assert found == expected


def test_talks_between_countries_make_them_parties_without_people():
    (draft,) = read_article("Talks between Kenya and Ghana took place in Accra on 3 May 2022.", WORLD).drafts
    facts = draft.as_json()
    assert [fact["value"] for fact in facts["countries"]] == ["kenya", "ghana"] and not facts["officials"]


def test_post_without_name_is_proposed_but_not_ticked():
    (draft,) = read_article("Kenyan President Daniel Kamau met the trade minister of Ghana.", WORLD).drafts
    found = [(fact["name"], fact["ticked"]) for fact in draft.as_json()["officials"]]
    assert found == [("Daniel Kamau", True), ("", False)]


def test_accepted_invitation_is_that_of_the_other_side():
    text = (
        "Kenyan President Daniel Kamau met Kofi Asante of Ghana. Kamau accepted an invitation to visit Accra."
    )
    (draft,) = read_article(text, WORLD).drafts
    (fact,) = draft.as_json()["invitations"]
    assert (fact["by"], fact["to"], fact["ticked"]) == ("Kofi Asante", "Daniel Kamau", True)


def test_press_service_is_not_its_president():
    text = (
        "Kenyan President Daniel Kamau met Kofi Asante of Ghana. "
        "“We agreed on many things,” Kenyan president’s press service said."
    )
    (draft,) = read_article(text, WORLD).drafts
    assert [fact for fact in draft.as_json()["quotes"] if fact["ticked"]] == []
