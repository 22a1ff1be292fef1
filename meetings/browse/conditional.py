"""Answers that are sent again only when they would differ (RFC 9110, section 13).

There is no Last-Modified: when a record is withdrawn the newest date goes back, and a reader that asks by date would be
told that nothing changed. So If-Modified-Since and If-Unmodified-Since are ignored, as 13.1.3 and 13.1.4 have it for
what has no such date (Django's own helper answers 412 to the second).
"""

import hashlib

from django.http import HttpResponse, HttpResponseNotModified
from django.utils.http import parse_etags


def etag_over(data):
    """Return the strong ETag of some bytes."""
    return f'"{hashlib.sha256(data).hexdigest()[:32]}"'


def unless_known(request, response, etag=None):
    """Return the response with its ETag (by default over its bytes), or what the request's conditions ask for.

    That is 304 when the reader holds this answer already, compared weakly, since compression on the way weakens tags;
    and 412 when the reader wants only one that it named (If-Match, compared strongly) and this is another.
    """
    etag = response["ETag"] = etag or etag_over(response.content)
    wanted = parse_etags(request.headers.get("If-Match", ""))
    if wanted and wanted != ["*"] and etag not in wanted:
        return HttpResponse(status=412)
    held = parse_etags(request.headers.get("If-None-Match", ""))
    if held == ["*"] or etag in {one.removeprefix("W/") for one in held}:
        return HttpResponseNotModified(headers={"ETag": etag})
    return response
