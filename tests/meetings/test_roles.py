"""What each role may do: permissions on records, none on what the machinery derives."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command

from meetings import roles

from ..factories import UserFactory, record_models

pytestmark = pytest.mark.django_db

WRITTEN = [model for model in record_models() if model.__name__ != "Redirect"]
DERIVED = ("edition", "editionparty")


def permissions_of(role):
    return set(Group.objects.get(name=role).permissions.values_list("codename", flat=True))


def named(acts, models):
    return {f"{act}_{model._meta.model_name}" for act in acts for model in models}


def test_a_viewer_sees_every_record_and_changes_none():
    may = permissions_of("viewer")
    assert named(["view"], record_models()) <= may
    assert all(codename.startswith("view_") for codename in may)


def test_an_editor_writes_every_record_and_publishes_none():
    may = permissions_of("editor")
    assert named(["add", "change", "delete", "view"], WRITTEN) <= may
    assert not [codename for codename in may if codename.startswith("publish_")]


def test_a_publisher_may_do_all_that_an_editor_may_and_publish():
    assert permissions_of("publisher") - permissions_of("editor") == {"publish_meeting", "publish_agreement"}
    assert permissions_of("editor") <= permissions_of("publisher")


def test_an_administrator_has_every_right_of_the_others_and_keeps_accounts():
    may = permissions_of("administrator")
    assert permissions_of("publisher") <= may
    assert named(["add", "change"], [UserFactory._meta.model]) <= may


@pytest.mark.parametrize("role", ["viewer", "editor", "publisher", "administrator"])
def test_no_role_touches_what_is_derived(role):
    assert not [codename for codename in permissions_of(role) if codename.endswith(DERIVED)]


@pytest.mark.parametrize("role", ["viewer", "editor", "publisher"])
def test_only_administrators_write_edits_and_redirects(role):
    writing = {codename for codename in permissions_of(role) if not codename.startswith("view_")}
    assert not [codename for codename in writing if codename.endswith(("_edit", "_redirect"))]


def test_the_roles_come_back_after_a_flush():
    Group.objects.all().delete()
    call_command("migrate", verbosity=0)
    assert set(Group.objects.values_list("name", flat=True)) == set(roles.GRANTS)
    assert permissions_of("editor")


def test_making_the_roles_again_changes_nothing_and_takes_wrong_rights_back():
    before = {role: permissions_of(role) for role in roles.GRANTS}
    Group.objects.get(name="viewer").permissions.set(Permission.objects.all())
    roles.ensure()
    assert {role: permissions_of(role) for role in roles.GRANTS} == before


@pytest.mark.parametrize(
    ("fields", "has"),
    [
        ({"role": "editor"}, True),
        ({"role": "viewer"}, False),
        ({}, False),
        ({"is_superuser": True}, True),
        ({"role": "editor", "is_active": False}, False),
        ({"is_superuser": True, "is_active": False}, False),
    ],
)
def test_a_role_is_had_by_its_members_and_superusers_while_active(fields, has):
    assert roles.has_role(UserFactory(**fields), "editor", "publisher") == has
