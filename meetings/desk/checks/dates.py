"""A date that cannot be."""

from .facts import Finding


def held_after_today(met, today):
    """A meeting that is said to be held, though every possible day is still to come."""
    if met.occurrence == "held" and met.first and met.first > today:
        yield Finding(
            "held-after-today",
            "date_start",
            f"{_words(met.first)} is after today, but the meeting is said to be held. "
            "Mend the date, or choose “planned”.",
        )


def _words(day):
    return f"{day.day} {day:%B %Y}"
