"""Post, rank and country of someone who took part, filled from the tenure of that day.

Only a certain and unambiguous answer fills anything; what is possible, and what differs, is told and changes nothing.
"""

from dataclasses import dataclass

from django import forms

from ..models import Rank


@dataclass
class Answer:
    """What the tenures of one day say: the certain ones and the possible ones."""

    certain: list
    possible: list

    def only(self):
        """Return the one certain tenure, or None when there is none or they disagree."""
        distinct = {(tenure.country_id, tenure.post, tenure.rank): tenure for tenure in self.certain}
        return next(iter(distinct.values())) if len(distinct) == 1 else None


def ask(official, day, country):
    """Return the Answer of the official's tenures (for `country` where one is given) on `day` (datetime.date)."""
    answers = official.tenures_on(day, country)
    return Answer(
        certain=[tenure for tenure, answer in answers if answer == "yes"],
        possible=[tenure for tenure, answer in answers if answer == "possibly"],
    )


class PostForm(forms.ModelForm):
    """Someone who took part for a country. `remarks` are sentences for the editor once the row is saved.

    `parent` is the meeting or event, as the form set knows it: with what was typed in the same form.
    """

    parent = None

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.remarks = []
        if "country" in self.fields:
            self.fields["country"].required = False

    def day(self):
        """Return the day (datetime.date) to which the post belongs, None when it is not known to the day."""
        raise NotImplementedError

    def clean(self):
        """Fill what the tenures of that day say for certain; a row without a country is refused."""
        cleaned = super().clean()
        official, day = cleaned.get("official"), self.day()
        if official and day and self.has_changed():
            self._fill(cleaned, official, ask(official, day, cleaned.get("country")))
        if official and not cleaned.get("country"):
            served = {tenure.country for tenure in official.tenures.select_related("country")}
            cleaned["country"] = served.pop() if len(served) == 1 else None
        if not cleaned.get("country") and not self.errors.get("country"):
            self.add_error("country", "Choose the country: no tenure of that day tells it.")
        return cleaned

    def _fill(self, cleaned, official, answer):
        tenure = answer.only()
        if tenure is None:
            self._tell_possible(official, answer)
            return
        cleaned["country"] = cleaned.get("country") or tenure.country
        post, rank = cleaned.get("post"), cleaned.get("rank")
        if not post:
            cleaned["post"] = tenure.post
        if rank == Rank.UNKNOWN and cleaned["post"].casefold() == tenure.post.casefold():
            cleaned["rank"] = tenure.rank
        if cleaned["post"] != tenure.post or cleaned.get("rank") != tenure.rank:
            self.remarks.append(
                f"{official}: the tenure of that day says {_words(tenure)}; it stays as you wrote it."
            )

    def _tell_possible(self, official, answer):
        offered = answer.certain or answer.possible
        if offered:
            posts = "; ".join(map(_words, offered))
            how = "several posts that day" if answer.certain else "possibly, by dates that are not exact"
            self.remarks.append(f"{official} held {how}: {posts}. Nothing was filled in.")
        elif official.tenures.exists():
            self.remarks.append(f"{official}: no tenure on record includes that day.")


def _words(tenure):
    return f"“{tenure.post}, {tenure.country}” ({tenure.get_rank_display()})"


class ParticipationForm(PostForm):
    """Someone who took part in a meeting."""

    def day(self):
        """Return the day of the meeting, where it is known to the day."""
        meeting = self.parent
        known = meeting.date_start and meeting.date_precision == meeting.DatePrecision.DAY
        return meeting.date_start.first if known and meeting.date_start.precision == "day" else None


class AttendanceForm(PostForm):
    """Someone who was at an event."""

    def day(self):
        """Return the first day of the event, where it is known to the day."""
        start = self.parent.start
        return start.first if start and start.precision == "day" else None
