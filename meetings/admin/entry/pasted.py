"""Pasted delegation lists, taken apart into entries; pure. Who they are, people.py finds out.

Understood, one to a line or parted by semicolons, under "Azerbaijan:" or alone: "Ali Asadov, Prime Minister",
"Ali Asadov (Prime Minister, Azerbaijan)", "Ali Asadov – Prime Minister of Azerbaijan", "Azerbaijani Prime Minister
Ali Asadov", "Azerbaijani Prime Minister".
"""

import re
from dataclasses import dataclass

from ...browse.folding import fold
from ...readouts.cutting import Cut
from ...readouts.posts import post_at

LONGEST = 8_000
MOST_ENTRIES = 60
BULLET = re.compile(r"^\s*(?:[-–—•*·]|\(?\d{1,2}[.)])\s+")
BRACKETED = re.compile(r"^(?P<name>[^(]+?)\s*\((?P<rest>.+)\)\.?$")
PARTED = re.compile(r"\s*,\s*|\s+[–—-]\s+")
HEADING = re.compile(r"^(?P<side>[^:,;]{2,60}):\s*(?P<rest>.*)$")
SIDE = re.compile(
    r"^(?:from|for|on behalf of)?\s*(?:the\s+)?(?P<words>.+?)(?:\s+(?:side|delegation|part|party))?$", re.I
)
OF_COUNTRY = re.compile(r"\s+of\s+(?:the\s+)?", re.I)
MOST_ADJECTIVE_WORDS = 3


@dataclass
class Entry:
    """One person as pasted: a name, a post, or both; `country` is what `countries` made of the words, or None."""

    text: str
    name: str = ""
    post: str = ""
    country: object = None


def read_list(text, countries):
    """Return the Entries of a pasted text. `countries(words)` returns the country that some words name, or None."""
    entries, side = [], None
    for piece in re.split(r"[;\n]", text[:LONGEST]):
        piece = BULLET.sub("", piece).strip(" \t\r.")
        if heading := HEADING.match(piece):
            side = countries(SIDE.match(heading["side"].strip())["words"]) or side
            piece = heading["rest"].strip()
        if piece:
            entry = _entry(piece, countries)
            entry.country = entry.country or side
            entries.append(entry)
    return entries[:MOST_ENTRIES]


def rank_of(post):
    """Return the rank that the words of a post have (a value of Rank), "unknown" when they say none."""
    cut = Cut(post)
    found = next(filter(None, (post_at(cut, number) for number in range(len(cut.words)))), None)
    if found is None:
        return "unknown"
    return "other-official" if found.rank == "spokesperson" else found.rank


def _entry(piece, countries):
    if bracketed := BRACKETED.match(piece):
        name, rest = bracketed["name"], PARTED.split(bracketed["rest"])
    else:
        name, *rest = PARTED.split(piece)
    country = countries(rest[-1]) if rest else None
    if country:
        rest = rest[:-1]
    post, of_post = _without_country(", ".join(rest), countries)
    entry = Entry(piece, name.strip(), post, country or of_post)
    return entry if entry.post else _post_first(entry, countries)


def _post_first(entry, countries):
    """Part "Azerbaijani Prime Minister Ali Asadov" into post and name; a name alone stays one."""
    words, country = _without_adjective(entry.name, countries)
    cut = Cut(words)
    found = post_at(cut, 0) if cut.words else None
    if found is None or found.after > len(cut.words):
        return entry
    split = cut.words[found.after - 1].end
    post, of_post = _without_country(words[:split], countries)
    rest = words[split:].strip()
    if OF_COUNTRY.match(f" {rest}"):
        post, of_post = _without_country(words, countries)
        rest = ""
    return Entry(entry.text, rest, post, entry.country or country or of_post)


def _without_country(post, countries):
    """Return (post, country) of "Prime Minister of Azerbaijan" or "Azerbaijani Prime Minister"."""
    for match in OF_COUNTRY.finditer(post):
        if country := countries(post[match.end() :]):
            return post[: match.start()], country
    return _without_adjective(post, countries)


def _without_adjective(text, countries):
    words = text.split()
    for count in range(min(MOST_ADJECTIVE_WORDS, len(words) - 1), 0, -1):
        if country := countries(" ".join(words[:count])):
            return " ".join(words[count:]), country
    return text.strip(), None


def is_same_name(words, names):
    """Return 2 when a folded name is one of `names` (in any order of words), 1 when it is part of one, else 0.

    Parts are whole words or initials: "Asadov", "A. Asadov".
    """
    asked = words.split()
    if any(sorted(asked) == sorted(name.split()) for name in names):
        return 2
    return int(any(_is_part(asked, name.split()) for name in names))


def _is_part(asked, name):
    initials = {word[0] for word in name}
    whole = [word for word in asked if len(word) > 1]
    return bool(whole) and all(word in name if len(word) > 1 else word in initials for word in asked)


def names_of(official):
    """Return the folded names of an official."""
    return [fold(name) for name in (official.name, official.native_name, *official.aliases) if name]
