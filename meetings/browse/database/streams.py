"""Long reads of one moment: what is counted is what is read, however long the reader takes.

A stream has a connection and a transaction of its own (PostgreSQL: REPEATABLE READ READ ONLY with a
server-side cursor; SQLite: BEGIN DEFERRED, which in WAL mode keeps its snapshot and locks nobody out), so
that nothing else that the thread does joins the transaction. The connection closes when the stream ends, is
closed or is thrown away.

Inside a transaction of the caller's (a test, a command) his connection is used as it is, because only it
sees what he has written; on PostgreSQL the count and the rows are then two statements, between which others
may commit.
"""

from contextlib import contextmanager
from itertools import count as numbers

from django.db import DEFAULT_DB_ALIAS, connections

CHUNK = 2_000

_BEGIN = {
    "postgresql": "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY",
    "sqlite": "BEGIN DEFERRED",
}
_numbers = numbers(1)


def stream(queryset, chunk=CHUNK):
    """Yield the rows of a queryset, `chunk` at a time from the database, all of one moment.

    Close the generator when it is not read to its end. Rows are for reading: a model's row must have all
    that is asked of it, because its connection is gone afterwards.
    """
    with _moment(queryset.db) as alias:
        yield from queryset.using(alias).iterator(chunk_size=chunk)


def stream_sql(sql, params=(), chunk=CHUNK, using=DEFAULT_DB_ALIAS):
    """Yield the rows (tuples) of a SELECT, otherwise like `stream`."""
    with _moment(using) as alias, connections[alias].chunked_cursor() as cursor:
        cursor.execute(sql, params)
        while rows := cursor.fetchmany(chunk):
            yield from rows


def counted_stream(queryset, chunk=CHUNK):
    """Return (number of rows, generator of those rows), both of one moment; otherwise like `stream`.

    The moment begins at once, so errors of a database that is away are raised here, and the generator must
    be read to its end or closed.
    """
    rows = _count_then_rows(queryset, chunk)
    return next(rows), rows


def _count_then_rows(queryset, chunk):
    with _moment(queryset.db) as alias:
        seen = queryset.using(alias)
        yield seen.count()
        yield from seen.iterator(chunk_size=chunk)


@contextmanager
def _moment(using):
    """Give the alias of a connection whose queries all see the database as it was at the first of them."""
    if connections[using].in_atomic_block:
        yield using
        return
    alias = f"{using}-moment-{next(_numbers)}"
    connections[alias] = connection = connections[using].copy(alias)
    try:
        if connection.vendor == "postgresql":
            connection.set_autocommit(False)
        with connection.cursor() as cursor:
            cursor.execute(_BEGIN[connection.vendor])
        yield alias
    finally:
        connection.close()
        del connections[alias]
