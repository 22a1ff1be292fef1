"""Columns say where their value comes from, and whether JSON has it."""

from datetime import UTC, datetime
from types import SimpleNamespace

from meetings.browse.columns import Column, absolute, nested, plain, stamped


def test_plain_column_is_what_the_row_has_or_nothing():
    some, other = plain("city", "host")
    row = SimpleNamespace(row={"city": "Baku"})
    assert (some.name, some.of(row), other.of(row), some.in_json) == ("city", "Baku", None, True)


def test_nested_column_is_not_in_json():
    assert nested("sources") == Column("sources", in_json=False)


def test_stamp_is_the_address_and_the_second_of_change_in_utc():
    url, updated = stamped("meeting")
    row = SimpleNamespace(slug="a-b", updated_at=datetime(2026, 3, 1, 9, 8, 7, 654321, tzinfo=UTC), row={})
    assert (url.of(row), updated.of(row)) == ("/meetings/a-b/", "2026-03-01T09:08:07Z")


def test_only_an_address_gets_the_site_in_front():
    url, _ = stamped("meeting")
    assert absolute("/meetings/a/", url, "https://c.example") == "https://c.example/meetings/a/"
    assert absolute("/x", Column("title"), "https://c.example") == "/x"
