"""Who else took part: counterparts, people without a country, delegations, those said to have been there."""

import re

from .meeting_words import ATTENDED, COUNTERPART, SIDE
from .people import Person, agree
from .principals import candidates
from .speakers import subject_of_previous

THIRD_PLACE = re.compile(r"\b(?:sidelines|margins|summit|forum|conference|assembly|session)\b", re.I)
# Cities of these countries host whom they do not represent.
SEATS_OF_OTHERS = frozenset({"switzerland", "united-states", "austria", "belgium"})


def add_by_elimination(reading, sentence, encounter, met):
    """Someone with a post but no country: of the other of two countries, else of the one in whose city they met."""
    own = {person.country for person in encounter.persons.values()}
    if not met or len(own) != 1:
        return
    for start, end, person, _ in reading.mentions_in(*sentence):
        if (
            not person.country
            and person.post
            and person.name
            and not person.former
            and not reading.mask.covers(start)
            and (country := _other_state(reading, sentence, own, sentence.start + met.end()))
        ):
            person.country = country
            encounter.add(person, (start, end), confidence=0.8)


def _acts(reading, mention):
    """Whether a country is more than a place that is talked about: "in Afghanistan" makes it no side."""
    return not re.search(
        r"\b(?:in|on|to|about|from|against|over) (?:the )?$",
        reading.text[max(0, mention.start - 12) : mention.start],
    )


def _other_state(reading, sentence, own, until):
    title = reading.countries_in(*reading.header.title) if reading.header.title else []
    for mentions in (reading.countries, [*title, *reading.countries_in(reading.header.body, until)]):
        states = {mention.slug for mention in mentions if not reading.is_organisation(mention.slug)}
        rest = states - own
        if len(states) == 2 and len(rest) == 1 and any(_acts(reading, m) for m in mentions if m.slug in rest):
            return rest.pop()
    text = reading.text[sentence.start : sentence.end]
    if THIRD_PLACE.search(text):
        return ""
    for number in reading.cut.words_in(*sentence):
        word = reading.cut.words[number]
        if word.capital and re.search(r"\b[Ii]n $", text[: word.start - sentence.start]):
            hit = reading.gazetteer.city_names.at(reading.cut, number)
            if hit and hit[1][0][1] not in own | SEATS_OF_OTHERS:
                return hit[1][0][1]
    return ""


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
    """His Kazakh counterpart: the same rank for the other country; without a country the one named before."""
    for found in COUNTERPART.finditer(text):
        place, end = sentence.start + found.start(), sentence.start + found.end()
        others = [
            person
            for _, _, person, _ in reading.mentions_in(sentence.start, place)
            if person.country and not person.former
        ]
        country = reading.country_in(place, end)
        if found["many"]:
            if country and encounter.persons:
                encounter.countries.setdefault(country, []).append((place, end))
            continue
        if not others or any(person.country == country for person in encounter.persons.values()):
            continue
        if person := _counterpart(reading, country, others[0], place):
            encounter.add(person, (place, end), confidence=0.85)


def _counterpart(reading, country, reference, place):
    if not country:
        known = [
            person
            for person in candidates(reading, place)
            if person.country != reference.country and agree(person.rank, reference.rank)
        ]
        return known[0] if len(known) == 1 else None
    known = [
        person
        for person in reading.persons
        if person.country == country and agree(person.rank, reference.rank) and not person.former
    ]
    if known:
        return known[0] if len(known) == 1 else None
    person = Person(name="", post=reference.post, country=country, rank=reference.rank, tenure="counterpart")
    reading.persons.append(person)
    return person


def settle_counterparts(reading):
    """His Kazakh counterpart Alikhan Smailov: he has the post of the one named before him whose counterpart he is."""
    for person in reading.persons:
        if person.post != "counterpart":
            continue
        start = person.mentions[0][0]
        sentence = reading.cut.sentences[reading.cut.sentence_of(start)]
        before = [
            other
            for _, _, other, _ in [
                *reading.mentions_in(sentence.start, start),
                *reading.mentions_in(0, sentence.start),
            ]
            if other is not person
            and other.post not in ("", "counterpart")
            and other.country != person.country
        ]
        person.post, person.rank = (before[0].post, before[0].rank) if before else ("", "unknown")


def add_sides(reading, sentence, text, encounter, met):
    """A meeting with a delegation of a country, none of whom is named."""
    if not met or not encounter.persons:
        return
    own = {person.country for person in encounter.persons.values()}
    for mention in reading.countries_in(*sentence):
        tail = reading.text[mention.end : mention.end + 30]
        if mention.slug not in own and SIDE.match(tail.strip()) and not reading.mask.covers(mention.start):
            encounter.countries.setdefault(mention.slug, []).append((mention.start, mention.end))


BETWEEN = re.compile(
    r"\b(?:talks|meetings?|consultations|negotiations|session|round|dialogue|conversation|call|commission)\b[^.;]{0,60}?"
    r"\bbetween (?:the )?(?:[\w'’]+ ){0,4}?(?=[A-Z])",
    re.I,
)
NEAR = 24


def add_between(reading, sentence, text, encounter):
    """Talks between Kenya and Ghana: the countries themselves, when nobody is named for them."""
    found = BETWEEN.search(text)
    if not found:
        return
    named, reach = [], sentence.start + found.end()
    for mention in reading.countries_in(sentence.start + found.start(), sentence.end):
        if mention.start - reach > NEAR or reading.mask.covers(mention.start):
            break
        named.append(mention)
        reach = mention.end
    if len({mention.slug for mention in named}) > 1:
        for mention in named:
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
