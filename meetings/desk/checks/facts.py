"""What the checks look at: a meeting as it stands in the form, typed or saved, with what the record knows beside it."""

from dataclasses import dataclass, field
from datetime import date


@dataclass
class Participant:
    """One row of the participants. `row` names it in the form; `tenures` are all that the official has on record."""

    row: str
    official: int | None = None
    name: str = ""
    country: int | None = None
    country_name: str = ""
    post: str = ""
    rank: str = "unknown"
    makes_party: bool = True
    tenures: list = field(default_factory=list)


@dataclass
class Said:
    """A quote: its row and {official: name} of its speakers."""

    row: str
    speakers: dict


@dataclass
class Text:
    """A source of the meeting, with its dateline."""

    name: str
    dateline: str = ""


@dataclass
class Agreed:
    """A package of documents at the meeting: how many the source states and how many are on record as its parts."""

    row: str
    name: str
    stated: int | None
    listed: int


@dataclass
class Known:
    """Another meeting on record. `lock` says why this person cannot add to it, "" where he or she can."""

    key: int
    name: str
    first: date
    last: date
    countries: frozenset
    officials: frozenset
    state: str = ""
    url: str = ""
    lock: str = ""


@dataclass
class Met:
    """The meeting: its possible days (None where they are not known), place, texts, rows, and others of those days."""

    first: date | None = None
    last: date | None = None
    to_the_day: bool = False
    occurrence: str = "held"
    city: str = ""
    place_basis: str = "unknown"
    texts: list = field(default_factory=list)
    participants: list = field(default_factory=list)
    quotes: list = field(default_factory=list)
    packages: list = field(default_factory=list)
    others: list = field(default_factory=list)

    @property
    def day(self):
        """The day, where it is known to the day and there is one; else None."""
        return self.first if self.to_the_day and self.first == self.last else None

    @property
    def parties(self):
        """The keys of the countries of all roles but witness and observer."""
        return {one.country for one in self.participants if one.makes_party and one.country}

    @property
    def officials(self):
        """The keys of the officials who are named."""
        return {one.official for one in self.participants if one.official}


@dataclass(frozen=True)
class Finding:
    """What a check noticed: its name, the form field it is about ("date_start", "quotes-0-speakers"), a sentence.

    `other` is the Known meeting of a likely duplicate. `offers` are ((label, {form field: value}), ...) that an editor
    may take over at one press.
    """

    check: str
    field: str
    sentence: str
    other: Known | None = None
    offers: tuple = ()
