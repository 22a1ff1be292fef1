"""Which sphere of cooperation a wording means, and lists of wordings taken apart."""

import re

from .cutting import Cut
from .facts import Covered

HEADS = (
    "cooperation",
    "ties",
    "relations",
    "partnership",
    "spheres",
    "fields",
    "areas",
    "sectors",
    "issues",
    "matters",
    "affairs",
)
SPLIT = re.compile(r",\s+(?:and\s+)?(?:as well as\s+)?(?:the\s+)?|\s+and\s+|\s+as well as\s+|;\s*|\s+&\s+")
KEPT_WHOLE = re.compile(
    r"science and technology|communications? and information technolog\w+|trade and investment"
    r"|standards and accreditation|"
    r"information (?:&|and) communications? technolog\w+|research and development|peace and security"
    r"|\w+ and humanitarian (?:issues|ties)|oil and gas|labour and employment|"
    r"regional and international|bilateral and multilateral|women and girls|food and agriculture"
    r"|foreign and security policy|arts and culture|mining and minerals",
    re.I,
)
OTHER = re.compile(
    r"^(?:and\s+)?(?:(?:many|several|some|a number of|various|all)\s+)?(?:other|others|etc)\b.*"
    r"|^(?:mutual|common) interest$",
    re.I,
)
MOST_ITEMS = 15


def sphere_of(reading, wording):
    """Return the slug of the one sphere that a wording means: of the longest words known, the last; "" "
    "when none is."""
    cut = Cut(wording)
    best, number = None, 0
    while number < len(cut.words):
        hit = reading.gazetteer.sphere_words.at(cut, number)
        if hit:
            length = cut.words[hit[0] - 1].end - cut.words[number].start
            if best is None or length >= best[0]:
                best = (length, hit[1][0].slug)
            number = hit[0]
        else:
            number += 1
    return best[1] if best else ""


def items(text, start, end):
    """Return [(start, end)] of the single wordings of a list in text[start:end], and whether it ends in "
    ""and others"."""
    found, more, place = [], False, start
    whole = [match.span() for match in KEPT_WHOLE.finditer(text, start, end)]
    for split in SPLIT.finditer(text, start, end):
        if any(first <= split.start() < last for first, last in whole) and not _known_pair(
            text, split, whole
        ):
            continue
        found.append((place, split.start()))
        place = split.end()
    found.append((place, end))
    kept = []
    for first, last in found[:MOST_ITEMS]:
        first, last = _trim(text, first, last)
        if last - first < 3:
            continue
        if OTHER.match(text[first:last]):
            more = True
            continue
        kept.append((first, last))
    return kept, more


def _known_pair(text, split, whole):
    """ "communications and information technologies" is two wordings."""
    return any(
        first <= split.start() < last and text[first:last].lower().startswith("communications and")
        for first, last in whole
    )


def _trim(text, start, end):
    lead = re.match(
        r"\s*(?:(?:the|a|an|of|in|on|for|both|and|issues of|fields? of|spheres? of|areas? of)\s+)*",
        text[start:end],
        re.I,
    )
    start += lead.end()
    while end > start and (text[end - 1].isspace() or text[end - 1] in ".,;:"):
        end -= 1
    return start, end


def covered(reading, spans):
    """Return the Covered of wordings at `spans`."""
    found = []
    for start, end in spans:
        wording = " ".join(reading.text[start:end].split())
        found.append(Covered(wording, sphere_of(reading, wording)))
    return found
