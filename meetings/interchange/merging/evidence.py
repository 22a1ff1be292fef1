"""Adds up what speaks for and against two records being one."""

from dataclasses import dataclass, field

CERTAIN = 100


@dataclass(frozen=True)
class Proposal:
    """A record that may be the same; `score` is 0 to 100, `reasons` what it rests on."""

    record: object
    score: int
    reasons: tuple


@dataclass
class Evidence:
    """What is known of one candidate so far."""

    points: float = 0
    reasons: list = field(default_factory=list)

    def say(self, points, reason):
        """Count points (negative ones speak against), with the reason that an editor reads."""
        self.points += points
        self.reasons.append(reason)

    def names(self, found, weight=1.0):
        """Count the likeness of two names: `found` is what similarity.most_alike returned."""
        likeness, ours, theirs = found
        if not likeness:
            return
        alike = ours.text == theirs.text
        self.say(likeness * weight, f"same name: {theirs.text}" if alike else f"{theirs.text} ≈ {ours.text}")

    def proposal(self, record):
        """Return the Proposal that it comes to."""
        return Proposal(record, max(0, min(CERTAIN, round(self.points))), tuple(self.reasons))


def listed(records):
    """Return the names of some records in one line, in order, each once."""
    return ", ".join(sorted({str(record) for record in records}))


def overlap(first, second):
    """Return whether two spans of days ((first, last) or (None, None)) have a day in common; unknown ones have none."""
    return bool(first[0] and second[0] and first[0] <= second[1] and second[0] <= first[1])
