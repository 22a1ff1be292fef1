"""What a reading proposes: typed facts, each with the words it was read from."""

from dataclasses import asdict, dataclass, field
from typing import Any

# From this confidence on a fact is ticked beforehand: a wrong ticked fact costs more than a gap.
TICKED_FROM = 0.8

Span = tuple[int, int]


@dataclass(frozen=True)
class Scalar:
    """A single value: a date, a place, a format. `name` is how people write it, where the value is a slug."""

    value: str | int | None
    name: str = ""


@dataclass(frozen=True)
class Counterpart:
    """A country or organisation that is a party."""

    value: str
    name: str


@dataclass(frozen=True)
class Participant:
    """Someone who took part. `official` is empty for a new person, `name` for one whom nothing names."""

    name: str
    official: str
    post: str
    country: str
    country_name: str
    rank: str
    role: str
    named: str
    name_in_text: str
    did_you_mean: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Quotation:
    """Words said. `speaker` joins the names of `speakers`; `officials` are their addresses where known."""

    speaker: str
    speakers: list[str]
    officials: list[str]
    text: str
    type: str


@dataclass(frozen=True)
class Topic:
    """Something the sides talked about."""

    wording: str
    sphere: str
    about: list[str]


@dataclass(frozen=True)
class Covered:
    """A sphere that an agreement covers, in the words of the text; `sphere` is empty where none is known."""

    wording: str
    sphere: str


@dataclass(frozen=True)
class Document:
    """An agreement or a package of them; `status` is its step, `count` how many documents are stated."""

    title: str
    type: str
    type_wording: str
    spheres: list[Covered]
    more_spheres: bool
    signatories: list[str]
    parties: list[str]
    bodies: list[str]
    status: str
    at_meeting: bool
    count: int | None
    part_of_package: bool = False


@dataclass(frozen=True)
class Number:
    """A figure. `value` and `change` are numbers as the text states them."""

    value: float | None
    scale: str
    unit: str
    currency: str
    qualifier: str
    what: str
    period: str
    change: float | None
    change_qualifier: str
    change_basis: str
    kind: str
    countries: list[str]
    claimed_by: list[str]


@dataclass(frozen=True)
class Promise:
    """Something promised or announced: an invitation, a next meeting."""

    kind: str
    what: str
    by: str
    by_countries: list[str]
    to: str
    to_countries: list[str]
    event: str
    place: str
    date: str
    due_wording: str


@dataclass(frozen=True)
class Mention:
    """A person or country that the text only mentions, and why it is not recorded."""

    value: str
    kind: str
    why: str


@dataclass(frozen=True)
class Fact:
    """One proposal: a value of the kinds above, its spans in the text as given, a confidence, the rule."""

    value: Any
    spans: tuple[Span, ...]
    confidence: float
    rule: str

    @property
    def ticked(self):
        """Whether the fact is sure enough to be ticked beforehand."""
        return self.confidence >= TICKED_FROM

    def as_json(self):
        """Return the fact as an object of plain values."""
        return asdict(self.value) | {
            "spans": [list(span) for span in self.spans],
            "confidence": round(self.confidence, 2),
            "ticked": self.ticked,
            "rule": self.rule,
        }
