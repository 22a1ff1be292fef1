"""Addresses: query strings with changes, and without what advertisers add."""

from urllib.parse import urlencode

TRACKING = ("utm_", "fbclid", "gclid")


def query_of(params, **changes):
    """Return a QueryDict as a query string with changes; None drops a parameter.

    Paging never survives: it belongs to the old list.
    """
    pairs = [
        (name, value)
        for name in params
        for value in params.getlist(name)
        if name not in (*changes, "page", "cursor", "page_size")
    ]
    pairs += [(name, str(value)) for name, value in changes.items() if value is not None]
    return urlencode(pairs)


def address(path, query):
    """Return a path with its query string, when there is one."""
    return f"{path}?{query}" if query else path


def without_tracking(params):
    """Return the query string of a QueryDict without the parameters that advertisers add, or None when none stood."""
    pairs = [(name, value) for name in params for value in params.getlist(name)]
    kept = [pair for pair in pairs if not pair[0].startswith(TRACKING[0]) and pair[0] not in TRACKING[1:]]
    return urlencode(kept) if len(kept) != len(pairs) else None
