"""From whatever was pasted to plain text, every character of which knows where it came from.

Control characters become spaces, invisible format characters and HTML tags vanish, entities become their characters.
What is left keeps its place: `Cleaned.spans` turns a stretch of plain text into the stretches of the pasted text.
"""

import html
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

# What is longer is read up to here, and the reading says so.
MOST_CHARACTERS = 300_000

PIECE = re.compile(r"<!--|</?[a-zA-Z][^<>]{0,2000}>|&#?\w{1,12};")
# What stands between these is no text. The closing half is looked for by find, so hostile openings cost nothing.
UNSEEN = {"<!--": "-->", "<script": "</script", "<style": "</style", "<head": "</head", "<nav": "</nav"}
OPENING = re.compile(r"<!--|<(?:script|style|head|nav)\b", re.I)
LOOKS_LIKE_HTML = re.compile(
    r"<(?:!doctype|html|body|head|p|div|span|br|h[1-6]|article|strong|em|a|b|i|li|ul)\b[^<>]*>", re.I
)
BLOCK = re.compile(
    r"</?(?:p|div|br|h[1-6]|li|ul|ol|tr|table|article|section|header|footer|blockquote|title)\b", re.I
)


@dataclass(frozen=True)
class Cleaned:
    """Plain text; `origin` holds for each of its characters (start, end) in the pasted text, None if
    they agree."""

    pasted: str
    text: str
    origin: tuple | None
    was_html: bool
    cut: bool

    def spans(self, start, end):
        """Return the stretches of the pasted text that hold text[start:end], parted where a tag stands
        between."""
        if self.origin is None or start >= end:
            return ((start, end),) if start < end else ()
        found = []
        for begin, finish in self.origin[start:end]:
            if begin == finish:
                continue
            if found and "<" not in self.pasted[found[-1][1] : begin]:
                found[-1][1] = finish
            else:
                found.append([begin, finish])
        return tuple((begin, finish) for begin, finish in found)


def clean(pasted):
    """Return the Cleaned form of a pasted text (str); never fails."""
    was_html = bool(LOOKS_LIKE_HTML.search(pasted[:MOST_CHARACTERS]))
    within = pasted[:MOST_CHARACTERS]
    pieces = _html_pieces(within) if was_html else [(within, 0, len(within), True)]
    text, origin, same = [], [], True
    for piece, start, end, verbatim in pieces:
        if not verbatim:
            same = False
            text.extend(piece)
            origin.extend((start, end if place == 0 else start) for place, _ in enumerate(piece))
            continue
        plain = _plain(piece)
        if same and len(plain) == len(piece):
            text.append(plain)
            origin.append((start, end))
            continue
        same = False
        _keep_one_by_one(piece, start, text, origin)
    if same:
        return Cleaned(pasted, "".join(text), None, was_html, len(pasted) > MOST_CHARACTERS)
    return Cleaned(pasted, "".join(text), tuple(_flat(text, origin)), was_html, len(pasted) > MOST_CHARACTERS)


def _flat(text, origin):
    """Yield one (start, end) per character, also for stretches that were kept whole."""
    for piece, (start, end) in zip(text, origin, strict=True):
        if len(piece) > 1:
            yield from ((start + place, start + place + 1) for place in range(len(piece)))
        elif piece:
            yield start, end


def _keep_one_by_one(piece, start, text, origin):
    for place, character in enumerate(piece, start):
        if kept := _character(character):
            text.append(kept)
            origin.append((place, place + 1))


def _html_pieces(pasted):
    """Yield (text, start, end, verbatim) in order; what stands for a tag or an entity is not verbatim."""
    place, lower, unclosed = 0, pasted.lower() if len(pasted.lower()) == len(pasted) else pasted, set()
    for found in PIECE.finditer(pasted):
        if found.start() < place:
            continue
        if found.start() > place:
            yield pasted[place : found.start()], place, found.start(), True
        place = found.end()
        if opening := OPENING.match(found.group()):
            place = _after_unseen(lower, found.end(), opening.group().lower(), unclosed)
        is_entity = found.group()[0] == "&"
        yield _stand_in(found.group()), found.start(), found.end() if is_entity else found.start(), False
    if place < len(pasted):
        yield pasted[place:], place, len(pasted), True


def _after_unseen(lower, place, opening, unclosed):
    """Return where the text goes on after an element that holds none; at `place` when it is never closed."""
    if opening in unclosed:
        return place
    closing = lower.find(UNSEEN[opening], place)
    if closing < 0:
        unclosed.add(opening)
        return place
    return max(lower.find(">", closing) + 1, closing + 1)


def _stand_in(piece):
    """Return what a tag or an entity becomes: paragraphs end with blocks, other tags leave nothing."""
    if piece.startswith("&"):
        return "".join(_character(character) for character in html.unescape(piece))
    return "\n" if BLOCK.match(piece) else ""


def _plain(piece):
    if piece.isascii() and piece.isprintable():
        return piece
    return "".join(map(_character, piece))


@lru_cache(maxsize=4096)
def _character(character):
    """Return what one character becomes: itself, a space, or nothing."""
    if character in "\n\t":
        return character
    if character == "\r":
        return "\n"
    category = unicodedata.category(character)
    if category == "Cf" and character != "\u200b":
        return ""
    if category in ("Zl", "Zp"):
        return "\n"
    return " " if category in ("Cc", "Cs", "Zs") or character == "\u200b" else character
