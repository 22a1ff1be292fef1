"""Documents: their titles, types and steps, who signed, what they cover; those only mentioned are told "
"apart."""

import re
from dataclasses import replace
from itertools import islice

from .bare import find_bare
from .packages import find_package, named_apart
from .steps import NOUN, TELLS_STEP, step_in, type_of
from .titles import find_titles, titled

FIELDS = re.compile(
    r"\b(?:in the (?:fields?|spheres?|areas?|direction|sectors?) of|in (?:such |various )?(?:fields"
    r"|spheres|areas) (?:such as|including|like)|on cooperation in|covering|in terms of|(?:for"
    r"|across) (?:joint work in\s+)?|on|in the)\s+",
    re.I,
)
LISTED = re.compile(r"^\s*(?:[-–—•*·]|\d{1,2}[.)])\s+")
LIST_LEAD = re.compile(r"\b(?:documents|agreements|memorand\w+|MoUs|following|signed)\b[^.\n]{0,120}:$", re.I)

MOST_TITLES = 15  # in one sentence


def find_agreements(reading, encounters):
    """Return [(Fact of a Document, place)] in order."""
    listed = _listed(reading)
    found = list(listed)
    done = [place for _, place in listed]
    for number, sentence in enumerate(reading.cut.sentences):
        if sentence.start < reading.header.body or (
            LISTED.match(reading.text[sentence.start : sentence.end]) and sentence.start in done
        ):
            continue
        found += _in_sentence(reading, number, sentence, encounters, bool(listed))
    return _told_once(_enumerated(reading, _distinct(found)))


def _told_once(found):
    """Leave out what only speaks again of a document told before: of the same type, without a field of its own."""
    kept = []
    for fact, place in found:
        fields = {word for sphere in fact.value.spheres for word in sphere.wording.lower().split()}
        again = not fact.value.title and any(
            other.value.type == fact.value.type
            and other.value.type != "package"
            and (not fields or fields & set(f"{other.value.title} {_fields_of(other)}".lower().split()))
            and fact.value.status in ("mentioned", other.value.status)
            for other, _ in kept
        )
        if not again:
            kept.append((fact, place))
    return kept


def _fields_of(fact):
    return " ".join(sphere.wording for sphere in fact.value.spheres)


def _in_sentence(reading, number, sentence, encounters, has_list):
    raw = reading.text[sentence.start : sentence.end]
    text = reading.mask.outside(*sentence)
    found, taken = [], []
    for match in islice(find_titles(reading, sentence), MOST_TITLES):
        start, end, noun = match
        in_quote = reading.mask.covers(start)
        step, here, place = step_in(raw if in_quote else text, start - sentence.start, end - sentence.start)
        if in_quote and step != "agreed":
            step, here = "mentioned", False
        taken.append((start, end))
        found.append(
            titled(
                reading,
                sentence,
                start,
                end,
                noun,
                step,
                here,
                number,
                confidence=0.86 if step != "mentioned" else _sure_mention(reading, start, end, noun),
            )
        )
    for fact, place in named_apart(reading, sentence, text):
        if not any(first <= place < last for first, last in taken):
            found.append((fact, place))
            taken.append((place, place + 1))
    package = find_package(reading, sentence, text, taken, encounters, has_list)
    found += [package] if package else []
    found += [
        (fact, place)
        for fact, place in find_bare(reading, sentence, raw)
        if not any(first <= place < last for first, last in taken)
    ]
    return found


def _sure_mention(reading, start, end, noun):
    """A charter or programme that is only named is seldom the sides' own, unless its title names two of them."""
    own = len({mention.slug for mention in reading.countries_in(start, end)}) > 1
    told = TELLS_STEP.search(reading.text, max(0, start - 120), end + 120)
    return 0.8 if own or (told and type_of(noun) not in SELDOM_THEIRS) else 0.7


