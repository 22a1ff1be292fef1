"""docs/api.md names every address, and its examples are answered as they show."""

import json
import re
from urllib.parse import urlsplit

import pytest
from django.urls import get_resolver

from config.api import LISTINGS
from tests import seed
from tests.docs.guides import blocks, first_names, in_code, section, text_of
from tests.factories import meeting_between

GUIDE = "docs/api.md"
CALL = re.compile(r"\$ curl [^\n]*?(http://127\.0\.0\.1:8000[^\s']*)[^\n]*\n(.*)", re.DOTALL)
KEY = re.compile(r'"(\w+)":')


def patterns(resolver, before=""):
    """Return the addresses of a resolver with <slug> for what stands in a path."""
    found = []
    for entry in resolver.url_patterns:
        route = before + str(entry.pattern)
        found += patterns(entry, route) if hasattr(entry, "url_patterns") else [route]
    return [re.sub(r"<slug:(\w+)>", r"<\1>", route) for route in found]


def keys_of(value):
    """Return every key in a JSON value."""
    if isinstance(value, dict):
        return set(value) | {key for inner in value.values() for key in keys_of(inner)}
    return {key for inner in value for key in keys_of(inner)} if isinstance(value, list) else set()


def calls():
    """Return [(path with query, shown output)] of the examples with curl."""
    found = [CALL.match(block).groups() for block in blocks(GUIDE, "console")]
    return [(urlsplit(address)._replace(scheme="", netloc="").geturl(), shown) for address, shown in found]


def test_every_address_below_api_is_named_and_exists():
    addresses = {f"/{route}" for route in patterns(get_resolver()) if route.startswith("api/")}
    named = {name for name in first_names(text_of(GUIDE)) if name.startswith("/api/")}
    assert named == addresses


def test_columns_that_lists_leave_out_are_named():
    text = section(GUIDE, "Lists")
    for listing in LISTINGS:
        absent = {column.name for column in listing.columns if not column.in_json}
        assert absent <= in_code(text), listing.name


@pytest.mark.django_db
@pytest.mark.parametrize(("address", "shown"), calls(), ids=[address for address, _ in calls()])
def test_examples_with_curl_are_answered_as_shown(client, address, shown):
    seed.load_reference()
    seed.publish_seed()
    response = client.get(address)
    if shown.startswith("ETag"):
        assert re.fullmatch('"[0-9a-f]{32}"', response["ETag"])
    elif response.status_code == 200:
        answer = response.json()
        assert set(KEY.findall(shown)) <= keys_of(answer)
        assert answer.get("count", 1) == 1
    else:
        assert response.json() == json.loads(shown)


@pytest.mark.django_db(transaction=True)
def test_the_walk_along_next_brings_every_row(live_server):
    seed.load_reference()
    seed.publish_seed()
    meeting_between("Azerbaijan", "Armenia", published=True)
    found = {}
    [walk] = blocks(GUIDE, "python")
    example = walk.replace("http://127.0.0.1:8000", live_server.url).replace("page_size=200", "page_size=1")
    exec(compile(example, GUIDE, "exec"), found)
    assert len(found["quotes"]) == 4
    assert {quote["kind"] for quote in found["quotes"]} == {"direct"}
