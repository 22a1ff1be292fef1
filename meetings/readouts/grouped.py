"""Several people under one post: Presidents X and Y; the foreign ministers of A and B, X and Y; A's and B's leaders."""

from dataclasses import replace

from .spelled import Spelled

MOST, APART = 8, 60


class Groups(Spelled):
    """Finds the Named that a post in the plural stands for."""

    def _several(self, post, own, first, after):
        """Return ([Named], number of the word after them) of a plural Post whose one country, if any, is `own`."""
        if paired := self._each_with_name(post):
            return paired
        before = self._countries_before(post.first)
        behind, after = self._countries_after(after)
        countries = behind if len(behind) > 1 else before if len(before) > 1 else []
        single = own or (behind[0][0] if len(behind) == 1 else "")
        names, end = self._names_listed(after, single if not countries else "")
        if names:
            return self._named_of(post, names, countries, single), end
        if countries:
            return [
                self._named(number, beyond, None, post, post.key, country, self._former(first))
                for country, number, beyond in countries
            ], max(after, post.after)
        wording = self._text(post.first, post.after)
        return [self._named(first, after, None, post, wording, single, False, plural=True)], after

    def _named_before(self, found, named):
        """X, Y and Z, the foreign ministers of A, B and C: those names with those posts; None when they do not fit."""
        names = found[-len(named) :]
        if len(names) < len(named) or any(not one.name or one.post or one.country for one in names):
            return None
        starts = [one.start for one in [*names[1:], named[0]]]
        gaps = [self.cut.text[one.end : start].strip() for one, start in zip(names, starts, strict=True)]
        if (
            not all(gap in (",", "and", ", and") for gap in gaps[:-1])
            or gaps[-1][:1] != ","
            or len(gaps[-1]) > APART
        ):
            return None
        return [
            replace(name, post=post.post, country=post.country, rank=post.rank)
            for name, post in zip(names, named, strict=True)
        ]

    def _counterparts(self, number):
        """His counterparts X of A and Y of B; his A and B counterparts X and Y."""
        before = self._countries_before(number)
        names, end = self._names_listed(number + 1, "")
        if len(names) < 2:
            return None
        paired = [country for country, *_ in before] if len(before) == len(names) else [""] * len(names)
        named = [
            self._named(first, beyond, (first, after), None, "counterpart", of or country, False)
            for (first, after, of, beyond), country in zip(names, paired, strict=True)
        ]
        return (named, end) if all(one.country for one in named) else None

    def _each_with_name(self, post):
        """The Foreign Ministers of Kenya, X, and of Ghana, Y: ([Named], word after), None when less than two are so."""
        found, place, words = [], post.after, self.cut.words
        while place < len(words) and len(found) < MOST:
            place += words[place].folded == "and"
            country, behind = self._country_after(place)
            if not country or behind >= len(words) or self.cut.between(behind - 1, behind) not in (", ", " "):
                break
            start = self._past_titles(behind)
            end = self._name(start)
            if end is None or end - start < 2:
                break
            found.append(self._named(start, end, (start, end), post, post.key, country, False))
            place = end
        return (found, place) if len(found) > 1 else None

    def _named_of(self, post, names, countries, single):
        """Names with the countries in the same order, when there are as many."""
        paired = (
            [country for country, *_ in countries] if len(countries) == len(names) else [single] * len(names)
        )
        return [
            self._named(start, beyond, (start, end), post, post.key, of or country, False)
            for (start, end, of, beyond), country in zip(names, paired, strict=True)
        ]

    def _names_listed(self, after, single):
        """Return ([(first word, word after the name, country, word after that)], word after all)."""
        found, place, words = [], after, self.cut.words
        while place < len(words) and len(found) < MOST:
            if place > after and not self._in_list(place):
                break
            start = self._past_titles(place)
            end = self._name(start)
            if end is None or (place == after and not self._may_follow(place, end - start)):
                break
            of, beyond = self._country_after(end)
            found.append((start, end, of or single, beyond))
            after = place = beyond
            if place < len(words) and words[place].folded == "and":
                place += 1
        return found, found[-1][3] if found else after

    def _may_follow(self, place, length):
        gap = self.cut.between(place - 1, place)
        return gap in (" ", "\n") or (gap in (", ", " – ", " — ", " (") and length > 1)

    def _in_list(self, place):
        words = self.cut.words
        gap = self.cut.between(place - 1, place)
        return (words[place - 1].folded == "and" and gap == " ") or gap == ", "

    def _countries_before(self, first):
        """[(country, first word, word after)] of a list of countries right before a word."""
        found, place, words = [], first, self.cut.words
        while (mention := self.country_until.get(place)) and len(found) < MOST:
            gap = self.cut.between(place - 1, place).strip(" '’" + "." * self._is_initials(mention))
            if gap not in ("", ",") or (gap and not found):
                break
            found.insert(0, (mention.slug, mention.first, mention.after))
            place = mention.first
            if place and words[place - 1].folded == "and":
                place -= 1
        return found

    def _countries_after(self, after):
        """([(country, first word, word after)], word after them) of "of A, B and (the) C"."""
        words, found = self.cut.words, []
        if after >= len(words) or words[after].folded not in ("of", "from") or not self._close(after):
            return found, after
        place = end = after
        while place + 1 < len(words) and len(found) < MOST:
            place += 1
            if words[place].folded in ("the", "and"):
                continue
            mention = self.country_from.get(place)
            if mention is None or mention.form != "name" or (found and not self._tied(place)):
                break
            found.append((mention.slug, mention.first, mention.after))
            place, end = mention.after - 1, mention.after
        return found, end if found else after

    def _tied(self, place):
        """Whether the country at a word goes on a list: behind a comma, "and" or "and the"."""
        words = self.cut.words
        before = words[place - 2] if words[place - 1].folded == "the" else words[place - 1]
        return before.folded == "and" or self.cut.between(place - 1, place) == ", "
