"""The ranks of officials, highest first, and how a rank answers a question about another."""

from django.db import models


class Rank(models.TextChoices):
    """What an official is, as far as protocol goes. Declared highest first: the order is the order of rank."""

    HEAD_OF_STATE_AND_GOVERNMENT = "head-of-state-and-government", "head of state and government"
    HEAD_OF_STATE = "head-of-state", "head of state"
    HEAD_OF_GOVERNMENT = "head-of-government", "head of government"
    DE_FACTO_LEADER = "de-facto-leader", "de facto leader"
    HEAD_OF_ORGANISATION = "head-of-organisation", "head of organisation"
    DEPUTY_HEAD = "deputy-head", "deputy head of state or government"
    SPEAKER = "speaker", "speaker of parliament"
    FOREIGN_MINISTER = "foreign-minister", "foreign minister"
    MINISTER = "minister", "minister"
    DEPUTY_MINISTER = "deputy-minister", "deputy minister"
    AMBASSADOR = "ambassador", "ambassador"
    SPECIAL_ENVOY = "special-envoy", "special envoy"
    OTHER_OFFICIAL = "other-official", "other official"
    UNKNOWN = "unknown", "unknown"


ORDER = {rank: place for place, rank in enumerate(Rank.values)}


def highest(ranks):
    """Return the highest of some ranks (values or members), as a Rank; UNKNOWN when there are none."""
    return Rank(min(ranks, key=ORDER.__getitem__, default=Rank.UNKNOWN))


def level_of(ranks_by_party):
    """Return the level of a meeting: the lowest of the parties' highest ranks, UNKNOWN when any party's is.

    `ranks_by_party` maps each party to the ranks of those who took part for it.
    """
    tops = [highest(ranks) for ranks in ranks_by_party.values()]
    if not tops or Rank.UNKNOWN in tops:
        return Rank.UNKNOWN
    return max(tops, key=ORDER.__getitem__)


def answers(rank):
    """Return the ranks whose filters find `rank`: a head of state and government is found by three."""
    if rank == Rank.HEAD_OF_STATE_AND_GOVERNMENT:
        return [rank, Rank.HEAD_OF_STATE, Rank.HEAD_OF_GOVERNMENT]
    return [rank]
