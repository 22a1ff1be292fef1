"""Answers for requests that must not reach a view, and for a database that is away."""

from urllib.parse import unquote_to_bytes

from django.db import InterfaceError, OperationalError
from django.http import HttpResponse, JsonResponse
from django.template.loader import render_to_string

from config.database import is_away

RETRY_AFTER = 30


def plain_answer(request, status, reason):
    """Return the reason as JSON below /api/, as plain text elsewhere; needs no template, no database."""
    if request.path_info.startswith("/api/"):
        return JsonResponse({"detail": reason}, status=status)
    return HttpResponse(reason + "\n", status=status, content_type="text/plain; charset=utf-8")


def database_away(request):
    """Return the 503 that asks the reader to come back: a page in place of a page, plain text for files."""
    path = request.path_info
    if path.endswith("/") and not path.startswith("/api/"):
        response = HttpResponse(render_to_string("503.html"), status=503)
    else:
        response = plain_answer(
            request, 503, "The database cannot be reached at the moment. Please try again soon."
        )
    response["Retry-After"] = str(RETRY_AFTER)
    response["Cache-Control"] = "no-store"
    return response


def reason_to_refuse(request):
    """Return why the request's text cannot be read as UTF-8 without NUL, or None when it can.

    Django replaces undecodable bytes in silence, and PostgreSQL refuses NUL with an error of its own.
    The bytes of the path are gone by now; config.wsgi looks at those.
    """
    query = unquote_to_bytes(request.META.get("QUERY_STRING", ""))
    try:
        query.decode()
    except UnicodeDecodeError:
        return "The query string is not valid UTF-8."
    texts = {
        "address": [request.path_info],
        "query string": [query.decode()],
        "cookie": request.COOKIES.values(),
    }
    for name, values in texts.items():
        if any("\0" in value for value in values):
            return f"The {name} contains a NUL character."
    return None


def refuse_undecodable(get_response):
    """Middleware: answer 400 to a request whose address, query string or cookies cannot be decoded."""

    def middleware(request):
        reason = reason_to_refuse(request)
        return plain_answer(request, 400, reason) if reason else get_response(request)

    return middleware


class DatabaseAwayMiddleware:
    """Answers 503 with Retry-After when a view finds the database away; other faults stay faults."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        """Pass the request on."""
        return self.get_response(request)

    def process_exception(self, request, exception):
        """Return the 503 for an error of a database that is away, None for any other."""
        if isinstance(exception, OperationalError | InterfaceError) and is_away(exception):
            return database_away(request)
        return None
