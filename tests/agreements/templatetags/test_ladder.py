"""The ladder shows the steps on record, and says of the others that they are not."""

from agreements.templatetags.ladder import rungs

ISRAEL = {"slug": "israel", "name": "Israel"}


def step(kind, party=None):
    return {"kind": kind, "party": party, "date": "1978"}


def shown(steps, reached):
    return {rung["kind"]: rung["css"] for rung in rungs(steps, reached)}


def test_rungs_reached_step_is_now_and_lower_recorded_ones_are_done():
    ladder = shown([step("proposed"), step("signed")], "signed")
    assert (ladder["proposed"], ladder["signed"]) == ("done", "now")


def test_rungs_step_without_record_is_neither_done_nor_left_out():
    ladder = shown([step("signed")], "signed")
    assert (ladder["agreed"], ladder["in-force"]) == ("", "")


def test_rungs_seldom_steps_are_shown_only_when_recorded():
    assert not {"signed-by-some", "exchanged", "terminated"} & shown([step("signed")], "signed").keys()
    assert shown([step("exchanged")], "exchanged")["exchanged"] == "now"


def test_rungs_step_of_one_party_above_the_reached_one_is_a_part():
    assert shown([step("signed"), step("ratified", ISRAEL)], "signed")["ratified"] == "part"


def test_rungs_mentioned_agreement_reaches_no_rung():
    assert set(shown([step("mentioned")], "mentioned").values()) == {""}
