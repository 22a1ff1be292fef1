"""People of each role, signed in, and the seed meeting."""

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from tests import seed


def sign_in(user):
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def person(db, django_user_model):
    """Return a function that makes a staff member of a role (a group name, or "superuser")."""

    def make(role, name=""):
        user = django_user_model.objects.create_user(
            name or f"the-{role}", is_staff=True, is_superuser=role == "superuser"
        )
        if role != "superuser":
            user.groups.add(Group.objects.get(name=role))
        return user

    return make


@pytest.fixture
def editor(person):
    return person("editor")


@pytest.fixture
def publisher(person):
    return person("publisher")


@pytest.fixture
def desk(editor):
    """Return a client signed in as an editor."""
    return sign_in(editor)


@pytest.fixture
def publishers_desk(publisher):
    """Return a client signed in as a publisher."""
    return sign_in(publisher)


@pytest.fixture
def seed_records(editor):
    """Return the seed's (meeting, package, statement) as drafts."""
    seed.load_reference()
    return seed.enter_seed(editor)
