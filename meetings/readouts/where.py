"""Where they met: city, venue and host country, and how the text tells. A dateline is never the venue."""

import re
from dataclasses import dataclass

from .venues import VENUES

VENUE = re.compile(
    r"\b(?:at|in|inside)\s+(?:the\s+|his\s+)?(?P<venue>(?:10\s+)?(?:"
    + "|".join(re.escape(name) for name, *_ in VENUES)
    + r")(?: residence| Palace)?)"
    r"(?!'s|’s)"
)
ANY_VENUE = re.compile(
    r"\b(?:at|in|inside|to)\s+(?:the\s+|his\s+|her\s+)?(?P<venue>(?:[A-ZÀ-Þ][\w'’-]+\s+(?:(?:of|the|al)\s+)?){1,4}"
    r"(?:Palace|House|Castle|Residence|Headquarters|headquarters|Hall|Chancellery|Mansion|Villa|Hotel|Court"
    r"|Fort|Guesthouse"
    r"|Lodge|Complex|Pavilion|Manor|Cent(?:er|re)))\b(?!'s|’s| of Commons| of Lords| of Representatives)"
)
CAPITAL = re.compile(r"\b(?:in|to) the (?:[A-Z][\w’'-]+ ){0,2}capital\b(?!,? (?:of )?[A-Z])")
HERE = re.compile(
    r"\b(?:here(?! in)|in this (?:city|town|capital))\b(?=[.,;]|\s+(?:on|for|today|yesterday|this"
    r"|by|with|and|\w+day|late|early)\b|$)"
)
PLACED = re.compile(
    r"\b(?:in|at|visit(?:ed|ing)|arrived in|travelled to|traveled to|flew to|came to|trip to|visit to)\s+"
    r"(?:the\s+(?:[\w’']+\s+){0,5}?(?:city|capital|town|resort|port)(?:\s+of)?,?\s+)?$"
)
AWAY = re.compile(
    r"\b(?:ahead of|invited?|invitation|visit(?:ed)?|travel(?:led)?|next|will|last|since|previous|earlier"
    r"|after (?:the|his|her) (?:visit|travel)|ambassador|embassy|headquartered|opened|opening"
    r"|born)\b[^.,]{0,60}$",
    re.I,
)
VISIT = re.compile(
    r"\bvisit(?:s|ed|ing)?\s+(?:\w+\s+){0,2}?(?:to|of)?\s*(?:the\s+)?$|\b(?:arrived|came"
    r"|travelled)\s+(?:in|to)\s+(?:the\s+)?$|\bwelcome you (?:to|in|here in)\s+$"
    r"|\b(?:is|are|was|were|being)\s+in\s+(?:the\s+)?$|,\s+in\s+$",
    re.I,
)
MEETING_WORDS = re.compile(
    r"\b(?:met|meets?|meetings?|talks|held|took place|received|hosted|signed|signing|visit\w*|welcom\w+"
    r"|audience|session|arrived|arrival|here|travell?ed|flew|co-chair\w*)\b",
    re.I,
)
NOT_HERE = re.compile(
    r"\b(?:invit\w+|will (?:meet|visit|travel|take part|be held)|tomorrow|next (?:meeting|year|month"
    r"|week)|last (?:met|time|meeting)|ahead of|recalled)\b",
    re.I,
)


@dataclass(frozen=True)
class Where:
    """A place; each span is None where its part is empty."""

    city: str = ""
    city_span: tuple | None = None
    venue: str = ""
    venue_span: tuple | None = None
    host: str = ""
    host_span: tuple | None = None
    basis: str = "unknown"
    confidence: float = 0.85
    rule: str = "no-place-in-text"


def find_where(reading, encounter):
    """Return the Where of an encounter: from its own sentences, then from others that speak of it, then
    the dateline."""
    own = [reading.cut.sentences[number] for number in sorted(set(encounter.sentences))]
    if reading.header.title:
        own.append(reading.header.title)
    mine = set(own)
    others = [
        s
        for s in reading.cut.sentences
        if s not in mine and s.start >= reading.header.body and MEETING_WORDS.search(reading.text, *s)
    ][:12]
    for sentence in [*own, *(other for other in others if not reading.in_speech(other.start))]:
        if found := _in_sentence(reading, sentence, sentence in own):
            return found
    for sentence in [*own, *others]:
        if found := _visited(reading, encounter, sentence):
            return found
    return _dateline(reading) or Where()


def _in_sentence(reading, sentence, own):
    text = reading.mask.outside(*sentence)
    if NOT_HERE.search(text) and not own:
        return None
    confidence = 0.92 if own else 0.85
    venue = next(
        (found for found in VENUE.finditer(text) if not AWAY.search(text[: found.start()][-70:])), None
    )
    if venue is None and own:
        venue = next(
            (found for found in ANY_VENUE.finditer(text) if not AWAY.search(text[: found.start()][-70:])),
            None,
        )
    city = (
        _city(reading, sentence, text) or _capital(reading, sentence, text) or _here(reading, sentence, text)
    )
    if not (venue or city):
        return _host_only(reading, sentence, text, own)
    known = next(
        ((place, host) for name, place, host in VENUES if venue and name in venue["venue"]), ("", "")
    )
    venue_span = (sentence[0] + venue.start("venue"), sentence[0] + venue.end("venue")) if venue else None
    name, host, span = city or (known[0], known[1], venue_span)
    host = host or known[1]
    return Where(
        city=name,
        city_span=span if name else None,
        venue=" ".join(reading.text[slice(*venue_span)].split()) if venue else "",
        venue_span=venue_span,
        host=host,
        host_span=(span or venue_span) if host else None,
        basis="stated" if city or not known[0] or venue["venue"] != "Kremlin" else "inferred",
        confidence=confidence,
        rule="place-in-sentence-of-meeting" if own else "place-near-meeting",
    )


