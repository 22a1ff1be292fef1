"""Short permanent addresses for facts that have no name: quotes, figures, commitments."""

from django.utils.crypto import get_random_string

# No vowels (so that no word comes out) and no characters that are mistaken for one another.
ALPHABET = "bcdfghjkmnpqrstvwxz23456789"


def short_slug():
    """Return eight random characters: 27**8 possibilities, so two alike are a database error, not a worry."""
    return get_random_string(8, ALPHABET)
