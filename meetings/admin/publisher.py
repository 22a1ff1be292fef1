"""The desk of publishers."""

from django.contrib import admin

from ..desk.merging import Mergeable
from ..desk.record_admin import RecordAdmin
from ..models import Publisher


@admin.register(Publisher)
class PublisherAdmin(Mergeable, RecordAdmin):
    """Who publishes texts."""

    list_display = ("name", "kind", "country")
    list_filter = ("kind",)
    list_select_related = ("country",)
    search_fields = ("name", "aliases", "slug")
    prepopulated_fields = {"slug": ("name",)}
    locked_after_adding = ("slug",)
    fields = ("name", "slug", "kind", "country", "aliases")
