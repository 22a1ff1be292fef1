"""Compares quotes. A label may hold a quote split around its attribution, or each of its pieces: both are right."""

from meetings.browse.folding import fold

from .tally import Tally, match, words

ENOUGH = 0.8


def match_quotes(labels, facts):
    """Return the Tally of quotes: one to one, then facts made of several labels and labels made of several facts."""
    tally = Tally(labelled=len(labels))
    open_labels, open_facts = list(labels), []
    for fact in facts:
        hit = next((label for label in open_labels if same_quote(label, fact)), None)
        if hit is None:
            open_facts.append(fact)
            continue
        open_labels.remove(hit)
        _count(tally, 1, 1)
    for fact in list(open_facts):
        parts = [
            label for label in open_labels if _is_part(label["text"], fact["text"]) and _speaks(label, fact)
        ]
        if _cover(fact["text"], [label["text"] for label in parts]):
            open_facts.remove(fact)
            open_labels = [label for label in open_labels if label not in parts]
            _count(tally, 1, len(parts))
    for label in list(open_labels):
        parts = [
            fact for fact in open_facts if _is_part(fact["text"], label["text"]) and _speaks(label, fact)
        ]
        if _cover(label["text"], [fact["text"] for fact in parts]):
            open_labels.remove(label)
            open_facts = [fact for fact in open_facts if fact not in parts]
            _count(tally, len(parts), 1)
    rest = match(labels, open_facts, same_quote)
    tally.ticked += rest.ticked - rest.right
    tally.wrong = rest.wrong
    tally.missed = [words(label) for label in open_labels]
    return tally


def same_quote(label, fact):
    """Return whether a label and a fact hold the same words of the same speakers."""
    one, two = set(fold(label["text"]).split()), set(fold(fact["text"]).split())
    if not one or len(one & two) < ENOUGH * max(len(one), len(two)):
        return False
    return _speaks(label, fact)


def _speaks(label, fact):
    wanted, given = ({fold(name).split()[-1] for name in item["speaker"].split(";") if name.strip()}
                     for item in (label, fact))  # fmt: skip
    return wanted == given


def _is_part(part, whole):
    return f" {' '.join(fold(part).split())} " in f" {' '.join(fold(whole).split())} "


def _cover(whole, parts):
    return bool(parts) and sum(len(fold(part).split()) for part in parts) >= ENOUGH * len(fold(whole).split())


def _count(tally, facts, labels):
    tally.right += facts
    tally.ticked += facts
    tally.found += labels