def _capital(reading, sentence, text):
    """In the Kenyan capital: the seat of that country."""
    found = CAPITAL.search(text)
    if not found or AWAY.search(text[: found.start()][-70:]):
        return None
    span = (sentence[0] + found.start(), sentence[0] + found.end())
    country = reading.gazetteer.country.get(reading.country_in(*span))
    return (country.seat, country.slug, span) if country and country.seat else None


def _here(reading, sentence, text):
    """Talks here: the city of the dateline."""
    found, dateline = HERE.search(text), reading.header.dateline_city
    if not found or not dateline:
        return None
    hit = reading.gazetteer.city_names.at(reading.cut, reading.cut.word_at(dateline[0]))
    city = reading.text[slice(*dateline)]
    host = reading.header.dateline_country or (hit[1][0][1] if hit else "")
    return (
        (city.title() if city.isupper() else city),
        host,
        (sentence[0] + found.start(), sentence[0] + found.end()),
    )


def _city(reading, sentence, text):
    """Return (city, country, span) of a known city after "in" or "at", of "in Xtown, Country", else None."""
    cut = reading.cut
    for number in cut.words_in(*sentence):
        word = cut.words[number]
        before = text[: word.start - sentence[0]]
        if (
            not word.capital
            or reading.mask.covers(word.start)
            or not PLACED.search(before[-50:])
            or AWAY.search(before[-70:].rpartition(" in ")[0])
        ):
            continue
        hit = reading.gazetteer.city_names.at(cut, number)
        if hit:
            (_, country), span = hit[1][0], (word.start, cut.words[hit[0] - 1].end)
            behind = reading.country_in(span[1], span[1] + 4)
            if reading.text[span[1] : span[1] + 2] in ("'s", "’s") or (
                any(m.start == word.start for m in reading.countries_in(word.start, word.end))
                and country != reading.country_in(word.start, word.end)
            ):
                continue
            return reading.text[slice(*span)], behind or country, span
        if found := re.match(
            r"([A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?), (?:the )?", reading.text[word.start : word.start + 60]
        ):
            named = reading.countries_in(word.start + found.end(), word.start + found.end() + 1)
            if named and not reading.countries_in(word.start, word.start + 1):
                return found[1], named[0].slug, (word.start, word.start + len(found[1]))
    return None


def _host_only(reading, sentence, text, own):
    """In Italy, where only a country is told."""
    for mention in reading.countries_in(*sentence):
        before = text[: mention.start - sentence[0]]
        if (
            own
            and mention.form == "name"
            and re.search(r"\bin (?:the )?$", before)
            and not AWAY.search(before[-70:].rpartition(" in ")[0])
        ):
            if reading.is_organisation(mention.slug) or reading.text[mention.end : mention.end + 2] in (
                "'s",
                "’s",
            ):
                continue
            if re.search(
                r"\b(?:situation|war|conflict|developments|peace|events|crisis|ambassador|minister"
                r"|affairs|operating|interests?|progress|elections?|embassy)(?: in (?:the )?)$",
                before,
                re.I,
            ):
                continue
            return Where(
                host=mention.slug,
                host_span=(mention.start, mention.end),
                basis="stated",
                confidence=0.85,
                rule="country-in-sentence-of-meeting",
            )
    return None


def _visited(reading, encounter, sentence):
    """A visit to one of the parties, or its leader's welcome: that country hosts."""
    for mention in reading.countries_in(*sentence):
        before = reading.text[max(sentence[0], mention.start - 60) : mention.start]
        if (
            mention.slug in encounter.parties
            and mention.form == "name"
            and VISIT.search(before)
            and not NOT_HERE.search(before)
        ):
            if re.search(
                r"\b(?:your|his|her|the|state|last) (?:\w+ )?visit\b", before
            ) and reading.mask.covers(mention.start):
                continue
            if re.search(
                r"\b(?:Ambassador|in (?:March|January|February|April|May|June|July|August|September"
                r"|October|November|December))\b",
                reading.text[mention.start - 20 : mention.end + 14],
            ):
                continue
            return Where(
                host=mention.slug,
                host_span=(mention.start, mention.end),
                basis="stated",
                confidence=0.83,
                rule="visit-to-a-party",
            )
    return None


def _dateline(reading):
    header = reading.header
    if not header.dateline_city:
        return None
    city = reading.text[slice(*header.dateline_city)]
    city = city.title() if city.isupper() else city
    if header.dateline_venue:
        hit = reading.gazetteer.city_names.at(reading.cut, reading.cut.word_at(header.dateline_city[0]))
        host = header.dateline_country or (hit[1][0][1] if hit else "")
        venue = reading.text[slice(*header.dateline_venue)]
        return Where(
            city,
            header.dateline_city,
            venue,
            header.dateline_venue,
            host,
            header.dateline_city if host else None,
            "stated",
            0.82,
            "venue-in-dateline",
        )
    return Where(
        city=city, city_span=header.dateline_city, basis="dateline", confidence=0.85, rule="dateline-only"
    )
