"""What every test may use. The database is the one that DATABASE_URL names; without it, SQLite."""

import pytest
from django.conf import settings
from django.db import connection

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
