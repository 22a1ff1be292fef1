"""Mentions joined to persons: full names, surnames, posts that stand for someone, counterparts."""

from collections import Counter, defaultdict
from dataclasses import replace

from .cutting import WORD, folded
from .name_words import FAMILY_FIRST, INSTITUTIONS, NO_NAME
from .people import LEADER, LEADERSHIP, Person, agree


def join(cut, gazetteer, named, day, side, home="", organisation="", pairs=(), acting=()):
    """Return (persons, mentions): every Person of a text, and [(start, end, Person, Named)] in order.

    `day` (datetime.date or None) is when tenures are asked; `side` is the country that the text speaks for,
    or "", `home` the one whose people may be named without it, `organisation` the only one named in the text, `pairs`
    counts the pairs of states that it names side by side, `acting` the states that it speaks of as acting.
    """
    joiner = _Joiner(gazetteer, day, side, home, organisation, pairs, acting)
    joiner.add_names(named)
    joiner.complete()
    for mention in named:
        if not mention.name and not mention.plural:
            joiner.add_definite(mention)
    joiner.add_surnames(cut)
    joiner.mentions.sort(key=lambda entry: (entry[0], -entry[1]))
    return joiner.persons, joiner.mentions


class _Joiner:
    def __init__(self, gazetteer, day, side, home, organisation, pairs, acting):
        self.gazetteer, self.day, self.side, self.home = gazetteer, day, side, home
        self.organisation, self.pairs, self.acting = organisation, pairs, acting
        self.persons, self.mentions = [], []
        self._by_key, self._by_surname = {}, defaultdict(list)

    def add_names(self, named):
        """First full names with a post or on record, then single names with one, then what else fits
        one of these."""
        names = [mention for mention in named if mention.name]
        told = [mention for mention in names if mention.post or mention.official or _of_a_country(mention)]
        done = set(map(id, told))
        for mention in sorted(told, key=lambda mention: " " not in mention.name):
            self._add_named(mention, self._known_here(mention) or self._new(mention))
        for mention in names:
            if id(mention) not in done and (person := self._known_here(mention)):
                self._add_named(mention, person)

    def _add_named(self, mention, person):
        if mention.former:
            person.former = person.former or not person.post
        elif mention.post and (
            not person.post or (len(mention.post) > len(person.post) and person.rank != mention.rank)
        ):
            person.post, person.rank = mention.post, mention.rank
        if mention.country and not person.country and not mention.former:
            person.country = mention.country
        self._note(person, mention)

    def _known_here(self, mention):
        if mention.official:
            return self._by_key.get(mention.official)
        words = [folded(word) for word in WORD.findall(mention.name)]
        if person := self._by_key.get(" ".join(words)):
            return person
        fitting = [
            person
            for person in self._by_surname.get(words[-1], ())
            if _fits(person, mention) and _names_agree(person.name, words)
        ]
        return fitting[0] if len(fitting) == 1 else None

    def _new(self, mention):
        official = self.gazetteer.official.get(mention.official) or self._from_surname(mention)
        person = Person(
            name=official.name if official else mention.name, official=official.slug if official else ""
        )
        self.persons.append(person)
        for key in filter(
            None, (person.official, " ".join(folded(word) for word in WORD.findall(mention.name)))
        ):
            self._by_key[key] = person
        words = [folded(word) for word in WORD.findall(person.name)]
        self._by_surname[words[-1]].append(person)
        if len(words) in (2, 3) and (
            mention.country in FAMILY_FIRST or self._of_record(person) in FAMILY_FIRST
        ):
            self._by_surname[words[0]].append(person)
        return person

    def _of_record(self, person):
        official = self.gazetteer.official.get(person.official)
        return official.tenures[0].country if official and official.tenures else ""

    def _from_surname(self, mention):
        """A single name with a post: the one official on record of that surname who may have held it."""
        words = WORD.findall(mention.name)
        if mention.official or len(words) != 1 or not mention.post:
            return None
        fitting = [
            official
            for official in self.gazetteer.by_surname.get(folded(words[0]), ())
            if any(
                agree(tenure.rank, mention.rank)
                and (not mention.country or tenure.country == mention.country)
                and tenure.held_on(self.day) != "no"
                for tenure in official.tenures
            )
        ]
        return fitting[0] if len(fitting) == 1 else None

    def complete(self):
        """Fill country, post and rank from tenures of the day, then from the side that speaks."""
        for person in self.persons:
            official = self.gazetteer.official.get(person.official)
            person.rank = "unknown" if person.rank == LEADER and not official else person.rank
            if official and not person.former:
                self._from_tenures(person, official)
            if not person.country and person.rank == "head-of-organisation" and self.organisation:
                person.country = self.organisation
            if not person.country and person.post and self._may_be_home(person):
                person.country = self.home
                person.tenure = person.tenure or ("side" if self.side else "home")
        told = {person.country for person in self.persons if person.country and person.post}
        for person in self.persons:
            if not person.country and person.post and not person.former:
                self._from_pair(person, told)
            words = [folded(word) for word in WORD.findall(person.name)]
            if person.country in FAMILY_FIRST and len(words) in (2, 3):
                known = self._by_surname[words[0]]
                known += [person] if not any(other is person for other in known) else []

    def _from_pair(self, person, named):
        """The other of the two states most often named side by side, where people of one of them are named."""
        fitting = [
            (times, next(iter(pair - named)))
            for pair, times in Counter(self.pairs).most_common()
            if len(pair & named) == 1
        ]
        if fitting and (len({country for _, country in fitting}) == 1 or fitting[0][0] > fitting[1][0]):
            person.country, person.tenure = fitting[0][1], person.tenure or "pair"
        rest = Counter(
            {slug: times for slug, times in dict(self.acting).items() if slug not in named}
        ).most_common(2)
        if (
            not person.country
            and named
            and rest
            and rest[0][1] > max(1, *(times for _, times in rest[1:]), 1)
        ):
            person.country, person.tenure = rest[0][0], person.tenure or "frequent"

    def _may_be_home(self, person):
        """Whether a person without a country may be of the home side: nobody else there holds such a post."""
        if self.side or not self.home:
            return bool(self.home)
        return person.post != "counterpart" and not any(
            other.country == self.home
            and other is not person
            and agree(other.rank, person.rank)
            and not other.former
            for other in self.persons
        )

    def _from_tenures(self, person, official):
        held = [(tenure.held_on(self.day), tenure) for tenure in official.tenures]
        if person.post:
            fitting = [tenure for _, tenure in held if agree(tenure.rank, person.rank)] or [
                tenure for _, tenure in held
            ]
            countries = {tenure.country for tenure in fitting}
            if not person.country and len(countries) == 1:
                person.country = countries.pop()
            if person.country and person.rank in LEADERSHIP:
                known = {
                    tenure.rank
                    for _, tenure in held
                    if tenure.country == person.country and agree(tenure.rank, person.rank)
                }
                person.rank = known.pop() if len(known) == 1 else person.rank
            return
        certain = [tenure for answer, tenure in held if answer == "yes"] or [
            tenure for answer, tenure in held if answer == "possibly"
        ]
        if not person.country and len({tenure.country for _, tenure in held}) == 1:
            person.country = held[0][1].country
        if len(certain) == 1:
            person.post, person.rank = certain[0].post, certain[0].rank
            person.tenure = certain[0].held_on(self.day)

    def add_definite(self, mention):
        """The Russian prime minister: who in the text that is, who held the post that day, or nobody named."""
        country = (
            mention.country
            or (self.organisation if mention.rank == "head-of-organisation" else "")
            or self.side
        )
        if mention.former:
            return
        fitting = (
            [
                person
                for person in self.persons
                if not person.former and agree(person.rank, mention.rank) and person.country == country
            ]
            if country
            else [
                person
                for person in self.persons
                if not person.former and person.tenure != "resolved" and agree(person.rank, mention.rank)
            ]
        )
        if not country or not fitting:
            fitting = [
                person
                for person in self.persons
                if not person.former and person.name and _same_word(person, mention, country)
            ] or fitting
        if not country and len(fitting) != 1:
            return
        if len(fitting) == 1:
            self._note(fitting[0], mention)
        elif not fitting and country and mention.rank not in (LEADER, "anyone"):
            self._note(self._holder(replace(mention, country=country)), mention)

    def _holder(self, mention):
        key = f"{mention.country}/{mention.rank}"
        if person := self._by_key.get(key):
            return person
        holders = [
            official
            for official, tenure in self.gazetteer.holders.get((mention.country, mention.rank), ())
            if tenure.held_on(self.day) == "yes"
        ]
        named = holders[0] if len(holders) == 1 and self.day else None
        person = Person(
            name=named.name if named else "",
            official=named.slug if named else "",
            post=mention.post,
            country=mention.country,
            rank=mention.rank,
            tenure="resolved" if named else "unnamed",
        )
        self._by_key[key] = person
        self.persons.append(person)
        return person

    def add_surnames(self, cut):
        """Asadov, after Prime Minister Ali Asadov: a capitalised word that is the surname of one person."""
        starts = {start for start, *_ in self.mentions}
        ends, place, taken = sorted(self.mentions, key=lambda entry: entry[0]), 0, 0
        for word in cut.words:
            while place < len(ends) and ends[place][0] <= word.start:
                taken = max(taken, ends[place][1])
                place += 1
            if word.start < taken or word.start in starts or not word.capital or word.folded in NO_NAME:
                continue
            persons = {id(person): person for person in self._by_surname.get(word.folded, ())}
            if len(persons) == 1:
                (person,) = persons.values()
                entry = (word.start, word.end, person, None)
                self.mentions.append(entry)
                person.mentions.append(entry)

    def _note(self, person, mention):
        entry = (mention.start, mention.end, person, mention)
        self.mentions.append(entry)
        person.mentions.append(entry)


def _same_word(person, mention, country):
    """The Secretary, the minister: a word of the person's post, when no country or the same one is named."""
    words = person.post.casefold().split()
    if country and person.country and person.country != country:
        return False
    return mention.post.casefold() in words and not (
        mention.post.casefold() == "minister" and "prime" in words
    )


def _of_a_country(mention):
    """Kofi Asante of Ghana: a full name with a country and no word of an institution."""
    words = [folded(word) for word in WORD.findall(mention.name)]
    return bool(mention.country and len(words) > 1 and not INSTITUTIONS.intersection(words))


def _fits(person, mention):
    return not (person.country and mention.country and person.country != mention.country)


def _names_agree(name, words):
    known = [folded(word) for word in WORD.findall(name)]
    return len(words) == 1 or len(known) == 1 or known[0][0] == words[0][0]
