"""The JSON of lists and records: one form, conditional answers, old and withdrawn addresses, no other method."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse

from config.api import LISTINGS
from meetings.workflow import withdraw
from tests.factories import (
    CommitmentFactory,
    OfficialFactory,
    QuoteFactory,
    RedirectFactory,
    agreement_of,
    meeting_between,
)

pytestmark = pytest.mark.django_db
ACCEPTS = ("text/html", "application/xml;q=1", "*/*;q=0", ";;;", "/////", "text/*;q=x", "é", "a" * 5_000, "")


@pytest.fixture
def met():
    """A published meeting with a quote and a commitment that is due by June 2021."""
    meeting = meeting_between("Azerbaijan", "Russia", published=True)
    QuoteFactory(meeting=meeting, slug="said")
    CommitmentFactory(meeting=meeting, slug="promised", due="2021-06")
    return meeting


@pytest.mark.parametrize("accept", ACCEPTS)
def test_json_is_answered_whatever_is_accepted(client, met, accept):
    for path in (
        "/api/v1/meetings/",
        f"/api/v1/meetings/{met.slug}/",
        "/api/v1/meetings/none/",
        "/api/schema/",
    ):
        response = client.get(path, headers={"Accept": accept})
        assert response.status_code in (200, 404) and "json" in response["Content-Type"], path


def test_format_is_a_filter_and_never_the_name_of_a_renderer(client, met):
    assert client.get("/api/v1/meetings/?format=phone").json()["count"] == 0
    assert client.get("/api/v1/meetings/?format=json").status_code == 400


def test_item_of_the_list_has_the_names_of_the_csv_but_those_of_nested_arrays(client, met):
    for listing in LISTINGS:
        names = {column.name for column in listing.columns if column.in_json}
        for item in client.get(f"/api/v1/{listing.name}/").json()["results"]:
            assert item.keys() == names
            assert item["url"].startswith("http://testserver/")


def test_detail_holds_what_the_list_says_of_it(client, met):
    for name in ("meetings", "quotes", "commitments", "countries"):
        for item in client.get(f"/api/v1/{name}/").json()["results"]:
            whole = client.get(f"/api/v1/{name}/{item['slug']}/").json()
            shared = item.keys() & whole.keys()
            assert {"slug", "url", "updated_at"} <= shared
            plain = [name for name in shared if not {type(whole[name]), type(item[name])} & {list, dict}]
            assert {name: whole[name] for name in plain} == {name: item[name] for name in plain}


def test_record_held_already_is_not_sent_again(client, met):
    path = f"/api/v1/meetings/{met.slug}/"
    etag = client.get(path)["ETag"]
    for held in (etag, f"W/{etag}", f'"other", {etag}', "*"):
        response = client.get(path, headers={"If-None-Match": held})
        assert (response.status_code, response.content, response["ETag"]) == (304, b"", etag)
    for held in ('"other"', "", "junk", '"', 'W/"', "é" * 100, etag.strip('"')):
        assert client.get(path, headers={"If-None-Match": held}).status_code == 200


def test_etag_moves_when_the_public_form_does_and_not_otherwise(client, met):
    path = f"/api/v1/meetings/{met.slug}/"
    before = client.get(path)["ETag"]
    agreement_of("Azerbaijan", meeting=met)
    assert client.get(path)["ETag"] == before
    met.title = "Another title"
    met.save()
    assert client.get(path)["ETag"] != before


def test_etag_moves_on_the_day_on_which_a_commitment_becomes_overdue(client, met):
    path = "/api/v1/commitments/promised/"
    with time_machine.travel(date(2021, 6, 30)):
        etag = client.get(path)["ETag"]
    with time_machine.travel(date(2021, 7, 1)):
        response = client.get(path, headers={"If-None-Match": etag})
        assert response.status_code == 200 and response.json()["state"] == "overdue"


def test_head_answers_as_get_without_a_body(client, met):
    for listing in LISTINGS:
        path = reverse(f"api-{listing.name}")
        assert client.head(path).status_code == 200
        assert client.head(path).content == b""
    assert client.head(f"/api/v1/meetings/{met.slug}/")["ETag"]


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND", "nonsense"])
def test_other_method_is_not_allowed(client, met, method):
    for path in ("/api/v1/meetings/", f"/api/v1/meetings/{met.slug}/", "/api/v1/nothing/", "/api/docs/"):
        response = client.generic(method, path, data=b"{", content_type="application/json")
        assert response.status_code == (404 if "nothing" in path else 405), path


def test_options_says_what_may_be_done(client, met):
    response = client.options("/api/v1/meetings/")
    assert response.status_code == 200 and response["Allow"] == "GET, HEAD, OPTIONS"


def test_old_address_leads_on_for_good_and_keeps_the_method(client, met):
    RedirectFactory(kind="meetings", old_slug="old", target_slug=met.slug)
    response = client.get("/api/v1/meetings/old/")
    assert (response.status_code, response["Location"]) == (308, f"/api/v1/meetings/{met.slug}/")


def test_withdrawn_record_and_its_parts_are_gone_without_a_word_of_them(client, met):
    withdraw(met, note="It was about another meeting.")
    RedirectFactory(kind="meetings", old_slug="old", target_slug=met.slug)
    gone = (f"meetings/{met.slug}", "meetings/old", "quotes/said", "commitments/promised")
    for address in gone:
        response = client.get(f"/api/v1/{address}/")
        assert (response.status_code, response.json()) == (410, {"detail": "This record was withdrawn."})


def test_record_that_never_was_public_is_not_found(client):
    draft = meeting_between("Azerbaijan", "Russia")
    QuoteFactory(meeting=draft, slug="unsaid")
    hidden = OfficialFactory(name="Hidden")
    RedirectFactory(kind="officials", old_slug="was-hidden", target_slug=hidden.slug)
    paths = (f"meetings/{draft.slug}", "quotes/unsaid", f"officials/{hidden.slug}", "officials/was-hidden")
    nothing = client.get("/api/v1/meetings/nothing/").content
    for path in paths:
        response = client.get(f"/api/v1/{path}/")
        assert (response.status_code, response.content) == (404, nothing)
