"""How alike two names are, whatever their script, marks and romanisation. Pure: knows no record and no database.

A name is compared as it folds (Əsədov is asadov), in Latin letters (Мишустин is mishustin) and by its sound, in which
the usual romanisations of one letter agree (kh and x, ch and ç, y and i). Fuzzy ratios are those of rapidfuzz.
"""

import re
from dataclasses import dataclass

from anyascii import anyascii
from rapidfuzz import fuzz, process

from ...browse.folding import fold

SAME, JOINED, SOUNDS, INITIALS, MOST_FUZZY = 100, 98, 95, 88, 94
ONE_WORD_IN, WORDS_IN = 75, 86
WORTH_A_LOOK = 60
MOST_FOUND = 50

# In this order; each is what one letter of another alphabet becomes in some romanisation.
SPELLINGS = (
    ("shch", "s"), ("sch", "s"), ("tch", "c"), ("dzh", "c"), ("ch", "c"), ("sh", "s"), ("zh", "c"), ("dj", "c"),
    ("kh", "h"), ("gh", "g"), ("ph", "f"), ("th", "t"), ("ck", "k"), ("ts", "c"), ("tz", "c"), ("x", "h"),
    ("q", "k"), ("w", "v"), ("yu", "u"), ("iu", "u"), ("ya", "a"), ("ia", "a"), ("ye", "e"), ("ie", "e"),
    ("yo", "o"), ("oo", "u"), ("ou", "u"), ("j", "c"), ("y", "i"),
)  # fmt: skip


def latin(text):
    """Return the text folded and in Latin letters: "Михаил Мишустин" is "mikhail mishustin"."""
    return fold(anyascii(fold(text)))


def sound(plain):
    """Return what `latin` returned as it sounds, roughly: spellings of one sound agree, letters stand once."""
    for spelling, letter in SPELLINGS:
        plain = plain.replace(spelling, letter)
    return re.sub(r"([a-z])\1+", r"\1", plain)


@dataclass(frozen=True)
class Name:
    """A name made ready for comparing, `text` as it is written."""

    text: str
    plain: str
    sound: str

    @classmethod
    def of(cls, text):
        """Return the Name of a text."""
        plain = latin(text)
        return cls(text, plain, sound(plain))


def names(*texts):
    """Return the Names of some texts, those without letters or digits left out."""
    ready = (Name.of(text) for text in dict.fromkeys(texts) if text)
    return [name for name in ready if name.plain]


def likeness(first, second):
    """Return how alike two Names are, 0 to 100."""
    ours, theirs = first.plain.split(), second.plain.split()
    if sorted(ours) == sorted(theirs):
        return SAME
    if "".join(ours) == "".join(theirs):
        return JOINED
    if sorted(first.sound.split()) == sorted(second.sound.split()):
        return SOUNDS
    if _by_initials(first.sound.split(), second.sound.split()):
        return INITIALS
    ratio = max(
        fuzz.token_sort_ratio(first.plain, second.plain), fuzz.token_sort_ratio(first.sound, second.sound)
    )
    return max(int(min(ratio, _limit(first, second), MOST_FUZZY)), _contained(ours, theirs))


def _by_initials(ours, theirs):
    """Whether the words agree one by one, an initial with any word that it begins: "m misustin"."""
    if len(ours) != len(theirs) or len(ours) < 2:
        return False
    pairs = list(zip(ours, theirs, strict=True))
    agree = all(a == b or (1 in (len(a), len(b)) and a[0] == b[0]) for a, b in pairs)
    return agree and any(a == b for a, b in pairs)


def _limit(first, second):
    """One word that is quite another (Ilham, Heydar) keeps two names apart, however alike the rest is."""
    short, long = sorted((first.sound.split(), second.sound.split()), key=len)
    sides = [(short, long), (long, short)][: 1 + (len(short) == len(long))]
    worst = min(max(fuzz.ratio(word, other) for other in others) for some, others in sides for word in some)
    return 45 + worst / 2


def _contained(ours, theirs):
    """Whether all words of the shorter name stand in the longer one too."""
    short, long = sorted((set(ours), set(theirs)), key=len)
    if not short <= long or max(map(len, short)) < 3:
        return 0
    return WORDS_IN if len(short) > 1 else ONE_WORD_IN


def most_alike(ours, theirs):
    """Return (likeness, our Name, their Name) of the best pair among two lists of Names; (0, None, None) for none."""
    pairs = ((likeness(one, other), one, other) for one in ours for other in theirs)
    return max(pairs, key=lambda found: found[0], default=(0, None, None))


def look_alikes(wanted, known):
    """Return {key: likeness} of the best among many: `known` is {key: [Name]}, `wanted` a list of Names.

    A quick ratio picks who is worth a look; only these are compared in earnest.
    """
    sounds = {(key, place): name.sound for key, group in known.items() for place, name in enumerate(group)}
    keys = set()
    for name in wanted:
        found = process.extract(
            name.sound, sounds, scorer=fuzz.token_sort_ratio, score_cutoff=WORTH_A_LOOK, limit=MOST_FOUND
        )
        keys |= {key for _, _, (key, _) in found}
    return {key: most_alike(wanted, known[key])[0] for key in keys}
