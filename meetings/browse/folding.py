"""How text is compared: one folding for search, sorting and addresses, on every database alike.

A folded text has lower-case letters and digits only, in words parted by single spaces. Letters lose their
marks (é→e, ё→е, й→и, ş→s), ligatures and letters of single alphabets become the nearest plain Latin ones
(ə→a, æ→ae), apostrophes inside words vanish (Qur'an → quran), and everything else parts words (COVID-19 →
covid 19). Scripts other than Latin keep their letters.
"""

import re
import unicodedata
from dataclasses import dataclass

from anyascii import anyascii

LONGEST_WORD = 64
LONGEST_SORT_KEY = 200  # A B-tree entry of PostgreSQL holds 2,704 bytes, and a slug goes with it.
MOST_QUERY_WORDS = 8

# Letters that Unicode does not take apart into a plain letter and a mark.
LETTERS = {
    "ə": "a", "ǝ": "a", "ı": "i", "ȷ": "j", "ł": "l", "đ": "d", "ð": "d", "ø": "o", "æ": "ae", "œ": "oe",
    "þ": "th", "ŋ": "n", "ħ": "h", "ŧ": "t", "ĸ": "k", "ƀ": "b", "ɓ": "b", "ƈ": "c", "ȼ": "c", "ɖ": "d",
    "ɗ": "d", "ɇ": "e", "ɛ": "e", "ƒ": "f", "ǥ": "g", "ɠ": "g", "ɣ": "g", "ɨ": "i", "ɉ": "j", "ƙ": "k",
    "ƚ": "l", "ɲ": "n", "ƞ": "n", "ɔ": "o", "ɵ": "o", "ƥ": "p", "ɍ": "r", "ƭ": "t", "ʉ": "u", "ʋ": "v",
    "ƴ": "y", "ɏ": "y", "ƶ": "z", "ȥ": "z", "ⱥ": "a", "ⱦ": "t", "ⱡ": "l", "ꝑ": "p", "ꞓ": "c", "ꞡ": "g",
    "ꞥ": "n", "ꞩ": "s",
}  # fmt: skip
# Straight and curly apostrophes, accents typed for one, signs of romanisations (ʹ ʼ ʾ ʿ), the Arabic tatweel.
DROPPED = frozenset("'`´‘’‛′ʹʺʻʼʽʾʿˈ＇ـ")
ZERO_WIDTH_SPACE = "\u200b"  # The one invisible format character that parts words.

QUOTES = re.compile('["“”„‟«»″＂]')


class QueryError(ValueError):
    """A search that cannot be made; the message tells the reader why."""


@dataclass(frozen=True)
class SearchQuery:
    """What to search for, folded: words that must begin a word of the row, and phrases of whole words."""

    words: tuple[str, ...] = ()
    phrases: tuple[tuple[str, ...], ...] = ()


class _Folding(dict):
    """A table for str.translate that works out each character when it is first met."""

    def __missing__(self, code):
        self[code] = folded = _folded(chr(code))
        return folded


def _folded(character):
    """Return what one character becomes: letters and digits, nothing, or a space."""
    if character in DROPPED or (unicodedata.category(character) == "Cf" and character != ZERO_WIDTH_SPACE):
        return ""
    # Unicode's caseless compatibility form (D146): folding case uncovers more to take apart, and the reverse.
    plain = unicodedata.normalize("NFD", character)
    for _ in range(2):
        plain = unicodedata.normalize("NFKD", plain.casefold())
    kept = [LETTERS.get(part, part) for part in plain if part not in DROPPED and not _is_mark(part)]
    return "".join(part if part.isalnum() else " " for part in kept)


def _is_mark(character):
    return unicodedata.category(character).startswith("M")


_FOLDING = _Folding()


def fold(text):
    """Return the text folded: its words parted by one space. Folding twice changes nothing."""
    return " ".join(text.translate(_FOLDING).split())


def words(text):
    """Return the folded words of a text in order, each cut to its first 64 characters."""
    return [word[:LONGEST_WORD] for word in text.translate(_FOLDING).split()]


def sort_key(text):
    """Return the folded text by which a title is sorted, cut to what an index entry can hold."""
    return fold(text)[:LONGEST_SORT_KEY].rstrip()


def slug_of(text):
    """Return an address for a name: its words in lower-case ASCII joined by hyphens ("Əliyev" → "aliyev").

    Other scripts are romanised letter by letter ("Михаил" → "mikhail"). Empty when there is neither letter nor digit.
    """
    latin = "".join(_romanised(character) for character in unicodedata.normalize("NFC", text))
    return "-".join(fold(latin).encode("ascii", "ignore").decode().split())


def _romanised(character):
    """Return a character whose folded form is ASCII as it is, any other as AnyASCII writes it."""
    is_latin = _FOLDING[ord(character)].isascii() and not _is_mark(character)
    return character if is_latin else anyascii(character)


def parse_query(text):
    """Return the SearchQuery of what a reader typed.

    Words in straight or curly double quotes or guillemets are a phrase, and a phrase of one word is that word
    whole; a quotation mark without its partner opens a phrase that runs to the end. Raises QueryError when no
    letter or digit is left, and for more than 8 words.
    """
    parts = [words(part) for part in QUOTES.split(text)]
    found = sum(map(len, parts))
    if not found:
        raise QueryError("There is nothing to search for. Write at least one letter or digit.")
    if found > MOST_QUERY_WORDS:
        raise QueryError(f"A search has at most {MOST_QUERY_WORDS} words; this one has {found:,}.")
    return SearchQuery(
        words=tuple(word for part in parts[::2] for word in part),
        phrases=tuple(tuple(part) for part in parts[1::2] if part),
    )
