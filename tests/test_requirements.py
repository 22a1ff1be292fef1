"""Every requirement is pinned with its reason, and the lock files hold the same versions."""

import re

import pytest
from django.conf import settings

PIN = re.compile(r"^(?P<name>[\w-]+)(\[\w+\])?==(?P<version>[\w.]+)\s*(# \S.+)?$")


def lines_of(name):
    """Return the file's requirements without comments and references to other files."""
    text = (settings.BASE_DIR / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith(("#", "-r"))]


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_requirements_each_line_is_an_exact_pin_with_its_reason(name):
    assert [line for line in lines_of(name) if not (match := PIN.match(line)) or not match[4]] == []


@pytest.mark.parametrize(
    ("name", "lock"),
    [
        ("requirements.txt", "requirements.lock"),
        ("requirements.txt", "requirements-dev.lock"),
        ("requirements-dev.txt", "requirements-dev.lock"),
    ],
)
def test_lock_holds_each_pin(name, lock):
    locked = "\n" + (settings.BASE_DIR / lock).read_text(encoding="utf-8")
    pins = [PIN.match(line) for line in lines_of(name)]
    assert [pin[0] for pin in pins if f"\n{pin['name'].lower()}=={pin['version']} " not in locked] == []
