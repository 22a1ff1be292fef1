"""Who the people of a list are, on the day of the meeting: resolved against officials and their tenures."""

from dataclasses import dataclass, field

from django.db.models import Q

from ...browse.folding import fold
from ...desk.checks.posts import only
from ...models import Country, Official, Tenure
from .pasted import is_same_name, names_of, rank_of

# Entries looked up by one query: both databases bound the size of an expression.
AT_ONCE = 15
MOST_CANDIDATES = 500
BEGINNING = 4
MOST_OFFERED = 4


class Countries:
    """The countries by every name and adjective, on a day; read once."""

    def __init__(self, day):
        self.day = day
        self.names = Country.objects.names()

    def __call__(self, words):
        """Return the one country that the words name, or None."""
        return self.names.one(words, self.day)

    def refusal(self, words):
        """Return why the words name no one country: a sentence that tells the several that they may mean."""
        meant = sorted(country.name for country in self.names.meant(words, self.day))
        if meant:
            return f"“{words}” may mean {' or '.join(meant)}: write which."
        return f"“{words}” names no country{' of that day' if self.day else ''}."


@dataclass
class Person:
    """An entry with what the record says: the official, or the `likely` ones when it is not sure."""

    entry: object
    official: Official | None = None
    tenures: list = field(default_factory=list)
    likely: list = field(default_factory=list)

    @property
    def is_open(self):
        """Whether a person is named whom the record does not know for sure."""
        return self.official is None and bool(self.entry.name)


def resolve(entries, day):
    """Return a Person for each entry, in order. `day` is a datetime.date, or None when it is not known to the day."""
    named = [entry for entry in entries if entry.name]
    candidates = _candidates(named)
    tenures = _tenures(candidates)
    people = [Person(entry) for entry in entries]
    for person in people:
        if person.entry.name:
            _settle(person, candidates, tenures, day)
        elif person.entry.country and day:
            _settle_by_post(person, day)
    return people


def _candidates(entries):
    found = {}
    for start in range(0, len(entries), AT_ONCE):
        condition = Q(pk=None)
        for entry in entries[start : start + AT_ONCE]:
            for word in {word[:BEGINNING] for word in entry.name.split() if len(word) > 2}:
                condition |= (
                    Q(name__icontains=word) | Q(native_name__icontains=word) | Q(aliases__icontains=word)
                )
        for official in Official.objects.filter(condition).order_by("pk")[:MOST_CANDIDATES]:
            found[official.pk] = official
    return list(found.values())


def _tenures(officials):
    found = {}
    for tenure in Tenure.objects.filter(official__in=officials).select_related("country"):
        found.setdefault(tenure.official_id, []).append(tenure)
    return found


def _settle(person, candidates, tenures, day):
    """Take the one official of that name; of several, the one in office that day for the country.

    A part of a name is enough only for one who was in office that day.
    """
    asked, country = fold(person.entry.name), person.entry.country
    alike = [(is_same_name(asked, names_of(one)), one) for one in candidates]
    best = max((degree for degree, _ in alike), default=0)
    fitting = [one for degree, one in alike if degree == best] if best else []
    serving = [one for one in fitting if _serves(tenures.get(one.pk, ()), day, country)]
    chosen = serving if serving or best < 2 else fitting
    if len(chosen) == 1:
        person.official = chosen[0]
        person.tenures = tenures.get(chosen[0].pk, [])
    else:
        person.likely = (chosen or fitting)[:MOST_OFFERED]


def _serves(tenures, day, country):
    of_country = [tenure for tenure in tenures if country is None or tenure.country_id == country.pk]
    return any(day is None or tenure.held_on(day) != "no" for tenure in of_country)


def _settle_by_post(person, day):
    """Take the one who certainly held the post that day, where the text names only the post."""
    post, rank = fold(person.entry.post), rank_of(person.entry.post)
    around = (
        Tenure.objects.around(day).filter(country=person.entry.country).select_related("official", "country")
    )
    held = [tenure for tenure in around if tenure.held_on(day) == "yes"]
    same = [tenure for tenure in held if fold(tenure.post) == post]
    same = same or [tenure for tenure in held if rank.startswith("head-of") and tenure.rank == rank]
    if len({tenure.official_id for tenure in same}) == 1 and only(same):
        person.official, person.tenures = same[0].official, same[:1]
