"""What may be a database key: both databases fail on numbers beyond 64 bits, in some lookups only."""

LARGEST = 2**63 - 1


def is_key(value):
    """Return whether the text `value` can be the key of a row: ASCII digits, at most 2^63 - 1."""
    text = str(value)
    return len(text) <= 19 and text.isascii() and text.isdigit() and int(text) <= LARGEST
