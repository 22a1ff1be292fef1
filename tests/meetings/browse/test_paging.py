"""Pages and cursors part a list: every row once, in order, whichever way one walks; what is no page is refused."""

import base64
import json
import string
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from config.api import LISTINGS
from meetings.browse import pages, paging
from meetings.browse.paging import PagingError, page_numbers, read_number
from tests.reading import in_csv, in_json, on_pages

SORTS = [(listing.name, sort) for listing in LISTINGS for sort in listing.sorts]
AT_EASE = settings(
    derandomize=True,
    deadline=None,
    database=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@pytest.fixture
def short_pages(monkeypatch):
    for listing in LISTINGS:
        monkeypatch.setitem(vars(listing), "page_size", 7)


@pytest.mark.django_db
@pytest.mark.parametrize(("name", "sort"), SORTS)
def test_pages_part_the_list_in_every_order(client, world, short_pages, name, sort):
    assert on_pages(client, name, {"sort": [sort]}) == in_csv(client, name, {"sort": [sort]})


@pytest.mark.django_db
@pytest.mark.parametrize("size", [1, 6, 200])
@pytest.mark.parametrize(("name", "sort"), SORTS)
def test_cursor_parts_the_list_in_every_order(client, world, name, sort, size):
    if size == 1 and name not in ("pairs", "agreements"):
        size = 5
    assert in_json(client, name, {"sort": [sort]}, page_size=size) == in_csv(client, name, {"sort": [sort]})


@pytest.mark.django_db
def test_page_says_where_it_stands_and_keeps_the_filter(client, world, short_pages):
    response = client.get("/meetings/?country=russia&sort=title&page=2")
    page = response.context_data["page"]
    assert (page["number"], page["first"], page["last"]) == (2, 8, 14)
    assert page["previous"] == "/meetings/?country=russia&sort=title"
    assert page["next"] == "/meetings/?country=russia&sort=title&page=3"
    assert [item["number"] for item in page["numbers"] if not item["url"] and item["number"]] == [2]


@pytest.mark.django_db
def test_page_beyond_the_last_is_not_found(client, world):
    assert client.get("/meetings/?page=2").status_code == 404
    assert client.get("/meetings/?page=200").status_code == 404
    assert client.get("/meetings/?city=nowhere&page=1").status_code == 200
    assert client.get("/meetings/?city=nowhere&page=2").status_code == 404


@pytest.mark.django_db
def test_page_past_the_200th_says_to_narrow(client):
    for number in ("201", "999999999"):
        response = client.get(f"/meetings/?page={number}")
        assert response.status_code == 400 and response.context_data["rows"] == []
        assert "Narrow the list" in response.content.decode()


@pytest.mark.django_db
def test_deepest_page_offers_no_next(client, world, short_pages, monkeypatch):
    monkeypatch.setattr(pages, "DEEPEST_PAGE", 3)
    page = client.get("/meetings/?page=3").context_data["page"]
    assert page["next"] == "" and page["pages"] > 3
    assert max(item["number"] for item in page["numbers"]) == 3


@pytest.mark.django_db
@pytest.mark.parametrize("value", ["0", "-1", "1.5", "abc", "１", "+1", "1e3", " 1", "9" * 50, "2147483648"])
def test_page_that_is_no_number_is_refused(client, value):
    response = client.get("/meetings/", {"page": value})
    assert response.status_code == 400
    assert [error.name for error in response.context_data["errors"]] == ["page"]


@pytest.mark.django_db
@pytest.mark.parametrize("value", ["0", "-1", "201", "100000000", "abc", "9223372036854775808", "1.0", "１"])
def test_page_size_out_of_bounds_is_refused(client, value):
    response = client.get("/api/v1/meetings/", {"page_size": value})
    assert response.status_code == 400
    (error,) = response.json()["errors"]
    assert error["parameter"] == "page_size" and error["value"] == value and "page_size" in error["message"]


@pytest.mark.django_db
def test_paging_given_twice_is_refused(client):
    for name in ("page_size", "cursor"):
        response = client.get(f"/api/v1/meetings/?{name}=1&{name}=2")
        assert response.status_code == 400 and "once only" in response.json()["errors"][0]["message"]
    assert client.get("/meetings/?page=1&page=1").status_code == 400


def packed(*parts):
    text = json.dumps(parts, ensure_ascii=True)
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


CRAFTED = [
    "x", "====", "%", "é", "A" * 5_000, "bnVsbA", "W10", "e30", packed(), packed(1, 2, 3), packed([], [], [], []),
    packed("-date", 0, "2021-05-20", None), packed("-date", 0, "2021-05-20", 7), packed("-date", 0, 7, "x"),
    packed("-date", 2, "2021-05-20", "x"), packed("-date", True, "2021-05-20", "x"),
    packed("-date", 0.0, "2021-05-20", "x"), packed("-date", 0, "10000-01-01", "x"), packed("-date", 0, "junk", "x"),
    packed("-date", 0, "2021-05-20", "a\0b"), packed("-date", 0, "2021-05-20", "\ud800"),
    packed("date", 0, "2021-05-20", "x"), packed("-date", 0, {"a": 1}, "x"), packed("-date", 0, "2021-05-20", {}),
    base64.urlsafe_b64encode(b"[" * 100_000).decode().rstrip("="), base64.urlsafe_b64encode(b"\xff\xfe\0").decode(),
    base64.urlsafe_b64encode(b"1" * 5_000).decode().rstrip("="),
]  # fmt: skip
BY_FIELD = {
    "updated": ["junk", "2021-05-20", "2021-05-20T00:00:00", "0001-01-01T00:00:00+14:00",
                "9999-12-31T23:59:59-14:00", None],
    "title": [None, 5, "\ud800", "a\0b", ["a"]],
    "due": ["junk", 5, "2021-13-01", ""],
    "-meetings": [None, "2", 2**31, 2**63, -1, 1.5, True, 10**400],
    "last": ["junk", 5],
    "signed": ["junk", {}],
    "-signed": ["junk", []],
    "code": [None, 1],
}  # fmt: skip


def cursors():
    """Give (list, order, cursor) that no list gave."""
    for cursor in CRAFTED:
        yield "meetings", "-date", cursor
    for listing in LISTINGS:
        for sort in listing.sorts:
            for value in BY_FIELD.get(sort, ["junk"]):
                yield listing.name, sort, packed(sort, 0, value, "slug")


@pytest.mark.django_db
@pytest.mark.parametrize(("name", "sort", "cursor"), list(cursors()))
def test_cursor_that_no_list_gave_is_refused(client, name, sort, cursor):
    response = client.get(f"/api/v1/{name}/", {"sort": sort, "cursor": cursor})
    assert response.status_code == 400
    assert response.json()["errors"][0]["parameter"] == "cursor"


@pytest.mark.django_db
def test_cursor_of_another_order_is_refused(client, world):
    following = client.get("/api/v1/meetings/?page_size=3").json()["next"]
    assert client.get(following).status_code == 200
    assert client.get(f"{following}&sort=title").status_code == 400
    assert client.get(following.replace("meetings", "pairs")).status_code == 400


@pytest.mark.django_db
@AT_EASE
@given(
    cursor=st.text(string.ascii_letters + string.digits + "-_", max_size=40)
    | st.binary(max_size=40).map(lambda data: base64.urlsafe_b64encode(data).decode())
    | st.lists(st.none() | st.integers() | st.floats() | st.text() | st.just("-date"), max_size=5).map(
        lambda parts: base64.urlsafe_b64encode(json.dumps(parts).encode()).decode()
    )
)
def test_cursor_of_any_bytes_is_refused(client, cursor):
    response = client.get("/api/v1/meetings/", {"cursor": cursor})
    assert response.status_code == (400 if cursor else 200)


@pytest.mark.django_db
@AT_EASE
@given(
    days=st.none() | st.dates(),
    slug=st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=9),
)
def test_cursor_of_our_form_answers_with_what_lies_beyond(client, world, days, slug):
    for backward in (0, 1):
        cursor = packed("-date", backward, days and days.isoformat(), slug)
        answer = client.get("/api/v1/meetings/", {"cursor": cursor, "page_size": 200})
        assert answer.status_code == 200
        for row in answer.json()["results"]:
            start = row["date_start"]
            assert backward or start is None or days is not None


