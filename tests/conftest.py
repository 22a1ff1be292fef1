"""What every test may use. The database is the one that DATABASE_URL names; without it, SQLite."""

import os
import time

import pytest
import time_machine
from django.conf import settings
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, connection, transaction

from tests.world import TODAY, build
from tests.world.snapshot import put_back, take

VENDORS = ("postgresql", "sqlite")


def pytest_collection_modifyitems(config, items):
    """Leave out tests about one database when the run is on the other; the suite runs on both."""
    vendor = settings.DATABASES["default"]["ENGINE"].rpartition(".")[2].removesuffix("3")
    others = [other for other in VENDORS if other != vendor]
    foreign = [item for item in items if any(map(item.get_closest_marker, others))]
    config.hook.pytest_deselected(items=foreign)
    items[:] = [item for item in items if item not in foreign]


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings):
    """Create PostgreSQL's test databases with C.UTF-8, as in production, whatever the server's default."""
    if connection.vendor == "postgresql":
        creation = connection.creation
        suffix = creation.sql_table_creation_suffix()
        creation.sql_table_creation_suffix = lambda: f"{suffix} LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8'"


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker, tmp_path_factory):
    """The made world of tests/world in the database, for all tests of a module, read on its TODAY.

    It is written once in a run, by the first worker that needs it, and put back from a file after that.
    """
    shared = tmp_path_factory.getbasetemp()
    if os.environ.get("PYTEST_XDIST_WORKER"):
        shared = shared.parent
    kept = shared / f"world-{connection.vendor}"
    mine = _is_first(kept.with_suffix(".begun"))
    with django_db_blocker.unblock(), transaction.atomic():
        if mine:
            _write(kept)
        else:
            _wait_for(kept)
            put_back(kept)
        with time_machine.travel(TODAY):
            yield
        transaction.set_rollback(True)


def _is_first(mark):
    try:
        mark.touch(exist_ok=False)
    except FileExistsError:
        return False
    return True


def _write(path):
    try:
        build()
        take(path)
    except BaseException:
        path.with_suffix(".failed").touch()
        raise


def _wait_for(path, seconds=300):
    end = time.monotonic() + seconds
    while not path.exists():
        if path.with_suffix(".failed").exists() or time.monotonic() > end:
            raise RuntimeError("Another worker could not write the made world.")
        time.sleep(0.2)


@pytest.fixture
def open_connection():
    """Requests through WSGI leave the test's connection open, as those of Django's test client do."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)
