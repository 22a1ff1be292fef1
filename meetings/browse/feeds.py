"""A listing as an Atom feed (RFC 4287): what came into the record last, under the filters of the list.

Entries are ordered by first publication, whatever `sort` the list has: a subscriber asks what is new. An entry's id is
made from its address alone, which never changes; what is withdrawn is no longer among the entries.
"""

from datetime import UTC, datetime
from io import StringIO

from django.http import HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import format_html, format_html_join

from .conditional import unless_known
from .listing import Sort, slim
from .pages import ListingView, refusal
from .queries import address
from .telling import on_one_line, permanent_id, printable

MOST_ENTRIES = 50
NEWEST = Sort("first_public_at", "newest in the record first", descending=True)
# What a feed is as old as when there is nothing in its list, since Atom wants a date.
NEVER = datetime(1970, 1, 1, tzinfo=UTC)
CONTENT_TYPE = "application/atom+xml; charset=utf-8"


class ListFeed(ListingView):
    """The newest rows of the list under its filters, as Atom."""

    def get(self, request):
        reading = self.listing.read(request.GET)
        if reading.faults:
            return refusal(reading.faults)
        base = request.build_absolute_uri("/").rstrip("/")
        body = atom_of(reading, base, request.get_host())
        return unless_known(request, HttpResponse(body, content_type=CONTENT_TYPE))


class Feed(Atom1Feed):
    """Atom as Django writes it, dated by its entries: without any, by the list, never by the moment of reading."""

    def latest_post_date(self):
        """Return the moment of the last change of anything in the feed."""
        return self.feed["changed"]


def newest(reading):
    """Return the newest editions under a Reading without faults."""
    rows = slim(reading.filtered(), but=("detail",)).order_by(*NEWEST.ordering())
    return list(rows[:MOST_ENTRIES])


def atom_of(reading, base, host):
    """Return the feed of a Reading without faults, as text; `base` and `host` are the site's."""
    listing = reading.listing
    entries = newest(reading)
    own = address(f"/{listing.name}.atom", "&".join(sorted(reading.query(sort=None).split("&"))))
    feed = Feed(
        title=on_one_line(f"Communiqué: {reading.title()}"),
        link=base + address(reverse(listing.name), reading.query()),
        description=on_one_line(listing.about),
        subtitle=on_one_line(listing.about),
        language="en-GB",
        author_name="Communiqué",
        feed_url=f"{base}{own}",
        feed_guid=permanent_id(host, own).urn,
        changed=_changed(listing, entries),
    )
    for entry in entries:
        _add(feed, listing, entry, base, host)
    written = StringIO()
    feed.write(written, "utf-8")
    return written.getvalue()


def _changed(listing, entries):
    if entries:
        return max(entry.updated_at for entry in entries)
    last = listing.editions().order_by("-updated_at", "slug").values_list("updated_at", flat=True).first()
    return last or NEVER


def _add(feed, listing, entry, base, host):
    own = f"{reverse(listing.name)}{entry.slug}/"
    page = listing.telling.page
    feed.add_item(
        title=on_one_line(listing.telling.title(entry)),
        link=base + (page(entry) if page else own),
        description=_told(listing, entry),
        unique_id=permanent_id(host, own).urn,
        pubdate=entry.first_public_at,
        updateddate=entry.updated_at,
    )


def _told(listing, entry):
    """Return the summary as HTML, which is what Django calls it in the feed: the editors' own words, then the facts."""
    texts = (getattr(entry, "detail", {}).get("summary") or "", listing.telling.words(entry))
    paragraphs = [(line,) for text in texts for line in printable(text).split("\n") if line.strip()]
    return format_html("{}", format_html_join("", "<p>{}</p>", paragraphs))
