"""Health checks, the answer when the database is away, and the headers that every answer carries."""

import pytest
from django.contrib.sessions.models import Session
from django.db import OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder

from config.views import server_error


class RefusedError(Exception):
    """What a driver raises when the server does not answer: it has no SQLSTATE."""

    sqlstate = None


def raise_away(*args, **kwargs):
    """Stand in for the network: the driver cannot connect."""
    raise OperationalError("connection refused") from RefusedError()


@pytest.mark.django_db
def test_readyz_migrated_database_answers_200(client):
    assert client.get("/readyz").content == b"ready\n"


@pytest.mark.django_db
def test_readyz_missing_migration_answers_503(client):
    MigrationRecorder(connection).record_unapplied(*next(iter(last_of("sessions"))))
    response = client.get("/readyz")
    assert (response.status_code, response["Retry-After"]) == (503, "30")
    assert response.content == b"Migrations are missing.\n"


def last_of(app):
    """Return the app's last migration."""
    from config.views import last_migrations

    return [key for key in last_migrations() if key[0] == app]


def test_readyz_database_away_answers_503(client, monkeypatch):
    monkeypatch.setattr(connection, "cursor", raise_away)
    response = client.get("/readyz")
    assert (response.status_code, response["Retry-After"]) == (503, "30")
    assert response.content == b"The database does not answer.\n"


def test_healthz_database_away_answers_200(client, monkeypatch):
    monkeypatch.setattr(connection, "ensure_connection", raise_away)
    assert client.get("/healthz").content == b"ok\n"


@pytest.mark.parametrize("address", ["/healthz", "/readyz"])
def test_health_write_method_answers_405(client, address):
    assert client.post(address).status_code == 405


@pytest.mark.django_db
def test_any_view_database_away_answers_503(client, monkeypatch):
    client.cookies["sessionid"] = "a" * 32
    monkeypatch.setattr(connection, "cursor", raise_away)
    client.raise_request_exception = False
    response = client.get("/admin/")
    assert (response.status_code, response["Retry-After"]) == (503, "30")


@pytest.mark.django_db
def test_session_save_database_away_answers_503(client, monkeypatch, django_user_model):
    client.force_login(django_user_model.objects.create_user("editor", is_staff=True))
    monkeypatch.setattr(Session, "save", raise_away)
    client.raise_request_exception = False
    response = client.post("/admin/login/", {"username": "nobody", "password": "wrong"})
    assert response.status_code == 200
    monkeypatch.setattr("django.contrib.sessions.middleware.SessionMiddleware.process_response", raise_away)
    response = client.get("/admin/")
    assert (response.status_code, response["Retry-After"]) == (503, "30")


def test_server_error_fault_of_ours_answers_500(rf):
    try:
        raise ValueError("planted")
    except ValueError:
        assert server_error(rf.get("/")).status_code == 500


def test_healthz_answer_carries_the_security_headers(client):
    headers = client.get("/healthz").headers
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    policy = headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize("address", ["/healthz", "/%00", "/no-such-page/"])
def test_any_answer_carries_the_policy(client, address):
    assert "default-src 'self'" in client.get(address)["Content-Security-Policy"]
