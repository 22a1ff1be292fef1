"""How names are spelled: where one that begins at a word ends."""

from .name_words import HONORIFICS, NO_NAME, PARTICLES, ROMAN, SHORT_NAMES
from .surroundings import Surroundings

LONGEST_NAME, SYLLABLE = 6, 7


class Spelled(Surroundings):
    """Finds the end of names."""

    def _may_begin(self, number):
        word = self.cut.words[number]
        return number not in self.taken and word.capital and word.folded not in HONORIFICS

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
        if place > first and self._hyphened(place):
            return True
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
        return not initial and (word.capital or word.folded not in PARTICLES or self._hyphened(number))

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

    def _hyphened(self, place):
        """Cho Tae-yul, Ng'ang'a: a syllable in small letters that a hyphen or apostrophe ties to a name."""
        word = self.cut.words[place].text
        if self.cut.between(place - 1, place) in ("'", "’") and word not in ("s", "t", "re", "ll", "ve", "d"):
            return len(word) <= SYLLABLE
        return (
            self.cut.between(place - 1, place) in ("-", "‑") and len(self.cut.words[place].text) <= SYLLABLE
        )
