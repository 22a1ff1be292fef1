"""The desk of spheres."""

from django.contrib import admin

from agreements.models import Sphere
from meetings.browse.folding import fold
from meetings.desk.record_admin import RecordAdmin


class LevelFilter(admin.SimpleListFilter):
    """Top spheres or subs."""

    title = "level"
    parameter_name = "level"

    def lookups(self, request, model_admin):
        """Return the two levels."""
        return [("top", "top spheres"), ("sub", "subs")]

    def queryset(self, request, queryset):
        """Return the spheres of the level asked for."""
        if self.value() in ("top", "sub"):
            return queryset.filter(parent__isnull=self.value() == "top")
        return queryset


@admin.register(Sphere)
class SphereAdmin(RecordAdmin):
    """Fields of cooperation; a synonym finds its sphere in every box."""

    list_display = ("code", "name", "parent")
    list_filter = (LevelFilter,)
    list_select_related = ("parent",)
    search_fields = ("name", "synonyms", "slug", "code", "parent__name")
    prepopulated_fields = {"slug": ("name",)}
    locked_after_adding = ("slug",)

    def suggestion(self, sphere, term):
        """Return the name, with the synonym by which it was found."""
        asked = fold(term)
        if not asked or asked in fold(sphere.name):
            return sphere.name
        found = next((word for word in sphere.synonyms if asked in fold(word)), "")
        return f"{sphere.name} ({found})" if found else sphere.name

    fieldsets = (
        (None, {"fields": ("name", "slug", ("code", "parent"))}),
        ("Words", {"fields": ("synonyms",)}),
        ("Outside codes", {"fields": ("treaty_subjects", "eurovoc", "dac")}),
    )
