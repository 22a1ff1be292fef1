"""Documents with common names: an air services agreement, a protocol on tourism, the trilateral statement."""

import re

from .facts import Document, Fact
from .spheres import covered
from .steps import KIND, TELLS_STEP, step_in, type_of

END = (
    r"(?=\s+(?:during|between|was|were|is|are|has|have|had|will|would|opens?|signed|reached|adopted|concluded"
    r"|which|that|who"
    r"|in [A-Z]|in the (?:near|autumn|spring|summer|winter|presence|coming|first|second|next|end)|on \w+day|on [A-Z0-9]"
    r"|before|by|at|as|after|with a view|to be|to sign|next|this|last|later|today|yesterday|soon|can|could"
    r"|should|must|may"
    r"|and (?:an?|the|took|agreed|noted|adopted|exchanged|signed|discussed|welcomed|said|to|also|their|six|two"
    r"|three)\b)\b"
    r"|[,.;:\"”“»]|$)"
)
BARE = re.compile(
    rf"\b(?P<article>an?|the|this|that|another|their|of|and|on)\s+(?P<words>(?:(?:[a-z][\w/’'-]*|\d{{4}}"
    rf"|[A-Z][\w’'-]*)\s+){{0,4}}?"
    rf"(?P<noun>{KIND}|pacts?|accords?))\b(?P<about>\s+(?:signed by .{{3,160}}?\s+)?"
    rf"(?:(?:on|for|concerning|regarding|about|amending|establishing"
    rf"|to)\s+(?:the\s+)?(?!behalf)[^,.;:\"”“»]{{3,90}}?){END})?",
    re.I,
)
MODIFIERS = frozenset(
    """
    the a an this that these those such new bilateral joint two both several other any said same first second
    third another
    signed reached previous existing relevant corresponding important key major historic recent future latest
    following of
    on and for in to by from under with number series package text draft its their his her our main appropriate separate
    respective general common mutual
    """.split()  # noqa: SIM905
)
NEVER = re.compile(
    r"\b(?:in|into|of) agreement|press|programmes?$|programs?$|statements?$|joint statement$|declarations?$"
    r"|contracts?$|plans?$"
    r"|communiqu|opening|closing|training|nuclear programme|work|in the protocol",
    re.I,
)
# What stands before the modifiers of a noun is no part of its name.
LEAD = re.compile(
    r"\b(?:an?|the|of|and|on|for|to|in|with|by|is|are|was|were|has|have|had|will|would|or|that|which|sides|also"
    r"|both|its|their"
    r"|this|another|other|\w+ed|(?:sign|includ|concern|follow|adopt|conclud|regard)ing|\d|two|three|four|five"
    r"|six|seven)\s+",
    re.I,
)
MOST = 8


def find_bare(reading, sentence, raw):
    """Yield (Fact of a Document, place) of each document that a sentence names without a title."""
    for number, found in enumerate(BARE.finditer(raw)):
        if number >= MOST:
            return
        if document := _document(reading, sentence, raw, found):
            yield document


def _document(reading, sentence, raw, found):
    noun, skipped = found["noun"], 0
    for lead in LEAD.finditer(found["words"][: -len(noun)]):
        skipped = lead.end()
    words = found["words"][skipped:]
    telling = [word for word in words[: -len(noun)].split() if word.lower() not in MODIFIERS]
    about = re.search(
        r"\b(?:on|for|concerning|regarding|about)\s+(?:the\s+)?(?!behalf)", found["about"] or ""
    )
    if noun[-1] == "s" and noun.lower() not in ("mous",):
        return None
    start, end = sentence.start + found.start("words") + skipped, sentence.start + found.end("words")
    step, here, _ = step_in(raw, start - sentence.start, found.end())
    recalled = reading.mask.covers(start) or (found["about"] and "signed by" in found["about"])
    if recalled:
        step, here = "mentioned", False
    parties = _parties(reading, sentence, raw, found, start)
    if not (telling or about or (parties and "trilateral" in words.lower())):
        return None
    if NEVER.search(words) and not (about and step != "mentioned") and "trilateral" not in words.lower():
        return None
    fields = []
    if about:
        first = sentence.start + found.start("about") + about.end()
        fields = [(first, sentence.start + found.end("about"))]
    document = Document(
        title="",
        type=_type(words, noun),
        type_wording=" ".join(words.split()),
        spheres=covered(reading, fields),
        more_spheres=False,
        signatories=[],
        parties=parties,
        bodies=[],
        status=step,
        at_meeting=here,
        count=1,
    )
    return Fact(
        document, ((start, end), *fields), _sureness(step, about, parties, telling, raw), f"named-{step}"
    ), start


def _sureness(step, about, parties, telling, raw):
    if step != "mentioned":
        return 0.82
    return (
        0.81
        if (about and TELLS_STEP.search(raw)) or (telling and parties) or "trilateral" in telling
        else 0.7
    )


def _parties(reading, sentence, raw, found, start):
    between = re.match(r"\s+between\s+[^.;]{3,60}", raw[found.end() :])
    reach = sentence.start + found.end() + (between.end() if between else 0)
    return sorted({mention.slug for mention in reading.countries_in(start, reach)})


def _type(words, noun):
    if re.search(r"(?:joint|trilateral)\s+(?:statement|declaration)", words, re.I):
        return "joint-statement"
    return "agreement" if noun.lower() in ("pact", "accord") else type_of(noun)
