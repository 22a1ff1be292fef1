"""The application that a WSGI server such as gunicorn loads."""

import codecs
import os

from django.core.wsgi import get_wsgi_application
from django.utils.http import parse_header_parameters

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

django_application = get_wsgi_application()


def application(environ, start_response):
    """Answer a request, refusing with 400 what Django would misread before any middleware runs."""
    reason = reason_to_refuse(environ)
    if reason is None:
        return django_application(environ, start_response)
    start_response("400 Bad Request", [("Content-Type", "text/plain; charset=utf-8")])
    return [f"{reason}\n".encode()]


def reason_to_refuse(environ):
    """Return why the bytes of the request cannot be taken for UTF-8, or None when they can.

    Django escapes undecodable bytes of the path as if they had been written so. It decodes the query string
    with a charset that the request names, and fails when that is none of text, such as "hex".
    """
    try:
        environ.get("PATH_INFO", "").encode("latin-1").decode()
    except UnicodeDecodeError:
        return "The address is not valid UTF-8."
    return None if charset_is_utf8(environ.get("CONTENT_TYPE", "")) else "Only UTF-8 is understood here."


def charset_is_utf8(content_type):
    """Tell whether a Content-Type names UTF-8, a part of it, or no charset at all."""
    try:
        _, parameters = parse_header_parameters(content_type)  # Django's own reading of the header
        return codecs.lookup(parameters.get("charset", "utf-8")).name in {"utf-8", "ascii"}
    except (LookupError, ValueError):
        return False
