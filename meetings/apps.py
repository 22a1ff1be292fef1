"""The app of meetings and of everyone and everything that takes part in them."""

from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    """Registers the meetings app."""

    name = "meetings"
    verbose_name = "Meetings"
    default_auto_field = "django.db.models.BigAutoField"
