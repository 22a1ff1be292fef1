"""Numbers that someone claims: money, percentages and counts, with what is measured, over which period."""

import re
from itertools import chain, islice

from .dates import MONTHS
from .facts import Fact, Number
from .figure_words import (
    ACTUAL,
    ANY_COUNTED,
    BASIS,
    COUNTED,
    FELL,
    GREW,
    MEASURE,
    MONEY,
    PARTS,
    PERCENT,
    PERIODS,
    QUALIFIERS,
    SCALES,
    SHARE,
    SIGNS,
    TARGET,
    UNITS,
    WORDS,
)
from .speakers import SAYS

EARLIER_CLAUSE, MOST = 130, 12  # figures looked at in one sentence


def find_figures(reading, quotes, reported):
    """Return [(Fact of a Number, place)] in order. `quotes` and `reported` (Said) tell who claims what."""
    found = []
    for sentence in reading.cut.sentences:
        if sentence.start < reading.header.body or (
            reading.header.title and sentence.start < reading.header.title[1]
        ):
            continue
        found += _in_sentence(reading, sentence, [*quotes, *reported])
    return found


def _in_sentence(reading, sentence, said):
    text = reading.text
    found, taken = [], []
    changes = list(PERCENT.finditer(text, *sentence))
    for match in islice(MONEY.finditer(text, *sentence), MOST):
        if match.start() >= sentence.start:
            measure = _measure(text, sentence, match)
            change = (
                None if _kind(text, sentence, match) == "target" else _change(text, sentence, changes, match)
            )
            found.append(_money(reading, sentence, match, measure, change, said))
            taken += [match.span()] + ([change.span()] if change else [])
    moved = GREW.search(text, *sentence) or FELL.search(text, *sentence)
    for match in changes if moved else ():
        if match.span() not in taken and (measure := _measure(text, sentence, match)):
            found.append(_percent(reading, sentence, match, measure, said))  # noqa: PERF401 - one condition too many
    found += [_share(reading, sentence, match, said) for match in SHARE.finditer(text, *sentence)]
    counted = chain(COUNTED.finditer(text, *sentence), ANY_COUNTED.finditer(text, *sentence))
    for match in islice(counted, MOST):
        if any(first <= match.start() < last for first, last in taken) or not _worth_counting(
            text, sentence, match
        ):
            continue
        found.append(_counted(reading, sentence, match, said))
        taken.append(match.span())
    return [(fact, fact.spans[0][0]) for fact in found]


def _share(reading, sentence, match, said):
    value, what = PARTS[match["part"].lower()], f"share of {match['what']}"
    return _fact(reading, sentence, match, said, value=value, unit="percent", what=what, confidence=0.8)


def _number(words):
    return WORDS.get(words.lower()) or float(re.sub(r"[,\u00a0 ]", "", words))


def _measure(text, sentence, match):
    """The nearest thing measured: before the number, else right after it."""
    before = list(MEASURE.finditer(text, sentence.start, match.start()))
    if before:
        return before[-1]
    return MEASURE.search(text, match.end(), min(sentence.end, match.end() + 60))


def _change(text, sentence, changes, match):
    near = [change for change in changes if abs(change.start() - match.start()) < EARLIER_CLAUSE]
    return next(
        (
            change
            for change in near
            if GREW.search(text[max(sentence.start, change.start() - 50) : change.start()])
            or FELL.search(text[max(sentence.start, change.start() - 50) : change.start()])
        ),
        None,
    )


def _signed_change(text, sentence, change):
    value = _number(change["value"])
    return -value if FELL.search(text[max(sentence.start, change.start() - 50) : change.start()]) else value


def _qualifier(text, start):
    before = text[max(0, start - 24) : start]
    return next((name for name, form in QUALIFIERS if form.search(before)), "")


def _kind(text, sentence, match):
    """A target is told so in the words right before the number, or by a year that lies ahead."""
    before, after = (
        text[max(sentence.start, match.start() - 90) : match.start()],
        text[match.end() : min(sentence.end, match.end() + 30)],
    )
    target = list(TARGET.finditer(before))
    actual = list(ACTUAL.finditer(before))
    if target and (not actual or actual[-1].start() < target[-1].start()):
        return "target"
    return "target" if re.match(r"\s+by (?:the end of )?20\d\d", after) and not actual else "actual"


def _period(text, sentence, match):
    places = [(form, found) for form in PERIODS for found in form.finditer(text, *sentence)]
    if not places:
        return "", None
    _, found = min(places, key=lambda entry: (abs(entry[1].start() - match.end()), PERIODS.index(entry[0])))
    groups = found.groupdict()
    if groups.get("first"):
        first, last = (f"{groups['year']}-{MONTHS[groups[end].lower()]:02}" for end in ("first", "last"))
        return f"{first}..{last}", found.span()
    if groups.get("months"):
        return f"{groups['year']}-01..{groups['year']}-{int(_number(groups['months'])):02}", found.span()
    return (groups.get("by") and f"by {groups['by']}") or groups.get("in") or groups["relative"], found.span()


