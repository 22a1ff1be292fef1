"""The four roles of the desk, as groups: viewer, editor, publisher, administrator.

Made after every migration, when the permissions exist (and again after a test's flush).
"""

from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission
from django.db.models import Q

APPS = ("meetings", "agreements")
EDITOR, PUBLISHER, VIEWER, ADMINISTRATOR = "editor", "publisher", "viewer", "administrator"

_WRONG_SIGN_INS = Q(content_type__app_label="meetings", content_type__model="wrongsignin")
_RECORDS = (
    Q(content_type__app_label__in=APPS)
    & ~Q(content_type__model__startswith="historical")
    & ~_WRONG_SIGN_INS
    & ~Q(content_type__model__in=["sentform", "finding"])
)
_DERIVED = Q(content_type__model__endswith="edition") | Q(content_type__model="editionparty")
_WRITTEN = _RECORDS & ~_DERIVED & ~Q(content_type__model__in=["edit", "redirect"])

GRANTS = {
    VIEWER: _RECORDS & ~_DERIVED & Q(codename__startswith="view_"),
    EDITOR: (_WRITTEN & ~Q(codename__startswith="publish_"))
    | (_RECORDS & ~_DERIVED & Q(codename__startswith="view_")),
    PUBLISHER: _WRITTEN | (_RECORDS & ~_DERIVED & Q(codename__startswith="view_")),
    ADMINISTRATOR: (_RECORDS & ~_DERIVED)
    | (_WRONG_SIGN_INS & Q(codename__regex="^(view|delete)_"))
    | Q(content_type__app_label="auth", content_type__model__in=["user", "group"]),
}


def ensure(app_config=None, using="default", **kwargs):
    """Make the groups and give them their permissions; safe to run again. Connected to post_migrate."""
    if app_config is not None and app_config.label not in APPS:
        return
    if app_config is not None:
        create_permissions(app_config, using=using, verbosity=0)
    for role, granted in GRANTS.items():
        group, _ = Group.objects.using(using).get_or_create(name=role)
        group.permissions.set(Permission.objects.using(using).filter(granted))


def has_role(user, *roles):
    """Return whether `user` has one of the roles (a superuser has all)."""
    return user.is_active and (user.is_superuser or user.groups.filter(name__in=roles).exists())
