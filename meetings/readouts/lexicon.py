"""What is known before a text is read: countries, officials, spheres, publishers, cities. Plain and "
"immutable."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import pairwise

from .cutting import WORD, folded

GAP = frozenset(" \n\t.'’-–‑/&\u00a0")
SHORT_NAME = 6


@dataclass(frozen=True)
class Tenure:
    """A post held: certainly between the two inner days, possibly between the two outer ones."""

    country: str
    post: str
    rank: str
    possible_from: date
    certain_from: date | None
    certain_until: date | None
    possible_until: date

    def held_on(self, day):
        """Return "yes", "possibly" or "no"; without a day at best "possibly"."""
        if day is None:
            return "possibly"
        if not self.possible_from <= day <= self.possible_until:
            return "no"
        certain = self.certain_from and self.certain_until and self.certain_from <= day <= self.certain_until
        return "yes" if certain else "possibly"


@dataclass(frozen=True)
class Country:
    """A counterpart and its names; `dated` are (name, first day, last day)."""

    slug: str
    name: str
    kind: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...] = ()
    dated: tuple[tuple[str, date, date], ...] = ()
    first: date = date.min
    last: date = date.max
    seat: str = ""
    iso2: str = ""


@dataclass(frozen=True)
class Official:
    """A person, other spellings of the name, posts held."""

    slug: str
    name: str
    aliases: tuple[str, ...] = ()
    tenures: tuple[Tenure, ...] = ()


@dataclass(frozen=True)
class Sphere:
    """A field of cooperation and the words that mean it."""

    slug: str
    name: str
    synonyms: tuple[str, ...] = ()
    top: bool = False


@dataclass(frozen=True)
class Publisher:
    """Who publishes texts; aliases hold web domains too."""

    slug: str
    name: str
    aliases: tuple[str, ...] = ()
    kind: str = "other"
    country: str = ""


class Phrases:
    """Names as words, found from any word of a text in time that does not grow with how many there are."""

    def __init__(self):
        self._by_first = defaultdict(dict)
        self._longest = defaultdict(int)

    def add(self, name, payload, exact=False):
        """Let `name` mean `payload` (several may share a name); `exact` asks for the very letters."""
        for words in {tuple(WORD.findall(name)), tuple(WORD.findall(name.replace("'", "").replace("’", "")))}:
            key = tuple(folded(word) for word in words if folded(word))
            if key:
                self._by_first[key[0]].setdefault(key, []).append((payload, words if exact else None))
                self._longest[key[0]] = max(self._longest[key[0]], len(key))

    def at(self, cut, number):
        """Return (number of the word after, payloads) of the longest name that begins at a word, or None."""
        words = cut.words
        known = self._by_first.get(words[number].folded)
        if not known:
            return None
        for length in range(min(self._longest[words[number].folded], len(words) - number), 0, -1):
            here = words[number : number + length]
            entries = known.get(tuple(word.folded for word in here))
            if entries and _close_together(cut.text, here):
                payloads = [
                    payload
                    for payload, exact in entries
                    if exact is None or exact == tuple(word.text for word in here)
                ]
                if payloads:
                    return number + length, payloads
        return None


def _close_together(text, words):
    return all(
        len(gap := text[before.end : after.start]) <= 2 and GAP.issuperset(gap)
        for before, after in pairwise(words)
    )


@dataclass(frozen=True)
class Gazetteer:
    """All that is known, with indexes of the names. Build it once; readings share it."""

    countries: tuple[Country, ...] = ()
    officials: tuple[Official, ...] = ()
    spheres: tuple[Sphere, ...] = ()
    publishers: tuple[Publisher, ...] = ()
    cities: tuple[tuple[str, str], ...] = field(default=(), repr=False)

    @cached_property
    def country(self):
        """Countries by slug."""
        return {country.slug: country for country in self.countries}

    @cached_property
    def official(self):
        """Officials by slug."""
        return {official.slug: official for official in self.officials}

    @cached_property
    def country_names(self):
        """Phrases that mean (country, form, first day, last day); form is "name" or "adjective"."""
        phrases = Phrases()
        for country in self.countries:
            for name in dict.fromkeys(
                (*country.names, *(name.replace(" of the ", " of ") for name in country.names))
            ):
                phrases.add(name, (country, "name", country.first, country.last), exact=_is_code(name))
            for adjective in dict.fromkeys(country.adjectives):
                if adjective not in country.names:
                    phrases.add(adjective, (country, "adjective", country.first, country.last))
            for name, first, last in country.dated:
                phrases.add(name, (country, "name", first, last), exact=_is_code(name))
        return phrases

    @cached_property
    def official_names(self):
        """Phrases of full names (two words or more) that mean officials."""
        phrases = Phrases()
        for official in self.officials:
            for name in dict.fromkeys((official.name, *official.aliases)):
                if len(WORD.findall(name)) > 1:
                    phrases.add(name, official)
        return phrases

    @cached_property
    def by_surname(self):
        """Officials by the folded last word of the name."""
        found = defaultdict(list)
        for official in self.officials:
            if words := WORD.findall(official.name):
                found[folded(words[-1])].append(official)
        return found

    @cached_property
    def holders(self):
        """(official, tenure) pairs by (country, rank)."""
        found = defaultdict(list)
        for official in self.officials:
            for tenure in official.tenures:
                found[tenure.country, tenure.rank].append((official, tenure))
        return found

    @cached_property
    def ranks(self):
        """The rank that a post has in a country, where all tenures on record agree: {(country, folded
        post): rank}."""
        found = defaultdict(set)
        for official in self.officials:
            for tenure in official.tenures:
                found[tenure.country, folded(tenure.post)].add(tenure.rank)
        return {key: min(ranks) for key, ranks in found.items() if len(ranks) == 1}

    @cached_property
    def sphere_words(self):
        """Phrases that mean spheres."""
        phrases = Phrases()
        for sphere in self.spheres:
            for word in dict.fromkeys((sphere.name, *sphere.synonyms)):
                phrases.add(word, sphere, exact=_is_code(word))
        return phrases

    @cached_property
    def city_names(self):
        """Phrases that mean (city, country slug): seats and other known cities."""
        phrases = Phrases()
        for city, country in self.cities:
            phrases.add(city, (city, country))
        return phrases

    @cached_property
    def publisher_names(self):
        """Phrases that mean publishers; domains are not among them."""
        phrases = Phrases()
        for publisher in self.publishers:
            for name in dict.fromkeys((publisher.name, *publisher.aliases)):
                if "." not in name:
                    phrases.add(name, publisher, exact=_is_code(name))
        return phrases


def _is_code(name):
    """Return whether a name is written in capitals, so that "us" is no country."""
    letters = [character for character in name if character.isalpha()]
    return (
        len(letters) <= SHORT_NAME and len(letters) > 1 and all(character.isupper() for character in letters)
    )
