"""The scorer itself."""

import pytest

from benchmarks.readouts.__main__ import OWN, pairs
from benchmarks.readouts.scoring import score

FACT = {"ticked": True, "spans": [], "confidence": 0.9, "rule": "x"}


def draft(**facts):
    return {key: [entry | FACT for entry in entries] for key, entries in facts.items()}


def test_score_counts_right_wrong_and_missed_facts():
    label = {"countries": ["Russia", "Kenya"]}
    tally = score(
        label, [draft(countries=[{"value": "russia", "name": "Russia"}, {"value": "ghana", "name": "Ghana"}])]
    )["parties"]
    assert (tally.right, tally.ticked, tally.found, tally.labelled) == (1, 2, 1, 2)
    assert tally.missed == ["Kenya"]


def test_score_leaves_out_what_is_not_ticked():
    facts = draft(countries=[{"value": "ghana", "name": "Ghana"}])
    facts["countries"][0]["ticked"] = False
    assert score({"countries": []}, [facts])["parties"].ticked == 0


def test_score_takes_the_same_fact_of_two_drafts_once():
    facts = draft(countries=[{"value": "russia", "name": "Russia"}])
    tally = score({"countries": ["Russia"]}, [facts, facts])["parties"]
    assert (tally.right, tally.ticked) == (1, 1)


def test_score_holds_a_step_against_an_agreement():
    label = {"agreements": [{"title": "Protocol on tourism", "status": "signed"}]}
    proposed = {"title": "Protocol on tourism", "status": "mentioned", "type_wording": "", "spheres": []}
    tally = score(label, [draft(agreements=[proposed])])["agreements"]
    assert (tally.right, tally.found) == (0, 0)


def test_every_text_has_a_label_with_traps():
    names = [name for name, _, label in pairs(OWN) if label["traps"]]
    assert len(names) == len(list(OWN.glob("*.txt"))) >= 20


@pytest.mark.parametrize(
    ("labelled", "proposed"),
    [
        (["We agree", "on all of it"], ["We agree on all of it"]),
        (["We agree on all of it"], ["We agree", "on all of it"]),
    ],
)
def test_quote_in_pieces_is_that_of_its_whole(labelled, proposed):
    quotes = [{"speaker": "Kofi Asante", "text": text, "type": "direct"} for text in labelled]
    facts = draft(quotes=[{"speaker": "Kofi Asante", "text": text, "type": "direct"} for text in proposed])
    tally = score({"quotes": quotes}, [facts])["direct quotes"]
    assert (tally.precision, tally.recall) == (1, 1)
