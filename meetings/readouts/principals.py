"""Whom "they", "the two ministers" and "his guest" stand for: the people of two countries whom a text names first."""

import re

JOINT = re.compile(
    r"\b(?:they|the (?:two|three|sides|parties|leaders|ministers|presidents|premiers|diplomats|officials|interlocutors"
    r"|heads|counterparts|delegations|talks|meeting|conversation|call|discussions?|negotiations|session)"
    r"|both (?:sides|leaders|ministers|parties|presidents|officials|countries)|the two|each other|two-way|sides|"
    r"(?:bilateral|one-on-one|tête-à-tête|expanded|trilateral|face-to-face) (?:talks|meeting)|"
    r"(?:during|at|in) (?:the|their) (?:meeting|talks|conversation|call))\b",
    re.I,
)
PARTNER = re.compile(
    r"\b(?:his|her|their|the)\s+(?:visiting\s+)?(?:guests?|hosts?|interlocutors?|visitors?|counterparts?|colleagues?)\b"
    r"|\b(?:with|received|met|welcomed|hosted|by)\s+(?:him|her)\b",
    re.I,
)
THREE = re.compile(r"\b(?:three|trilateral|tripartite)\b", re.I)
APART = re.compile(
    r"\b(?:on behalf of|greetings? (?:of|from)|message (?:of|from)|letter (?:of|from)|leadership of|thanks to"
    r"|efforts (?:of|by)|decree of|former|late|death of|appointed by|spokes\w+|press secretary|according to"
    r"|attributable to|signed by|replac\w+|succeed\w+|under)\s+(?:\w+\s+){0,3}$",
    re.I,
)
BACK = 9


def candidates(reading, place):
    """Return the persons with a country named outside quotes in the title and shortly before `place`, in order."""
    number = reading.cut.sentence_of(place)
    first = reading.cut.sentences[max(0, number - BACK)].start
    starts = [reading.header.title] if reading.header.title and reading.header.title[0] < first else []
    found = {}
    for start, end in [*starts, (first, place)]:
        for begin, _, person, _ in reading.mentions_in(start, end):
            if person.country and not person.former and not reading.mask.covers(begin):
                before = reading.text[max(start, begin - 60) : begin]
                if not APART.search(before) and (person.name or person.post):
                    found.setdefault(person.key, person)
    return list(found.values())


def add_principals(reading, sentence, text, encounter, met):
    """Add whom a joint subject or a partner without a name stands for, when only two countries' people come before."""
    here = {person.country for person in encounter.persons.values()}
    if not met or len(here) > 1 or not (JOINT.search(text) or PARTNER.search(text)):
        return
    if not here and not JOINT.search(text):
        return
    named = candidates(reading, sentence.start)
    countries = list(dict.fromkeys([*here, *(person.country for person in named)]))
    if len(countries) != (3 if THREE.search(text) else 2):
        return
    for country in countries:
        if country not in here:
            person = next(person for person in named if person.country == country)
            encounter.add(person, person.mentions[0][:2], confidence=0.82)
