"""Where a text says that people met, spoke or signed, and who they were: one Encounter for each meeting."""

import re
from collections import Counter
from dataclasses import dataclass, field

from .meeting_words import (
    ABOUT,
    ARRIVAL,
    ASIDE,
    ATTENDED,
    BREAK,
    EARLIER,
    MET,
    NO_MEETING,
    NO_TALKS,
    OFF,
    PLANNED,
    SIGNED,
    STRONG,
    TALKED,
    TALKS,
    WITNESS,
)
from .principals import THREE, add_principals, candidates
from .taking_part import (
    add_attending,
    add_between,
    add_by_elimination,
    add_counterparts,
    add_pronoun,
    add_sides,
    settle_counterparts,
)

VAGUE = ("other-official", "unknown", "anyone")
LEAD = 6
# "The agreement signed as a result of the war": nobody signs here.
RECALLED = re.compile(
    r"\b(?:agreements?|statement|documents?|treaty|declaration|memorand\w+|protocol|charter|accords?)\s+$",
    re.I,
)


@dataclass
class Encounter:
    """A meeting as the text tells it: sentences that say so, persons with what they were there."""

    sentences: list = field(default_factory=list)
    persons: dict = field(default_factory=dict)
    roles: dict = field(default_factory=dict)
    spans: dict = field(default_factory=dict)
    countries: dict = field(default_factory=dict)
    verb: tuple = ()
    planned: bool = False
    off: str = ""
    by_signing: bool = False
    audience: bool = False
    attended: bool = False
    weak: bool = False

    def add(self, person, span, role="participant", confidence=0.9):
        """Note that a person took part."""
        key = person.key
        self.persons.setdefault(key, person)
        self.spans.setdefault(key, []).append(span)
        old = self.roles.get(key, (role, 0))
        self.roles[key] = (role, confidence) if confidence > old[1] else old
        if person.country and role != "witness":
            self.countries.setdefault(person.country, []).append(span)

    @property
    def parties(self):
        """The countries of all who took part, witnesses apart."""
        own = {self.persons[key].country for key, (role, _) in self.roles.items() if role != "witness"}
        return (own | set(self.countries)) - {""}


def find_encounters(reading):
    """Return the Encounters of a text, the first told first."""
    found = []
    settle_counterparts(reading)
    for number, sentence in enumerate(reading.cut.sentences):
        for encounter in _in_sentence(reading, number, sentence):
            _merge(found, encounter)
    found = _without_doubles(found) or _spoken(reading) or list(_told_across(reading))
    for encounter in found:
        add_attending(reading, encounter)
    return found


def _in_sentence(reading, number, sentence):
    """Yield the encounter that a sentence tells, if it names two sides outside quotes."""
    text = reading.mask.outside(*sentence)
    met, signed = MET.search(text), SIGNED.search(text)
    if not (met or signed) or (ARRIVAL.search(text) and not TALKED.search(text)):
        return
    if not met and RECALLED.search(text[: signed.start()]):
        return
    verb = met or signed
    encounter = Encounter(
        [number], verb=(sentence.start + verb.start(), sentence.start + verb.end()), by_signing=not met
    )
    reached = 0
    for start, end, person, named in reading.mentions_in(*sentence):
        before = text[: start - sentence.start]
        if reading.mask.covers(start) or person.former or not person.country or _aside(before):
            continue
        if (
            named is not None
            and named.definite
            and not person.official
            and reading.text[end : end + 2] == "’s"
        ):
            continue
        if not person.name and person.rank in VAGUE:
            continue
        role, place = "witness" if WITNESS.search(before[-70:]) else "participant", start - sentence.start
        if role != "witness" and place >= verb.end() and _beyond(text, max(verb.end(), reached), place, verb):
            continue
        reached = end - sentence.start
        encounter.add(person, (start, end), role)
    add_by_elimination(reading, sentence, encounter, met)
    add_pronoun(reading, sentence, text, encounter, met)
    add_counterparts(reading, sentence, text, encounter)
    add_principals(reading, sentence, text, encounter, met)
    if len({encounter.persons[key].country for key in encounter.persons}) < 2:
        add_sides(reading, sentence, text, encounter, met)
        add_between(reading, sentence, text, encounter)
    taking_part = any(role != "witness" for role, _ in encounter.roles.values())
    if len(encounter.parties) < 2 or not (taking_part or len(encounter.countries) > 1):
        return
    if encounter.by_signing and len(encounter.persons) < 2:
        return
    if EARLIER.search(text[: verb.start()]) or (
        met and re.match(r"[^.]{0,60}\b(?:19|20)\d\d\b", text[verb.end() :]) and _long_ago(reading, sentence)
    ):
        return
    encounter.planned = bool(
        met and PLANNED.search(text[max(0, verb.start() - 25) : verb.end()])
    ) and verb.group().lower() not in ("met", "held")
    encounter.weak = not STRONG.search(text)
    encounter.attended = bool(ATTENDED.search(text))
    encounter.audience = bool(re.search(r"\baudience\b", text))
    if off := OFF.search(text):
        encounter.off = "cancelled" if off["cancelled"] else "postponed"
    yield encounter


