"""Plain text cut into words, sentences and paragraphs, all of them places in that text."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from ..browse.folding import fold

WORD = re.compile(r"[^\W_]+")
LINE = re.compile(r"[^\n]+")
END = re.compile(r"[.!?…]+[\"”’»“)\]]*(?=\s|$)")
LETTER = re.compile(r"[A-Z]")
# After these a full stop ends no sentence.
ABBREVIATIONS = frozenset(
    """
    mr mrs ms dr prof st gen col lt sen rep hon messrs h.e he no art sec vs jan feb mar apr jun jul aug sep sept
    oct nov dec mon tue wed thu fri sat sun bn mln bln approx est dept gov u.s u.k u.n e.u a.m p.m i.e e.g etc inc ltd
    """.split()  # noqa: SIM905
)
WRAPPED_LINES, WRAPPED_WIDTH, SHORT_LINE = 6, 100, 45
# A longer sentence is cut, so that what is looked for within a sentence costs no more in a hostile text.
LONGEST_SENTENCE = 1500


class Word(NamedTuple):
    """A word and where it stands."""

    start: int
    end: int
    text: str
    folded: str

    @property
    def capital(self):
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()


class Stretch(NamedTuple):
    """A sentence or paragraph: text[start:end]."""

    start: int
    end: int


@lru_cache(maxsize=65536)
def folded(word):
    """Return a word folded, as names in the gazetteer are."""
    return fold(word)


@dataclass(frozen=True)
class Cut:
    """A text with its words, sentences and paragraphs."""

    text: str

    @cached_property
    def words(self):
        """All words in order."""
        return [
            Word(found.start(), found.end(), found.group(), folded(found.group()))
            for found in WORD.finditer(self.text)
        ]

    @cached_property
    def paragraphs(self):
        """All paragraphs in order, without the space around them."""
        return (
            _joined(self.text)
            if _is_wrapped(self.text)
            else [
                _trimmed(self.text, *found.span())
                for found in LINE.finditer(self.text)
                if found.group().strip()
            ]
        )

    @cached_property
    def sentences(self):
        """All sentences in order; none crosses the end of a paragraph."""
        return [sentence for paragraph in self.paragraphs for sentence in _sentences(self.text, paragraph)]

    @cached_property
    def _starts(self):
        return {
            "words": [word.start for word in self.words],
            "sentences": [sentence.start for sentence in self.sentences],
            "paragraphs": [paragraph.start for paragraph in self.paragraphs],
        }

    def word_at(self, place):
        """Return the number of the first word that begins at `place` or later."""
        return bisect_right(self._starts["words"], place - 1)

    def words_in(self, start, end):
        """Return the range of numbers of the words that begin within text[start:end]."""
        return range(self.word_at(start), self.word_at(end))

    def sentence_of(self, place):
        """Return the number of the sentence in which `place` stands (the last that begins before it)."""
        return max(bisect_right(self._starts["sentences"], place) - 1, 0)

    def paragraph_of(self, place):
        """Return the number of the paragraph in which `place` stands."""
        return max(bisect_right(self._starts["paragraphs"], place) - 1, 0)

    def between(self, first, second):
        """Return the characters between word number `first` and word number `second` (or the end of the text)."""
        end = self.words[second].start if second < len(self.words) else len(self.text)
        return self.text[self.words[first].end : end]


def _trimmed(text, start, end):
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Stretch(start, end)


def _is_wrapped(text):
    """Return whether lines were broken at a fixed width: blank lines part paragraphs then."""
    lines = [line for line in text[:20_000].split("\n") if line.strip()]
    if len(lines) < WRAPPED_LINES or max(map(len, lines)) > WRAPPED_WIDTH:
        return False
    return sum(len(line) > SHORT_LINE for line in lines) > len(lines) * 0.6 and "\n\n" in text.strip()


def _joined(text):
    found, start = [], None
    place = 0
    for line in text.split("\n"):
        if line.strip():
            start = place if start is None else start
        elif start is not None:
            found.append(_trimmed(text, start, place))
            start = None
        place += len(line) + 1
    if start is not None:
        found.append(_trimmed(text, start, len(text)))
    return found


def _sentences(text, paragraph):
    start = paragraph.start
    for end in END.finditer(text, paragraph.start, paragraph.end):
        if _ends_sentence(text, start, end, paragraph.end):
            yield from _short(text, start, end.end())
            start = end.end()
    if text[start : paragraph.end].strip():
        yield from _short(text, start, paragraph.end)


def _short(text, start, end):
    while end - start > LONGEST_SENTENCE:
        middle = text.rfind(" ", start + 1, start + LONGEST_SENTENCE)
        middle = middle if middle > start else start + LONGEST_SENTENCE
        if (piece := _trimmed(text, start, middle)).end > piece.start:
            yield piece
        start = middle
    if (piece := _trimmed(text, start, end)).end > piece.start:
        yield piece


def _ends_sentence(text, start, end, limit):
    rest = text[end.end() : min(limit, end.end() + 12)].lstrip()
    if not rest or text[end.start()] in "!?…" or len(end.group()) > 1:
        return not rest or not rest[0].islower()
    if rest[0].islower():
        return False
    before = text[max(start, end.start() - 12) : end.start()].split()
    last = before[-1].lstrip('(“"«‘').casefold() if before else ""
    return not (last in ABBREVIATIONS or (len(last) == 1 and last.isalpha()))
