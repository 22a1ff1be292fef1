"""What the text says the sides talked about: one topic for each wording, with third countries."""

import re

from .facts import Fact, Topic
from .spheres import HEADS, items, sphere_of

ACTIVE = re.compile(
    r"\b(?:discussed|discuss|talked about|went over|spoke about|exchanged (?:views|opinions|thoughts) on"
    r"|had an exchange (?:of views )?on|touched (?:up)?on|considered|reviewed|addressed|"
    r"focused on|covered|raised|dealt with|gave (?:an )?update on|briefed (?:\w+ ){1,5}?on"
    r"|informed (?:\w+ ){1,5}?(?:about|on)|told (?:\w+ ){1,4}?about|went through"
    r"|exchanged perspectives on|talks on|discussions? on|conversation on|consultations on|concerned)\s+",
    re.I,
)
PASSIVE = re.compile(
    r"^(?P<what>.{3,260}?)\s+(?:were|was|have been)\s+(?:also\s+|thoroughly\s+)?(?:discussed|considered"
    r"|reviewed|touched upon|raised|addressed|on the agenda)\b",
    re.I | re.S,
)
STOP = re.compile(
    r"\s+(?:during|at) (?:the|their|today's) (?:meeting|talks|conversation|call|sidelines)"
    r"|\s+between (?:the|our|both) (?:two )?(?:countries|sides|states)|,?\s+including\s+"
    r"|\s+with (?:a view|particular|special)\b|"
    r",\s+an?\s|,\s+(?:in particular|as well as the|among (?:others|other)|noting|stressing|agreeing"
    r"|where|which|who|with|while)\b|\s+in (?:detail|depth)|\s+ahead of\s|[.;]\s*$"
    r"|\s+between [A-Z]\w+ and [A-Z]\w+|\s+for the (?:further|future)\b|;\s|\s+and (?:agreed|stressed"
    r"|noted|expressed|underlined|welcomed|emphasi[sz]ed|underscored|underlined|reaffirmed)\b",
    re.I,
)
LEADS = re.compile(
    r"^(?:(?:the|a|an|many|several|number of|wide range of|range of|broad range of|variety of|series of"
    r"|current|topical|key|main|pressing|various|some)\s+)*(?:(?:issues?|matters|questions|ways|prospects"
    r"|possibilities|opportunities|state|topics|aspects|process|means|details|steps)\s+(?:of|for|to|on"
    r"|related to|relating to|concerning|regarding)\s+)?"
    r"(?:(?:the\s+)?(?:further|increasing|expanding|developing|deepening|strengthening|enhancing|boosting"
    r"|improving|advancing|broadening|development|expansion|strengthening|current state"
    r"|future)\s+(?:of\s+)?(?:the\s+)?)*",
    re.I,
)
FIELDS = re.compile(
    r"\b(?:cooperation|relations|partnership|ties|interaction|collaboration|work|dialogue)\s+(?:in"
    r"|on)\s+(?:the\s+)?(?:(?:fields?|spheres?|areas?|sectors?)\s+of\s+)?",
    re.I,
)
INCLUDING = re.compile(r",?\s+(?:including|in particular)\b", re.I)
NOT_TOPIC = re.compile(
    r"\b(?:him|her|them|each other|the (?:president|minister|visit)|fact|question of whether)\b", re.I
)
ON = re.compile(
    r"\s*(?:On|Regarding|Concerning|Turning to"
    r"|Looking to) (?P<what>(?:the )?[A-Z][^,.;]{2,60}?),? (?:they|the (?:sides|leaders|ministers|two"
    r"|Prime Minister|President))\b"
)
SUBJECT = re.compile(
    r"\b(?:they|we|sides|parties|two|both|leaders|ministers|presidents|officials|meeting|signing|talks"
    r"|conversation|call|secretary|interlocutors|counterparts|heads|delegations)\b",
    re.I,
)
LONGEST = 12


def find_discussions(reading, encounter):
    """Return [(Fact of a Topic, place)] in order; quotes are left out, and what one side said."""
    found = []
    for sentence in reading.cut.sentences:
        if sentence.start < reading.header.body:
            continue
        text = reading.mask.outside(*sentence)
        if passive := PASSIVE.search(text):
            found += _topics(
                reading,
                encounter,
                sentence.start + passive.start("what"),
                sentence.start + passive.end("what"),
                text,
            )
            continue
        if on := ON.match(text):
            found += _topics(
                reading, encounter, sentence.start + on.start("what"), sentence.start + on.end("what"), text
            )
            continue
        for active in ACTIVE.finditer(text):
            if not _of_the_sides(reading, sentence, text, active):
                continue
            found += _topics(reading, encounter, sentence.start + active.end(), sentence.end, text)
            break
    return _distinct(found)


def _of_the_sides(reading, sentence, text, active):
    before = text[: active.start()]
    if re.search(r"\b(?:will|to|would|should|can)\s+(?:\w+\s+){0,3}$", before) or re.search(
        r"\brecall\w*|earlier\b", before
    ):
        return False
    if active.group().strip().lower() in (
        "raised",
        "considered",
        "covered",
        "addressed",
        "concerned",
        "discuss",
    ) and not SUBJECT.search(before):
        return False
    people = {
        person.country
        for _, _, person, _ in reading.mentions_in(sentence.start, sentence.start + active.start())
        if person.country
    }
    return bool(SUBJECT.search(before)) or len(people) > 1 or not before.strip()


def _topics(reading, encounter, start, end, sentence):
    text, rest = reading.text, []
    if stop := STOP.search(text, start, end):
        if INCLUDING.match(stop.group()) and "," in text[stop.end() : end]:
            tail = STOP.search(text, stop.end(), end)
            rest, _ = items(text, stop.end(), tail.start() if tail else end)
        end = stop.start()
    lead = LEADS.match(text[start:end])
    start += lead.end() if lead else 0
    fields = FIELDS.search(text, start, end)
    if fields and "," not in text[start : fields.start()]:
        spans, _ = items(text, fields.end(), end)
        head = text[start : fields.start() + len(fields.group().split()[0])].strip()
        if len(spans) == 1 and len(text[start:end].split()) <= 7:
            spans = [(start, end)]
        elif spans and re.match(r"(?:bilateral|regional)", head):
            spans = [(start, fields.start() + len(fields.group().split()[0])), *spans]
    else:
        spans, _ = items(text, start, end)
    return [topic for span in [*spans, *rest] if (topic := _topic(reading, encounter, *span))]


def _topic(reading, encounter, start, end):
    wording = " ".join(reading.text[start:end].split())
    words = wording.split()
    if (
        not words
        or len(words) > LONGEST
        or NOT_TOPIC.search(wording)
        or (len(words) == 1 and words[0].lower() in HEADS)
    ):
        return None
    parties = encounter.parties if encounter else set()
    about = [mention.slug for mention in reading.countries_in(start, end) if mention.slug not in parties]
    sphere = sphere_of(reading, wording)
    known = bool(sphere or about)
    confidence = 0.86 if known else 0.81 if len(words) <= 6 else 0.7
    return Fact(
        Topic(wording, sphere, list(dict.fromkeys(about))), ((start, end),), confidence, "discussed"
    ), start


def _distinct(found):
    kept = {}
    for fact, place in found:
        kept.setdefault(fact.value.wording.casefold(), (fact, place))
    return list(kept.values())
