"""Ranks in their order, and the level of a meeting that follows from them."""

from hypothesis import given
from hypothesis import strategies as st

from meetings.models import Rank
from meetings.models.ranks import ORDER, answers, highest, level_of

RANKS = st.sampled_from(Rank.values)
PARTIES = st.dictionaries(st.integers(0, 5), st.lists(RANKS, max_size=4), max_size=5)


def test_the_order_of_ranks_is_that_of_protocol():
    assert list(ORDER)[:3] == ["head-of-state-and-government", "head-of-state", "head-of-government"]
    assert ORDER[Rank.SPEAKER] < ORDER[Rank.FOREIGN_MINISTER] < ORDER[Rank.MINISTER] < ORDER[Rank.AMBASSADOR]
    assert list(ORDER)[-1] == Rank.UNKNOWN


def test_a_head_of_state_and_government_answers_to_both_filters():
    assert set(answers(Rank.HEAD_OF_STATE_AND_GOVERNMENT)) == {
        "head-of-state-and-government",
        "head-of-state",
        "head-of-government",
    }


@given(RANKS)
def test_every_rank_answers_to_itself(rank):
    assert rank in answers(rank)


@given(PARTIES)
def test_level_is_a_rank_that_every_party_reaches_and_the_highest_such(parties):
    level = level_of(parties)
    tops = [highest(ranks) for ranks in parties.values()]
    if not parties or Rank.UNKNOWN in tops:
        assert level == Rank.UNKNOWN
    else:
        assert all(ORDER[top] <= ORDER[level] for top in tops)
        assert level in tops


def test_level_of_a_president_and_a_minister_is_minister():
    assert level_of({"a": [Rank.HEAD_OF_STATE, Rank.MINISTER], "b": [Rank.MINISTER]}) == Rank.MINISTER


def test_level_is_unknown_when_one_party_has_nobody_of_a_known_rank():
    assert level_of({"a": [Rank.HEAD_OF_STATE], "b": []}) == Rank.UNKNOWN
