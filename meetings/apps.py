"""The app of meetings and of everyone and everything that takes part in them."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class MeetingsConfig(AppConfig):
    """Registers the meetings app; ties the gate and the edition to the closing of edits, and roles to migration."""

    name = "meetings"
    verbose_name = "Meetings"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Import what needs loaded models."""
        from . import corrections, edits, roles, workflow
        from .desk import finding

        edits.on_close(workflow.keep_whole)
        edits.on_close(corrections.project)
        edits.on_close(finding.refresh)
        post_migrate.connect(roles.ensure, dispatch_uid="communique.roles")
