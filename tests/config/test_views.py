"""Health checks, and the answer when the database is away."""

import pytest


@pytest.mark.django_db
def test_readyz_migrated_database_answers_200(client):
    assert client.get("/readyz").status_code == 200


def test_healthz_without_database_answers_200(client):
    assert client.get("/healthz").content == b"ok\n"
