"""Quoted stretches of a text: straight, curly, low and angled marks, nested, and running over paragraphs."""

from bisect import bisect_right
from dataclasses import dataclass

CLOSING = {"“": "”", "«": "»", "„": "“", "‘": "’", '"': '"', "‹": "›"}
OPENING = frozenset(CLOSING)
OUTER = ("“", "«", "„", '"')
LONGEST = 6000


@dataclass(frozen=True)
class Quoted:
    """Quoted words: the stretches between the marks (several when a quote runs over paragraphs)."""

    pieces: tuple
    start: int
    end: int
    closed: bool

    def text(self, cut):
        """Return the words, paragraphs joined by a space."""
        return " ".join(cut.text[start:end].strip() for start, end in self.pieces)


def find_quoted(cut):
    """Return the outermost Quoted of a text in order; a mark without partner quotes to the end of its
    paragraph."""
    found, carried = [], None
    for paragraph in cut.paragraphs:
        place = paragraph.start
        if carried and cut.text[place] in OPENING:
            place = _continue(cut, carried, paragraph, found)
            if place is None:
                continue
        elif carried:
            found.append(Quoted(tuple(carried[0]), carried[1], carried[0][-1][1], False))
        carried = None
        while (start := _next_opening(cut.text, place, paragraph)) is not None:
            end = _partner(cut.text, start, paragraph.end)
            if end is None:
                carried = [(start + 1, paragraph.end)], start
                break
            found.append(Quoted(((start + 1, end),), start, end + 1, True))
            place = end + 1
    if carried:
        found.append(Quoted(tuple(carried[0]), carried[1], carried[0][-1][1], False))
    return [quoted for quoted in found if any(end > start for start, end in quoted.pieces)]


def _continue(cut, carried, paragraph, found):
    """Carry an open quote on into a paragraph that begins with a mark; None when it stays open after it."""
    pieces, start = carried
    mark = cut.text[paragraph.start]
    end = _partner(cut.text, paragraph.start, paragraph.end) if mark in CLOSING else paragraph.start
    pieces.append((paragraph.start + 1, paragraph.end if end is None else end))
    total = sum(after - before for before, after in pieces)
    if end is None and total < LONGEST:
        return None
    stop = paragraph.end if end is None else end + 1
    found.append(Quoted(tuple(pieces), start, stop, end is not None))
    return stop


def _next_opening(text, place, paragraph):
    for position in range(place, paragraph.end):
        mark = text[position]
        if mark in OUTER and (mark != '"' or _opens(text, position)):
            return position
        if mark == "‘" and _is_outer_single(text, position, paragraph.end):
            return position
    return None


def _opens(text, position):
    before = text[position - 1] if position else " "
    after = text[position + 1] if position + 1 < len(text) else " "
    return (before.isspace() or before in "([—–-,:") and not after.isspace()


def _is_outer_single(text, position, limit):
    """A single mark quotes when it stands before a word and its partner ends one some words later."""
    end = text.find("’", position, min(limit, position + 800))
    while end > 0 and end + 1 < limit and text[end + 1].isalpha():
        end = text.find("’", end + 1, min(limit, position + 800))
    return end > 0 and text.count(" ", position, end) >= 2


def _partner(text, start, limit):
    """Return where the quote that opens at `start` is closed within text[:limit], or None."""
    opening = text[start]
    closing, depth = CLOSING[opening], 1
    for position in range(start + 1, min(limit, start + LONGEST)):
        mark = text[position]
        if mark == closing:
            if mark == "’" and position + 1 < limit and text[position + 1].isalpha():
                continue
            if (
                mark == '"'
                and _opens(text, position)
                and position + 1 < limit
                and text[position + 1].isalpha()
                and text[position - 1] not in ".,!?"
            ):
                continue
            depth -= 1
            if depth == 0:
                return position
        elif mark == opening and opening != '"':
            depth += 1
    return None


class Mask:
    """Tells whether a place is inside quoted words, and gives a text without them."""

    def __init__(self, text, quoted):
        self._starts = [one.start for one in quoted]
        self._ends = [one.end for one in quoted]
        self._blanked = _blanked(text, quoted)

    def covers(self, place):
        """Return whether the character at `place` is quoted."""
        number = bisect_right(self._starts, place) - 1
        return number >= 0 and place < self._ends[number]

    def outside(self, start, end):
        """Return text[start:end] with quoted characters blanked, so that places stay the same."""
        return self._blanked[start:end]


def _blanked(text, quoted):
    pieces, place = [], 0
    for one in quoted:
        pieces += [text[place : one.start], " " * (one.end - one.start)]
        place = one.end
    return "".join([*pieces, text[place:]])
