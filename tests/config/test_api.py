"""The documentation page of the API: every endpoint, every filter, and examples that work."""

import html
import re

import pytest

from config.api import LISTINGS
from meetings import edits
from meetings.listings import LOGS
from meetings.models import Meeting
from meetings.publication import published
from meetings.tidy import TIDY
from tests.factories import UserFactory
from tests.reading import BY_NAME

pytestmark = pytest.mark.django_db


def test_docs_name_every_endpoint_filter_and_column(client, world):
    context = client.get("/api/docs/").context_data
    assert [endpoint["path"] for endpoint in context["endpoints"]] == [
        f"/api/v1/{one.name}/" for one in (*LISTINGS, *LOGS)
    ]
    for listing, endpoint in zip((*LISTINGS, *LOGS), context["endpoints"], strict=True):
        named = [parameter["name"] for parameter in endpoint["filters"]]
        assert named == [*listing.filterset.base_filters, "sort"]
    assert [file["path"] for file in context["files"]] == [
        f"/{one.name}.csv" for one in (*LISTINGS, *LOGS, *TIDY)
    ]


def test_the_root_leads_to_every_list_and_its_description(client, world):
    addresses = client.get("/api/v1/").json()
    assert list(addresses) == [*(one.name for one in (*LISTINGS, *LOGS)), "schema", "docs"]
    for name, address in addresses.items():
        answer = client.get(address)
        assert answer.status_code == 200 and ("count" in answer.json() if name in BY_NAME else True), name


def test_every_example_works_and_finds_something(client, world):
    corrected = Meeting.objects.filter(published()).first()
    corrected.title = "Corrected"
    with edits.edit(user=UserFactory()):
        corrected.save()
    for endpoint in client.get("/api/docs/").context_data["endpoints"]:
        answer = client.get(endpoint["example"])
        assert answer.status_code == 200 and answer.json()["count"] > 0, endpoint["example"]
        assert "?" in endpoint["example"]
        if endpoint["detail"]:
            assert client.get(endpoint["detail"]).status_code == 200


def test_every_address_on_the_docs_page_answers(client, world):
    text = html.unescape(client.get("/api/docs/").content.decode())
    addresses = {
        address for address in re.findall(r'href="(/[^"#]*)"', text) if not address.startswith("/static/")
    }
    assert len(addresses) > 2 * len(LISTINGS)
    answered = {address: client.get(address).status_code for address in addresses}
    assert {address: status for address, status in answered.items() if status not in (200, 302)} == {}


@pytest.mark.parametrize("path", ["/api/", "/api/v1/nothing/", "/api/v1/meetings/a%20b/", "/api/v2/"])
def test_address_below_api_that_nothing_takes_is_not_found_in_json(client, path):
    response = client.get(path)
    assert response.status_code == 404 and response.json() == {"detail": "Not found."}


def test_address_elsewhere_that_nothing_takes_is_not_found_as_a_page(client):
    response = client.get("/nothing/")
    assert response.status_code == 404 and "text/html" in response["Content-Type"]


def test_docs_of_an_empty_record_give_examples_that_answer(client):
    for endpoint in client.get("/api/docs/").context_data["endpoints"]:
        assert client.get(endpoint["example"]).status_code == 200
