"""Accounts and redirects: administrators keep them, and nobody lifts himself above his role."""

import pytest
from django.contrib.auth.models import Group, User
from django.urls import reverse

from meetings.models import Redirect
from tests.meetings.admin.conftest import sign_in
from tests.meetings.admin.posting import address, shown


@pytest.fixture
def administrator(person):
    return person("administrator")


@pytest.mark.parametrize("role", ["viewer", "editor", "publisher"])
def test_accounts_are_closed_to_other_roles(person, role):
    client = sign_in(person(role))
    assert client.get(reverse("admin:auth_user_changelist")).status_code == 403


def test_administrator_gives_a_role(administrator, person):
    newcomer = person("viewer", "newcomer")
    client = sign_in(administrator)
    data = shown(client.get(address(newcomer))) | {"groups": [Group.objects.get(name="editor").pk]}
    assert client.post(address(newcomer), data).status_code == 302
    assert newcomer.groups.get().name == "editor"


def test_administrator_does_not_become_superuser(administrator):
    client = sign_in(administrator)
    data = shown(client.get(address(administrator))) | {"is_superuser": "on", "user_permissions": ["1"]}
    assert client.post(address(administrator), data).status_code == 302
    administrator.refresh_from_db()
    assert not administrator.is_superuser
    assert not administrator.user_permissions.exists()


def test_administrator_does_not_change_a_superuser(administrator, person):
    above = person("superuser")
    client = sign_in(administrator)
    assert client.post(address(above), {"username": "taken-over"}).status_code == 403
    assert client.post(address(above, "delete"), {"post": "yes"}).status_code == 403
    assert User.objects.filter(username="the-superuser").exists()


@pytest.mark.parametrize(("role", "status"), [("editor", 403), ("publisher", 403), ("administrator", 200)])
def test_redirects_are_changed_by_administrators_only(person, role, status):
    moved = Redirect.objects.create(kind="officials", old_slug="a", target_slug="b")
    client = sign_in(person(role))
    assert client.get(address(moved)).status_code == 200
    assert client.post(address(moved), {"kind": ""}).status_code == status


def test_visitor_is_sent_to_sign_in(client, db):
    response = client.get(reverse("admin:meetings_meeting_changelist"))
    assert response.status_code == 302
    assert reverse("admin:login") in response["Location"]
