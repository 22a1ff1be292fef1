"""How one meeting, official, event … is told in a line and in a few sentences: for feeds, calendars and citations.

Everything is read from the row of an edition, and nothing looks surer than it is there.
"""

from textwrap import shorten

from django.urls import reverse

from .browse.telling import CANCELLED, CONFIRMED, TENTATIVE, Dated, Telling, sentences, whole_days
from .models import Figure
from .models.partial_dates import PartialDate
from .templatetags.record_dates import date_in_words, post_words, span_in_words
from .templatetags.record_figures import figure_in_words
from .templatetags.record_sources import source_title
from .templatetags.record_words import in_a_row, label_of, people

LONGEST_TITLE = 120
# A postponed meeting did not take place on the day that the record has for it.
STATUSES = {"held": CONFIRMED, "planned": TENTATIVE, "postponed": CANCELLED, "cancelled": CANCELLED}
STATED = ("stated", "inferred")


def _short(text):
    return shorten(text, LONGEST_TITLE, placeholder=" …")


def _listed(label, names):
    return f"{label}: {'; '.join(names)}" if names else ""


def _place(row):
    return ", ".join(part for part in (row["city"], row["host_country"]) if part)


def meeting_place(row):
    """Return where a meeting took place, "" when that is not known: a dateline is where the agency wrote."""
    return _place(row) if row["place_basis"] in STATED else ""


def meeting_title(entry):
    """Return a meeting's title; one that was not held says so in front."""
    occurrence = entry.row["occurrence"]
    return entry.title if occurrence == "held" else f"{occurrence.capitalize()}: {entry.title}"


def meeting_words(entry):
    """Return when, how and where they met, who took part, and what was discussed and signed."""
    row = entry.row
    how = [label_of(row["format"], "format"), row["laterality"] or ""]
    level = label_of(row["level"], "rank") if row["level"] not in (None, "unknown") else ""
    dateline = f"{row['city']} is where the source was written" if row["place_basis"] == "dateline" else ""
    return sentences(
        f"{label_of(row['occurrence'], 'occurrence').capitalize()}: {date_in_words(row)}",
        ", ".join(part for part in how if part).capitalize(),
        f"Level: {level}" if level else "",
        f"Place: {meeting_place(row)}" if meeting_place(row) else "Place not stated",
        dateline if row["city"] else "",
        f"Took part: {people(row['participants'])}",
        _listed("Discussed", row["spheres_discussed"]),
        _listed("Signed", row["spheres_signed"]),
    )


def meeting_days(entry):
    """Return the Dated of a meeting known to the day."""
    row = entry.row
    days = row["date_precision"] == "day" and whole_days(row["date_start"], row["date_end"])
    return Dated(*days, STATUSES[row["occurrence"]], meeting_place(row)) if days else None


def official_words(entry):
    """Return the posts of an official."""
    row = entry.row
    return sentences(
        _listed("Posts", [post_words(post) for post in row["posts"]]) or "No post recorded",
        _listed("Countries", row["countries"]),
    )


def country_words(entry):
    """Return what a country is."""
    row = entry.row
    return sentences(row["official_name"], label_of(row["kind"], "country_kind").capitalize(), row["region"])


def event_words(entry):
    """Return what an event is, when and where it was, and who attended."""
    row = entry.row
    when = span_in_words(row["start"], row["end"]) or "date not known"
    return sentences(
        f"{label_of(row['kind'], 'event_kind').capitalize()}: {when}",
        row["series"],
        f"Place: {_place(row)}" if _place(row) else "Place not stated",
        _listed("Attended", row["countries"]),
    )


def event_days(entry):
    """Return the Dated of an event known to the day."""
    days = whole_days(entry.row["start"], entry.row["end"])
    return Dated(*days, CONFIRMED, _place(entry.row)) if days else None


def _at(row):
    return f"At the meeting “{row['meeting_title']}”, {date_in_words(row)}"


