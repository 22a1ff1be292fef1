"""Direct quotes with their speakers: attributed beside the quote, in a transcript, or jointly."""

import re
from dataclasses import dataclass

from .speakers import PRONOUN, SAYS, THEY, last_speaker, speaker_in, subject_of_previous

FEWEST_WORDS = 4
CALLED = re.compile(
    r"\b(?:called|described|hailed|praised|termed|labelled|characteri[sz]ed|dubbed|as|is|was)\b", re.I
)
# Said on another occasion than the meeting.
ELSEWHERE = re.compile(
    r"\b(?:last (?:week|month|year)|in (?:19|20)\d\d|years ago|once (?:said|told|wrote)|in an interview"
    r"|earlier this (?:week|month|year)"
    r"|before the (?:talks|meeting|visit)|ahead of the|had (?:said|told|called|written)|in parliament|wrote in"
    r"|election)\b",
    re.I,
)
PRESS = re.compile(r"\bspokes\w+|press secretary\b", re.I)


@dataclass(frozen=True)
class Said:
    """Words in quotes with who said them."""

    text: str
    pieces: tuple
    speakers: tuple
    spans: tuple
    place: int
    confidence: float
    rule: str


def find_quotes(reading, encounters):
    """Return every Said of a text in order."""
    turns = reading.turns
    found, previous = [], None
    for quoted in reading.quoted:
        words = len(quoted.text(reading.cut).split())
        said = _attributed(reading, quoted, words, encounters) or _in_turn(reading, quoted, words, turns)
        if said is None and words >= FEWEST_WORDS:
            said = _following(reading, quoted, previous)
        if said:
            if previous and _continues(reading, previous, said):
                found[-1] = said = _merged(reading, previous, said)
            else:
                found.append(said)
            previous = said
    return found + _whole_turns(reading, turns, found)


def _attributed(reading, quoted, words, encounters):
    """A quote whose own sentence or lead says who speaks."""
    if words < FEWEST_WORDS:
        return _short(reading, quoted)
    after, before = _after(reading, quoted), _before(reading, quoted)
    for start, end, leads in (after, before):
        clause = reading.text[start:end]
        verb = SAYS.search(reading.mask.outside(start, end))
        if not verb or PRESS.search(clause):
            continue
        if (
            leads
            and THEY.search(clause)
            and not reading.mentions_in(start + max(0, clause.rfind(".")), end)
            and encounters
        ):
            people = tuple(
                person
                for key, person in encounters[0].persons.items()
                if encounters[0].roles[key][0] != "witness"
            )
            return Said(
                quoted.text(reading.cut), quoted.pieces, people, (), quoted.start, 0.85, "quote-joint"
            )
        place = (start + verb.start(), start + verb.end())
        if found := speaker_in(reading, start, end, place):
            confidence = 0.93 if quoted.closed else 0.75
            if ELSEWHERE.search(clause):
                confidence = 0.7
            rule = "quote-before-its-speaker" if not leads else "quote-after-its-speaker"
            return Said(
                quoted.text(reading.cut),
                quoted.pieces,
                (found[0],),
                (found[1],),
                quoted.start,
                confidence,
                rule,
            )
        if PRONOUN.search(clause) and (person := _pronoun(reading, quoted, start)):
            return Said(
                quoted.text(reading.cut), quoted.pieces, (person,), (), quoted.start, 0.82, "quote-by-pronoun"
            )
    return None


def _pronoun(reading, quoted, start):
    return subject_of_previous(reading, quoted.start) or last_speaker(reading, quoted.start)


def _after(reading, quoted):
    """The clause behind a quote, up to the end of the sentence or the next quote."""
    paragraph = reading.cut.paragraphs[reading.cut.paragraph_of(quoted.end - 1)]
    limit = min(paragraph.end, quoted.end + 220)
    rest = reading.text[quoted.end : limit]
    inside = reading.text[quoted.pieces[-1][0] : quoted.pieces[-1][1]].rstrip()
    if inside[-1:] in ".!?…" and not re.match(
        r"[,\s]*(?:[-–—]\s*)?(?:[a-z]|[A-ZÀ-Þ][^.!?“\"«]{0,70}\b(?:said|added|stressed|noted|stated"
        r"|emphasi[sz]ed|concluded)\b[^“\"«]{0,80}[.,;]?\s*(?:$|[“\"«]))",
        rest,
    ):
        return quoted.end, quoted.end, False
    stop = re.search(r"[“«„\"]|[.!?](?:\s|$)|\n", rest)
    return quoted.end, quoted.end + (stop.start() if stop else len(rest)), False