@pytest.mark.django_db
def test_empty_list_has_no_next_and_no_previous(client):
    answer = client.get("/api/v1/meetings/?city=nowhere").json()
    assert answer == {"count": 0, "next": None, "previous": None, "results": []}


def test_number_is_read_only_from_ascii_digits():
    assert read_number("200", "page", 200) == 200
    for text in ("", "0", "00", "-1", "²", "٣", "1_0", "1234567890"):
        with pytest.raises(PagingError):
            read_number(text, "page", 10**12)


@pytest.mark.parametrize(
    ("number", "pages_there", "shown"),
    [
        (1, 1, [1]),
        (1, 5, [1, 2, None, 5]),
        (3, 5, [1, 2, 3, 4, 5]),
        (5, 24, [1, None, 4, 5, 6, None, 24]),
        (24, 24, [1, None, 23, 24]),
    ],
)
def test_page_numbers_offer_the_ends_and_the_neighbours(number, pages_there, shown):
    assert page_numbers(number, pages_there) == shown


def test_cursor_of_a_moment_keeps_its_microseconds():
    class Row:
        updated_at, slug = datetime(2021, 5, 20, 1, 2, 3, 456, UTC), "a"

    order = next(listing for listing in LISTINGS if listing.name == "meetings").sorts["updated"]
    text = base64.urlsafe_b64decode(paging._encode(Row, order, "updated", False) + "==")
    assert json.loads(text)[2] == "2021-05-20T01:02:03.000456+00:00"
