"""Parts of the filter panel stand open when they are in use."""

from types import SimpleNamespace

import pytest

from meetings.templatetags.filter_panel import in_use


def field(data, errors=()):
    return SimpleNamespace(data=data, errors=errors)


@pytest.mark.parametrize("data", ["2021", ["azerbaijan"]])
def test_in_use_field_with_a_value(data):
    assert in_use([field(None), field(data)])


@pytest.mark.parametrize("data", [None, "", [], [""]])
def test_in_use_empty_field_is_not(data):
    assert not in_use([field(data)])


def test_in_use_wrong_field_stands_open():
    assert in_use([field("", ["wrong"])])
