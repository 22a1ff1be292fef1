"""The OpenAPI description: valid, complete, and true of what the API answers to generated requests.

COMMUNIQUE_API_CASES sets how many requests are generated in all (CONTRIBUTING.md).
"""

import os

import pytest
import schemathesis
from django.core.management import call_command
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_schema_conformance,
    status_code_conformance,
)

from config.api import LISTINGS
from config.wsgi import application
from meetings.browse.fields import LookedUpField, ValuesField
from meetings.browse.schema import described, fixed_values, parameters_of
from meetings.listings import COMMITMENTS, MEETINGS

WAYS = 4 * len(LISTINGS)  # lists and records, asked as described and otherwise
CASES = max(1, int(os.environ.get("COMMUNIQUE_API_CASES", "330")) // WAYS)


def refuses_what_is_not_described(context, response, case):
    """Check that a request beside the description is refused; an empty value counts as absent, so it proves nothing."""
    given_values = [
        values if isinstance(values, list) else [values] for values in (case.query or {}).values()
    ]
    if not any("" in values for values in given_values):
        negative_data_rejection(context, response, case)


CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
    refuses_what_is_not_described,
]

pytestmark = pytest.mark.django_db


ADDRESSES = [f"/api/v1/{listing.name}/" for listing in LISTINGS]
ADDRESSES += [f"/api/v1/{listing.name}/{{slug}}/" for listing in LISTINGS if listing.name != "pairs"]
# The client that asks without a server does not undo compression.
PLAIN = {"Accept-Encoding": "identity"}
AT_EASE = settings(
    max_examples=CASES,
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


@pytest.mark.usefixtures("world", "open_connection")
@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE], ids=["described", "not"])
@pytest.mark.parametrize("address", ADDRESSES)
def test_generated_request_is_answered_as_described(address, mode):
    operation = schemathesis.openapi.from_wsgi("/api/schema/", application)[address]["GET"]

    @AT_EASE
    @given(case=operation.as_strategy(generation_mode=mode))
    def ask(case):
        case.call_and_validate(checks=CHECKS, headers=PLAIN)

    ask()


@pytest.mark.usefixtures("world", "open_connection")
@pytest.mark.parametrize(
    "listing", [one for one in LISTINGS if one.name != "pairs"], ids=lambda one: one.name
)
def test_every_record_is_answered_as_described(listing):
    operation = schemathesis.openapi.from_wsgi("/api/schema/", application)[
        f"/api/v1/{listing.name}/{{slug}}/"
    ]
    for slug in listing.editions().values_list("slug", flat=True):
        operation["GET"].Case(path_parameters={"slug": slug}).call_and_validate(checks=CHECKS, headers=PLAIN)


def test_description_is_valid(tmp_path):
    call_command("spectacular", "--validate", "--fail-on-warn", "--file", str(tmp_path / "openapi.yaml"))


def test_every_endpoint_and_every_filter_is_described(client):
    paths = client.get("/api/schema/").json()["paths"]
    for listing in LISTINGS:
        stated = {
            entry["name"]: entry for entry in paths[reverse(f"api-{listing.name}")]["get"]["parameters"]
        }
        assert stated.keys() == {*listing.filterset.base_filters, "sort", "cursor", "page_size"}
        for name, entry in listing.filterset.base_filters.items():
            assert stated[name]["description"]
            assert (stated[name]["schema"]["type"] == "array") == entry.many
    details = [path for path in paths if path.endswith("{slug}/")]
    assert len(details) == len(LISTINGS) - 1


def test_item_in_the_description_has_the_columns_of_the_list(client):
    paths = client.get("/api/schema/").json()["paths"]
    for listing in LISTINGS:
        answer = paths[reverse(f"api-{listing.name}")]["get"]["responses"]["200"]
        whole = answer["content"]["application/json"]["schema"]
        item = whole["properties"]["results"]["items"]["properties"]
        assert list(item) == [column.name for column in listing.columns if column.in_json]


def test_parameter_says_what_it_takes_and_what_it_needs():
    parameters = {parameter["name"]: parameter for parameter in parameters_of(MEETINGS)}
    assert parameters["counterpart"]["needs"] == "country"
    assert parameters["laterality"]["values"] == ["bilateral", "trilateral", "multilateral"]
    assert parameters["country"]["values"] == [] and parameters["country"]["many"]
    assert "2021-05-20" in parameters["after"]["description"]
    assert "At most 8" in parameters["q"]["description"]
    assert parameters["sort"]["values"] == list(MEETINGS.sorts)


def test_fixed_values_are_those_that_do_not_come_from_the_database():
    for parameter, entry in COMMITMENTS.filterset.base_filters.items():
        field = entry.field
        is_fixed = isinstance(field, ValuesField) and not isinstance(field, LookedUpField)
        assert bool(fixed_values(field)) == is_fixed, parameter
        assert described(field).endswith(".")


def test_schema_answers_whatever_language_or_form_is_asked(client):
    for query in ("lang=xx", "lang=../../etc", "lang=", "format=yaml", "version=2", "q=" + "x" * 5_000):
        response = client.get(f"/api/schema/?{query}")
        assert response.status_code == 200 and response.json()["openapi"].startswith("3.")
