"""When they met: the date of an encounter with its precision and basis."""

import re
from dataclasses import dataclass

from .dates import RELATIVE, relative_day, with_year

LATER = re.compile(
    r"\b(?:next|will|due|scheduled|by|until|before|ahead of|since|from|(?<!at the )invit\w+|held earlier"
    r"|last)\b[^.,]{0,40}$",
    re.I,
)
MEETING_WORDS = re.compile(
    r"\b(?:met|meets?|meetings?|talks|held|took place|visit\w*|agreed|came|travelled|received|signed"
    r"|conversation|call|summit|spoke|arrived|today)\b",
    re.I,
)
# On which day something was said is not when they met.
TOLD = re.compile(
    r"\b(?:said|says|announced|reported|reports|told(?: \w+)?|stated|tweeted|wrote|confirmed|statement|informed"
    r"|released"
    r"|published|issued)(?: (?!and\b)[\w.]+){0,3}?\s*$",
    re.I,
)
LEAD = 4


@dataclass(frozen=True)
class When:
    """A date: ISO start and end, precision, basis, span, confidence, rule."""

    start: str
    end: str
    precision: str
    basis: str
    span: tuple | None
    confidence: float
    rule: str


UNKNOWN = When("", "", "unknown", "", None, 0.9, "no-date-in-text")


def find_when(reading, encounter):
    """Return the When of an encounter; UNKNOWN when the text does not tell, then possibly not ticked."""
    sentences = [reading.cut.sentences[number] for number in sorted(set(encounter.sentences))]
    for sentence in sentences:
        if found := _stated(reading, sentence, "date-in-sentence-of-meeting", 0.93) or _relative(
            reading, sentence, 0.9, encounter.planned and _lies_ahead(reading, sentence)
        ):
            return found
    if reading.header.title and (
        found := _stated(reading, reading.header.title, "date-in-title", 0.88, strict=False)
    ):
        return found
    first = min(encounter.sentences)
    lead = [
        number
        for number in range(len(reading.cut.sentences))
        if number < first + LEAD and reading.cut.sentences[number].start >= reading.header.body
    ]
    for number in lead:
        sentence = reading.cut.sentences[number]
        if MEETING_WORDS.search(reading.mask.outside(*sentence)) and (
            found := _stated(reading, sentence, "date-near-meeting", 0.85)
            or _relative(reading, sentence, 0.83)
        ):
            return found
    if reading.header.dateline_venue and reading.header.published:
        return When(
            reading.header.published,
            "",
            "day",
            "stated",
            reading.header.published_span,
            0.82,
            "date-of-dateline-with-venue",
        )
    return _published(reading) or UNKNOWN


def _stated(reading, sentence, rule, confidence, strict=True):
    header = reading.header
    for dated in reading.dates_in(*sentence):
        if _skip(reading, dated, sentence, strict):
            continue
        value, basis = dated.value, "stated"
        if not dated.has_year:
            value = with_year(value, header.day) or _with_near_year(reading, value)
        if not value:
            continue
        last = with_year(dated.last, header.day) if dated.last else ""
        precision = "day" if len(value) == 10 else "month"
        return When(value, last or "", precision, basis, (dated.start, dated.end), confidence, rule)
    return None


def _skip(reading, dated, sentence, strict):
    header = reading.header
    if reading.mask.covers(dated.start) or (
        header.dateline and header.dateline[0] <= dated.start < header.dateline[1]
    ):
        return True
    if (
        header.published_span
        and dated.start == header.published_span[0]
        and (not header.title or not header.title[0] <= dated.start < header.title[1])
    ):
        return True
    before = reading.text[max(sentence[0], dated.start - 60) : dated.start]
    if strict and LATER.search(before):
        return True
    return bool(re.search(r"\btold \w+ on $", before)) and header.day is None


def _with_near_year(reading, value):
    """Without a day of publication the year of another full date of the text may serve, when there is
    only one."""
    years = {dated.value[:4] for dated in reading.dates if dated.has_year}
    return f"{years.pop()}{value[1:]}" if len(years) == 1 and not reading.header.day else None


def _lies_ahead(reading, sentence):
    return bool(
        re.search(r"\b(?:will|due|expected|scheduled|set|plans?|shall)\b", reading.mask.outside(*sentence))
    )


def _relative(reading, sentence, confidence, planned=False):
    text, today = reading.mask.outside(*sentence), reading.header.today
    if today is None:
        return None
    for found in RELATIVE.finditer(text):
        before = text[max(0, found.start() - 60) : found.start()]
        if TOLD.search(before) or (LATER.search(before[-40:]) and not planned):
            continue
        return _counted(reading, sentence, found, confidence, planned)
    return None


def _counted(reading, sentence, found, confidence, planned):
    start, end, precision = relative_day(found, reading.header.today, planned)
    if found["week"] and reading.header.title:
        for dated in reading.dates_in(*reading.header.title):
            if len(dated.value) == 7 and dated.has_year:
                return When(
                    dated.value, "", "month", "stated", (dated.start, dated.end), 0.84, "month-in-title"
                )
    span = (sentence[0] + found.start(), sentence[0] + found.end())
    return When(start, end, precision, "relative", span, confidence, "relative-to-publication")


def _published(reading):
    header = reading.header
    if not header.day:
        return None
    return When(
        header.published, "", "day", "publication-date", header.published_span, 0.5, "publication-date-only"
    )
