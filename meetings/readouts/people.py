"""Who is named in a text: names with posts and countries, joined to persons; and posts that stand for a "
"person."""

from dataclasses import dataclass, field

from .cutting import folded

SAME_RANK = {
    "head-of-state-and-government": {"head-of-state", "head-of-government"},
    "head-of-state": {"head-of-state-and-government"},
    "head-of-government": {"head-of-state-and-government"},
}
LEADER = "leader"
LEADERSHIP = ("head-of-state-and-government", "head-of-state", "head-of-government", "de-facto-leader")


@dataclass(frozen=True)
class Named:
    """One place where a person is named or meant: text[start:end] holds post and name as far as they
    stand there."""

    start: int
    end: int
    name: str
    official: str
    post: str
    country: str
    rank: str
    former: bool = False
    definite: bool = False
    plural: bool = False
    name_span: tuple = ()


@dataclass
class Person:
    """A person of a text: all that its mentions tell."""

    name: str
    official: str = ""
    post: str = ""
    country: str = ""
    rank: str = "unknown"
    former: bool = False
    tenure: str = ""
    mentions: list = field(default_factory=list)

    @property
    def key(self):
        """What no two persons of a text share."""
        return self.official or folded(self.name) or f"{self.country}/{self.rank}/{self.post}"


def agree(first, second):
    """Return whether two ranks may be those of one post."""
    if "anyone" in (first, second):
        return True
    if LEADER in (first, second):
        return {first, second} <= {LEADER, *LEADERSHIP}
    return first == second or second in SAME_RANK.get(first, ())
