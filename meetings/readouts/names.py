"""Finds names with their posts and countries."""

from .name_words import APART, HONORIFICS, NO_NAME, PARTICLES, ROMAN, SHORT_NAMES
from .people import Named
from .posts import OWN_COUNTRY, post_at, rank_in
from .surroundings import Surroundings

LONGEST_NAME = 6


class NameFinder(Surroundings):
    """Finds all Named of a text in one pass over its words."""

    def find(self):
        """Return the Named in order of the text."""
        found, number, count = [], 0, len(self.cut.words)
        while number < count:
            named, number = self._at(number)
            found.extend(named)
        return found

    def _at(self, number):
        post = None if number in self.taken else post_at(self.cut, number, self.taken)
        if post and self._is_body(post):
            return [], post.after
        if post and post.rank != "spokesperson":
            return self._with_post(post)
        if post:
            name_end = self._name(self._past_titles(post.after))
            return [], max(post.after, name_end or 0)
        if self.cut.words[number].folded == "counterpart" and (found := self._counterpart(number)):
            return found
        known = self._known(number)
        if known:
            official, after = known
            return self._apposition(number, after, official)
        after = self._name(number) if self._may_begin(number) else None
        if after and after - number >= 2:
            return self._apposition(number, after, None)
        return [], number + 1

    def _counterpart(self, number):
        """His Greek counterpart Nikos Dendias: named, of a country, with the post of whoever "his" "
        "stands for."""
        country, first = self._country_before(number)
        start = self._past_titles(number + 1)
        after = (
            self._name(start)
            if country
            and self.cut.text[self.cut.words[number].end : self.cut.words[number].end + 1] in (" ", ",")
            else None
        )
        if after is None or after - start < 2:
            return None
        named = self._named(first, after, (start, after), None, "counterpart", country, False)
        return [named], after

    def _may_begin(self, number):
        word = self.cut.words[number]
        return number not in self.taken and word.capital and word.folded not in HONORIFICS

    def _is_body(self, post):
        """Whether the post is part of a body's name: the Cabinet of Ministers, the Council of Heads of
        Government."""
        words, first = self.cut.words, post.first
        if (
            first > 1
            and words[first - 1].folded == "of"
            and words[first - 2].folded in ("cabinet", "council", "ministry")
        ):
            return True
        if words[first].text == "PM" and first and words[first - 1].text[-1].isdigit():
            return True
        return (
            post.plural
            and post.after < len(words)
            and words[post.after].folded in ("meeting", "council", "conference")
        )

    def _name(self, number):
        """Return the number of the word after the name that begins here, or None."""
        words = self.cut.words
        if number >= len(words):
            return None
        if known := self._known(number):
            return known[1]
        place = number
        while place < len(words) and place - number < LONGEST_NAME and place not in self.taken:
            if not (place == number or self._joins(place)) or not self._is_of_name(number, place):
                break
            place += 1
        while place > number and not self._ends_name(place - 1):
            place -= 1
        return place if place > number else None

    def _is_of_name(self, first, place):
        """Whether word number `place` goes on a name that begins at `first`: a capital, or a particle before one."""
        words, word = self.cut.words, self.cut.words[place]
        if word.capital and not word.text.isdigit():
            roman = place > first and ROMAN.match(word.text)
            shouted = (
                place > first
                and len(word.text) > 3
                and word.text.isupper()
                and not words[first].text.isupper()
            )
            return not shouted and (
                word.folded not in NO_NAME or roman or (place == first and self._short_name(first))
            )
        behind = words[place + 1] if place + 1 < len(words) else None
        return bool(
            behind
            and word.folded in PARTICLES
            and behind.capital
            and behind.folded not in NO_NAME
            and self._joins(place + 1)
        )

    def _ends_name(self, number):
        """No name ends with an initial or a particle."""
        word = self.cut.words[number]
        initial = len(word.text) == 1 and not ROMAN.match(word.text)
        return not initial and (word.capital or word.folded not in PARTICLES)

    def _short_name(self, number):
        """To Anh Dung: a name that would be a preposition, were it not for its capital within a sentence."""
        before = self.cut.words[number - 1] if number else None
        behind = self.cut.words[number + 1 : number + 2]
        return bool(
            before
            and self.cut.words[number].folded in SHORT_NAMES
            and self.cut.between(number - 1, number) == " "
            and not before.capital
            and behind
            and behind[0].capital
        )

    def _joins(self, number):
        gap = self.cut.between(number - 1, number)
        return gap in (" ", "-", "'", "’", "‑", "\n") or (
            gap == ". " and len(self.cut.words[number - 1].text) == 1
        )

    def _with_post(self, post):
        """A post with the country before or after it and the names that follow."""
        first, after = post.first, post.after
        own, first = self._country_before(first)
        of, after = self._country_after(after)
        wording = self._text(post.first, post.after)
        if post.rank == "ambassador":
            after = self._accredited(after)
        behind_body = self._body_after(after) if post.rank == "other-official" else after
        second = self._second_post(after) or self._second_post(behind_body)
        if second:
            of2, second_after = self._country_after(second.after)
            own, after = own or of or of2, second_after
            wording = self._text(post.first, second.after)
            if post.rank == "other-official" or second.rank == "foreign-minister":
                post = type(post)(post.first, post.after, second.rank, post.plural, second.key)
        country = (
            (of if post.rank != "ambassador" else "")
            or own
            or OWN_COUNTRY.get(post.key, "") * (post.rank == "foreign-minister")
        )
        if post.plural:
            return self._several(post, country, first, after)
        name_first, name_after = self._name_after(after, country, definite=self._is_definite(first))
        former = self._former(first)
        if name_first is None:
            return [self._named(first, after, None, post, wording, country, former)], after
        end = name_after
        if (
            not country
            and (behind := self._country_after(name_after))[0]
            and post.rank not in ("ambassador",)
        ):
            country, end = behind
        return [self._named(first, end, (name_first, name_after), post, wording, country, former)], end

    def _is_definite(self, first):
        return first > 0 and self.cut.words[first - 1].folded in ("the", "his", "her")

    def _second_post(self, after):
        words = self.cut.words
        if (
            after + 1 < len(words)
            and words[after].folded == "and"
            and after + 1 not in self.taken
            and words[after + 1].capital
        ):
            found = post_at(self.cut, after + 1, self.taken)
            return found if found and not found.plural and found.rank != "spokesperson" else None
        return None

    def _name_after(self, after, country, definite):
        """The name after a post, also behind a comma and titles; (None, None) when there is none."""
        words = self.cut.words
        if after >= len(words):
            return None, None
        gap = self.cut.between(after - 1, after)
        behind_comma = gap.strip() in (",", "–", "—", "-")
        if not behind_comma and gap.strip(" \n"):
            return None, None
        if ":" in gap or ("\n" in gap and "\n\n" in gap):
            return None, None
        place = self._past_titles(after) if words[after].folded != "the" else after
        end = self._name(place)
        if end is None or (behind_comma and (end - place < 2 or not (country or definite or place > after))):
            return None, None
        return place, end

    def _several(self, post, country, first, after):
        """Presidents Aliyev and Putin; Foreign Ministers X of A and Y of B; the presidents of A and B."""
        found, place, words = [], after, self.cut.words
        while place < len(words) and len(found) < 6:
            start = self._past_titles(place)
            end = self._name(start)
            if end is None:
                break
            of, behind = self._country_after(end)
            found.append(self._named(start, behind, (start, end), post, post.key, of, False))
            place = behind
            if place < len(words) and words[place].folded == "and":
                place += 1
            elif place >= len(words) or self.cut.between(place - 1, place).strip() != ",":
                break
        if found:
            return found, place
        return [
            self._named(
                first, after, None, post, self._text(post.first, post.after), country, False, plural=True
            )
        ], after

    def _apposition(self, first, after, official):
        """A name, and the post that stands beside it: "X, the Foreign Minister of Y"; "X (President, Y)"."""
        words = self.cut.words
        place = after
        if place < len(words) and self.cut.between(place - 1, place).strip() in (",", "(", "–", "—"):
            if words[place].folded == "the":
                place += 1
            mention = self.country_from.get(place)
            at = (
                mention.after
                if mention and self.cut.between(mention.after - 1, mention.after).strip(" '’s") == ""
                else place
            )
            if at < len(words) and words[at].text == "s":
                at += 1
            post = post_at(self.cut, at, self.taken) if at < len(words) and at not in self.taken else None
            if (
                post
                and not post.plural
                and post.rank != "spokesperson"
                and self._name_after(post.after, "", definite=False)[0] is None
            ):
                second = self._second_post(self._country_after(post.after)[1])
                of, end = self._country_after(second.after if second else post.after)
                wording = self._text(post.first, second.after if second else post.after)
                country = (of if post.rank != "ambassador" else "") or (
                    mention.slug if mention and at != place else ""
                )
                country = (
                    country
                    or self._for_side(first)
                    or OWN_COUNTRY.get(post.key, "") * (post.rank == "foreign-minister")
                )
                named = self._named(
                    first, end, (first, after), post, wording, country, self._former(at), official=official
                )
                return [named], end
        of, _ = self._country_after(after) if official is None else ("", after)
        return [
            self._named(first, after, (first, after), None, "", of, self._former(first), official=official)
        ], after

    def _former(self, first):
        start = self.cut.words[first].start
        return bool(APART.search(self.cut.text[max(0, start - 40) : start]))

    def _named(self, first, after, name, post, wording, country, former, official=None, plural=False):
        words = self.cut.words
        if name and official is None and (known := self._known(name[0])) and known[1] == name[1]:
            official = known[0]
        rank = rank_in(self.gazetteer, country, post.key, post.rank) if post else "unknown"
        return Named(
            start=words[first].start,
            end=words[after - 1].end,
            name=self._text(*name) if name else "",
            official=official.slug if official else "",
            post=wording,
            country=country,
            rank=rank,
            former=former,
            definite=name is None,
            plural=plural,
            name_span=(words[name[0]].start, words[name[1] - 1].end) if name else (),
        )
