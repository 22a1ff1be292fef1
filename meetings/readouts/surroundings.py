"""What stands around a post or name: its country before or after, titles, bodies that it belongs to."""

from .name_words import HONORIFICS

LONGEST_BODY = 12
JOINING = frozenset("of for the and on".split())  # noqa: SIM905
BODIES = frozenset(
    """
    council bank committee commission agency service office administration chamber assembly parliament senate house
    organization organisation union fund staff department directorate corporation company board court authority
    secretariat
    """.split()  # noqa: SIM905
)
CHAMBERS = frozenset(
    [
        "assembly",
        "parliament",
        "senate",
        "congress",
        "duma",
        "majlis",
        "mejlis",
        "house",
        "diet",
        "knesset",
        "council",
    ]
)
LED = frozenset("led headed represented chaired co was were is and for of the".split())  # noqa: SIM905


class Surroundings:
    """A text with its countries, asked about what stands beside a word."""

    def __init__(self, cut, gazetteer, countries):
        self.cut, self.gazetteer = cut, gazetteer
        self.country_from = {mention.first: mention for mention in countries}
        self.country_until = {mention.after: mention for mention in countries}
        self.taken = {number for mention in countries for number in range(mention.first, mention.after)}

    def _known(self, number):
        hit = self.gazetteer.official_names.at(self.cut, number)
        return (hit[1][0], hit[0]) if hit and self.cut.words[number].capital else None

    def _past_titles(self, number):
        words = self.cut.words
        while (
            number < len(words)
            and words[number].folded in HONORIFICS
            and len(self.cut.between(number - 1, number)) <= 3
        ):
            number += 1
        return number

    def _accredited(self, after):
        """Go past "to Paraguay": whom an ambassador is sent to is not whom he serves."""
        words, place = self.cut.words, after
        if place < len(words) and words[place].folded in ("to", "in"):
            place += 2 if place + 1 < len(words) and words[place + 1].folded == "the" else 1
            if mention := self.country_from.get(place):
                return mention.after
        return after

    def _stands_apart(self, place, mention):
        """X (Kenya), and X, Foreign Minister, Kenya;"""
        gap, behind = self.cut.between(place - 1, place), self.cut.text[mention.end : mention.end + 1]
        return mention.form == "name" and (
            (gap == " (" and behind == ")") or (gap == ", " and behind in (";", ")"))
        )

    def _close_side(self, first):
        return self.cut.between(first - 1, first).strip() in (",", "–", "—", "-", ":", "")

    def _chamber_after(self, after):
        """The word after "'s Legislative Assembly" behind a country, 0 when no chamber of a parliament stands there."""
        words = self.cut.words
        if after < len(words) and words[after].text == "s":
            for place in range(after + 1, min(after + 5, len(words))):
                if words[place].folded in CHAMBERS:
                    return place + 1
                if not words[place].capital:
                    break
        return 0

    def _past_body(self, after):
        """Go past "of the Central Bank": return (country named in it, word after it); ("", after) for none."""
        words, place = self.cut.words, after
        if place >= len(words) or words[place].folded not in ("of", "for") or not self._close(place):
            return "", after
        while place < min(len(words), after + LONGEST_BODY):
            if mention := self.country_from.get(place):
                return mention.slug, mention.after
            if not (words[place].capital or words[place].folded in JOINING):
                return "", after
            place += 1
            gap = self.cut.between(place - 1, place) if place < len(words) else "."
            if words[place - 1].folded in BODIES and words[min(place, len(words) - 1)].folded not in (
                "of",
                "for",
            ):
                return "", place
            if "," in gap:
                return "", place
            if gap.strip(" \n’'-&"):
                break
        return "", after

    def _body_after(self, after):
        """Go past "of the Central Foreign Affairs Commission"."""
        words, place = self.cut.words, after
        if place < len(words) and words[place].folded == "of":
            while place < min(len(words), after + 12) and (
                words[place].capital or words[place].folded in ("of", "the")
            ):
                place += 1
                if place < len(words) and self.cut.between(place - 1, place).strip(" ()"):
                    break
        return place

    def _country_before(self, first):
        """A country right before the post, also as "Azerbaijan's" and as "Azerbaijan's newly appointed"."""
        words, place = self.cut.words, first
        if place and words[place - 1].folded in ("new", "appointed", "outgoing", "visiting", "then"):
            place -= 2 if words[place - 1].folded == "appointed" and place > 1 else 1
        if place and words[place - 1].text == "s" and place - 1 not in self.taken:
            place -= 1
        if side := self._for_side(place):
            return side, first
        place -= bool(place and self._is_secretariat(place - 1))
        mention = self.country_until.get(place)
        if (
            mention
            and self.cut.between(place - 1, place).strip(" '’" + "." * self._is_initials(mention)) == ""
        ):
            return mention.slug, mention.first
        return "", first

    def _is_secretariat(self, number):
        """Whether a word stands for an organisation's own body: the African Union Commission."""
        words = self.cut.words
        return bool(
            number < len(words)
            and words[number].text in ("Commission", "Secretariat")
            and number in self.country_until
            and self.cut.between(number - 1, number) == " "
        )

    def _is_initials(self, mention):
        """Whether a country is written as U.S. or U.K., whose last full stop is no part of its words."""
        return len(self.cut.words[mention.after - 1].text) == 1

    def _for_side(self, first):
        """The country in "for Argentina by" and "the Kenyan delegation, led by", right before a post; else ""."""
        words = self.cut.words
        if (
            first > 2
            and words[first - 1].folded in ("side", "part", "delegation")
            and self._close_side(first)
        ):
            mention = self.country_until.get(first - 1)
            if mention and words[max(mention.first - 2, 0)].folded in ("from", "on", "for"):
                return mention.slug
        if not first or words[first - 1].folded not in ("by", "mr", "ms", "mrs", "dr"):
            return ""
        place = first - 1 if words[first - 1].folded == "by" else first - 2
        if place < 0 or words[place].folded != "by":
            return ""
        side = self.country_until.get(place)
        if side and side.first and words[side.first - 1].folded == "for":
            return side.slug
        for number in range(place - 1, max(place - 6, -1), -1):
            if words[number].folded in ("delegation", "side", "team", "delegations", "party"):
                of, _ = self._country_after(number + 1)
                mention = self.country_until.get(number)
                return of or (mention.slug if mention else "")
            if words[number].folded not in LED:
                return ""
        return ""

    def _country_after(self, after, prepositions=("of", "in", "for")):
        """A country after "of (the)", "in" or "for"; return (slug, number of the word after it)."""
        words, place = self.cut.words, after
        mention = self.country_from.get(place)
        if mention and self._stands_apart(place, mention):
            return mention.slug, mention.after
        if place < len(words) and words[place].folded in prepositions and self._close(place):
            place += 1
            if place < len(words) and words[place].folded == "the":
                place += 1
            mention = self.country_from.get(place)
            if mention and mention.form == "name":
                return mention.slug, mention.after + self._is_secretariat(mention.after)
            if (
                mention
                and mention.after < len(words)
                and words[mention.after].folded in ("side", "republic", "federation")
            ):
                return mention.slug, mention.after + 1
        return "", after

    def _close(self, number):
        return self.cut.between(number - 1, number) in (" ", "\n", " (")

    def _text(self, first, after):
        return " ".join(self.cut.text[self.cut.words[first].start : self.cut.words[after - 1].end].split())
