"""Counts of what is right, wrong, found and missed for one kind of fact."""

from dataclasses import dataclass, field


@dataclass
class Tally:
    """For one kind: ticked facts that are right, ticked in all, labels found, labels in all, and what went wrong."""

    right: int = 0
    ticked: int = 0
    found: int = 0
    labelled: int = 0
    wrong: list = field(default_factory=list)
    missed: list = field(default_factory=list)

    def add(self, other):
        """Add another Tally to this one."""
        for name in ("right", "ticked", "found", "labelled"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.wrong += other.wrong
        self.missed += other.missed

    @property
    def precision(self):
        """Share of the ticked that is right; None without any."""
        return self.right / self.ticked if self.ticked else None

    @property
    def recall(self):
        """Share of the labelled that was found; None without any."""
        return self.found / self.labelled if self.labelled else None


def match(labels, facts, same):
    """Pair labels and facts greedily; a fact that fits a label already taken is a double, neither right nor wrong."""
    tally, open_labels = Tally(labelled=len(labels)), list(labels)
    for fact in facts:
        hit = next((label for label in open_labels if same(label, fact)), None)
        if hit is not None:
            open_labels.remove(hit)
            tally.right += 1
            tally.ticked += 1
            tally.found += 1
        elif not any(same(label, fact) for label in labels):
            tally.ticked += 1
            tally.wrong.append(words(fact))
    tally.missed = [words(label) for label in open_labels]
    return tally


def words(item):
    """Return a label or fact as a line to read."""
    if not isinstance(item, dict):
        return str(item)
    skipped = ("spans", "confidence", "ticked", "rule", "did_you_mean", "country_name")
    return "; ".join(
        f"{key}={value}"
        for key, value in item.items()
        if value not in ("", None, [], False) and key not in skipped
    )
