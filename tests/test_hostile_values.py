"""Every filter of every list with values that break ordinary applications, and requests that are hardly any.

tests/test_hostile.py holds the queries that name no filter.
"""

import io
from urllib.parse import unquote_to_bytes

import pytest
from django.urls import reverse

from config.api import LISTINGS
from config.wsgi import application
from meetings.tidy import TIDY

ALL = (*LISTINGS, *TIDY)
FINE = {200, 301, 304, 308, 400, 404, 410}
VALUES = (
    "0", "-1", "10000", "2147483648", "9223372036854775808", "99999999999999999999", "1e400", "NaN", "0x10",
    "%00", "a%00b", "%FF%FE", "%ED%A0%80", "%C0%AF", "%", "%zz", "%u0041", "%F0%9F%98%80", "%E2%80%AE", "%0D%0AX:1",
    "(a%2B)%2B%24", ".*", "%5B", "a%7Bb", "'", "%22", "%22%22%22", "--", "%3B--", "'%20OR%201%3D1", "%25", "_", "*",
    "%3Cscript%3E", "{{7*7}}", "..%2F..%2Fetc", "null", "None", "True", "[]", "{}", "%F0%9D%9F%9A021", "x" * 9_000,
    "word+" * 1_000, "%22a+b", "a%C2%A0b", "%E2%80%8B", "e" + "%CC%81" * 500, "2021-05-20T00:00", "2021-W01", "=", "&",
)  # fmt: skip
HEADERS = (
    {"Authorization": "Basic x"}, {"Authorization": "Bearer"}, {"Authorization": "\xff\xfe"},
    {"Authorization": "Basic " + "A" * 9_000}, {"Accept": "\xff"}, {"Accept-Language": "xx;q=a,,,"},
    {"Accept-Encoding": ";;;"}, {"If-None-Match": '"' * 99}, {"If-Modified-Since": "yesterday"},
    {"If-Match": '"x"'}, {"If-Unmodified-Since": "x"}, {"Range": "bytes=9-1"}, {"Cookie": "sessionid=%00;;=;a"},
    {"Cookie": "sessionid=" + "x" * 9_000}, {"Content-Type": "application/json; charset=nothing"},
    {"Content-Type": "multipart/form-data"}, {"X-Forwarded-Host": "evil.example"}, {"X-HTTP-Method-Override": "DELETE"},
    {"HX-Request": "true"}, {"Referer": "\xff"}, {"User-Agent": ""},
)  # fmt: skip
PATHS = (
    "/meetings/%FF/", "/meetings/%00/", "/%C0%AF/", "/meetings/%", "/countries/%FF/russia/", "/api/v1/%FF/",
    "/api/v1/meetings/%00/", "/meetings.csv%00", "//meetings/", "/meetings//", "/meetings/../admin/", "/./", "/%2e%2e/",
    "/meetings/" + "a" * 9_000 + "/", "/" + "a/" * 2_000, "/meetings;x=1/", "/meetings.csv/", "/meetings.atom.csv",
)  # fmt: skip

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("world")]


def formats(listing):
    """Return the addresses of a list in all its formats."""
    found = [f"/{listing.name}.csv"]
    found += [f"/{listing.name}/"] if listing.expand is None else []
    return found + ([f"/api/v1/{listing.name}/"] if listing.in_api else [])


def status(client, address, **headers):
    """Return the status of an address, its body read to the end."""
    client.raise_request_exception = False
    response = client.get(address, headers=headers)
    b"".join(response)
    return response.status_code


def bad(client, addresses):
    """Return {address: status} of those that answer otherwise than they may."""
    found = {address: status(client, address) for address in addresses}
    return {address[:120]: answer for address, answer in found.items() if answer not in FINE}


def shares(names, values):
    """Deal the values out to some filters in turn, so that each value meets most kinds of filter on some list."""
    return [(name, value) for at, name in enumerate(names) for value in values[at % 6 :: 6]]