def _before(reading, quoted):
    """The clause before a quote, in its sentence; a lead that ends with a colon may stand in the
    paragraph before."""
    number = reading.cut.paragraph_of(quoted.start)
    paragraph = reading.cut.paragraphs[number]
    if quoted.start == paragraph.start and number:
        above = reading.cut.paragraphs[number - 1]
        if reading.text[above.end - 1] == ":":
            return above.start, above.end, True
        return quoted.start, quoted.start, True
    start = paragraph.start
    for sentence in reading.cut.sentences[
        max(0, reading.cut.sentence_of(quoted.start) - 1) : reading.cut.sentence_of(quoted.start) + 1
    ]:
        if paragraph.start <= sentence.start <= quoted.start:
            start = sentence.start
    lead = reading.text[start : quoted.start].rstrip()
    if lead[-1:] in (",", ":") or re.search(r"\bthat$", lead):
        return start, quoted.start, True
    return (
        (start, quoted.start, True)
        if SAYS.search(reading.mask.outside(start, quoted.start)[-200:])
        else (quoted.start, quoted.start, True)
    )


def _short(reading, quoted):
    """Two or three quoted words: only where someone is told to have called something so."""
    sentence = reading.cut.sentences[reading.cut.sentence_of(quoted.start)]
    lead = reading.mask.outside(sentence.start, quoted.start)
    verb = re.search(r"\b(?:called|described|hailed|praised|termed|characteri[sz]ed)\b[^.]{0,80}$", lead)
    if not verb:
        return None
    found = speaker_in(reading, sentence.start, sentence.start + verb.start())
    if not found:
        return None
    return Said(
        quoted.text(reading.cut), quoted.pieces, (found[0],), (found[1],), quoted.start, 0.82, "called-it-so"
    )


def _following(reading, quoted, previous):
    """A quote without words of its own speaker goes on what was quoted right before it."""
    if previous is None:
        return None
    gap = reading.text[previous.pieces[-1][1] + 1 : quoted.start]
    end_of_clause = re.fullmatch(r"[^“”«»\n]{0,160}?[.,;:]?\s*", gap)
    if end_of_clause and "\n" not in gap and previous.rule != "called-it-so":
        return Said(
            quoted.text(reading.cut),
            quoted.pieces,
            previous.speakers,
            previous.spans,
            quoted.start,
            previous.confidence - 0.04,
            "quote-goes-on",
        )
    if re.fullmatch(r"[^\n]{0,160}\n\s*", gap) and reading.text[quoted.end : quoted.end + 1] in ("", "\n"):
        return Said(
            quoted.text(reading.cut),
            quoted.pieces,
            previous.speakers,
            previous.spans,
            quoted.start,
            0.81 if reading.text[quoted.start - 1 : quoted.start] == "\n" else 0.6,
            "quote-in-next-paragraph",
        )
    return None


def _continues(reading, previous, said):
    """Whether two quotes are one, split around its attribution: nothing but that stands between them."""
    gap = reading.text[previous.pieces[-1][1] + 1 : said.place]
    if (
        "\n" in gap
        or previous.speakers != said.speakers
        or said.rule not in ("quote-goes-on", previous.rule)
        or said.rule == "called-it-so"
    ):
        return False
    return (
        len(gap) < 180
        and not re.search(r"[.!?]\s+\S+", gap.strip())
        and previous.rule in ("quote-before-its-speaker", "quote-goes-on", "quote-by-pronoun", "quote-joint")
    )


def _merged(reading, previous, said):
    first = previous.text.rstrip()
    if first.endswith(",") and said.text[:1].isupper():
        first = first[:-1] + "."
    return Said(
        f"{first} {said.text}",
        previous.pieces + said.pieces,
        previous.speakers,
        previous.spans,
        said.place,
        min(previous.confidence, said.confidence),
        "quote-split",
    )


def _in_turn(reading, quoted, words, turns):
    if words < FEWEST_WORDS:
        return None
    for start, end, person, span in turns:
        if start <= quoted.start < end:
            return Said(
                quoted.text(reading.cut),
                quoted.pieces,
                (person,),
                (span,),
                quoted.start,
                0.9,
                "transcript-quoted",
            )
    return None


def _whole_turns(reading, turns, found):
    """A speech of a transcript is a quote; one that holds marked sentences is left for the editor to choose."""
    whole = []
    for start, end, person, span in turns:
        text = " ".join(reading.text[start:end].split())
        if len(text.split()) < FEWEST_WORDS:
            continue
        marked = any(start <= said.place < end for said in found)
        if reading.text[start] in '“"«' and marked:
            continue
        pieces = tuple(
            (max(start, paragraph.start), paragraph.end)
            for paragraph in reading.cut.paragraphs[
                reading.cut.paragraph_of(start) : reading.cut.paragraph_of(end - 1) + 1
            ]
        )
        whole.append(
            Said(text, pieces, (person,), (span,), start, 0.4 if marked else 0.88, "transcript-turn")
        )
    return whole