SELDOM_THEIRS = (
    "programme",
    "charter",
    "convention",
    "contract",
    "action-plan",
    "communique",
    "joint-statement",
    "road-map",
)
ENUMERATED = re.compile(r"\b(?:are|include[sd]?|namely|were|comprise)\b|:\s")


def _enumerated(reading, found):
    """Documents enumerated after a package was said to be signed share its step; the package is then no
    more sure."""
    packages = [
        (fact, place) for fact, place in found if fact.value.type == "package" and fact.value.at_meeting
    ]
    kept = []
    for fact, place in found:
        sentence = reading.cut.sentences[reading.cut.sentence_of(place)]
        together = [other for other, at in found if sentence.start <= at < sentence.end and other.value.title]
        before = [package for package, at in packages if at < place]
        lead = reading.text[sentence.start : place]
        if (
            fact.value.status == "mentioned"
            and len(together) > 1
            and before
            and ENUMERATED.search(reading.text[sentence.start : together[0].spans[0][0] + 1] or lead)
        ):
            value = replace(fact.value, status=before[-1].value.status, at_meeting=True, part_of_package=True)
            fact = replace(
                fact, value=value, rule=f"listed-{value.status}", confidence=max(fact.confidence, 0.84)
            )
        kept.append((fact, place))
    titled = [fact for fact, _ in kept if fact.value.title and fact.value.at_meeting]
    if len(titled) > 1:
        kept = [
            (
                replace(fact, confidence=min(fact.confidence, 0.78))
                if fact.value.type == "package" and not fact.value.spheres
                else fact,
                place,
            )
            for fact, place in kept
        ]
    return kept


def _listed(reading):
    """Documents listed one to a paragraph under "The documents:", or after each other in one sentence "
    "of MoUs."""
    found, open_step = [], None
    for paragraph in reading.cut.paragraphs:
        line = reading.text[paragraph.start : paragraph.end]
        bullet = LISTED.match(line)
        if bullet and open_step:
            noun = NOUN.search(line)
            if noun and noun.start() < bullet.end() + 60:
                start = paragraph.start + bullet.end()
                end = paragraph.start + len(line.rstrip(" ;.,"))
                found.append(
                    titled(reading, paragraph, start, end, noun.group(), open_step, True, 0, 0.9, part=True)
                )
            continue
        if LIST_LEAD.search(line) and not bullet:
            open_step = _list_step(reading, paragraph)
        elif not bullet:
            open_step = None
    return found


def _list_step(reading, paragraph):
    """The step of a list is the one that its lead tells, or the paragraphs before it."""
    text = reading.text[max(0, paragraph.start - 700) : paragraph.end]
    return (
        "exchanged"
        if re.search(r"\bexchanged\b", text[-120:])
        else "signed"
        if re.search(r"\bsign", text)
        else "mentioned"
    )


def _distinct(found):
    """Keep one Fact of a document told twice: the one with the further step, or the fuller title."""
    kept = {}
    for fact, place in sorted(found, key=lambda entry: entry[1]):
        document = fact.value
        key = document.title.casefold() or (
            document.type,
            tuple(wording.wording for wording in document.spheres),
        )
        same = next(
            (
                other
                for other in kept
                if isinstance(key, str) and isinstance(other, str) and (key in other or other in key)
            ),
            key,
        )
        if document.type == "package":
            same = next(
                (
                    other
                    for other in kept
                    if kept[other][0].value.type == "package"
                    and _samefind_package(kept[other][0].value, document)
                ),
                key,
            )
        if same not in kept or _better(fact.value, kept[same][0].value):
            kept[same] = (fact, place)
    return list(kept.values())


def _samefind_package(first, second):
    return not first.spheres or not second.spheres


def _better(new, old):
    if new.type == "package":
        return len(new.spheres) > len(old.spheres)
    return (old.status == "mentioned" and new.status != "mentioned") or (
        new.status == old.status
        and (len(new.signatories), len(new.title)) > (len(old.signatories), len(old.title))
    )
