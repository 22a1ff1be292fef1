"""The whole reading of an article: what its head tells, a draft for each meeting, and notices for the "
"editor."""

import re
from dataclasses import dataclass, field
from datetime import date

from .cleaning import MOST_CHARACTERS, clean
from .context import Context
from .drafts import make_drafts
from .encounters import find_encounters
from .facts import Fact, Scalar
from .meeting_words import MET, SIGNED

ENGLISH = frozenset("the of and to in that is was for with on by as at from were has said a".split())  # noqa: SIM905
FEWEST_WORDS, SHARE_OF_ENGLISH = 25, 0.12
LONGEST_LISTED = 8


@dataclass
class Reading:
    """What a text proposes. `notices` are sentences for the editor; `drafts` is empty when no meeting
    was found."""

    text: str
    source: dict = field(default_factory=dict)
    drafts: list = field(default_factory=list)
    notices: list = field(default_factory=list)

    def as_json(self):
        """Return {"drafts": [...], "source": {...}, "notices": [...]} of plain values."""
        return {
            "drafts": [draft.as_json() for draft in self.drafts],
            "source": {name: fact.as_json() for name, fact in self.source.items()},
            "notices": self.notices,
        }


class BadDate(ValueError):
    """A day of publication that is no day; the message says what to write."""


def read_article(text, gazetteer, url="", published=""):
    """Return the Reading of an article (str, plain or HTML). The same text and gazetteer always give the same.

    `url` is where it was published, `published` its day as YYYY-MM-DD; both may be empty. Raises BadDate.
    """
    _check(published)
    cleaned = clean(text)
    reading = Reading(text)
    if not re.search(r"\w", cleaned.text):
        reading.notices.append("There is no text to read.")
        return reading
    if cleaned.cut:
        reading.notices.append(f"The text is long: only its first {MOST_CHARACTERS:,} characters were read.")
    context = Context(cleaned.text, gazetteer, url, published)
    reading.source = _source(context, cleaned)
    if reading.source["language"].value.value != "en":
        reading.notices.append(
            "The text is not in English: only what is certain of names, countries and dates is proposed."
        )
    encounters = find_encounters(context)
    reading.drafts = make_drafts(context, encounters, cleaned.spans)
    if not reading.drafts:
        reading.notices.append(_nothing_found(context))
    return reading


def _check(published):
    try:
        if published:
            date.fromisoformat(published)
    except ValueError as error:
        raise BadDate(f"“{published[:40]}” is no day; write it as 2021-05-20.") from error


def _nothing_found(context):
    """Say that there is no meeting, what was looked for and what there was of it."""
    met = {
        found.group().lower()
        for found in (*MET.finditer(context.text[:50_000]), *SIGNED.finditer(context.text[:50_000]))
    }
    people = list(dict.fromkeys(person.name for person in context.persons if person.name))[:LONGEST_LISTED]
    countries = list(dict.fromkeys(context.name_of(mention.slug) for mention in context.countries))[
        :LONGEST_LISTED
    ]
    return (
        "No meeting found in this text. Looked for a sentence in which officials of two countries met, "
        "spoke or signed. "
        f"Words of meeting: {', '.join(sorted(met)[:LONGEST_LISTED]) or 'none'}. "
        f"Officials: {', '.join(people) or 'none'}. Countries: {', '.join(countries) or 'none'}."
    )


def _source(context, cleaned):
    """The facts of the head: publisher, title, dateline, day, language, side, whom it relays."""
    header, found = context.header, {}

    def note(name, value, span, confidence, rule, label=""):
        if value:
            found[name] = Fact(Scalar(value, label), cleaned.spans(*span) if span else (), confidence, rule)

    publisher = header.publisher
    if publisher:
        rule = "publisher-named" if header.publisher_span else "publisher-by-address"
        note("publisher", publisher.slug, header.publisher_span, 0.9, rule, publisher.name)
    for name, span, confidence in (
        ("title", header.title, 0.85),
        ("dateline", header.dateline, 0.9),
        ("relayed_from", header.relayed, 0.85),
    ):
        if span:
            note(name, " ".join(context.text[slice(*span)].split()), span, confidence, name)
    note(
        "published_on",
        header.published,
        header.published_span,
        0.9,
        "day-in-head" if header.published_span else "day-given",
    )
    note("url", header.url, None, 0.95, "address")
    note(
        "side",
        header.side,
        None,
        0.85,
        "side-of-publisher",
        context.name_of(header.side) if header.side else "",
    )
    note("language", _language(context), None, 0.9, "frequent-words")
    return found


def _language(context):
    words = [word.folded for word in context.cut.words[:600]]
    latin = sum(word.isascii() for word in words)
    if len(words) < FEWEST_WORDS:
        return "en" if latin > len(words) / 2 else "und"
    return "en" if sum(word in ENGLISH for word in words) / len(words) >= SHARE_OF_ENGLISH else "und"
