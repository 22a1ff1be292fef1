"""Documents in words: their types, and the step that a sentence tells of one."""

import re
from functools import lru_cache
from itertools import islice

TYPES = (
    (r"memorand(?:um|a|ums) of understanding|mous?\b|memorand(?:um|a|ums)", "memorandum-of-understanding"),
    (r"joint declaration of intent|declaration of intent|letters? of intent", "letter-of-intent"),
    (r"joint (?:declaration|statement|communiqu[ée])|trilateral statement", "joint-statement"),
    (r"exchange of notes|notes verbales", "exchange-of-notes"),
    (r"road ?-?maps?", "road-map"),
    (r"action plans?|work plans?|plans? of (?:action|cooperation|consultations)", "action-plan"),
    (r"declarations?", "declaration"),
    (r"treat(?:y|ies)", "treaty"),
    (r"conventions?", "convention"),
    (r"protocols?", "protocol"),
    (r"charters?", "charter"),
    (r"communiqu[ée]s?", "communique"),
    (r"programmes?|programs?", "programme"),
    (r"contracts?", "contract"),
    (r"agreements?", "agreement"),
)


KIND = "|".join(f"(?:{form})" for form, _ in TYPES)


NOUN = re.compile(rf"\b(?P<noun>{KIND})(?!\w)", re.I)


STEPS = (
    ("signed", re.compile(r"\b(?:signed|signing|inked|concluded)\b", re.I)),
    ("exchanged", re.compile(r"\bexchanged\b", re.I)),
    ("initialled", re.compile(r"\binitial(?:l)?ed\b", re.I)),
    ("ratified", re.compile(r"\bratified\b", re.I)),
    ("in-force", re.compile(r"\b(?:entered|came|enters) into force\b", re.I)),
    (
        "under-negotiation",
        re.compile(
            r"\b(?:negotiat\w+|work(?:ing)? (?:has started |started |is under ?way )?on|under preparation"
            r"|being (?:drafted|prepared)|finali[sz]\w+)\b",
            re.I,
        ),
    ),
    (
        "agreed",
        re.compile(
            r"\b(?:reached (?:an )?agreement|agreed on|were agreed|was agreed|agreed an?|adopted|approved)\b",
            re.I,
        ),
    ),
    ("proposed", re.compile(r"\b(?:proposed|suggested|offered) (?:to sign|signing|concluding)\b", re.I)),
)


FUTURE = re.compile(
    r"\b(?:would|could|may|might|can|once|until|before|for|will|to be|is expected to be|are expected to be"
    r"|plans? to|ready to|expected|should be"
    r"|intend\w* to|agreed to|hoped?(?: to)?|aim\w* to|possibility of|preparing to)\s*(?:be\s+)?(?:soon\s+)?$",
    re.I,
)


NOT = re.compile(
    r"\b(?:no|not|never|without|nothing|failed to|yet to be|postponed the)\b[^.;]{0,40}$|n['’]t [^.;]{0,20}$",
    re.I,
)


PAST = re.compile(
    r"\b(?:last (?:year|month|week|spring|summer|autumn|winter)|in (?:early |late |mid-)?(?:(?:January|February"
    r"|March|April|May|June"
    r"|July|August|September|October|November|December)\b ?)?(?:19|20)\d\d|in (?:January|February|March|April"
    r"|June|July|August"
    r"|September|October|November|December)\b|in May\b|two decades|under the|earlier|previously|(?:have"
    r"|has) been|had been"
    r"|announced last|years ago|since)\b",
    re.I,
)


REDUCED = re.compile(
    r"\b(?:statement|agreements?|documents?|treaty|declaration|memorand\w+|protocol|charter"
    r"|plan)\s+(?:on [^,.]{0,80}\s+)?(?:signed|reached|adopted|concluded)\b",
    re.I,
)


NUMBERS = {
    word: number
    for number, word in enumerate(
        [
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
        ],
        1,
    )
}


DONE = ("signed", "exchanged", "initialled", "in-force", "ratified")
PASSIVE = re.compile(r"\b(?:was|were|been)\s+(?:also\s+)?$")
MOST = 10  # verbs of one kind looked at in a sentence


@lru_cache(maxsize=16)
def _verbs(text):
    """Every verb of a step in a sentence: (step, start, end, whether a passive); "mentioned" for what is to come."""
    found = []
    for step, form in STEPS:
        for match in islice(form.finditer(text), MOST):
            before = text[max(0, match.start() - 60) : match.start()]
            if NOT.search(before):
                continue
            to_come = step in DONE and FUTURE.search(before[-40:])
            passive = bool(PASSIVE.search(before[-14:]))
            found.append(("mentioned" if to_come else step, match.start(), match.end(), passive))
    return found


def step_in(text, noun_place, end=None):
    """Return (step, at this meeting, place) that a sentence tells of a document named at `noun_place` in it."""
    best, end = None, end or noun_place
    for step, first, last, passive in _verbs(text):
        rank = first - end - 25 * passive if first >= end else noun_place - last + 5
        if best is None or rank < best[0]:
            best = (rank, step, first)
    if best is None:
        return "mentioned", False, None
    _, step, place = best
    if step == "signed" and _only_recalled(text, place):
        return "mentioned", False, place
    if step == "ratified" and dict(STEPS)["in-force"].search(text):
        step = "in-force"
    if PAST.search(text[max(0, place - 50) : place + 50]) and step in (
        "signed",
        "exchanged",
        "agreed",
        "initialled",
    ):
        return "mentioned", False, place
    return step, step in ("signed", "exchanged", "initialled", "agreed"), place


def type_of(noun):
    """Return the type (a value of Agreement.Type) that a noun means; "other" for none."""
    return next((kind for form, kind in TYPES if re.fullmatch(form, noun, re.I)), "other")


def count_in(lead):
    """Return the number that words like "a package of 12" or "seven different" give, None without one."""
    for word in lead.lower().split():
        if word.isdigit():
            return int(word)
        if word in NUMBERS:
            return NUMBERS[word]
    return None


# A document that a sentence only names is likely meant when it tells of some step of it too.
TELLS_STEP = re.compile(
    r"\b(?:sign|initial|conclud|ratif|adopt|implement|expir|renew|extend|draft|finali[sz]"
    r"|negotiat)\w*",
    re.I,
)
HERE = re.compile(
    r"\blist of|signed (?:were|was|are|includ\w+)\b|documents signed (?:on|at|in|during)|signed (?:on|during|at)\b"
)


def _only_recalled(text, place):
    """Whether "signed" only tells which document is meant: the statement signed by the presidents opens ways."""
    reduced = REDUCED.search(text)
    passive = re.search(r"\b(?:was|were|is|been)\s+\w*\s*$", text[:place])
    return bool(reduced and reduced.end() >= place and not passive and not HERE.search(text))
