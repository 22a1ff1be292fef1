"""Answers that are sent again only when they would differ (RFC 9110, conditional requests)."""

import hashlib

from django.utils.cache import get_conditional_response


def unless_known(request, response):
    """Return the response with an ETag over its bytes, or 304 when the reader has those already.

    There is no Last-Modified: when a record is withdrawn the newest date goes back, and a reader that asks by date
    would be told that nothing changed.
    """
    response["ETag"] = f'"{hashlib.sha256(response.content).hexdigest()[:32]}"'
    return get_conditional_response(request, etag=response["ETag"], response=response)
