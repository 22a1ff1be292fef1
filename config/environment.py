"""Reads typed values from environment variables, for the settings alone.

An empty variable counts as absent. A value that cannot be understood raises
ImproperlyConfigured with the variable's name, so that the process does not start.
"""

import os

from django.core.exceptions import ImproperlyConfigured

TRUE = {"1", "true", "yes", "on"}
FALSE = {"0", "false", "no", "off"}


def text(name, default=""):
    """Return the variable stripped of spaces, or the default when it is absent or empty."""
    return os.environ.get(name, "").strip() or default


def flag(name, default=False):
    """Return the variable as a truth value; raise ImproperlyConfigured when it is neither yes nor no."""
    value = text(name).lower()
    if not value:
        return default
    if value in TRUE | FALSE:
        return value in TRUE
    raise ImproperlyConfigured(f"{name} must be 1 or 0, not {value!r}.")


def number(name, default):
    """Return the variable as a whole number, zero or more; raise ImproperlyConfigured otherwise."""
    value = text(name, str(default))
    if value.isascii() and value.isdigit():
        return int(value)
    raise ImproperlyConfigured(f"{name} must be a whole number, not {value!r}.")


def words(name, default=()):
    """Return the variable's values, which are separated by commas or spaces, as a list."""
    return text(name).replace(",", " ").split() or list(default)
