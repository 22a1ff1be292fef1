"""Requests that break ordinary applications get a plain answer here: 400, 404 or an empty match, never a 500."""

import pytest

from config.api import LISTINGS
from meetings.listings import LOGS
from meetings.tidy import TIDY
from tests import seed

pytestmark = pytest.mark.django_db(transaction=True)

HUGE = ("2147483648", "9223372036854775808", "-1", "0", "10000", "99999999999999999999")
WORDS = " ".join(f"word{number}" for number in range(1000))
QUERIES = (
    *(
        f"{name}={value}"
        for name in ("page", "page_size", "cursor", "limit", "after", "before")
        for value in HUGE
    ),
    "q=%00",
    "country=%00",
    "country=%FF%FE",
    "q=" + WORDS.replace(" ", "+"),
    "q=(a%2B)%2B%24",
    "q=" + "a" * 20_000,
    "q=---",
    "country=1&country=2",
    "sort=-date&sort=date",
    "sort=__class__",
    "country__in=1",
    "id=1",
    "cursor=eyJ4IjoxfQ",
    "cursor=W10",
    "cursor=WyItZGF0ZSIsMCwiMjAyMS0wMi0zMCIsIngiXQ",
    "cursor=%00",
    "page=1.5",
    "page=%D9%A1",
    "page_size=100000000",
    "after=2021-13",
    "after=0000",
    "meeting=" + "x" * 5_000,
    "=",
    "&&&",
    "format=xml",
)
SLUGS = ("nothing", "draft-0", "-", "x" * 500, "1", "..", "%00", "a%2Fb", "'", "%F0%9F%98%80")
FINE = {200, 301, 304, 308, 400, 404, 410}


@pytest.fixture(autouse=True)
def published():
    """Publish the seed, so that there is something to get wrong."""
    seed.load_reference()
    seed.publish_seed()


def status(client, address, **headers):
    """Return the status of an address, its body read to the end."""
    response = client.get(address, headers=headers)
    b"".join(response.streaming_content) if response.streaming else response.content
    return response.status_code


@pytest.mark.parametrize("listing", [*LISTINGS, *LOGS, *TIDY], ids=lambda listing: listing.name)
def test_hostile_queries_get_a_plain_answer_in_every_format(client, listing):
    client.raise_request_exception = False
    formats = [f"/{listing.name}.csv"]
    formats += [f"/{listing.name}/"] if listing not in TIDY else []
    formats += [f"/api/v1/{listing.name}/"] if listing.in_api else []
    formats += [f"/{listing.name}.atom"] if listing.has_feed else []
    formats += [f"/{listing.name}.ics"] if listing.has_calendar else []
    bad = {}
    for address in formats:
        for query in QUERIES:
            answer = status(client, f"{address}?{query}")
            if answer not in FINE:
                bad[f"{address}?{query[:60]}"] = answer
    assert bad == {}


@pytest.mark.parametrize("listing", LISTINGS, ids=lambda listing: listing.name)
def test_hostile_slugs_get_a_plain_answer(client, listing):
    client.raise_request_exception = False
    for prefix in ("", "/api/v1"):
        for slug in SLUGS:
            assert status(client, f"{prefix}/{listing.name}/{slug}/") in FINE, slug


def test_an_unknown_parameter_never_brings_the_whole_list(client):
    for listing in (*LISTINGS, *LOGS):
        for address in (f"/{listing.name}/", f"/{listing.name}.csv", f"/api/v1/{listing.name}/"):
            assert status(client, f"{address}?nonsense=1") == 400, address


@pytest.mark.parametrize("header", ["Basic x", "Bearer \xff", "Token", "Digest =,=", ""])
def test_a_malformed_authorization_header_changes_nothing(client, header):
    assert status(client, "/api/v1/meetings/", Authorization=header) == 200
