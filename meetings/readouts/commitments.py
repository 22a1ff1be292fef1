"""Promises: invitations, next meetings, what will be signed."""

import re

from .facts import Fact, Promise
from .speakers import subject_of_previous

INVITED = re.compile(
    r"\b(?:invited|invites|inviting|(?:extended|conveyed|handed over|passed on|renewed|reiterated|issued)"
    r" (?:an?|the|his|her|their) (?:\w+ )?invitation(?: to)?)\s+",
    re.I,
)
TO_VISIT = re.compile(
    r"\bto\s+(?:(?=[A-Z][a-z]+(?: [A-Z][a-z]+)?(?:[.,;]|$| (?:in|for|next|this|later|on)\b))"
    r"|pay\s+(?:an?\s+)?(?:\w+\s+)?(?:return\s+)?visit\s+to"
    r"|(?:make\s+(?:an?\s+)?(?:\w+\s+)?visit\s+to)|visit|come to|travel to|join|attend|take part in"
    r"|participate in)\s+(?:the\s+)?(?P<place>[^.,;]{2,80}?)(?=\s+(?:at|in (?:the near|20|early|late"
    r"|January|February|March|April|May|June|July|August|September|October|November|December)|next|this"
    r"|to continue|on|for|later)\b|[.,;]|$)",
    re.I,
)
NEXT = re.compile(
    r"\b(?:agreed (?:to|that they (?:will|would)) (?:hold|meet|convene|reconvene|continue (?:the "
    r"|their )?(?:talks|dialogue|discussions|consultations|negotiations))|will (?:meet again|hold|continue"
    r"|next meet|reconvene)"
    r"|next (?:meeting|session|round)[^.]{0,60}?\b(?:will|to) (?:be held|take place)|"
    r"(?:is|are) (?:due|scheduled|expected) to (?:meet|hold|visit)|(?:will|would) host the next|next (?:meeting"
    r"|session|round)[^.]{0,40}?\b(?:is|was) (?:scheduled|planned|set|due)"
    r"|(?:meeting|session"
    r"|round)[^.]{0,40}?\bwill (?:be held|take place))\b[^.]{0,160}",
    re.I,
)
WILL_SIGN = re.compile(
    r"\b(?:agreed to (?:sign|conclude)|will sign|plan(?:s|ned)? to sign|(?:is|are) (?:due"
    r"|expected) to (?:sign|be signed)|will be signed)\b[^.;]{3,160}",
    re.I,
)
ACCEPTED = re.compile(r"\baccept(?:ed|s|ing)\s+(?:(?:[\w.]+(?:['’]s)?)\s+){0,5}?invitation\b", re.I)
DUE = re.compile(
    r"\b(?:in|on|by|this|next)\s+(?:the\s+)?(?P<due>(?:early |late |the first half of "
    r"|the second half of |the end of |the near future|(?:Mon|Tues|Wednes|Thurs|Fri|Satur"
    r"|Sun)day,?\s+)?(?:(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December)(?:\s+\d{1,2})?(?:,?\s+20\d\d)?|20\d\d|spring|summer|autumn|fall|winter|year|month|week"
    r"|future)?)",
    re.I,
)


def find_commitments(reading, encounter):
    """Return [(Fact of a Promise, place)] in order; quotes are left out."""
    found = []
    for sentence in reading.cut.sentences:
        if sentence.start < reading.header.body:
            continue
        text = reading.mask.outside(*sentence)
        if (invited := INVITED.search(text)) and (
            fact := _invitation(reading, encounter, sentence, text, invited)
        ):
            found.append((fact, sentence.start + invited.start()))
            continue
        if (accepted := ACCEPTED.search(text)) and (
            fact := _accepted(reading, encounter, sentence, text, accepted)
        ):
            found.append((fact, sentence.start + accepted.start()))
            continue
        for kind, form in (("next-meeting", NEXT), ("will-sign", WILL_SIGN)):
            if match := form.search(text):
                found.append(
                    (_announced(reading, encounter, sentence, match, kind), sentence.start + match.start())
                )
                break
    return found


