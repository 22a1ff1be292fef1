"""CSV: cells that come back, and files that end whole or broken."""

import csv
import http.client
import io
import socket
import subprocess
import sys
import time
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

import pandas
import pytest
import time_machine
from django.conf import settings
from hypothesis import example, given
from hypothesis import strategies as st

from config.api import LISTINGS
from meetings.browse.export import (
    CHUNK,
    RowsDifferError,
    csv_cell,
    csv_line,
    csv_response,
    escape,
    guard,
    join_cell,
    list_of_cell,
    split_cell,
    text_of_cell,
    unescape,
    unguard,
)
from meetings.tidy import TIDY
from tests.factories import CountryFactory, meeting_between

ROWS = 20_000
SIGNS = "=+-@\t\r\n';\\,\"; nru0aé\u2028\x85"
TEXT = st.text(st.sampled_from(SIGNS) | st.characters(codec="utf-8"), max_size=12)
LISTS = st.lists(TEXT, max_size=4).filter(lambda items: items != [""])
NUMBERS = st.integers() | st.floats(allow_nan=False, allow_infinity=False)


def read_with_python(data):
    """Return the rows as Python's csv module reads them."""
    return list(csv.reader(io.StringIO(data, newline=""), strict=True))


def read_with_pandas(data):
    """Return the rows, the header among them, as pandas reads them with nothing taken for missing."""
    frame = pandas.read_csv(io.StringIO(data), header=None, dtype=str, keep_default_na=False)
    return frame.to_numpy().tolist()


READERS = pytest.mark.parametrize("read", [read_with_python, read_with_pandas])


@READERS
@given(rows=st.lists(st.tuples(TEXT, LISTS, NUMBERS), min_size=1, max_size=4))
def test_csv_line_any_values_come_back(read, rows):
    data = "".join(map(csv_line, rows))
    cells = read(data)
    assert [(text_of_cell(text), list_of_cell(items)) for text, items, _ in cells] == [
        (text, items) for text, items, _ in rows
    ]
    assert [float(number) for *_, number in cells] == [float(number) for *_, number in rows]


@given(st.lists(TEXT | LISTS, min_size=1, max_size=4))
def test_csv_line_any_values_stay_on_one_line(values):
    line = csv_line(values)
    assert line.splitlines(keepends=True) == [line]
    assert line != "\n"


@given(TEXT)
@example("''")
@example("'=1")
@example("'tis")
@example("'")
def test_guard_any_text_is_undone_and_never_computed(text):
    assert unguard(guard(text)) == text
    assert not guard(text).startswith(("=", "+", "-", "@", "\t", "\r"))


@pytest.mark.parametrize(
    ("text", "guarded"),
    [
        ("=1+1", "'=1+1"),
        ("+994", "'+994"),
        ("-", "'-"),
        ("@here", "'@here"),
        ("\tx", "'\tx"),
        ("\rx", "'\rx"),
        ("'=1", "''=1"),
        ("''x", "'''x"),
        ("'tis", "'tis"),
        ("'", "'"),
        ("a=b", "a=b"),
        (" =1", " =1"),
        ("", ""),
    ],
)
def test_guard_text_gets_an_apostrophe_where_needed(text, guarded):
    assert guard(text) == guarded


@given(TEXT)
def test_escape_any_text_is_undone(text):
    assert unescape(escape(text)) == text


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("two\nlines", r"two\nlines"),
        ("two\r\nlines", r"two\r\nlines"),
        ("C:\\new", r"C:\\new"),
        ("a\u2028b\x85c\x0bd\x00", r"a\u2028b\u0085c\u000bd\u0000"),
        ("a\tb; ё", "a\tb; ё"),
    ],
)
def test_escape_breaks_and_backslashes_are_written_out(text, escaped):
    assert escape(text) == escaped


@given(LISTS)
@example([";", "\\", "\\;", " ", ""])
@example(["", ""])
@example([" a", "b "])
def test_join_cell_any_list_comes_back(items):
    assert split_cell(join_cell(items)) == items


def test_join_cell_semicolons_and_backslashes_are_escaped():
    assert join_cell(["trade; customs", "a\\b", "x"]) == r"trade\; customs; a\\b; x"


@pytest.mark.parametrize(
    ("cell", "items"),
    [
        ("a;b; c", ["a", "b", "c"]),
        ("a;", ["a", ""]),
        ("a\\", ["a\\"]),
        ("\\", ["\\"]),
        (r"\u12 \x", ["u12 x"]),
    ],
)
def test_split_cell_typed_by_hand_is_read_without_an_error(cell, items):
    assert split_cell(cell) == items


