"""The settings of either database, and what the running one really does."""

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import connection

from config import database


def from_url(url):
    """Return the settings for the URL with plain limits."""
    return database.from_url(
        url, conn_max_age=60, statement_timeout=30_000, lock_timeout=5_000, test_sqlite="test.sqlite3"
    )


def test_from_url_postgresql_has_timeouts_and_persistent_connections():
    settings = from_url("postgres://u:p%40@h:5433/d?sslmode=require")
    assert settings["OPTIONS"]["options"] == "-c statement_timeout=30000 -c lock_timeout=5000"
    assert settings["OPTIONS"]["sslmode"] == "require"
    assert (settings["CONN_MAX_AGE"], settings["CONN_HEALTH_CHECKS"]) == (60, True)
    assert settings["PASSWORD"] == "p@"


@pytest.mark.parametrize("url", ["sqlite:////tmp/x.sqlite3", "postgres://h/d"])
def test_from_url_never_wraps_requests_in_transactions(url):
    assert from_url(url)["ATOMIC_REQUESTS"] is False


@pytest.mark.parametrize("url", ["mysql://h/d", "nonsense", "gopher://h/d", "postgres://h:port/d"])
def test_from_url_other_database_is_refused_by_name(url):
    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL"):
        from_url(url)


@pytest.mark.sqlite
@pytest.mark.django_db
def test_sqlite_connection_writes_ahead_and_waits():
    with connection.cursor() as cursor:
        assert cursor.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert cursor.execute("PRAGMA busy_timeout").fetchone() == (20_000,)
    assert connection.transaction_mode == "IMMEDIATE"


@pytest.mark.postgresql
@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "value"), [("statement_timeout", "30s"), ("lock_timeout", "5s"), ("lc_collate", "C.UTF-8")]
)
def test_postgresql_connection_has_setting(name, value):
    with connection.cursor() as cursor:
        assert cursor.execute("SELECT current_setting(%s)", [name]).fetchone() == (value,)
