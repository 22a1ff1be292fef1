"""The pages of meetings and of everyone and everything that takes part in them."""

from django.http import Http404, HttpResponsePermanentRedirect, QueryDict
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse

from .browse.pages import DetailPage, block
from .browse.safe import SafeView
from .listings import (
    COMMITMENTS,
    COUNTRIES,
    EVENTS,
    FIGURES,
    MEETINGS,
    OFFICIALS,
    PAIRS,
    QUOTES,
    SOURCES,
)
from .models import CountryEdition, Meeting, PairEdition

NOT_HELD = "&".join(f"occurrence={value}" for value in Meeting.Occurrence.values if value != "held")


def _block(title, listing, query):
    reading = listing.read(QueryDict(query))
    return block(title, reading, reverse(listing.name))


class MeetingPage(DetailPage):
    """One meeting, whole: the facts stand in its edition."""

    listing = MEETINGS
    template_name = "meetings/meeting_detail.html"

    def exports(self, entry):
        """Return the JSON of the meeting and the files of its parts."""
        parts = ("participations", "dyads", "quotes", "figures", "commitments", "agreements")
        files = [
            {"label": f"{name.capitalize()} (CSV)", "url": f"/{name}.csv?meeting={entry.slug}"}
            for name in parts
        ]
        return [*super().exports(entry), *files]


class OfficialPage(DetailPage):
    """One official: tenures, meetings, words."""

    listing = OFFICIALS
    template_name = "meetings/official_detail.html"

    @staticmethod
    def related(entry):
        """Return the lists that lead on from an official."""
        return [
            _block("Meetings", MEETINGS, f"official={entry.slug}"),
            _block("Quotes", QUOTES, f"speaker={entry.slug}"),
            _block("Figures claimed", FIGURES, f"claimed_by={entry.slug}"),
        ]


class CountryPage(DetailPage):
    """One country: names and codes, meetings, pairs, officials."""

    listing = COUNTRIES
    template_name = "meetings/country_detail.html"

    @staticmethod
    def related(entry):
        """Return the lists that lead on from a country."""
        return [
            _block("Meetings", MEETINGS, f"country={entry.slug}"),
            _block("Met most", PAIRS, f"country={entry.slug}"),
            _block("Officials", OFFICIALS, f"country={entry.slug}"),
            _block("Events hosted", EVENTS, f"host={entry.slug}"),
            _block("Promised by it", COMMITMENTS, f"by={entry.slug}"),
        ]


class EventPage(DetailPage):
    """One event, and the meetings that belong to it."""

    listing = EVENTS
    template_name = "meetings/event_detail.html"

    @staticmethod
    def related(entry):
        """Return the meetings of the event."""
        return [_block("Meetings at this event", MEETINGS, f"event={entry.slug}")]


class QuotePage(DetailPage):
    """One quote, with its meeting."""

    listing = QUOTES
    template_name = "meetings/quote_detail.html"


class FigurePage(DetailPage):
    """One figure, with its meeting."""

    listing = FIGURES
    template_name = "meetings/figure_detail.html"


class CommitmentPage(DetailPage):
    """One commitment, with its meeting."""

    listing = COMMITMENTS
    template_name = "meetings/commitment_detail.html"


class SourcePage(DetailPage):
    """One source, and the meetings that were read from its publisher."""

    listing = SOURCES
    template_name = "meetings/source_detail.html"

    @staticmethod
    def related(entry):
        """Return the other sources of the publisher."""
        return [
            _block("Sources of this publisher", SOURCES, f"publisher={entry.detail['publisher']['slug']}")
        ]


class PairPage(SafeView):
    """Two countries: what is on record between them. The order of the slugs is the alphabet's."""

    def get(self, request, first, second):
        if first == second:
            raise Http404("A pair is two countries.")
        known = CountryEdition.objects.known([first, second])
        slugs = sorted({slug for slug, _ in known.values()})
        if len(slugs) < 2:
            raise Http404("There are no such two countries in this record.")
        one, other = slugs
        if (one, other) != (first, second):
            return HttpResponsePermanentRedirect(reverse("pair", args=[one, other]))
        return TemplateResponse(request, "meetings/pair_detail.html", self.context(one, other))

    def context(self, one, other):
        """Return the pair's edition (None when they never met in this record), both countries, and lists."""
        query = f"country={one}&counterpart={other}"
        return {
            "entry": PairEdition.objects.filter(slug=f"{one}/{other}").first(),
            "first": get_object_or_404(CountryEdition, slug=one),
            "second": get_object_or_404(CountryEdition, slug=other),
            "exports": [
                {"label": "Meetings (CSV)", "url": f"/meetings.csv?{query}"},
                {"label": "Dyads (CSV)", "url": f"/dyads.csv?{query}"},
                {"label": "JSON", "url": f"/api/v1/meetings/?{query}"},
            ],
            "related": [
                _block("Meetings held", MEETINGS, f"{query}&occurrence=held"),
                _block("Planned, postponed or cancelled", MEETINGS, f"{query}&{NOT_HELD}"),
                _block("What was said", QUOTES, query),
                _block("Figures claimed", FIGURES, query),
                _block("Promised", COMMITMENTS, query),
            ],
        }


DETAILS = (
    MeetingPage,
    OfficialPage,
    CountryPage,
    EventPage,
    QuotePage,
    FigurePage,
    CommitmentPage,
    SourcePage,
)
