"""How they met: format, setting, whether it was held, and the event it belonged to."""

import re

PHONE = re.compile(
    r"\b(?:phone|telephone|telephonic)(?:d| call| conversation| talks)?\b|\bby (?:tele)?phone\b"
    r"|\bspoke (?:\w+ ){0,3}?by phone\b",
    re.I,
)
VIDEO = re.compile(
    r"\bvideo ?-?conferenc\w*|\bvideo ?-?(?:link|call|format|meeting|talks)\b|\bvia video\b|\b(?:virtual"
    r"|online)(?:ly)?\b(?! (?:platform|trade|services))|\bVTC\b",
    re.I,
)
LETTERS = re.compile(r"\b(?:exchanged letters|sent (?:a letter|a message|congratulations))\b", re.I)
PRESENCE = re.compile(
    r"\b(?:met|meets|received|hosted|hosts|welcomed|face-to-face|in person|tête-à-tête|had (?:a|many"
    r"|an?) (?:\w+ )?meetings?|visit|visiting|audience|sidelines|margins|"
    r"talks in|meeting (?:took place|was held)|sat down|holds? talks|held talks|signed|signing|meeting the)\b",
    re.I,
)
SIDELINES = re.compile(
    r"\b(?:on|in|at) the (?:sidelines|margins) of (?P<event>(?:the |an? )?[^.,;\n]{3,120})"
    r"|\bas part of (?P<part>the [^.,;\n]{3,80}?(?:Summit|Forum|Conference))",
    re.I,
)
SUMMIT = re.compile(
    r"\bat (?P<event>the (?:[A-Z0-9][\w-]*\s+){1,6}(?:Summit|Forum|Conference|General Assembly))"
)
COMMISSION = re.compile(
    r"\b(?P<event>(?:(?:the\s+)?(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh"
    r"|eighth|ninth|tenth|regular)\s+)?(?:meeting|session|sitting)\s+of\s+(?:the\s+)?"
    r"(?:[A-Z][\w/-]*\s+|\w+-\w+\s+){0,5}?(?:Intergovernmental|Joint|Economic|Bilateral|Interstate"
    r"|Strategic|Cooperation)[^.,;\n]{0,60}?(?:Commission|Committee|Council)(?:\s+(?:on"
    r"|for)\s+[A-Z][\w]+(?:\s+(?:and\s+)?[A-Z]\w+)*)?)"
)
VISIT = re.compile(
    r"\b(?:(?P<kind>state|official|working|private|historic|four-day|three-day|two-day|one-day|\w+-day"
    r"|first|current|courtesy)\s+){0,3}visit(?:\s+(?:to|of)\b|\s+by\b|\s+from\b|[.,;]|\s+in\b|\s+for\b"
    r"|\s*$|\s+on\b|\s+and\b|\s+at\b|\s+this\b|\s+during\b)",
    re.I,
)
NO_VISIT = re.compile(
    r"\b(?:invit\w+|accept\w*|will|upcoming|future|next|planned|reciprocal|your|last|recent|forthcoming"
    r"|looks? forward|after (?:the|his|her))\b[^.]{0,50}$",
    re.I,
)
CEREMONY = re.compile(
    r"\b(?:signing ceremony|inauguration|enthronement|funeral|accepted the credentials|presented (?:his"
    r"|her) credentials)\b",
    re.I,
)


def find_format(reading, sentences):
    """Return (format, span, confidence, rule) or None."""
    for sentence in sentences:
        text = reading.mask.outside(*sentence)
        for kind, form in (("phone", PHONE), ("video", VIDEO), ("correspondence", LETTERS)):
            found = form.search(text)
            if found and not re.search(
                r"\b(?:earlier|previous|last|since|will|by)\b[^.]{0,30}$", text[: found.start()], re.I
            ):
                return kind, _span(sentence, found), 0.92, f"{kind}-in-sentence-of-meeting"
    for sentence in sentences:
        if found := PRESENCE.search(reading.mask.outside(*sentence)):
            return "in-person", _span(sentence, found), 0.9, "met-in-person"
    return None


def find_setting(reading, sentences, others):
    """Return (setting, event name, event kind, span, confidence, rule) or None."""
    for sentence in [*sentences, *others]:
        text = reading.mask.outside(*sentence)
        sure = 0.88 if sentence in sentences else 0.83
        if found := SIDELINES.search(text):
            event = (found["event"] or found["part"]).strip()
            return "sidelines", _event(event), _kind(event), _span(sentence, found), 0.9, "sidelines"
        if sentence in sentences and (found := SUMMIT.search(text)):
            return (
                "sidelines",
                _event(found["event"]),
                _kind(found["event"]),
                _span(sentence, found),
                0.84,
                "at-a-summit",
            )
        if found := COMMISSION.search(text):
            return (
                "commission-session",
                found["event"].strip(),
                "commission-session",
                _span(sentence, found, "event"),
                sure,
                "commission",
            )
    for sentence in [*sentences, *others]:
        text = reading.mask.outside(*sentence)
        found = VISIT.search(text)
        if found and not NO_VISIT.search(text[: found.start()][-80:]):
            word = (found["kind"] and found["kind"].lower()) or ""
            kind = f"{word}-visit" if word in ("state", "official", "working", "private") else "visit"
            sure = 0.86 if sentence in sentences or kind != "visit" else 0.8
            return (
                "bilateral-visit",
                re.sub(
                    r"\s+(?:to|of|by|from|in|for|on|and|at|this|during)$", "", found.group().strip(" .,;")
                ),
                kind,
                _span(sentence, found),
                sure,
                "visit",
            )
    return None


def _span(sentence, found, group=0):
    return sentence[0] + found.start(group), sentence[0] + found.end(group)


def _event(words):
    words = re.sub(r"^(?:the|an?) ", "", words.strip(), flags=re.I)
    return re.split(r"\s+(?:in|on|at|today|that|which|where|with|to)\s+|\s+today\b", words)[0].strip()


def _kind(words):
    low = words.lower()
    for kind in ("summit", "conference", "forum", "assembly"):
        if kind in low:
            return kind if kind in ("summit", "conference") else "conference"
    return "other"
