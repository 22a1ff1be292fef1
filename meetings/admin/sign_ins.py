"""The desk of wrong sign-ins: administrators see who must wait, and let them try at once by deleting the row."""

from django.contrib import admin

from ..desk.lists import StrictList
from ..models import WrongSignIn


@admin.register(WrongSignIn)
class WrongSignInAdmin(StrictList, admin.ModelAdmin):
    """Who sent wrong passwords lately, and until when they must wait."""

    list_display = ("since", "whose", "address", "count", "until")
    list_select_related = ("account",)
    search_fields = ("account__username", "address")
    fields = ("account", "address", "count", "since", "until")
    name_needs = ("account",)

    def has_add_permission(self, request):
        """Counts are written by signing in wrongly."""
        return False

    def has_change_permission(self, request, obj=None):
        """Counts are deleted, not changed."""
        return False

    @admin.display(description="for whom")
    def whose(self, count):
        """Return the account's name, or words in its place."""
        return count.whose

    @admin.display(description="must wait until")
    def until(self, count):
        """Return the end of the lock."""
        return count.until
