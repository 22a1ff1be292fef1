"""Reported speech: what the source says in its own words that someone said."""

import re

from .quotes import Said
from .speakers import PRONOUN, speaker_in, subject_of_previous

VERB = re.compile(
    r"\b(?P<verb>stressed|said|says|noted|notes|added|adds|emphasi[sz]ed|stated|underlined|underscored"
    r"|highlighted|pointed out|"
    r"reiterated|reaffirmed|declared|announced|recalled|told (?:\S+ ){1,4}?|remarked|confirmed"
    r"|expressed (?:\w+ ){0,2}(?:confidence|hope|conviction)|"
    r"assured|observed|informed (?:\S+ ){1,5}?|explained|warned|acknowledged|mentioned"
    r"|drew attention to the fact|hoped|is confident|affirmed|replied|proposed|suggested|pledged|promised"
    r"|insisted|indicated"
    r"|argued|maintained|voiced (?:\w+ ){0,2}(?:confidence|hope)|cautioned|conveyed|made (?:it )?clear)"
    r"(?:,? in (?:his|her) turn,?| also| further|,)?\s+(?P<that>that\s+)?",
    re.I,
)
FURTHER = re.compile(
    r",?\s+(?:and|while|but)\s+(?:also\s+|further\s+)?(?:(?:he|she)\s+(?:also\s+)?)?(?:said|stressed|noted"
    r"|added|emphasi[sz]ed|stated|underlined"
    r"|reiterated|reaffirmed|thanked|invited|expressed|welcomed|congratulated|called (?:for|on)|proposed"
    r"|praised|recalled|pledged"
    r"|voiced|assured|pointed out)\b|,\s+(?:adding|noting|stressing|while|calling|emphasi[sz]ing|saying"
    r"|recalling|underlining|expressing"
    r"|according to|the (?:\w+ ){0,4}(?:said|reported|reports))\b",
    re.I,
)
WITHOUT_THAT = re.compile(
    r"(?:said|says|stressed|noted|added|emphasi[sz]ed|hoped|stated|reiterated|underlined|replied|announced|pledged)$",
    re.I,
)
CLAUSE = re.compile(
    r"(?:the|his|her|their|both|relations|cooperation|it|there|this|he|she|they|[A-Z][\w-]+)\s", re.I
)
FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|should|must|remains?|continues?|attach\w*"
    r"|supports?|stands?|hopes?|wants?|looks?|plans?|intends?|appreciat\w+|grow\w*|increas\w+|reach\w+)\b"
)
OTHERS = re.compile(
    r"\b(?:spokes\w+|press secretary|press service|ministry|statement|report|readout|agency)\b", re.I
)
FEWEST_WORDS = 4


def find_reported(reading):
    """Return the Said of reported statements in order; sentences that hold a longer direct quote are
    left alone."""
    found = []
    for sentence in reading.cut.sentences:
        if sentence.start < reading.header.body or (
            reading.header.title and sentence.start < reading.header.title[1]
        ):
            continue
        text = reading.mask.outside(*sentence)
        until = 0
        for verb in VERB.finditer(text):
            if verb.start() >= until and (said := _clause(reading, sentence, text, verb)):
                found.append(said)
                until = said.pieces[0][1] - sentence.start
    return found


def _clause(reading, sentence, text, verb):
    start, end = sentence.start + verb.end(), sentence.end
    if further := FURTHER.search(text, verb.end() + 20):
        end = sentence.start + further.start()
    while end > start and reading.text[end - 1] in ".!?;, ":
        end -= 1
    words = text[verb.end() : end - sentence.start]
    if (
        reading.mask.covers(sentence.start + verb.start())
        or "  " in words.replace("\n", " ")
        or len(words.split()) < FEWEST_WORDS
    ):
        return None
    with_that = bool(verb["that"])
    if not with_that and not (
        WITHOUT_THAT.search(verb["verb"].strip()) and CLAUSE.match(words) and FINITE.search(words)
    ):
        return None
    subject = text[: verb.start()]
    if OTHERS.search(subject[-60:]) or re.search(r"\bas (?:\w+ ){0,4}$", subject[-40:]):
        return None
    found = speaker_in(
        reading, sentence.start, sentence.start + verb.start(), (sentence.start + verb.start(), start)
    )
    if found and not re.search(r"[.;]\s*$", text[found[1][1] - sentence.start : verb.start()]):
        confidence = 0.88 if with_that else 0.8
        return Said(
            reading.text[start:end],
            ((start, end),),
            (found[0],),
            (found[1],),
            sentence.start,
            confidence,
            "reported-that" if with_that else "reported",
        )
    if PRONOUN.search(subject[-40:]) and (person := subject_of_previous(reading, sentence.start)):
        return Said(
            reading.text[start:end],
            ((start, end),),
            (person,),
            (),
            sentence.start,
            0.82 if with_that else 0.7,
            "reported-by-pronoun",
        )
    return None
