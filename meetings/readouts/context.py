"""Everything that is found in a text before facts are proposed: one object that all rules take."""

from bisect import bisect_left
from functools import cached_property

from .countries import find_countries
from .cutting import Cut
from .dates import find_dates
from .header import read_header
from .home import acting_states, home_of, pairs_of
from .marks import Mask, find_quoted
from .names import NameFinder
from .persons import join
from .transcripts import find_turns


class Context:
    """A text with its sentences, quotes, countries, persons and head."""

    def __init__(self, text, gazetteer, url="", published=""):
        self.text, self.gazetteer = text, gazetteer
        self.cut = Cut(text)
        countries = find_countries(self.cut, gazetteer)
        self.header = read_header(self.cut, gazetteer, countries, url, published)
        self.countries = (
            find_countries(self.cut, gazetteer, self.header.day) if self.header.day else countries
        )
        self.countries = [mention for mention in self.countries if mention.start >= self.header.body]
        self.quoted = find_quoted(self.cut)
        self.mask = Mask(text, self.quoted)
        named = [
            named
            for named in NameFinder(self.cut, gazetteer, self.countries).find()
            if named.start >= self.header.body
        ]
        pairs = pairs_of(text, self.countries, self.is_organisation)
        acting = acting_states(self.cut, gazetteer, self.countries, self.is_organisation)
        home = home_of(self.cut, gazetteer, self.countries, self.header)
        self.persons, self.mentions = join(
            self.cut, gazetteer, named, self.header.day, self.side, home, self._organisation, pairs, acting
        )
        self._mention_starts = [mention[0] for mention in self.mentions]
        self._country_starts = [mention.start for mention in self.countries]

    @property
    def _organisation(self):
        """The only organisation that the text names, "" for none or several."""
        named = {mention.slug for mention in self.countries if self.is_organisation(mention.slug)}
        return named.pop() if len(named) == 1 else ""

    @property
    def side(self):
        """The country for which the text speaks, "" for none."""
        return self.header.side

    @cached_property
    def turns(self):
        """Speeches of a transcript: [start of the words, end, Person, span of the label]."""
        return find_turns(self)

    def in_speech(self, place):
        """Return whether `place` is in a speech of a transcript."""
        return any(start <= place < end for start, end, *_ in self.turns)

    @cached_property
    def dates(self):
        """Every date of the text."""
        return find_dates(self.text)

    @cached_property
    def _date_starts(self):
        return [dated.start for dated in self.dates]

    def mentions_in(self, start, end):
        """Return [(start, end, Person, Named)] that begin within text[start:end]."""
        return self.mentions[
            bisect_left(self._mention_starts, start) : bisect_left(self._mention_starts, end)
        ]

    def countries_in(self, start, end):
        """Return the CountryMentions that begin within text[start:end]."""
        return self.countries[
            bisect_left(self._country_starts, start) : bisect_left(self._country_starts, end)
        ]

    def country_in(self, start, end):
        """Return the slug of the first country named within text[start:end], "" if none is."""
        return next((mention.slug for mention in self.countries_in(start, end)), "")

    def dates_in(self, start, end):
        """Return the Dated that begin within text[start:end]."""
        return self.dates[bisect_left(self._date_starts, start) : bisect_left(self._date_starts, end)]

    def name_of(self, slug):
        """Return the common name of a country."""
        country = self.gazetteer.country.get(slug)
        return country.name if country else slug

    def is_organisation(self, slug):
        """Return whether a counterpart is an international organisation."""
        country = self.gazetteer.country.get(slug)
        return bool(country and country.kind == "organisation")
