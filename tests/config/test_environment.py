"""Environment variables are understood or refused by name; empty counts as absent."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from config import environment


@pytest.mark.parametrize(("value", "expected"), [("1", True), ("Yes", True), ("0", False), ("off", False)])
def test_flag_known_word_is_understood(monkeypatch, value, expected):
    monkeypatch.setenv("X", value)
    assert environment.flag("X", not expected) is expected


@pytest.mark.parametrize("read", [environment.flag, lambda name: environment.number(name, 1)])
def test_flag_and_number_nonsense_is_refused_by_name(monkeypatch, read):
    monkeypatch.setenv("SOME_VALUE", "perhaps")
    with pytest.raises(ImproperlyConfigured, match="SOME_VALUE"):
        read("SOME_VALUE")


@pytest.mark.parametrize("value", ["-1", "1.5", "²", "1e3"])
def test_number_not_a_whole_number_is_refused(monkeypatch, value):
    monkeypatch.setenv("X", value)
    with pytest.raises(ImproperlyConfigured):
        environment.number("X", 1)


def test_every_reader_empty_variable_counts_as_absent(monkeypatch):
    monkeypatch.setenv("X", "  ")
    assert environment.text("X", "a") == "a"
    assert environment.flag("X", True) is True
    assert environment.number("X", 7) == 7
    assert environment.words("X", ["a"]) == ["a"]


def test_words_commas_and_spaces_part_values(monkeypatch):
    monkeypatch.setenv("X", "a.example, b.example  c.example,")
    assert environment.words("X") == ["a.example", "b.example", "c.example"]