def _money(reading, sentence, match, measure, change, said):
    sign = (match["sign"] or "").upper().replace(" ", "")
    currency = SIGNS.get(sign) or UNITS.get((match["unit"] or "").lower(), "")
    scale = (match["scale"] or match["scale2"] or "").lower()
    return _fact(
        reading,
        sentence,
        match,
        said,
        value=_number(match["value"] or match["value2"]),
        scale=SCALES.get(scale, scale),
        currency=currency,
        what=" ".join(measure.group().split()) if measure else _around(reading.text, sentence, match),
        change=change,
        confidence=0.86 if measure else 0.81,
        measure=measure,
    )


def _around(text, sentence, match):
    """What an amount without a known measure is for: the words right behind it, else those before."""
    behind = re.match(
        r"\s+(?:for|in|of|to|worth of|towards?)\s+[^,.;”\"]{3,60}", text[match.end() : sentence.end]
    )
    before = text[max(sentence.start, match.start() - 50) : match.start()].split()
    return " ".join((behind.group() if behind else " ".join(before[-5:])).split())


def _percent(reading, sentence, match, measure, said):
    return _fact(
        reading,
        sentence,
        match,
        said,
        value=None,
        what=" ".join(measure.group().split()),
        change=match,
        confidence=0.82,
        measure=measure,
    )


def _counted(reading, sentence, match, said):
    unit = " ".join(match["unit"].split())
    tail = re.match(
        r"\s+(?:of|with|between|in|operating|under|to)\b[^,.;]{0,70}",
        reading.text[match.end() : sentence.end],
    )
    what = f"{unit}{' ' + ' '.join(tail.group().split()) if tail else ''}"
    if unit.lower().startswith("years of"):
        unit, what = "years", unit[9:]
    elif tail is None and (
        before := reading.text[max(sentence.start, match.start() - 60) : match.start()].strip()
    ):
        what = unit or before
    return _fact(
        reading,
        sentence,
        match,
        said,
        value=_number(match["value"]),
        scale=(match["scale"] or "").lower(),
        unit=unit,
        what=what,
        confidence=0.82,
    )


def _worth_counting(text, sentence, match):
    """Counts of documents signed here are the agreements' own; hours, dates and ordinals are none."""
    before = text[max(sentence.start, match.start() - 40) : match.start()]
    if re.search(
        r"\b(?:No\.?|Article|page|Resolution|MONTHS)\s?$".replace("MONTHS", "|".join(MONTHS)), before, re.I
    ):
        return False
    if re.fullmatch(r"(?:19|20)\d\d", match["value"]) and not match["scale"]:
        return False
    if re.search(r"\b(?:sign\w*|exchanged|initialled)\s+(?:\w+\s+)?$", before, re.I) or re.search(
        r"[$€£]\s?$", before
    ):
        return False
    low = match["unit"].lower()
    return not (
        low in ("agreements", "documents")
        and re.search(r"\b(?:signed|exchanged)\b", before, re.I)
        and not _qualifier(text, match.start())
    )


def _fact(
    reading,
    sentence,
    match,
    said,
    *,
    value,
    what,
    confidence,
    scale="",
    unit="",
    currency="",
    change=None,
    measure=None,
):
    text = reading.text
    period, period_span = _period(text, sentence, match)
    claimants = [one for one in said if any(start <= match.start() < end for start, end in one.pieces)]
    speakers = (
        [person.name for person in claimants[0].speakers if person.name]
        if claimants
        else _saying(reading, sentence, match)
    )
    basis = BASIS.search(text, *sentence) if change else None
    spans = [match.span()] + [
        found.span() for found in (measure, change) if found and found.span() != match.span()
    ]
    if period_span:
        spans.append(period_span)
    number = Number(
        value=value,
        scale=scale,
        unit=unit,
        currency=currency,
        qualifier=_qualifier(text, match.start()) if value is not None else "",
        what=what,
        period=period,
        change=_signed_change(text, sentence, change) if change else None,
        change_qualifier=_qualifier(text, change.start()) if change else "",
        change_basis=basis.group() if basis else "",
        kind=_kind(text, sentence, match),
        countries=[],
        claimed_by=speakers,
    )
    return Fact(number, tuple(spans), confidence, "figure")


def _saying(reading, sentence, match):
    """Whose statement a figure is when the sentence is no quote: nobody's but the source's."""
    verb = SAYS.search(reading.mask.outside(sentence.start, match.start()))
    if not verb:
        return []
    people = [
        person
        for _, _, person, _ in reading.mentions_in(sentence.start, sentence.start + verb.start())
        if person.name
    ]
    return [people[0].name] if people else []