def _invitation(reading, encounter, sentence, text, invited):
    start = sentence.start + invited.start()
    before = [person for first, _, person, _ in reading.mentions_in(sentence.start, start) if person.country]
    visit = TO_VISIT.search(text, invited.end())
    if re.search(r"\b(?:had|was|were|been|at the)\s+(?:\w+\s+)?$", text[: invited.start()]) or not visit:
        return None
    by = before[0] if before else subject_of_previous(reading, sentence.start)
    if by is None:
        return None
    behind = [
        person
        for first, _, person, _ in reading.mentions_in(start, sentence.start + visit.start())
        if person is not by
    ]
    to = behind[0] if behind else _other(encounter, by)
    place_span = (sentence.start + visit.start("place"), sentence.start + visit.end("place"))
    end = sentence.start + visit.end()
    place, what = reading.text[slice(*place_span)], reading.text[sentence.start + visit.start() : end]
    is_event = re.search(r"attend|take part|participate", what[:16])
    promise = Promise(
        kind="invitation",
        what=" ".join(what.split()),
        by=by.name or by.post,
        by_countries=[by.country],
        to=(to.name or to.post) if to else "",
        to_countries=[to.country] if to and to.country else [],
        event=place if is_event else "visit",
        place="" if is_event else place,
        date="",
        due_wording=_due(reading.text[end : sentence.end]),
    )
    return Fact(promise, ((start, end),), 0.88 if to else 0.75, "invited")


def _accepted(reading, encounter, sentence, text, accepted):
    """Who accepts an invitation to visit was invited by the other, whom the sentence may name."""
    start = sentence.start + accepted.start()
    before = [person for _, _, person, _ in reading.mentions_in(sentence.start, start) if person.country]
    visit = TO_VISIT.search(text, accepted.end())
    to = before[0] if before else subject_of_previous(reading, sentence.start)
    if to is None or not to.country or not visit:
        return None
    named = [
        person
        for _, _, person, _ in reading.mentions_in(start, sentence.start + visit.start())
        if person is not to and person.country
    ]
    by = named[0] if named else _other(encounter, to)
    if by is None:
        return None
    place = (sentence.start + visit.start("place"), sentence.start + visit.end("place"))
    promise = Promise(
        kind="invitation",
        what=" ".join(text[visit.start() : visit.end()].split()),
        by=by.name or by.post,
        by_countries=[by.country],
        to=to.name or to.post,
        to_countries=[to.country],
        event="visit",
        place=reading.text[slice(*place)],
        date="",
        due_wording=_due(text[visit.end() :]),
    )
    return Fact(promise, ((start, sentence.start + visit.end()),), 0.84, "accepted-invitation")


def _other(encounter, by):
    others = (
        [person for person in encounter.persons.values() if person.country != by.country] if encounter else []
    )
    return others[0] if len(others) == 1 else None


def _announced(reading, encounter, sentence, match, kind):
    start = sentence.start + match.start()
    end = sentence.start + len(match.string[: match.end()].rstrip(" .;"))
    parties = sorted(encounter.parties) if encounter else []
    sides = re.search(
        r"\b(?:they|sides|two|both|parties|leaders|ministers|next|agreed)\b",
        match.string[: match.end()],
        re.I,
    )
    promise = Promise(
        kind=kind,
        what=" ".join(reading.text[start:end].split()),
        by="",
        by_countries=parties if sides else [],
        to="",
        to_countries=[],
        event="",
        place="",
        date="",
        due_wording=_due(match.group()),
    )
    return Fact(promise, ((start, end),), 0.82 if sides else 0.6, kind)


def _due(words):
    found = DUE.search(words)
    return found.group().strip() if found and found["due"] else ""