@pytest.mark.parametrize("listing", ALL, ids=lambda listing: listing.name)
def test_filter_takes_hostile_values_in_every_format(client, listing):
    needs = listing.filterset.needs
    names = [*listing.filterset.base_filters, "sort", "page", "cursor", "page_size"]
    for address in formats(listing):
        pairs = shares(names, VALUES if address.endswith(".csv") else VALUES[::4])
        asked = [
            f"{address}?{name}={value}" + (f"&{needs[name]}={value}" if name in needs else "")
            for name, value in pairs
        ]
        assert bad(client, asked) == {}


@pytest.mark.parametrize("listing", LISTINGS, ids=lambda listing: listing.name)
def test_filter_repeated_a_thousand_times_is_refused(client, listing):
    for address in formats(listing):
        for name in list(listing.filterset.base_filters)[:4]:
            assert status(client, f"{address}?{'&'.join([f'{name}=a'] * 1_001)}") == 400


@pytest.mark.parametrize("listing", LISTINGS, ids=lambda listing: listing.name)
def test_record_takes_hostile_addresses_and_queries(client, listing):
    entry = listing.editions().first()
    own = reverse(listing.noun, args=entry.slug.split("/") if listing.name == "pairs" else [entry.slug])
    asked = [f"{own}?{query}" for query in ("%00", "a=%FF", "=", "&&", "format=xml", "x=" + "y" * 9_000)]
    asked += [f"/{listing.name}/{value}/" for value in VALUES] + [
        f"/api/v1/{listing.name}/{value}/" for value in VALUES
    ]
    assert bad(client, asked) == {}


@pytest.mark.parametrize(
    "path", ["/", "/search/", "/data/", "/api/docs/", "/api/schema/", "/countries/russia/turkey/"]
)
def test_page_above_the_lists_takes_hostile_queries(client, path):
    asked = [f"{path}?{name}={value}" for value in VALUES[::3] for name in ("q", "version")]
    asked += [f"{path}?{name}=%0D%0AX:1" for name in ("lang", "version", "format")]
    assert bad(client, asked) == {}


@pytest.mark.parametrize("headers", HEADERS, ids=lambda headers: next(iter(headers)))
def test_malformed_header_changes_no_answer(client, headers):
    for path in (
        "/",
        "/meetings/",
        "/meetings.csv",
        "/api/v1/meetings/",
        "/api/v1/countries/russia/",
        "/search/?q=talks",
    ):
        # 412 is what RFC 9110 asks for where an If-Match names another version.
        expected = {200, 400, 412} if "If-Match" in headers else {200, 400}
        assert status(client, path, **headers) in expected, path
    if not headers.keys() & {"Cookie", "Content-Type", "If-Match"}:
        assert status(client, "/api/v1/meetings/", **headers) == 200


@pytest.mark.usefixtures("open_connection")
@pytest.mark.parametrize("path", PATHS, ids=lambda path: path[:20])
def test_path_of_any_bytes_gets_a_plain_answer(path):
    """As the server hands it over: percent-decoded bytes as latin-1."""
    answered = []
    environ = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": unquote_to_bytes(path).decode("latin-1"),
        "QUERY_STRING": "",
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "80",
        "HTTP_HOST": "localhost",
        "wsgi.input": io.BytesIO(),
        "wsgi.errors": io.StringIO(),
        "wsgi.url_scheme": "http",
    }
    body = application(environ, lambda status, headers, *_: answered.append(int(status.split()[0])))
    b"".join(body)
    assert answered[0] in FINE


def test_search_of_a_thousand_words_or_of_signs_alone_is_refused_everywhere(client):
    for listing in ALL:
        for address in formats(listing):
            for words in ("word+" * 1_000, "---", "%E2%80%A6", "%00"):
                assert status(client, f"{address}?q={words}") == 400, address
