"""The addresses of a list: page, file, record, JSON; each named once."""

import pytest
from django.urls import resolve, reverse

from config.api import LISTINGS
from meetings.tidy import TIDY


@pytest.mark.parametrize("listing", LISTINGS, ids=lambda listing: listing.name)
def test_list_has_its_page_its_file_and_its_json(listing):
    assert reverse(listing.name) == f"/{listing.name}/"
    assert reverse(f"{listing.name}-csv") == f"/{listing.name}.csv"
    assert reverse(f"api-{listing.name}") == f"/api/v1/{listing.name}/"


@pytest.mark.parametrize(
    "listing", [one for one in LISTINGS if one.name != "pairs"], ids=lambda listing: listing.name
)
def test_record_has_its_page_and_its_json(listing):
    assert reverse(listing.noun, args=["a-b"]) == f"/{listing.name}/a-b/"
    assert reverse(f"api-{listing.noun}", args=["a-b"]) == f"/api/v1/{listing.name}/a-b/"


def test_pair_has_two_countries_for_an_address():
    assert reverse("pair", args=["armenia", "russia"]) == "/countries/armenia/russia/"


@pytest.mark.parametrize("listing", TIDY, ids=lambda listing: listing.name)
def test_tidy_file_has_its_address(listing):
    assert reverse(f"{listing.name}-csv") == f"/{listing.name}.csv"


def test_every_view_answers_for_its_own_list():
    for listing in LISTINGS:
        for path in (f"/{listing.name}/", f"/{listing.name}.csv", f"/api/v1/{listing.name}/"):
            assert resolve(path).func.view_initkwargs["listing"] is listing
