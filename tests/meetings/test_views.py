"""The pages of records: the lists that lead on from them, and the page of a pair."""

import pytest

from tests.factories import (
    CommitmentFactory,
    CountryFactory,
    EventFactory,
    FigureFactory,
    QuoteFactory,
    RedirectFactory,
    SourceFactory,
    agreement_of,
    country,
    meeting_between,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def met():
    """Azerbaijan and Russia met at an event; Azerbaijan and Turkey elsewhere."""
    event = EventFactory(name="Summit", host_country=country("Russia"))
    meeting = meeting_between("Azerbaijan", "Russia", published=True, event=event, sources=[SourceFactory()])
    speaker = meeting.participations.first().official
    QuoteFactory(meeting=meeting, speakers=[speaker])
    FigureFactory(meeting=meeting, claimed_by=[speaker])
    CommitmentFactory(meeting=meeting, by_countries=[country("Azerbaijan")])
    meeting_between("Azerbaijan", "Turkey", published=True)
    return meeting


def related(client, path):
    """Return {title: count} of the lists on a page, after following each to the whole of it."""
    blocks = client.get(path).context_data["related"]
    for block in blocks:
        assert client.get(block["url"]).context_data["count"] == block["count"] >= len(block["rows"])
    return {block["title"]: block["count"] for block in blocks}


def test_country_leads_to_its_meetings_pairs_people_and_promises(client, met):
    found = related(client, "/countries/azerbaijan/")
    assert found == {"Meetings": 2, "Met most": 2, "Officials": 2, "Events hosted": 0, "Promised by it": 1}
    assert related(client, "/countries/russia/")["Events hosted"] == 1


def test_official_leads_to_meetings_and_words(client, met):
    slug = met.participations.first().official.edition.slug
    assert related(client, f"/officials/{slug}/") == {"Meetings": 1, "Quotes": 1, "Figures claimed": 1}


def test_event_leads_to_its_meetings_and_source_to_its_publisher(client, met):
    assert set(related(client, f"/events/{met.event.edition.slug}/").values()) == {1}
    assert set(related(client, f"/sources/{met.sources.get().edition.slug}/").values()) == {1}


def test_package_leads_to_its_documents_and_sphere_to_its_agreements(client):
    package = agreement_of("Azerbaijan", published=True, type="package", title="A package")
    agreement_of("Azerbaijan", published=True, package=package, title="A part")
    agreement_of("Azerbaijan", package=package, title="A draft")
    assert set(related(client, f"/agreements/{package.slug}/").values()) == {1}


def test_meeting_offers_the_files_of_its_parts(client, met):
    exports = client.get(f"/meetings/{met.slug}/").context_data["exports"]
    urls = [export["url"] for export in exports]
    assert urls[0] == f"/api/v1/meetings/{met.slug}/"
    assert f"/participations.csv?meeting={met.slug}" in urls
    assert [client.get(url).status_code for url in urls] == [200] * len(urls)


def test_pair_shows_what_is_between_the_two(client, met):
    meeting_between(published=True, occurrence="planned")
    response = client.get("/countries/azerbaijan/russia/")
    found = related(client, "/countries/azerbaijan/russia/")
    assert response.context_data["entry"].meetings == found["Meetings held"] == 1
    assert found["Planned, postponed or cancelled"] == found["Promised"] == 1
    for export in response.context_data["exports"]:
        assert client.get(export["url"]).status_code == 200


def test_pair_in_the_other_order_redirects(client, met):
    response = client.get("/countries/russia/azerbaijan/")
    assert (response.status_code, response["Location"]) == (301, "/countries/azerbaijan/russia/")


def test_pair_by_an_old_address_redirects_to_that_of_today(client, met):
    RedirectFactory(kind="countries", old_slug="aserbaidschan", target_slug="azerbaijan")
    for path in ("/countries/aserbaidschan/russia/", "/countries/russia/aserbaidschan/"):
        assert client.get(path)["Location"] == "/countries/azerbaijan/russia/"
    assert client.get("/countries/aserbaidschan/azerbaijan/").status_code == 404


def test_pair_of_one_country_or_of_an_unknown_one_is_not_found(client, met):
    for path in ("azerbaijan/azerbaijan", "azerbaijan/nowhere", "nowhere/nothing"):
        assert client.get(f"/countries/{path}/").status_code == 404


def test_pair_counts_what_was_held_wherever_its_number_stands(client, met):
    cancelled = meeting_between(published=True, occurrence="cancelled")
    meeting_between("Russia", "Iceland", published=True, occurrence="planned")
    query = "country=azerbaijan&counterpart=russia&occurrence=held"
    counts = {row["title"]: row["meetings"] for row in client.get("/api/v1/pairs/").json()["results"]}
    assert counts == {"Azerbaijan and Russia": 1, "Azerbaijan and Turkey": 1}
    assert client.get(f"/api/v1/meetings/?{query}").json()["count"] == 1
    cancelled.occurrence = "held"
    cancelled.save()
    assert client.get(f"/api/v1/meetings/?{query}").json()["count"] == 2
    page = client.get("/countries/azerbaijan/russia/").context_data
    assert (page["entry"].row["meetings"], page["related"][0]["count"]) == (2, 2)
    assert client.get("/countries/iceland/russia/").context_data["entry"] is None


def test_pair_that_never_met_has_a_page_that_says_so(client, met):
    CountryFactory(name="Iceland")
    response = client.get("/countries/azerbaijan/iceland/")
    assert response.status_code == 200 and response.context_data["entry"] is None