def quote_title(entry):
    """Return who said it and how it begins."""
    speakers = in_a_row(entry.row["speakers"]) or "Speaker not named"
    return _short(f"{speakers}: {entry.row['text']}")


def quote_words(entry):
    """Return the words, in quotation marks when they are direct, and where they were said."""
    row = entry.row
    speakers = in_a_row(row["speakers"]) or "speaker not named"
    said = f"“{row['text']}”" if row["kind"] == "direct" else row["text"]
    return sentences(said, f"{label_of(row['kind'], 'quote_kind').capitalize()}: {speakers}", _at(row))


def figure_title(entry):
    """Return what was measured, with its value."""
    value = figure_in_words(entry.row)
    measure = entry.title[:1].upper() + entry.title[1:]
    return _short(f"{measure}: {value}" if value else measure)


def figure_words(entry):
    """Return the claim: the value, its period, and who claimed it."""
    row = entry.row
    period = span_in_words(row["period_start"], row["period_end"]) or row["period_wording"]
    kind = "" if row["kind"] == Figure.Kind.ACTUAL else label_of(row["kind"], "figure_kind").capitalize()
    return sentences(
        figure_title(entry),
        kind,
        f"Period: {period}" if period else "",
        f"Claimed by {in_a_row(row['claimed_by']) or 'the source itself'}",
        _at(row),
    )


def commitment_title(entry):
    """Return who promised what."""
    by = in_a_row(entry.row["by"]) or label_of(entry.row["kind"], "commitment_kind").capitalize()
    return _short(f"{by}: {entry.row['what']}")


def commitment_words(entry):
    """Return the promise, by whom and to whom, when it is due and how it stands.

    An open one that is late is not called overdue: what is told changes with the record, not with the calendar.
    """
    row = entry.row
    due = PartialDate(row["due"]).words if row["due"] else row["due_wording"]
    return sentences(
        f"{label_of(row['kind'], 'commitment_kind').capitalize()}: {row['what']}",
        f"By {in_a_row(row['by'])}" if row["by"] else "",
        f"To {in_a_row(row['to'])}" if row["to"] else "",
        f"Due: {due}" if due else "No date given",
        f"State: {row['state']}",
        _at(row),
    )


def commitment_days(entry):
    """Return the Dated of a commitment whose due day is known; one that was withdrawn is cancelled."""
    days = whole_days(entry.row["due"])
    if not days:
        return None
    return Dated(
        *days, CANCELLED if entry.row["state"] == "withdrawn" else CONFIRMED, entry.row["place"] or ""
    )


def source_words(entry):
    """Return who published a text, when, and for whom it speaks."""
    row = entry.row
    day = PartialDate(row["published_on"]).words if row["published_on"] else "undated"
    return sentences(
        f"{row['publisher']}, {day}",
        f"Speaks for {in_a_row(row['sides'])}" if row["sides"] else "Independent of the sides",
    )


def corrected_page(line):
    """Return the address of the record that a line of the log of corrections is about."""
    return reverse(line.noun, args=[line.record_slug])


def correction_words(line):
    """Return which field changed, with its values where they are told."""
    changed = f"Changed: {line.field_words}"
    if not line.told:
        return sentences(changed, "The page of the record says what holds now")
    return sentences(changed, f"Before: {line.before or 'nothing'}", f"After: {line.after or 'nothing'}")


MEETING = Telling(
    meeting_words,
    title=meeting_title,
    kind=lambda entry: f"meeting, {date_in_words(entry.row)}",
    dated=meeting_days,
)
OFFICIAL = Telling(official_words)
COUNTRY = Telling(country_words)
EVENT = Telling(event_words, dated=event_days)
QUOTE = Telling(quote_words, title=quote_title)
FIGURE = Telling(figure_words, title=figure_title)
COMMITMENT = Telling(commitment_words, title=commitment_title, dated=commitment_days)
SOURCE = Telling(source_words, title=lambda entry: source_title(entry.row))
CORRECTION = Telling(
    correction_words,
    title=lambda line: _short(f"{line.record_title}: {line.field_words}"),
    page=corrected_page,
)
