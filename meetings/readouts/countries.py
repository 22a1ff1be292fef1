"""Where a text names countries and organisations, and which ones, on its day."""

from dataclasses import dataclass
from datetime import date

# Names of seas, wars and firms that hold the name of a country without meaning it, and words that mean a country in
# another language (Ísland, RFA, EUA) and something else in English.
OTHER_THINGS = (
    "South China Sea", "East China Sea", "Indian Ocean", "Sea of Japan", "New Mexico", "Gulf of Mexico",
    "Latin American",
    "Gulf of Guinea", "Korean Peninsula", "Korean War", "American Airlines", "Russian language", "English Channel",
    "Central American", "North American", "South American", "African American", "Holy See Press", "Native American",
    "Indian Express", "New Indian Express", "China Daily", "Times of India", "Press Trust of India", "Vietnam War",
    "Turkish Straits", "Turkish Airlines", "Azerbaijan Airlines", "British Airways", "British Council",
    "Persian Gulf", "Island", "RFA", "EUA", "RDA", "RPC", "CCG",
)  # fmt: skip


@dataclass(frozen=True)
class CountryMention:
    """A country named: words number first to after - 1, text[start:end]."""

    slug: str
    form: str
    first: int
    after: int
    start: int
    end: int


def find_countries(cut, gazetteer, day=None):
    """Return the CountryMentions of a text in order; what may mean several countries is left out.

    `day` (datetime.date) decides between namesakes of different times; without it today's countries are meant.
    """
    found, number, words = [], 0, cut.words
    while number < len(words):
        if not words[number].capital and not words[number].text[0].isdigit():
            number += 1
            continue
        if (skipped := _other_thing(cut, number)) > number:
            number = skipped
            continue
        hit = gazetteer.country_names.at(cut, number)
        if hit is None:
            number += 1
            continue
        after, meanings = hit
        chosen = (
            None
            if cut.text[words[after - 1].end : words[after - 1].end + 1] in ("$", "")
            and words[after - 1].text == "US"
            else _meant(meanings, day)
        )
        if chosen:
            country, form = chosen
            found.append(
                CountryMention(country.slug, form, number, after, words[number].start, words[after - 1].end)
            )
        number = after
    return found


def _meant(meanings, day):
    """Return the one (country, form) that a name means, or None: an adjective gives way to a name."""
    day = day or date.today()  # noqa: DTZ011 - only which countries exist nowadays
    now = [
        meaning
        for meaning in meanings
        if meaning[2] <= day <= meaning[3] and meaning[0].first <= day <= meaning[0].last
    ]
    for form in ("name", "adjective"):
        slugs = {country.slug: country for country, its_form, *_ in now if its_form == form}
        if len(slugs) == 1:
            return next(iter(slugs.values())), form
        if slugs:
            states = [country for country in slugs.values() if country.kind == "state"]
            return (states[0], form) if len(states) == 1 else None
    return None


_THINGS = [tuple(thing.split()) for thing in OTHER_THINGS]
_FIRST_WORDS = {thing[0] for thing in _THINGS}


def _other_thing(cut, number):
    """Return the number of the word after one of OTHER_THINGS that begins here, else `number`."""
    if cut.words[number].text not in _FIRST_WORDS:
        return number
    for thing in _THINGS:
        here = cut.words[number : number + len(thing)]
        if tuple(word.text for word in here) == thing:
            return number + len(thing)
    return number
