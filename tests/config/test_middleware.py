"""Requests that cannot be decoded are refused with the reason; a database that is away is a 503."""

import sqlite3

import psycopg
import pytest
from django.db import IntegrityError, OperationalError
from django.http import HttpResponse
from django.test import RequestFactory

from config.middleware import DatabaseAwayMiddleware, refuse_undecodable

UNREADABLE = ["/%00", "/a%00b/", "/?q=%00", "/?a%00=1", "/?q=%ff", "/?q=%ed%a0%80", "/api/?q=%00"]


@pytest.mark.parametrize("address", UNREADABLE)
def test_refuse_undecodable_address_answers_400_with_reason(client, address):
    response = client.get(address)
    assert response.status_code == 400
    assert b"NUL" in response.content or b"UTF-8" in response.content


@pytest.mark.parametrize("address", ["/admin/%00", "/admin/login/?next=%00", "/healthz?x=%ff"])
def test_refuse_undecodable_reaches_no_view_of_any_kind(client, address):
    assert client.get(address).status_code == 400


def test_refuse_undecodable_below_api_answers_json(client):
    response = client.get("/api/v1/?q=%00")
    assert response.json() == {"detail": "The query string contains a NUL character."}


def test_refuse_undecodable_cookie_with_escaped_nul_answers_400(client):
    response = client.get("/healthz", headers={"cookie": 'sessionid="\\000aaaaaaaaaaaa"'})
    assert response.status_code == 400


@pytest.mark.parametrize("address", ["/?q=Ələt", "/?q=%C9%99", "/?q=%E2%98%83&q=", "/?q=100%25", "/?q=%zz"])
def test_refuse_undecodable_readable_address_passes(address):
    passed = refuse_undecodable(lambda request: HttpResponse(status=299))
    assert passed(RequestFactory().get(address)).status_code == 299


def caused_by(cause):
    """Return the error that Django raises for the driver's."""
    error = OperationalError(str(cause))
    error.__cause__ = cause
    return error


def sqlite_error(name):
    """Return SQLite's error of that name."""
    error = sqlite3.OperationalError("planted")
    error.sqlite_errorname = name
    return error


AWAY = [
    psycopg.OperationalError("connection refused"),
    psycopg.errors.AdminShutdown(),
    psycopg.errors.TooManyConnections(),
    psycopg.errors.QueryCanceled(),
    psycopg.errors.LockNotAvailable(),
    sqlite_error("SQLITE_BUSY"),
    sqlite_error("SQLITE_BUSY_SNAPSHOT"),
    sqlite_error("SQLITE_CANTOPEN"),
    sqlite_error("SQLITE_IOERR_WRITE"),
]
OURS = [sqlite_error("SQLITE_ERROR"), psycopg.errors.DatetimeFieldOverflow(), ValueError("no driver's error")]


@pytest.mark.parametrize("cause", AWAY, ids=lambda cause: getattr(cause, "sqlite_errorname", cause.__class__))
def test_database_away_error_answers_503_with_retry_after(rf, cause):
    response = DatabaseAwayMiddleware(None).process_exception(rf.get("/"), caused_by(cause))
    assert response.status_code == 503
    assert response["Retry-After"] == "30"


@pytest.mark.parametrize("cause", OURS, ids=lambda cause: cause.__class__)
def test_database_away_fault_of_ours_stays_a_fault(rf, cause):
    assert DatabaseAwayMiddleware(None).process_exception(rf.get("/"), caused_by(cause)) is None


def test_database_away_other_database_error_stays_a_fault(rf):
    assert DatabaseAwayMiddleware(None).process_exception(rf.get("/"), IntegrityError()) is None
