"""What stands around a post or name: its country before or after, titles, bodies that it belongs to."""

from .name_words import HONORIFICS


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
        if place and words[place - 1].folded in ("new", "acting", "appointed", "outgoing"):
            place -= 2 if words[place - 1].folded == "appointed" and place > 1 else 1
        if place and words[place - 1].text == "s" and place - 1 not in self.taken:
            place -= 1
        if side := self._for_side(place):
            return side, first
        mention = self.country_until.get(place)
        if mention and self.cut.between(place - 1, place).strip(" '’") == "":
            return mention.slug, mention.first
        return "", first

    def _for_side(self, first):
        """The country in "for Argentina by", right before a post or name; "" when nothing such stands there."""
        words = self.cut.words
        side = self.country_until.get(first - 1) if first and words[first - 1].folded == "by" else None
        return side.slug if side and side.first and words[side.first - 1].folded == "for" else ""

    def _country_after(self, after):
        """A country after "of (the)", "in" or "for"; return (slug, number of the word after it)."""
        words, place = self.cut.words, after
        if place < len(words) and words[place].folded in ("of", "in", "for") and self._close(place):
            place += 1
            if place < len(words) and words[place].folded == "the":
                place += 1
            mention = self.country_from.get(place)
            if mention and mention.form == "name":
                return mention.slug, mention.after
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
