"""The demo's accounts: made once, each with its role and a password shown once."""

import re

import pytest
from django.contrib.auth import authenticate
from django.core.management import call_command

pytestmark = pytest.mark.django_db


def test_make_demo_accounts_first_run_prints_passwords_that_work(capsys):
    call_command("make_demo_accounts")
    shown = dict(re.findall(r"as (\S+) with the password (\S+)", capsys.readouterr().out))
    assert shown.keys() == {"demo-editor", "demo-publisher", "demo-second-publisher"}
    for username, password in shown.items():
        user = authenticate(username=username, password=password)
        assert user.is_staff
        assert not user.is_superuser
        assert [group.name for group in user.groups.all()] == [username.rpartition("-")[2]]


def test_make_demo_accounts_second_run_changes_and_prints_nothing(capsys, django_user_model):
    call_command("make_demo_accounts")
    before = sorted(django_user_model.objects.values_list("username", "password"))
    capsys.readouterr()
    call_command("make_demo_accounts")
    assert capsys.readouterr().out == ""
    assert sorted(django_user_model.objects.values_list("username", "password")) == before