@given(TEXT)
def test_split_cell_any_text_is_read(text):
    assert text_of_cell(text) is not None
    assert "".join(split_cell(text)).count(";") <= text.count(";") + text.count("u003b")


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (None, ""),
        ("", ""),
        ("plain", "plain"),
        ("a, b", '"a, b"'),
        ('say "x"', '"say ""x"""'),
        ("a; b", '"a; b"'),
        (["a", "b"], '"a; b"'),
        (("=1",), "'=1"),
        ([], ""),
        ("=SUM(A1)", "'=SUM(A1)"),
        (-5, "-5"),
        (0, "0"),
        (-3.5, "-3.5"),
        (Decimal("-1E+2"), "-100"),
        (Decimal("680.50"), "680.50"),
        (True, "true"),
        (False, "false"),
        (date(2021, 5, 20), "2021-05-20"),
        (datetime(2021, 5, 20, 12, 30, 5, 999, tzinfo=UTC), "2021-05-20T12:30:05Z"),
        (datetime(2021, 5, 20, 12, 30, tzinfo=timezone(timedelta(hours=4))), "2021-05-20T08:30:00Z"),
    ],
)
def test_csv_cell_value_has_its_form(value, cell):
    assert csv_cell(value) == cell


@pytest.mark.parametrize("value", [float("nan"), float("inf"), Decimal("NaN")])
def test_csv_cell_number_that_is_none_is_refused(value):
    with pytest.raises(ValueError, match="no number"):
        csv_cell(value)


@pytest.mark.parametrize("value", [{}, b"x", object()])
def test_csv_cell_value_without_a_form_is_refused(value):
    with pytest.raises(TypeError, match="has no form"):
        csv_cell(value)


@READERS
def test_csv_line_of_one_empty_cell_is_still_a_row(read):
    assert read(csv_line(["name"]) + csv_line([None]) + csv_line(["x"])) == [["name"], [""], ["x"]]


class Source:
    """Rows that note whether they were closed, and how many were taken."""

    def __init__(self, number, fail_at=None):
        self.left, self.fail_at, self.taken, self.closed = number, fail_at, 0, False

    def __iter__(self):
        return self

    def __next__(self):
        if self.taken == self.fail_at:
            raise OSError("away")
        if self.taken == self.left:
            raise StopIteration
        self.taken += 1
        return self.taken, "text"

    def close(self):
        """Note it."""
        self.closed = True


@time_machine.travel("2026-03-01 12:00", tick=False)
def test_csv_response_headers_say_what_and_how_many():
    response = csv_response("meetings", ["a", "b"], 2, Source(2))
    assert response.status_code == 200
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="meetings-2-rows-2026-03-01.csv"'
    assert response["Communique-Rows"] == "2"
    assert response.getvalue() == b"\xef\xbb\xbfa,b\n1,text\n2,text\n"


def test_csv_response_without_rows_is_its_header():
    assert csv_response("x", ["a", "b"], 0, []).getvalue() == b"\xef\xbb\xbfa,b\n"


def test_csv_response_comes_in_chunks_and_its_header_first():
    source = Source(30_000)
    chunks = iter(csv_response("x", ["a", "b"], 30_000, source))
    assert next(chunks) == b"\xef\xbb\xbfa,b\n"
    assert source.taken == 0
    sizes = [len(chunk) for chunk in chunks]
    assert len(sizes) > 3
    assert all(CHUNK <= size < CHUNK + 100 for size in sizes[:-1])
    assert source.closed


@pytest.mark.parametrize(
    ("source", "count", "error"),
    [
        (Source(10_000, fail_at=5_000), 10_000, OSError),
        (Source(3, fail_at=0), 3, OSError),
        (Source(9), 10, RowsDifferError),
        (Source(11), 10, RowsDifferError),
        (Source(0), 1, RowsDifferError),
        (Source(1), 0, RowsDifferError),
        (Source(20_000), 19_999, RowsDifferError),
    ],
)
def test_csv_response_of_a_wrong_source_breaks_and_closes_it(source, count, error):
    response = csv_response("x", ["a", "b"], count, source)
    chunks = []
    with pytest.raises(error):
        chunks.extend(response)
    assert b"".join(chunks).count(b"\n") - 1 <= min(count, source.taken)
    assert source.closed


def test_csv_response_row_of_another_width_breaks():
    with pytest.raises(RowsDifferError, match="Row 2 of 2 has 1 values of 2"):
        csv_response("x", ["a", "b"], 2, [(1, 2), (3,)]).getvalue()


