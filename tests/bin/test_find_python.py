"""The Makefile's search for a Python, with a PATH that holds only what a test puts there."""

import shutil
import subprocess
import sys

import pytest
from django.conf import settings

SCRIPT = settings.BASE_DIR / "bin" / "find-python"


@pytest.fixture
def path(tmp_path):
    """Return a folder that is the whole PATH."""
    return tmp_path


def put(path, name, body):
    """Put an executable there."""
    file = path / name
    file.write_text(f"#!/bin/sh\n{body}\n")
    file.chmod(0o755)
    return str(file)


def find(path):
    """Run the search on that PATH."""
    return subprocess.run(
        [shutil.which("sh"), SCRIPT], env={"PATH": str(path)}, capture_output=True, text=True
    )


def test_find_python_newest_that_runs_is_printed(path):
    put(path, "python3.14", "exit 127")
    newest = put(path, "python3.13", f'exec {sys.executable} "$@"')
    put(path, "python3", f'exec {sys.executable} "$@"')
    assert find(path).stdout.strip() == newest


def test_find_python_without_ensurepip_prints_the_line_that_mends_it(path):
    version = "{}.{}".format(*sys.version_info[:2])
    put(path, "python3", f'case "$2" in *ensurepip*) exit 1;; esac; exec {sys.executable} "$@"')
    result = find(path)
    assert result.returncode == 1
    assert result.stderr.count("\n") == 1
    assert f"apt-get install python{version}-venv" in result.stderr


def test_find_python_none_at_all_says_which_are_needed(path):
    result = find(path)
    assert result.returncode == 1
    assert "Python 3.11 to 3.14" in result.stderr
