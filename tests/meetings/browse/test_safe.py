"""Public views: only reading, on every address that there is; strict about what their address carries."""

import pytest
from django.test import Client
from django.urls import URLPattern, get_resolver

METHODS = ("POST", "PUT", "PATCH", "DELETE", "TRACE", "NONSENSE")


def public_paths(resolver=None, prefix="/"):
    """Return one path for every route outside the desk, with a slug that nothing has."""
    found = []
    for entry in (resolver or get_resolver()).url_patterns:
        route = prefix + str(entry.pattern)
        if isinstance(entry, URLPattern):
            for converter in entry.pattern.converters:
                route = route.replace(f"<slug:{converter}>", "nothing")
            found.append(route)
        elif not route.startswith("/admin/"):
            found += public_paths(entry, route)
    return found


def test_writing_method_is_405_on_every_public_route_without_a_token():
    client = Client(enforce_csrf_checks=True)
    paths = public_paths()
    assert len(paths) > 60 and {"/", "/search/", "/meetings.csv", "/healthz", "/api/v1/pairs/"} <= {*paths}
    answers = {
        (method, path): client.generic(method, path, b"{", content_type="application/json").status_code
        for path in paths
        for method in METHODS
    }
    # The one form that readers send asks for its token.
    forms = {("POST", path) for path in paths if path.startswith("/report/")}
    assert {answers.pop(request) for request in forms} == {403}
    assert {request: status for request, status in answers.items() if status != 405} == {}


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/", "/data/", "/api/docs/", "/countries/azerbaijan/russia/"])
def test_page_refuses_a_parameter_that_it_does_not_know(client, path):
    for query in ("country=russia", "q=x", "page=2", "="):
        response = client.get(f"{path}?{query}")
        name = query.partition("=")[0]
        assert response.status_code == 400, query
        assert f"There is no filter “{name}” on this page." in response.content.decode()
        assert f'href="{path}"' in response.content.decode()


@pytest.mark.django_db
def test_page_drops_tracking_by_a_redirect_and_keeps_what_else_was_asked(client):
    for path in ("/", "/data/", "/api/docs/", "/countries/azerbaijan/russia/", "/meetings/some/"):
        assert client.get(f"{path}?utm_source=x&fbclid=1")["Location"] == path
        assert client.head(f"{path}?gclid=1&x=2")["Location"] == f"{path}?x=2"
