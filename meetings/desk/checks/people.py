"""Participants who could not have been there in that post, and sides that do not match."""

from ...models.ranks import Rank, answers, highest
from .facts import Finding


def not_in_office(met, today):
    """An official with posts on record, none of which may have been held on any possible day of the meeting."""
    if not met.first:
        return
    for one in met.participants:
        if one.tenures and not any(_overlaps(tenure, met) for tenure in one.tenures):
            held = "; ".join(map(str, one.tenures[:3]))
            yield Finding(
                "not-in-office",
                f"{one.row}-official",
                f"{one.name}: no tenure on record includes that day ({held}).",
            )


def _overlaps(tenure, met):
    begins_in_time = not tenure.start or tenure.start.first <= met.last
    return begins_in_time and (not tenure.end or tenure.end.last >= met.first)


def unequal_ranks(met, today):
    """Sides whose highest ranks differ, where all of them are known; head of state and government equals both."""
    tops = {}
    for one in met.participants:
        if one.makes_party and one.country:
            tops.setdefault(one.country, []).append(one)
    sides = [(rows, highest(row.rank for row in rows)) for rows in tops.values()]
    ranks = [rank for _, rank in sides]
    if len(sides) < 2 or Rank.UNKNOWN in ranks or set.intersection(*(set(answers(rank)) for rank in ranks)):
        return
    lowest = max(sides, key=lambda side: Rank.values.index(side[1]))
    named = "; ".join(f"{rows[0].country_name}: {rank.label}" for rows, rank in sides)
    yield Finding("unequal-ranks", f"{lowest[0][0].row}-rank", f"The sides are of unequal rank. {named}.")
