"""Puts our own admin site in the place of Django's (INSTALLED_APPS names it)."""

from django.contrib.admin.apps import AdminConfig


class DeskConfig(AdminConfig):
    """Django's admin with the desk as its site."""

    default_site = "meetings.desk.site.DeskSite"
