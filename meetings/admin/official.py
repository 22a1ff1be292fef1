"""The desk of officials and of the posts they held."""

from django.contrib import admin
from django.db.models import Exists, OuterRef

from ..desk.inlines import PartInline
from ..desk.merging import Mergeable
from ..desk.part_admin import PartAdmin
from ..desk.queues import Queue, without_sources
from ..desk.record_admin import RecordAdmin
from ..models import Official, Participation, Tenure


def _without_tenure(user):
    """Return the condition that an official took part for a country for which no tenure of theirs is on record."""
    held = Tenure.objects.filter(official=OuterRef("official"), country=OuterRef("country"))
    return Exists(Participation.objects.filter(~Exists(held), official=OuterRef("pk")))


UNTENURED = Queue("untenured", "Officials without a tenure for whom they met", _without_tenure)


class TenureInline(PartInline):
    """The posts that an official held."""

    model = Tenure
    name_needs = ("country",)
    fields = (("country", "post", "rank"), ("start", "end"), "sources")
    show_change_link = True

    def get_extra(self, request, obj=None, **kwargs):
        """Offer one empty row for a new official: somebody who meets holds a post."""
        return 0 if obj else 1


@admin.register(Official)
class OfficialAdmin(Mergeable, RecordAdmin):
    """People who meet or speak for a country."""

    list_display = ("name", "native_name", "posts", "wikidata", "reference")
    list_filter = ("reference",)
    queues = (UNTENURED,)
    list_prefetch_related = ("tenures__country",)
    suggestion_needs = ("tenures__country",)
    search_fields = ("name", "native_name", "aliases", "=wikidata", "slug")
    readonly_fields = ("slug", "first_public_at")
    for_publishers = ("reference",)
    inlines = (TenureInline,)
    fieldsets = (
        (None, {"fields": ("name", "native_name", "aliases")}),
        ("Life", {"fields": (("born", "died"), "wikidata")}),
        ("In public", {"fields": ("reference", ("slug", "first_public_at"))}),
    )

    def suggestion(self, official, term):
        """Return the name with the latest post: namesakes are told apart by it."""
        latest = max(official.tenures.all(), key=lambda tenure: (tenure.start or "", tenure.pk), default=None)
        return f"{official} ({latest.post}, {latest.country})" if latest else str(official)

    @admin.display(description="posts")
    def posts(self, official):
        """Return the posts on record, in one line."""
        return "; ".join(f"{tenure.post} ({tenure.country})" for tenure in official.tenures.all())


@admin.register(Tenure)
class TenureAdmin(PartAdmin):
    """Who held which post, over all officials."""

    list_display = ("official", "post", "country", "rank", "start", "end")
    list_filter = ("rank",)
    queues = (without_sources(Tenure),)
    list_select_related = ("official", "country")
    name_needs = ("official", "country")
    search_fields = ("official__name", "official__aliases", "post", "country__name", "country__adjective")
    fields = ("official", "country", "post", "rank", ("start", "end"), "sources")
