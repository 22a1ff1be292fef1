"""Wrong passwords make their sender wait, and nobody else."""

import logging
from datetime import datetime, timedelta

import pytest
import time_machine
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from meetings.models import WrongSignIn

NOON = datetime(2026, 3, 1, 12, 0)  # noqa: DTZ001 (time_machine takes it for UTC)
PASSWORD = "correct horse battery"
HERE, THERE = "203.0.113.7", "198.51.100.9"


@pytest.fixture
def ali(django_user_model):
    return django_user_model.objects.create_user("ali", password=PASSWORD, is_staff=True)


@pytest.fixture
def clock():
    with time_machine.travel(NOON, tick=False) as clock:
        yield clock


def attempt(name="ali", password="wrong", address=HERE, **extra):
    data = {"username": name, "password": password}
    return Client().post(reverse("admin:login"), data, REMOTE_ADDR=address, **extra)


def fail(times, **how):
    for _ in range(times):
        assert attempt(**how).status_code == 200


def test_fifth_wrong_password_locks_the_name_at_this_address_for_a_quarter_of_an_hour(ali, clock):
    fail(4)
    assert attempt(password=PASSWORD).status_code == 302
    fail(5)
    clock.shift(timedelta(minutes=5))
    locked = attempt(password=PASSWORD)
    assert (locked.status_code, locked["Retry-After"]) == (429, "600")
    assert "no-store" in locked["Cache-Control"]
    assert "12:15:00 UTC</time></strong>, in 10 minutes" in locked.content.decode()
    assert attempt(password=PASSWORD, address=THERE).status_code == 302
    fail(1, name="another")
    clock.shift(timedelta(minutes=10))
    assert attempt(password=PASSWORD).status_code == 302
    assert not WrongSignIn.objects.filter(account=ali).exists()


def test_claimed_address_is_no_way_around_the_lock(ali, clock, settings):
    settings.TRUSTED_PROXIES = 1
    for number in range(5):
        fail(1, address="127.0.0.1", HTTP_X_FORWARDED_FOR=f"192.0.2.{number}, {HERE}")
    assert attempt(address="127.0.0.1", HTTP_X_FORWARDED_FOR=f"192.0.2.99, {HERE}").status_code == 429


def test_many_names_from_one_address_lock_the_address_for_an_hour(ali, clock):
    for number in range(50):
        fail(1, name=f"name-{number}")
    assert attempt(password=PASSWORD)["Retry-After"] == "3600"
    assert attempt(password=PASSWORD, address=THERE).status_code == 302
    clock.shift(timedelta(hours=1))
    assert attempt(password=PASSWORD).status_code == 302


def test_name_without_account_answers_as_one_with_an_account(ali, clock):
    answers = []
    for name in ("ali", "nobody"):
        texts = [attempt(name=name).content.decode() for _ in range(6)]
        answers.append([text.replace(f'value="{name}"', "") for text in texts])
    assert [len(text) for text in answers[0]] == [len(text) for text in answers[1]]
    assert attempt(name="ali")["Retry-After"] == attempt(name="nobody")["Retry-After"]


def test_neither_password_nor_typed_name_is_kept_or_logged(ali, clock, caplog):
    with caplog.at_level(logging.DEBUG):
        for _ in range(6):
            attempt(name="secret-in-the-wrong-box", password="secret-password")
    kept = str(list(WrongSignIn.objects.values()))
    assert "Last attempt to sign in as a name that no account has from 203.0.113.7" in caplog.text
    assert "secret" not in kept + caplog.text


def test_administrator_lets_somebody_try_at_once_by_deleting_the_row(ali, clock, django_user_model):
    fail(5)
    administrator = django_user_model.objects.create_user("administrator", is_staff=True)
    administrator.groups.add(Group.objects.get(name="administrator"))
    client = Client()
    client.force_login(administrator)
    page = client.get(reverse("admin:meetings_wrongsignin_changelist")).content.decode()
    assert "ali" in page
    assert HERE in page
    row = WrongSignIn.objects.get(account=ali)
    assert client.post(reverse("admin:meetings_wrongsignin_delete", args=[row.pk]), {"post": "yes"}).url
    assert attempt(password=PASSWORD).status_code == 302
    administrator.groups.set([Group.objects.get(name="publisher")])
    assert client.get(reverse("admin:meetings_wrongsignin_changelist")).status_code == 403


@pytest.mark.parametrize("option", [["--name", "ali"], ["--address", HERE], ["--all"]])
def test_command_shows_and_unlocks(ali, clock, capsys, option):
    call_command("unlock_sign_in")
    fail(5)
    call_command("unlock_sign_in")
    assert capsys.readouterr().out == (
        "Nobody must wait.\nali from 203.0.113.7: until 2026-03-01 12:15:00 UTC\n"
    )
    call_command("unlock_sign_in", *option)
    assert attempt(password=PASSWORD).status_code == 302


def test_counts_are_forgotten_after_a_day(ali, clock):
    fail(3, address=THERE)
    clock.shift(timedelta(days=2))
    assert attempt(password=PASSWORD).status_code == 302
    assert not WrongSignIn.objects.filter(address=THERE).exists()


@pytest.mark.parametrize("name", ["a\0b", "", " "])
def test_name_that_cannot_be_one_is_refused_without_a_count(db, name):
    assert attempt(name=name).status_code == 200
    assert not WrongSignIn.objects.exists()
