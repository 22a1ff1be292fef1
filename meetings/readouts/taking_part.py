"""Who else took part: counterparts, people without a country, delegations, those said to have been there."""

import re

from .meeting_words import ATTENDED, COUNTERPART, SIDE
from .people import Person
from .persons import agree
from .speakers import subject_of_previous


def add_by_elimination(reading, sentence, encounter, met):
    """A monarch or minister without a country, met by someone of one of the only two countries of the text."""
    states = {mention.slug for mention in reading.countries if not reading.is_organisation(mention.slug)}
    own = {person.country for person in encounter.persons.values()}
    if not met or len(states) != 2 or len(own) != 1:
        return
    for start, end, person, _ in reading.mentions_in(*sentence):
        if (
            not person.country
            and person.post
            and person.name
            and not person.former
            and not reading.mask.covers(start)
        ):
            person.country = (states - own).pop()
            encounter.add(person, (start, end), confidence=0.8)


PRONOUN = re.compile(
    r"(?:^|[,;]\s|\band\s)(?:[Hh]e|[Ss]he)\s+(?:\w+\s+){0,3}$|\b(?:received|met|welcomed|hosted)\s+(?:him|her)\b"
)


def add_pronoun(reading, sentence, text, encounter, met):
    """He was received by the President: the subject of the sentence before met the only person named here."""
    if not met or len(encounter.persons) != 1:
        return
    found = PRONOUN.search(text[: met.start()]) or PRONOUN.search(text[met.start() :][:30])
    person = subject_of_previous(reading, sentence.start) if found else None
    (other,) = encounter.persons.values()
    if person is None or person is other or not person.post or person.former:
        return
    states = {mention.slug for mention in reading.countries if not reading.is_organisation(mention.slug)}
    if not person.country and len(states - {other.country}) == 1 and other.country in states:
        person.country = (states - {other.country}).pop()
    if person.country and person.country != other.country:
        encounter.add(person, person.mentions[0][:2], confidence=0.82)


def add_counterparts(reading, sentence, text, encounter):
    """His Kazakh counterpart: the same rank for the other country."""
    for found in COUNTERPART.finditer(text):
        place = sentence.start + found.start()
        others = [
            person
            for _, end, person, _ in reading.mentions_in(sentence.start, place)
            if person.country and not person.former
        ]
        if not others:
            continue
        country = reading.country_in(place, sentence.start + found.end())
        reference = others[0]
        _as_counterpart(reading, country, reference)
        if not country or any(person.country == country for person in encounter.persons.values()):
            continue
        known = [
            person
            for person in reading.persons
            if person.country == country and agree(person.rank, reference.rank) and not person.former
        ]
        person = known[0] if len(known) == 1 else None
        if person is None:
            person = Person(
                name="", post=reference.post, country=country, rank=reference.rank, tenure="counterpart"
            )
            reading.persons.append(person)
        if person:
            encounter.add(person, (place, sentence.start + found.end()), confidence=0.85)


def _as_counterpart(reading, country, reference):
    """His Kazakh counterpart Alikhan Smailov: he has the post of the one whose counterpart he is."""
    for person in reading.persons:
        if person.country == country and person.post == "counterpart":
            person.post, person.rank = reference.post, reference.rank


def add_sides(reading, sentence, text, encounter, met):
    """A meeting with a delegation of a country, none of whom is named."""
    if not met or not encounter.persons:
        return
    own = {person.country for person in encounter.persons.values()}
    for mention in reading.countries_in(*sentence):
        tail = reading.text[mention.end : mention.end + 30]
        if mention.slug not in own and SIDE.match(tail.strip()) and not reading.mask.covers(mention.start):
            encounter.countries.setdefault(mention.slug, []).append((mention.start, mention.end))


def add_attending(reading, encounter):
    """People of the parties who are said to have been there."""
    for sentence in reading.cut.sentences:
        text = reading.mask.outside(*sentence)
        if not ATTENDED.search(text):
            continue
        for start, end, person, _ in reading.mentions_in(*sentence):
            if (
                person.country in encounter.parties
                and not person.former
                and person.key not in encounter.persons
                and person.post
                and person.name
            ):
                encounter.add(person, (start, end), confidence=0.82)
