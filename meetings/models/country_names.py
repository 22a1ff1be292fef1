"""Which country a name means, on a day: an index of all their names, built once and asked often."""

from ..browse.folding import fold


class Names:
    """The names of some countries, folded; each with the dated alias that it comes from, or None."""

    def __init__(self, countries):
        self._bearers = {}
        for country in countries:
            for name in (country.name, country.official_name, country.iso3, *country.aliases):
                self._add(name, country, None)
            for alias in country.dated_aliases.all():
                self._add(alias.name, country, alias)

    def _add(self, name, country, alias):
        if folded := fold(name or ""):
            self._bearers.setdefault(folded, []).append((country, alias))

    def meant(self, name, on=None):
        """Return the countries that `name` means (on a datetime.date): none, one, or several when it is ambiguous.

        A country that did not exist on the day never answers. Of the others the best come first and alone: by a dated
        alias in use that day, then by a name without dates, then by one used out of its time. Without a day: today's
        countries by a name without dates, then former ones, then dated aliases.
        """
        ranks = {}
        for country, alias in self._bearers.get(fold(name), []):
            if on is None or country.exists_on(on):
                rank = _rank(country, alias, on)
                ranks[country] = min(rank, ranks.get(country, rank))
        best = min(ranks.values(), default=None)
        return [country for country, rank in ranks.items() if rank == best]

    def one(self, name, on=None):
        """Return the one country that `name` means (on a day), or None when none or several are meant."""
        found = self.meant(name, on)
        return found[0] if len(found) == 1 else None


def _rank(country, alias, on):
    if on is None:
        return 2 if alias else int(bool(country.valid_until))
    if alias:
        return 0 if alias.in_use_on(on) else 2
    return 1
