"""Long reads: of one moment, on a connection of their own, locking nobody out."""

import gc

import pytest
from django.db import connection, connections, transaction
from django.db.utils import DatabaseError

from meetings.browse.database import counted_stream, stream, stream_sql
from tests.meetings.browse.editionapp.models import Subject

ORDERED = Subject.objects.order_by("pk").values_list("name", flat=True)
SQL = "SELECT name FROM editionapp_subject ORDER BY id"


@pytest.fixture
def subjects(transactional_db):
    """Store ten rows."""
    Subject.objects.bulk_create(Subject(name=f"{number}") for number in range(10))


def meddle():
    """Write as an editor would, on the connection of the thread."""
    Subject.objects.filter(name="9").delete()
    Subject.objects.filter(name="8").update(name="changed")
    Subject.objects.create(name="new")


NAMES = [str(number) for number in range(10)]


def registered():
    """Return the aliases of all connections of this thread."""
    return set(vars(connections._connections._storage))


@pytest.fixture(autouse=True)
def _nothing_left_open():
    before = registered()
    yield
    gc.collect()
    assert registered() == before


def test_counted_stream_while_others_write_gives_what_was_counted(subjects):
    count, rows = counted_stream(ORDERED, chunk=3)
    meddle()
    assert count == 10
    assert list(rows) == NAMES
    assert ORDERED.count() == 10
    assert list(ORDERED)[-2:] == ["changed", "new"]


def test_stream_while_others_write_gives_the_moment_of_its_first_row(subjects):
    rows = stream(ORDERED, chunk=3)
    assert next(rows) == "0"
    meddle()
    assert list(rows) == NAMES[1:]


def test_stream_sql_while_others_write_gives_the_moment_of_its_first_row(subjects):
    rows = stream_sql(f"{SQL} LIMIT %s", [9], chunk=2)
    assert next(rows) == ("0",)
    meddle()
    assert list(rows) == [(name,) for name in NAMES[1:9]]


def test_stream_of_models_gives_rows(subjects):
    assert [row.name for row in stream(Subject.objects.order_by("pk"))] == NAMES


def test_counted_stream_filtered_counts_and_gives_the_same_rows(subjects):
    count, rows = counted_stream(ORDERED.filter(name__gte="7"))
    assert (count, list(rows)) == (3, ["7", "8", "9"])


def test_counted_stream_of_nothing_gives_no_rows(transactional_db):
    count, rows = counted_stream(ORDERED)
    assert (count, list(rows)) == (0, [])


def test_counted_stream_open_lets_the_thread_write_in_a_transaction(subjects):
    _, rows = counted_stream(ORDERED)
    assert not connection.in_atomic_block
    with transaction.atomic():
        Subject.objects.create(name="saved")
    rows.close()
    assert Subject.objects.filter(name="saved").exists()


@pytest.mark.parametrize("end", ["read", "close", "forget"])
def test_counted_stream_at_its_end_closes_its_connection(subjects, end):
    before = registered()
    _, rows = counted_stream(ORDERED)
    own = connections[(registered() - before).pop()]
    assert own.connection is not None
    if end == "read":
        list(rows)
    elif end == "close":
        next(rows)
        rows.close()
    else:
        del rows
        gc.collect()
    assert own.connection is None
    assert registered() == before


def test_counted_stream_never_read_closes_its_connection(subjects):
    before = registered()
    _, rows = counted_stream(ORDERED)
    rows.close()
    assert registered() == before


def test_two_streams_at_once_keep_their_own_moments(subjects):
    _, first = counted_stream(ORDERED)
    meddle()
    _, second = counted_stream(ORDERED)
    assert next(second) == next(first) == "0"
    assert list(first) == NAMES[1:]
    assert list(second)[-2:] == ["changed", "new"]


def test_stream_of_a_failing_statement_raises_and_closes(subjects):
    with pytest.raises(DatabaseError):
        list(stream_sql("SELECT nothing FROM nowhere"))


@pytest.mark.django_db
def test_counted_stream_inside_a_transaction_sees_what_it_has_written():
    Subject.objects.create(name="uncommitted")
    count, rows = counted_stream(ORDERED)
    assert (count, list(rows)) == (1, ["uncommitted"])
    assert list(stream(ORDERED)) == ["uncommitted"]
    assert list(stream_sql(SQL)) == [("uncommitted",)]


@pytest.mark.postgresql
def test_stream_on_postgresql_can_write_nothing(subjects):
    with pytest.raises(DatabaseError, match="read-only"):
        list(stream_sql("SELECT nextval(pg_get_serial_sequence('editionapp_subject', 'id'))"))


@pytest.mark.postgresql
def test_stream_on_postgresql_reads_through_a_cursor_of_the_server(subjects):
    sql = "SELECT name || n FROM editionapp_subject, generate_series(1, 100000) AS n"
    rows = stream_sql(sql, chunk=10)
    before = registered()
    next(rows)
    with connections[(registered() - before).pop()].cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_cursors WHERE NOT is_holdable")
        assert cursor.fetchone() == (1,)
    rows.close()