def test_csv_response_to_head_reads_no_row_and_closes_the_source():
    source = Source(5)
    response = csv_response("x", ["a", "b"], 5, source, head=True)
    assert response["Communique-Rows"] == "5"
    assert "-5-rows-" in response["Content-Disposition"]
    assert response.getvalue() == b""
    assert (source.taken, source.closed) == (0, True)


# Closing a response tells Django that the request is over, and Django then looks at its connections.
@pytest.mark.django_db
@pytest.mark.parametrize("chunks_read", [0, 1, 2])
def test_csv_response_closed_early_closes_the_source(chunks_read):
    source = Source(30_000)
    response = csv_response("x", ["a", "b"], 30_000, source)
    chunks = iter(response)
    for _ in range(chunks_read):
        next(chunks)
    response.close()
    assert source.closed


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """Run the export site under gunicorn; give a function that asks it."""
    path = tmp_path_factory.mktemp("server") / "socket"
    command = [sys.executable, "-m", "gunicorn", "--bind", f"unix:{path}", "--log-level", "critical"]
    command += ["--no-control-socket", "--worker-class", "gthread", f"{__package__}.exportsite:application"]
    process = subprocess.Popen(command, cwd=settings.BASE_DIR, stderr=subprocess.DEVNULL)

    def ask(method, address):
        connection = http.client.HTTPConnection("localhost", timeout=20)
        connection.sock = socket.socket(socket.AF_UNIX)
        connection.sock.connect(str(path))
        connection.request(method, address)
        return connection, connection.getresponse()

    until = time.monotonic() + 20
    while not path.exists() and process.poll() is None and time.monotonic() < until:
        time.sleep(0.05)
    yield ask
    process.terminate()
    process.wait(timeout=20)


def test_csv_over_http_whole_file_arrives(server):
    connection, response = server("GET", f"/whole/{ROWS}.csv")
    data = response.read().decode("utf-8-sig")
    connection.close()
    assert response.getheader("Communique-Rows") == str(ROWS)
    assert len(pandas.read_csv(io.StringIO(data))) == ROWS


@pytest.mark.parametrize("kind", ["failing", "short"])
def test_csv_over_http_file_that_is_not_whole_is_a_broken_transfer(server, kind):
    connection, response = server("GET", f"/{kind}/{ROWS}.csv")
    assert response.getheader("Transfer-Encoding") == "chunked"
    with pytest.raises(http.client.IncompleteRead):
        response.read()
    connection.close()


@pytest.mark.parametrize("kind", ["whole", "failing"])
def test_csv_over_http_head_gives_the_headers_alone(server, kind):
    connection, response = server("HEAD", f"/{kind}/{ROWS}.csv")
    assert response.status == 200
    assert response.getheader("Communique-Rows") == str(ROWS)
    assert response.read() == b""
    connection.close()


@pytest.mark.django_db
def test_csv_of_every_public_list_is_its_header_when_empty(client):
    for listing in LISTINGS:
        response = client.get(f"/{listing.name}.csv")
        assert response.getvalue().decode("utf-8-sig") == csv_line(listing.column_names())
        assert response["Communique-Rows"] == "0"


def test_csv_of_list_under_a_filter_has_the_counted_rows_and_whole_addresses(transactional_db, client):
    for name in ("One", "=Two", "Three"):
        CountryFactory(name=name)
    response = client.get("/countries.csv?q=t")
    frame = pandas.read_csv(io.BytesIO(response.getvalue()))
    assert response["Communique-Rows"] == "2" == str(len(frame))
    assert set(frame["name"]) == {"'=Two", "Three"}
    assert set(frame["url"]) == {f"http://testserver/countries/{slug}/" for slug in ("two", "three")}
    head = client.head("/countries.csv?q=t")
    assert (head["Communique-Rows"], head.getvalue()) == ("2", b"")


def test_csv_of_every_list_with_a_published_meeting_has_the_counted_rows(transactional_db, client):
    meeting_between("Azerbaijan", "Russia", published=True)
    counts = {}
    for listing in (*LISTINGS, *TIDY):
        response = client.get(f"/{listing.name}.csv")
        counts[listing.name] = len(pandas.read_csv(io.BytesIO(response.getvalue())))
        assert response["Communique-Rows"] == str(counts[listing.name])
    assert [counts[name] for name in ("meetings", "countries", "pairs", "participations", "dyads")] == [
        1,
        2,
        1,
        2,
        2,
    ]
