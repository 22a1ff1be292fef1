"""The operator's guide and .env.example name the environment variables that the code reads, and no other."""

import re

import pytest
from django.conf import settings

CALL = re.compile(r'environment\.(?:text|flag|number|words)\(\s*"([A-Z_]+)"')


def read(name):
    """Return a file of the repository."""
    return (settings.BASE_DIR / name).read_text(encoding="utf-8")


def variables_read():
    """Return the variables that the code asks for."""
    return {name for module in ("settings", "start") for name in CALL.findall(read(f"config/{module}.py"))}


def variables_named(name):
    """Return the variables that a file documents: first cells of a table, or NAME= lines."""
    if name.endswith(".md"):
        cells = re.findall(r"^\| (`[A-Z].*?) \|", read(name), re.MULTILINE)
        return {word for cell in cells for word in re.findall(r"`([A-Z_]+)`", cell)}
    return set(re.findall(r"^#?([A-Z_]+)=", read(name), re.MULTILINE))


@pytest.mark.parametrize("name", ["docs/operate.md", ".env.example"])
def test_variables_documented_are_those_that_are_read(name):
    assert variables_named(name) == variables_read()


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_make_targets_named_exist(name):
    targets = set(re.findall(r"^([a-z]+):", read("Makefile"), re.MULTILINE))
    assert set(re.findall(r"`make ([a-z]+)", read(name))) <= targets
