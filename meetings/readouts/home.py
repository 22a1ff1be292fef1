"""Whose people a text may name without their country: those of the side that publishes, is cited, or writes at home."""

import re
from collections import Counter
from itertools import pairwise

BODY = re.compile(
    r"\b(?:ministry|presidency|government|cabinet|chancellery|embassy|high commission|state house|office of the"
    r"|prime minister's office|prime minister’s office|department of|permanent mission)\b",
    re.I,
)
TELLS = re.compile(
    r"(?:['’]s)?\s+(?:\w+\s+){0,3}?(?:ministry|presidency|government|cabinet|presidential (?:office|administration)"
    r"|president['’]s office|foreign office|mofa|mfa)(?:['’]s? press (?:service|office))?"
    r"(?: spokes\w+(?: [A-Z]\w+){0,3})?(?: in a statement| on \w+day)? "
    r"(?:said|says|announced|reported|reports|informed|told|confirmed|noted)\b",
    re.I,
)
VERB = re.compile(r"\b(?:met|meets?|held|holds?|discuss\w*|received?s?|visit\w*|signed?|talks|said)\b", re.I)
TOPIC = re.compile(r"\b(?:in|on|to|about|from|against|over|for|with) (?:the )?$")
SHORT, LAST = 110, 2


def home_of(cut, gazetteer, countries, header):
    """Return the slug of the country whose people may stand without it, "" when the text does not tell."""
    return (
        header.side
        or _letterhead(cut, countries, header)
        or _cited(cut, gazetteer, countries, header)
        or _of_publisher(countries, header)
        or _of_dateline(cut, gazetteer, countries, header)
    )


def pairs_of(text, countries, is_organisation):
    """Return a Counter of the pairs of states that a text names side by side: "Poland and Latvia", "Polish-Latvian"."""
    found = Counter()
    for first, second in pairwise(countries):
        beside = re.fullmatch(r" and (?:the )?|[-–‑—]", text[first.end : second.start])
        states = not (is_organisation(first.slug) or is_organisation(second.slug))
        if beside and states and first.slug != second.slug:
            found[frozenset((first.slug, second.slug))] += 1
    return found


def acting_states(cut, gazetteer, countries, is_organisation):
    """Return a Counter of the states that a text speaks of as acting, their seats among them."""
    found = Counter(
        mention.slug
        for mention in countries
        if not is_organisation(mention.slug)
        and not TOPIC.search(cut.text[max(0, mention.start - 12) : mention.start])
    )
    for number, word in enumerate(cut.words):
        hit = gazetteer.city_names.at(cut, number) if word.capital else None
        country = gazetteer.country.get(hit[1][0][1]) if hit else None
        if country and country.seat == hit[1][0][0]:
            found[country.slug] += 1
    return found


def _letterhead(cut, countries, header):
    """A line that is no sentence and names a ministry of a country: at the head or at the foot."""
    for paragraph in [*cut.paragraphs[:4], *cut.paragraphs[4:][-LAST:]]:
        line = cut.text[paragraph.start : paragraph.end]
        if len(line) > SHORT or not BODY.search(line) or VERB.search(line):
            continue
        named = [mention.slug for mention in countries if paragraph.start <= mention.start < paragraph.end]
        if named:
            return named[0]
    return ""


def _cited(cut, gazetteer, countries, header):
    """Seoul's foreign ministry said, the Kenyan presidency announced: the only one so cited."""
    text = cut.text
    found = {mention.slug for mention in countries if TELLS.match(text, mention.end, mention.end + 140)}
    for number, word in enumerate(cut.words):
        if word.capital and not found and TELLS.match(text, word.end, word.end + 140):
            hit = gazetteer.city_names.at(cut, number)
            if hit and cut.words[hit[0] - 1].end == word.end:
                found.add(hit[1][0][1])
    return found.pop() if len(found) == 1 else ""


def _of_publisher(countries, header):
    country = header.publisher.country if header.publisher else ""
    return country if any(mention.slug == country for mention in countries) else ""


def _of_dateline(cut, gazetteer, countries, header):
    """The country of the dateline's city, when the text names it elsewhere too."""
    if not header.dateline_city:
        return ""
    hit = gazetteer.city_names.at(cut, cut.word_at(header.dateline_city[0]))
    country = header.dateline_country or (hit[1][0][1] if hit else "")
    return (
        country
        if any(mention.slug == country and mention.start >= header.dateline[1] for mention in countries)
        else ""
    )
