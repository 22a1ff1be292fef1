"""The desk of countries."""

from django.contrib import admin

from ..desk.inlines import PartInline
from ..desk.record_admin import RecordAdmin
from ..models import Country, CountryAlias


class AliasInline(PartInline):
    """Names that meant the country during some years only."""

    model = CountryAlias
    fields = (("name", "valid_from", "valid_until"),)


@admin.register(Country)
class CountryAdmin(RecordAdmin):
    """States, territories and organisations."""

    list_display = ("name", "kind", "iso3", "region", "seat")
    list_filter = ("kind", "region")
    search_fields = ("name", "official_name", "adjective", "demonym", "aliases", "iso2", "iso3", "slug",
                     "name_ru", "name_fr", "name_es", "dated_aliases__name")  # fmt: skip
    prepopulated_fields = {"slug": ("name",)}
    locked_after_adding = ("slug",)
    inlines = (AliasInline,)
    fieldsets = (
        (None, {"fields": ("name", "official_name", "slug", "kind")}),
        ("Words", {"fields": (("adjective", "demonym"), "aliases")}),
        ("Codes", {"fields": (("iso2", "iso3", "cow"), "region")}),
        ("Capital or seat", {"fields": ("seat", ("latitude", "longitude"))}),
        ("Existence", {"fields": (("valid_from", "valid_until"), "predecessors")}),
        (
            "Names in other languages",
            {
                "classes": ("collapse",),
                "fields": (
                    ("name_ru", "official_name_ru"),
                    ("name_fr", "official_name_fr"),
                    ("name_es", "official_name_es"),
                ),
            },
        ),
    )
