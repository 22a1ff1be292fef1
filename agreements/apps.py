"""The app of agreements, of their steps, and of the spheres they belong to."""

from django.apps import AppConfig


class AgreementsConfig(AppConfig):
    """Registers the agreements app."""

    name = "agreements"
    verbose_name = "Agreements"
    default_auto_field = "django.db.models.BigAutoField"
