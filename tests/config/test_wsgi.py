"""What is refused before Django reads a request: undecodable paths and foreign charsets."""

import pytest
from django.test import RequestFactory

from config import wsgi


@pytest.fixture(autouse=True)
def reached(monkeypatch):
    """Put an answer of its own where Django would give one: what it is given is tested elsewhere."""

    def answer(environ, start_response):
        start_response("299 Reached", [])
        return [b"reached"]

    monkeypatch.setattr(wsgi, "django_application", answer)


def answer(path="/healthz", content_type=""):
    """Return the status and body of the application's answer to a GET."""
    environ = {**RequestFactory().get("/").environ, "PATH_INFO": path, "CONTENT_TYPE": content_type}
    statuses = []
    body = b"".join(wsgi.application(environ, lambda status, headers: statuses.append(status)))
    return statuses[0], body


@pytest.mark.parametrize("path", ["/\xff/", "/meetings/\xc9", "/\xed\xa0\x80"])
def test_application_undecodable_path_answers_400(path):
    assert answer(path) == ("400 Bad Request", b"The address is not valid UTF-8.\n")


@pytest.mark.parametrize("charset", ["utf-7", "utf-16", "hex", "latin-1", "no-such", "utf-8\0", "''x'"])
def test_application_foreign_charset_answers_400(charset):
    assert answer(content_type=f"text/plain; charset={charset}")[0] == "400 Bad Request"


@pytest.mark.parametrize(
    "content_type", ["", "text/plain", "text/plain; charset=UTF-8", "x", "a/b; charset=ascii"]
)
def test_application_readable_request_is_answered(content_type):
    assert answer(content_type=content_type) == ("299 Reached", b"reached")


def test_application_other_letters_in_the_path_pass():
    assert answer("/həllo".encode().decode("latin-1"))[0] == "299 Reached"
