"""The desk of accounts. Roles are groups and are defined in code, so that groups have no screens."""

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group, User

from ..desk.choices import Choosing
from ..desk.lists import StrictList

admin.site.unregister(User)
admin.site.unregister(Group)


@admin.register(User)
class AccountAdmin(StrictList, Choosing, UserAdmin):
    """Who may sign in, in which role. Only a superuser makes or changes a superuser."""

    name_needs = ()
    filter_horizontal = ()
    fieldsets = (
        (None, {"fields": ("username", "password")}),
        ("Person", {"fields": ("first_name", "last_name", "email")}),
        ("Role", {"fields": ("is_active", "is_staff", "groups")}),
        ("Dates", {"fields": ("last_login", "date_joined")}),
    )
    readonly_fields = ("last_login", "date_joined")

    def has_change_permission(self, request, obj=None):
        """Ask the role; superusers are changed by superusers."""
        return super().has_change_permission(request, obj) and _may_touch(request, obj)

    def has_delete_permission(self, request, obj=None):
        """Ask the role; superusers are deleted by superusers."""
        return super().has_delete_permission(request, obj) and _may_touch(request, obj)


def _may_touch(request, obj):
    return obj is None or not obj.is_superuser or request.user.is_superuser
