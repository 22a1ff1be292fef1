"""A listing as an iCalendar file (RFC 5545): whole days, and only those that are known.

What is known to the month or year, to "some day between" two days, or not at all, is left out, and the description
of the calendar says how much that is. A calendar is bounded: programs that subscribe read it whole, time and again.
"""

from datetime import date, timedelta

from django.http import HttpResponse
from django.urls import reverse
from icalendar import Calendar, Event, vText

from .conditional import unless_known
from .listing import Sort
from .pages import ListingView, refusal
from .telling import on_one_line, permanent_id, printable

MOST_ROWS = 1_000
LATEST = Sort("earliest", "latest first", descending=True, nullable=True)
PRODUCT = "-//Communique//Communique//EN"
CONTENT_TYPE = "text/calendar; charset=utf-8"


class ListCalendar(ListingView):
    """The rows of the list under its filters whose days are known, as a calendar."""

    def get(self, request):
        reading = self.listing.read(request.GET)
        if reading.faults:
            return refusal(reading.faults)
        base = request.build_absolute_uri("/").rstrip("/")
        body = calendar_of(reading, base, request.get_host())
        response = HttpResponse(body, content_type=CONTENT_TYPE)
        response["Content-Disposition"] = f'inline; filename="{self.listing.name}.ics"'
        return unless_known(request, response)


def calendar_of(reading, base, host):
    """Return the calendar of a Reading without faults, as bytes; `base` and `host` are the site's."""
    listing = reading.listing
    rows = reading.rows().order_by(*LATEST.ordering())
    read = list(rows[: MOST_ROWS + 1])
    total = len(read) if len(read) <= MOST_ROWS else rows.count()
    dated = [(entry, days) for entry in read[:MOST_ROWS] if (days := listing.telling.dated(entry))]
    left_out = min(total, MOST_ROWS) - len(dated)
    calendar = _frame(reading, said_of(listing, total, left_out))
    for entry, days in dated:
        calendar.add_component(_event(listing, entry, days, base, host))
    return calendar.to_ical()


def said_of(listing, total, left_out):
    """Return what a calendar says of itself: how much of the list it holds, and what is left out of it."""
    parts = [f"{_number(listing, total)} on this list."]
    if total > MOST_ROWS:
        parts.append(f"Only the {MOST_ROWS:,} latest were read: narrow the list for the others.")
    if left_out:
        verb = "is" if left_out == 1 else "are"
        parts.append(f"{_number(listing, left_out)} {verb} left out because no day is known.")
    return " ".join(parts)


def _number(listing, count):
    return f"{count:,} {listing.noun if count == 1 else listing.nouns}"


def _frame(reading, description):
    """Return an empty calendar. Name and description stand twice: as RFC 7986 has them, and as programs read them."""
    title = vText(on_one_line(f"Communiqué: {reading.title()}"))
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    for name in ("name", "x-wr-calname"):
        calendar.add(name, title)
    for name in ("description", "x-wr-caldesc"):
        calendar.add(name, vText(description))
    return calendar


def _event(listing, entry, days, base, host):
    path = reverse(listing.noun, args=[entry.slug])
    event = Event()
    event.add("uid", str(permanent_id(host, path)))
    event.add("dtstamp", entry.updated_at)
    event.add("last-modified", entry.updated_at)
    event.add("dtstart", days.first)
    if days.last < date.max:
        event.add(
            "dtend", days.last + timedelta(days=1)
        )  # RFC 5545: the first day that is no longer part of it.
    event.add("summary", on_one_line(listing.telling.title(entry)))
    event.add("description", printable(listing.telling.words(entry)))
    if days.place:
        event.add("location", on_one_line(days.place))
    event.add("status", days.status)
    event.add("transp", "TRANSPARENT")  # A record of others' days: nobody is busy.
    event.add("url", base + path)
    return event
