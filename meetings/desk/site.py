"""The admin site of the editors."""

from functools import wraps

from django.apps import apps
from django.contrib.admin import AdminSite
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.urls import path
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache

from .sessions import renew, tell_expired


class DeskAutocomplete(AutocompleteJsonView):
    """Suggestions for a foreign key or many-to-many field; Django's own view fails on any other relation."""

    def process_request(self, request):
        """Refuse what is not a relation declared by a record. Raises PermissionDenied."""
        if not _is_forward(
            *(request.GET.get(name, "") for name in ("app_label", "model_name", "field_name"))
        ):
            raise PermissionDenied
        return super().process_request(request)

    def serialize_result(self, obj, to_field_name):
        """Return a suggestion; the target's own admin may say more than the name (`suggestion(record, term)`)."""
        result = super().serialize_result(obj, to_field_name)
        if words := getattr(self.model_admin, "suggestion", None):
            result["text"] = words(obj, self.term)
        return result

    def get_queryset(self):
        """Return the suggestions with what their words need."""
        needs = getattr(self.model_admin, "suggestion_needs", ())
        return super().get_queryset().prefetch_related(*needs)


def _is_forward(app_label, model_name, field_name):
    try:
        opts = apps.get_model(app_label, model_name)._meta
    except LookupError:
        return False
    return any(
        field.name == field_name and field.remote_field for field in [*opts.fields, *opts.many_to_many]
    )


class DeskSite(AdminSite):
    """One site for both apps."""

    site_header = "Communiqué desk"
    site_title = "Communiqué desk"
    index_title = "Desk"
    # Forms need the width, and every page's breadcrumbs lead to the list of everything.
    enable_nav_sidebar = False
    empty_value_display = "–"

    def get_app_list(self, request, app_label=None):
        """Return the lists of the index: records that stand alone before the parts of others."""
        # This module is loaded before the models are.
        from ..models.record import Part

        apps_listed = super().get_app_list(request, app_label)
        for app in apps_listed:
            app["models"].sort(key=lambda listed: issubclass(listed["model"], Part))
        return sorted(apps_listed, key=lambda app: app["app_label"] != "meetings")

    def index(self, request, extra_context=None):
        """Show what waits for the person, then the records."""
        from .queues import waiting_lines

        waiting = waiting_lines(self, request)
        return super().index(request, {"waiting": waiting, **(extra_context or {})})

    # What needs the models is imported where it is needed: they are loaded after this module.

    @property
    def login_form(self):
        """Return the form that counts wrong passwords."""
        from .sign_in import SignInForm

        return SignInForm

    @method_decorator(never_cache)
    @login_not_required
    def login(self, request, extra_context=None):
        """Let somebody sign in; who sent too many wrong passwords must wait (429)."""
        from ..models.wrong_sign_in import Locked
        from .sign_in import locked_page

        try:
            return super().login(request, extra_context)
        except Locked as locked:
            return locked_page(request, locked, self.each_context(request))

    def admin_view(self, view, cacheable=False):
        """Return the view for those who may enter; their session goes on, and a form sent too late is not lost."""
        inner = super().admin_view(view, cacheable)

        @wraps(inner)
        def entered(request, *args, **kwargs):
            if self.has_permission(request):
                renew(request)
            elif request.method == "POST":
                tell_expired(request)
            return inner(request, *args, **kwargs)

        return entered

    def get_urls(self):
        """Add the list of deleted records to the addresses."""
        return [path("deleted/", self.admin_view(self.deleted_view), name="deleted"), *super().get_urls()]

    def deleted_view(self, request):
        """List what was deleted, and bring it back."""
        from .versions.deleted import deleted_view

        return deleted_view(request, self)

    def autocomplete_view(self, request):
        """Answer a suggestion request."""
        return DeskAutocomplete.as_view(admin_site=self)(request)
