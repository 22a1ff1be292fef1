"""One writer at a time, as SQLite has it anyway."""

from django.db import DEFAULT_DB_ALIAS, connections

# Any number will do, as long as nothing else in this database takes an advisory lock of the same.
WRITING = 7_203_119


def wait_for_turn(using=DEFAULT_DB_ALIAS):
    """Wait until no other transaction writes, and hold the turn to the end of this one.

    Two acts that ran side by side would each project a row (a pair of countries, an official) without what the other
    makes public. SQLite's IMMEDIATE transactions wait by themselves; PostgreSQL takes an advisory lock. Raises
    OperationalError when the lock timeout runs out first.
    """
    connection = connections[using]
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [WRITING])