def _spoken(reading):
    """Those who speak in turn in a transcript, when they are of two countries or more, and the text speaks of talks."""
    turns = [(person, span) for _, _, person, span in reading.turns if person.country and not person.former]
    if len({person.country for person, _ in turns}) < 2 or not TALKS.search(reading.text):
        return []
    first = turns[0][1]
    encounter = Encounter([reading.cut.sentence_of(first[0])], verb=first)
    for person, span in turns:
        encounter.add(person, span, confidence=0.83)
    return [encounter]


def _beyond(text, reached, start, verb):
    """Whether a person named behind the verb is talked about rather than met: "discussed Putin's plan"."""
    between = text[reached:start]
    if ABOUT.fullmatch(verb.group().strip()):
        return not re.search(r"\b(?:with|between|by|among)\s+(?:[\w.’']+\s+){0,8}$", text[verb.end() : start])
    return bool(BREAK.search(between))


def _told_across(reading):
    """When no sentence names both sides: the people of the only two countries in the lead, and the first word of a
    meeting there."""
    sentences = [
        (number, sentence)
        for number, sentence in enumerate(reading.cut.sentences)
        if sentence.start >= reading.header.body
    ][:LEAD]
    if not sentences:
        return
    named = candidates(reading, sentences[-1][1].end)
    countries = _sides_of(reading, named)
    if NO_MEETING.search(reading.text):
        return
    for number, sentence in sentences:
        text = reading.mask.outside(*sentence)
        met = TALKS.search(text)
        if (
            not met
            or NO_TALKS.search(text)
            or (ARRIVAL.search(text) and not TALKED.search(text))
            or len(countries) < 2
            or EARLIER.search(text[: met.start()])
        ):
            continue
        encounter = Encounter([number], verb=(sentence.start + met.start(), sentence.start + met.end()))
        for country in countries:
            person = next(person for person in named if person.country == country)
            encounter.add(person, person.mentions[0][:2], confidence=0.8)
        encounter.planned = bool(PLANNED.search(text))
        if off := OFF.search(text):
            encounter.off = "cancelled" if off["cancelled"] else "postponed"
        yield encounter
        return


def _sides_of(reading, named):
    """The two countries (three where the text speaks of three) whose people a lead names; of more those named again."""
    count = Counter()
    for person in named:
        count[person.country] += len(person.mentions)
    wanted = 3 if THREE.search(reading.text) else 2
    if len(count) > wanted:
        often = [country for country, times in count.items() if times > 1]
        return often if len(often) == wanted else []
    return list(count)


def _aside(before):
    return bool(ASIDE.search(before[-60:]))


def _long_ago(reading, sentence):
    """Whether a date of the sentence lies well before the day of publication."""
    day = reading.header.day
    for dated in reading.dates_in(*sentence):
        if day and dated.has_year and dated.value[:4].isdigit():
            return (day.year * 12 + day.month) - (int(dated.value[:4]) * 12 + int(dated.value[5:7] or 1)) > 2
    return False


def _merge(found, encounter):
    """Add to the encounter told before that has the same people; else it is another one."""
    for known in found:
        shared = set(known.persons) & set(encounter.persons)
        if (
            encounter.weak
            and known.parties >= encounter.parties
            and (known.parties == encounter.parties or shared)
        ):
            _join(known, encounter)
            return
        if encounter.attended and known.parties >= encounter.parties:
            _join(known, encounter)
            return
        if encounter.by_signing and known.parties >= encounter.parties and (shared or not known.audience):
            _join(known, encounter)
            return
        if known.by_signing and not encounter.by_signing and known.parties <= encounter.parties:
            known.by_signing, known.verb = False, encounter.verb
            _join(known, encounter)
            return
        if len(shared) >= 2 or (shared and known.parties >= encounter.parties):
            if encounter.planned and not known.planned:
                return
            if known.planned and not encounter.planned:
                known.planned = False
            _join(known, encounter)
            return
    if encounter.planned and any(known.parties & encounter.parties == encounter.parties for known in found):
        return
    found.append(encounter)


def _join(known, encounter):
    known.sentences += encounter.sentences
    known.off = known.off or encounter.off
    for key, person in encounter.persons.items():
        role, confidence = encounter.roles[key]
        for span in encounter.spans[key]:
            known.add(person, span, role, confidence)
    for country, spans in encounter.countries.items():
        known.countries.setdefault(country, []).extend(spans)


def _without_doubles(found):
    """An encounter whose people all take part in another one is that one."""
    kept = []
    for encounter in found:
        others = [
            other for other in found if other is not encounter and set(encounter.persons) < set(other.persons)
        ]
        if others and encounter.parties <= others[0].parties:
            _join(others[0], encounter)
        else:
            kept.append(encounter)
    return kept
