"""Finds names with their posts and countries."""

from dataclasses import replace

from .grouped import Groups
from .name_words import APART
from .people import Named
from .post_words import OWN_COUNTRY, RANKS
from .posts import post_at, rank_in

WITH_BODY = ("other-official", "head-of-organisation", "speaker", "deputy-minister")
COUNTERPARTS = ("counterpart", "colleague", "number")


class NameFinder(Groups):
    """Finds all Named of a text in one pass over its words."""

    def find(self):
        """Return the Named in order of the text."""
        found, number, count = [], 0, len(self.cut.words)
        while number < count:
            named, number = self._at(number)
            if len(named) > 1 and named[0].definite and (paired := self._named_before(found, named)):
                found[-len(named) :] = paired
            else:
                found.extend(named)
        return found

    def _at(self, number):
        post = None if number in self.taken else post_at(self.cut, number, self.taken)
        if post and self._is_body(post):
            return [], post.after
        if post and post.rank in ("leader", "anyone") and not self._has_country(post):
            return [], post.after
        if post and post.rank == "anyone":
            country, first = self._country_before(post.first)
            alone = country and not post.plural
            return (
                [self._named(first, post.after, None, post, post.key, country, False)] if alone else []
            ), post.after
        if post and post.rank != "spokesperson":
            return self._with_post(post)
        if post:
            name_end = self._name(self._past_titles(post.after))
            return [], max(post.after, name_end or 0)
        if self.cut.words[number].folded in COUNTERPARTS and (found := self._counterpart(number)):
            return found
        if self.cut.words[number].folded in ("counterparts", "colleagues") and (
            several := self._counterparts(number)
        ):
            return several
        known = self._known(number)
        if known:
            official, after = known
            return self._apposition(number, after, official)
        after = self._name(number) if self._may_begin(number) else None
        if after and after - number >= 2:
            return self._apposition(number, after, None)
        return [], number + 1

    def _counterpart(self, number):
        """His Greek counterpart (, Minister) Nikos Dendias: named, of a country, with a post of his own or of the one
        whom "his" stands for."""
        words = self.cut.words
        if words[number].folded == "number" and (not number or words[number - 1].folded != "opposite"):
            return None
        country, first = self._country_before(number - (words[number].folded == "number"))
        of, behind = self._country_after(number + 1, ("of", "from", "in"))
        country, behind = country or of, behind if of else number + 1
        if behind >= len(words) or self.cut.between(behind - 1, behind) not in (" ", ", "):
            return None
        start = self._past_titles(behind)
        post = (
            post_at(self.cut, start, self.taken) if start < len(words) and start not in self.taken else None
        )
        if (
            post
            and not post.plural
            and post.rank in RANKS
            and post.rank not in ("spokesperson", "anyone", "leader")
        ):
            named, after = self._with_post(post)
            return [replace(one, country=one.country or country) for one in named], after
        after = self._name(start) if start < len(words) else None
        if after is None or after - start < 2 or (not country and start == number):
            return None
        if not country:
            country, _ = self._country_after(after)
        return [self._named(first, after, (start, after), None, "counterpart", country, False)], after

    def _has_country(self, post):
        return bool(
            self._country_before(post.first)[0]
            or self._country_after(post.after)[0]
            or self._countries_after(post.after)[0]
        )

    def _possessor(self, first):
        """Ghana's Kofi Asante: the country in the genitive right before a name."""
        words = self.cut.words
        if first > 1 and words[first - 1].text == "s" and (mention := self.country_until.get(first - 1)):
            return mention.slug if mention.form == "name" else ""
        return ""

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

    def _with_post(self, post):
        """A post with the country before or after it and the names that follow."""
        first, after, words = post.first, post.after, self.cut.words
        own, first = self._country_before(first)
        of, after = self._country_after(after)
        wording = self._text(post.first, post.after)
        if of and (chamber := self._chamber_after(after)):
            post, after = type(post)(post.first, chamber, "speaker", post.plural, post.key), chamber
            wording = self._text(post.first, chamber)
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
        if not second and not of and post.rank in WITH_BODY and not post.plural:
            of, end = self._past_body(after)
            wording, after = (self._text(post.first, end), end) if end > after and not of else (wording, end)
        is_of = words[min(post.after, len(words) - 1)].folded == "of"
        country = (of if post.rank != "ambassador" or is_of else "") or own or OWN_COUNTRY.get(post.key, "")
        if post.plural:
            return self._several(post, own, first, post.after)
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
                is_of = words[min(post.after, len(words) - 1)].folded == "of"
                country = (of if post.rank != "ambassador" or is_of else "") or (
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
        of = of or self._possessor(first)
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
