"""The desks of quotes and figures, over all meetings."""

from django.contrib import admin
from django.db.models import Q

from ..desk.part_admin import PartAdmin
from ..desk.queues import Queue, without_sources
from ..models import Figure, Quote
from .layout import FIGURE_FIELDS, QUOTE_FIELDS

ENGLISH = Q(language="en") | Q(language__startswith="en-")
UNTRANSLATED = Queue(
    "untranslated",
    "Quotes without a translation",
    lambda user: Q(translation="") & ~ENGLISH,
)


@admin.register(Quote)
class QuoteAdmin(PartAdmin):
    """Words said at or about meetings."""

    list_display = ("__str__", "speakers_named", "kind", "language", "meeting")
    list_filter = ("kind", "language", "meeting__publication")
    queues = (without_sources(Quote), UNTRANSLATED)
    list_select_related = ("meeting",)
    list_prefetch_related = ("speakers",)
    name_needs = ("meeting",)
    search_fields = (
        "text",
        "original",
        "translation",
        "speakers__name",
        "speakers__aliases",
        "meeting__title",
        "slug",
    )
    fields = ("meeting", *QUOTE_FIELDS)

    @admin.display(description="speakers")
    def speakers_named(self, quote):
        """Return who said it."""
        return ", ".join(map(str, quote.speakers.all()))


@admin.register(Figure)
class FigureAdmin(PartAdmin):
    """Numbers that someone claimed."""

    list_display = ("measure", "amount", "kind", "claimants", "meeting")
    list_filter = ("kind", "currency", "meeting__publication")
    queues = (without_sources(Figure),)
    list_select_related = ("meeting",)
    list_prefetch_related = ("claimed_by",)
    name_needs = ("meeting",)
    search_fields = ("measure", "unit", "claimed_by__name", "countries__name", "meeting__title", "slug")
    fields = ("meeting", *FIGURE_FIELDS)

    @admin.display(description="claimed by")
    def claimants(self, figure):
        """Return who claims it."""
        return ", ".join(map(str, figure.claimed_by.all())) or "the source"
