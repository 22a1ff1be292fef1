"""Which country a name means, on a day: an index of all their names, built once and asked often."""

from ..browse.folding import fold

NAME, ALIAS, ADJECTIVE = "name", "dated alias", "adjective"


class Names:
    """The names of some countries in every language that the record holds, folded, with what kind of name each is."""

    def __init__(self, countries):
        self._bearers = {}
        for country in countries:
            for name in (*country.undated_names(), country.iso3):
                self._add(name, country, NAME)
            for alias in country.dated_aliases.all():
                self._add(alias.name, country, ALIAS, alias)
            for name in (country.adjective, country.demonym):
                self._add(name, country, ADJECTIVE)

    def _add(self, name, country, kind, alias=None):
        if folded := fold(name or ""):
            self._bearers.setdefault(folded, []).append((country, kind, alias))

    def meant(self, name, on=None):
        """Return the countries that `name` means (on a datetime.date): none, one, or several when it is ambiguous.

        A country that did not exist on the day never answers. Of the others the best come first and alone: by a dated
        alias in use that day, then by a name without dates, then by one used out of its time, then by an adjective or
        a demonym. Without a day: today's countries by a name without dates, then former ones, then dated aliases, then
        adjectives, today's first. A leading "the" is no part of a name unless it has a bearer.
        """
        ranks = {}
        for country, kind, alias in self._bearers_of(fold(name)):
            if on is None or country.exists_on(on):
                rank = _rank(country, kind, alias, on)
                ranks[country] = min(rank, ranks.get(country, rank))
        best = min(ranks.values(), default=None)
        return [country for country, rank in ranks.items() if rank == best]

    def _bearers_of(self, folded):
        return self._bearers.get(folded) or self._bearers.get(folded.removeprefix("the "), [])

    def one(self, name, on=None):
        """Return the one country that `name` means (on a day), or None when none or several are meant."""
        found = self.meant(name, on)
        return found[0] if len(found) == 1 else None


def _rank(country, kind, alias, on):
    if on is None:
        former = bool(country.valid_until)
        return {NAME: 0 + former, ALIAS: 2, ADJECTIVE: 3 + former}[kind]
    return {NAME: 1, ALIAS: 0 if alias and alias.in_use_on(on) else 2, ADJECTIVE: 3}[kind]
