"""Posts as texts write them, and the ranks they have."""

from dataclasses import dataclass

from .cutting import folded
from .lexicon import Phrases
from .post_words import (
    BEFORE_DOMAIN,
    CONNECTING,
    DEPUTY,
    DOMAIN,
    FARTHEST_FIELD,
    FOREIGN,
    GENERIC,
    PLAIN,
    PLURALS,
    PREFIXES,
    RANKS,
)


@dataclass(frozen=True)
class Post:
    """A post in a text: words number first to after - 1; rank "spokesperson" stands for none."""

    first: int
    after: int
    rank: str
    plural: bool
    key: str


def _phrases():
    phrases = Phrases()
    for rank, posts in RANKS.items():
        for post in posts:
            phrases.add(post, (rank, post, False))
            if (plural := _plural(post)) != post:
                phrases.add(plural, (rank, post, True))
    return phrases


def _plural(post):
    head, _, rest = post.partition(" of ")
    words = head.split()
    singular = {one: many for many, one in PLURALS.items()}
    words[-1] = singular.get(words[-1], words[-1])
    return " ".join(words) + (f" of {rest}" if rest else "")


PHRASES = _phrases()


def post_at(cut, number, blocked=frozenset()):
    """Return the Post that begins at a word, with what the minister is for, or None.

    "Foreign and European Affairs Minister" begins at its first word too. `blocked` holds numbers of words that a
    country takes, which no field of a minister can hold.
    """
    found = PHRASES.at(cut, number)
    if found is None:
        return _prefixed(cut, number, blocked) or _field_first(cut, number, blocked)
    after, ((rank, key, plural), *_) = found
    if key in PLAIN and not cut.words[number].capital and key not in ("envoy", "adviser", "aide"):
        return None
    if (after < len(cut.words) and cut.words[after].folded in BEFORE_DOMAIN and key in GENERIC) or _goes_on(
        cut, after, key
    ):
        after, rank = _with_field(cut, number, after, rank, key, blocked)
    return Post(number, after, rank, plural, key)


def _prefixed(cut, number, blocked):
    """Second Deputy Prime Minister, Interim President: a word that the post goes on from."""
    word = cut.words[number]
    if word.folded not in PREFIXES or number in blocked or number + 1 >= len(cut.words):
        return None
    if number + 1 in blocked or cut.between(number, number + 1) not in (" ", "-"):
        return None
    post = post_at(cut, number + 1, blocked) if _reaches(cut, number + 1) else None
    if post is None or post.rank in ("spokesperson", "anyone", "leader"):
        return None
    rank = (
        DEPUTY.get(post.rank, "other-official")
        if word.folded in ("deputy", "vice", "assistant")
        else post.rank
    )
    return Post(number, post.after, rank, post.plural, f"{word.folded} {post.key}")


def _reaches(cut, number):
    """Whether a post begins within the next words, so that a row of prefixes costs no more than its length."""
    return any(PHRASES.at(cut, place) for place in range(number, min(number + 3, len(cut.words))))


def _goes_on(cut, after, key):
    return (
        "foreign affairs" in key
        and after < len(cut.words) - 1
        and cut.words[after].folded == "and"
        and cut.words[after + 1].folded in DOMAIN
    )


def _with_field(cut, first, after, rank, key, blocked):
    """Extend a post over "of Economy and Trade"; return (after, rank)."""
    end, place, words = after, after, cut.words
    while place < len(words) and place - after < 20 and place not in blocked:
        word = words[place]
        if word.folded in DOMAIN and (
            word.capital or words[first].text[0].islower() or key.endswith("affairs")
        ):
            end = place + 1
        elif word.folded not in CONNECTING:
            if not _is_odd_field(cut, after, place):
                break
            end = place + 1
        gap = cut.text[word.end : words[place + 1].start] if place + 1 < len(words) else ";"
        if len(gap) > 3 or not set(gap) <= set(" ,&()/-\n") or ("," in gap and place + 1 in blocked):
            break
        if "," in gap and not _list_goes_on(cut, place + 1):
            break
        place += 1
    return end, _rank_of_field(cut, first, end, rank)


def _is_odd_field(cut, after, place):
    """Minister for Oceans, of Tourism and Antiquities: one unknown word behind "of" or "and", then a comma
    or no capital, so that it is no name."""
    word, before = cut.words[place], cut.words[place - 1]
    if not word.capital or before.folded not in ("of", "for", "and") or place - after > FARTHEST_FIELD:
        return False
    gap = cut.text[word.end : word.end + 2]
    behind = cut.words[place + 1] if place + 1 < len(cut.words) else None
    return behind is None or gap[:1] in (",", ".", ")") or not behind.capital


def _list_goes_on(cut, number):
    """After a comma a field goes on only when another of its words and an "and" follow."""
    here = cut.words[number : number + 6]
    if not here or here[0].folded not in DOMAIN:
        return False
    for word in here:
        if word.folded == "and":
            return True
        if word.folded not in DOMAIN:
            return False
    return False


def _field_first(cut, number, blocked):
    """A post whose field stands first: Defence Minister, Energy and Infrastructure Minister."""
    words = cut.words
    if words[number].folded not in DOMAIN or number in blocked:
        return None
    place = number
    while (
        place < len(words)
        and place - number < 7
        and place not in blocked
        and words[place].folded in DOMAIN | {"and"}
    ):
        place += 1
        gap = cut.between(place - 1, place) if place < len(words) else ""
        if not set(gap) <= set(" &-") and not (gap == ", " and _list_goes_on(cut, place)):
            return None
    if (
        place >= len(words)
        or words[place].folded not in ("minister", "ministers", "secretary")
        or place in blocked
    ):
        return None
    if words[place].folded == "secretary" and not words[place].capital:
        return None
    plural = words[place].folded == "ministers"
    return Post(number, place + 1, _rank_of_field(cut, number, place + 1, "minister"), plural, "minister")


def _rank_of_field(cut, first, after, rank):
    wording = " ".join(word.folded for word in cut.words[first:after])
    if (
        rank == "foreign-minister"
        and "secretary of state for" in wording
        and not any(field in wording for field in FOREIGN)
    ):
        return "minister"
    if (
        any(field in wording for field in FOREIGN)
        and rank == "minister"
        and "state minister" not in wording
        and "minister of state" not in wording
    ):
        return "foreign-minister"
    return rank


def rank_in(gazetteer, country, wording, rank):
    """Return the rank of a post in a country: as on record there where tenures agree, else as the words say."""
    return gazetteer.ranks.get((country, folded(wording)), rank)
