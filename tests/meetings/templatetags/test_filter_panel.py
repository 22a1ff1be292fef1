"""Parts of the filter panel stand open when they are counted or in use."""

from types import SimpleNamespace

import pytest

from meetings.templatetags.filter_panel import stands_open


def field(data, errors=(), facet=None):
    return SimpleNamespace(data=data, errors=errors, field=SimpleNamespace(facet=facet))


@pytest.mark.parametrize("data", ["2021", ["azerbaijan"]])
def test_stands_open_field_with_a_value(data):
    assert stands_open([field(None), field(data)])


@pytest.mark.parametrize("data", [None, "", [], [""]])
def test_stands_open_empty_field_is_not(data):
    assert not stands_open([field(data)])


def test_stands_open_wrong_field_stands_open():
    assert stands_open([field("", ["wrong"])])


def test_stands_open_field_with_counted_values():
    assert stands_open([field(None, facet="counted")])
