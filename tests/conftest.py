"""What every test may use. The database is the one that DATABASE_URL names; without it, SQLite."""

import pytest
from django.db import connection


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings):
    """Create PostgreSQL's test databases with C.UTF-8, as in production, whatever the server's default."""
    if connection.vendor == "postgresql":
        creation = connection.creation
        suffix = creation.sql_table_creation_suffix()
        creation.sql_table_creation_suffix = lambda: f"{suffix} LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8'"
