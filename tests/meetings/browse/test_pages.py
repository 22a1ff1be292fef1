"""List pages and record pages: form, chips, headings, what an empty list offers; old, withdrawn and absent records."""

import html

import pytest
from django.urls import reverse

from config.api import LISTINGS
from meetings.workflow import withdraw
from tests.factories import (
    CommitmentFactory,
    EventFactory,
    FigureFactory,
    OfficialFactory,
    QuoteFactory,
    RedirectFactory,
    SourceFactory,
    SphereFactory,
    agreement_of,
    meeting_between,
)
from tests.values import values_of, with_needs

pytestmark = pytest.mark.django_db
WITH_RECORDS = [listing for listing in LISTINGS if listing.name != "pairs"]


@pytest.fixture
def met():
    """A published meeting with one of everything."""
    meeting = meeting_between(
        "Azerbaijan", "Russia", published=True, event=EventFactory(), sources=[SourceFactory()], title="Talks"
    )
    for factory in (QuoteFactory, FigureFactory, CommitmentFactory):
        factory(meeting=meeting)
    agreement_of("Azerbaijan", "Russia", published=True, meeting=meeting, title="A treaty")
    return meeting


def of_each(met):
    """Return (listing, entry) of one public record of each kind."""
    found = [(listing, listing.editions().order_by("-first_public_at").first()) for listing in WITH_RECORDS]
    return [(listing, entry) for listing, entry in found if entry]


@pytest.mark.parametrize("listing", LISTINGS, ids=lambda listing: listing.name)
def test_every_filter_in_use_has_a_chip_that_takes_it_away(client, world, listing):
    for parameter in listing.filterset.base_filters:
        query = with_needs(listing, {parameter: list(values_of(listing, parameter)[:1])}, values=1)
        response = client.get(f"/{listing.name}/", {name: values[0] for name, values in query.items()})
        chips = response.context_data["chips"]
        assert len(chips) == len(query), parameter
        label = str(listing.filterset.base_filters[parameter].field.label)
        (chip,) = [chip for chip in chips if chip["label"] == label]
        assert chip["value"]
        after = client.get(chip["url"])
        assert after.status_code == 200 and f"{parameter}=" not in chip["url"]
        text = html.unescape(response.content.decode())
        assert chip["url"] in text


def test_refused_list_shows_the_reason_in_the_form_and_keeps_what_was_typed(client):
    response = client.get("/meetings/?after=yesterday&format=telepathy&q=talks")
    text = html.unescape(response.content.decode())
    assert response.status_code == 400 and response.context_data["rows"] == []
    assert text.count("'yesterday' is not a date.") >= 2
    assert 'value="yesterday"' in text and 'value="talks"' in text
    assert "<b>On or after</b> (<code>after</code>): 'yesterday' is not a date." in text
    assert "<b>Format</b> (<code>format</code>): “telepathy”" in text
    assert "<b>Page</b> (<code>page</code>):" in client.get("/meetings/?page=x").content.decode()
    assert "<b>Order</b> (<code>sort</code>):" in client.get("/meetings/?sort=x").content.decode()
    assert "<b>nonsense:</b> There is no filter" in client.get("/meetings/?nonsense=1").content.decode()


def test_tree_of_spheres_stands_whole_on_one_page_and_other_lists_do_not(client):
    for number in range(60):
        SphereFactory(code=f"X{number}")
        OfficialFactory(name=f"Person {number}", reference=True)
    spheres, officials = (client.get(f"/{name}/").context_data for name in ("spheres", "officials"))
    assert len(spheres["rows"]) == spheres["count"] >= 60 and spheres["page"]["pages"] == 1
    assert (len(officials["rows"]), officials["page"]["pages"]) == (50, 2)


def test_empty_list_names_the_filters_to_drop_and_what_each_would_bring(client, met):
    response = client.get("/meetings/?country=russia&city=nowhere&after=2021")
    drops = response.context_data["drops"]
    count = client.get("/meetings/?country=russia&after=2021").context_data["count"]
    assert [(drop["label"], drop["count"]) for drop in drops] == [("City", count)]
    assert client.get(drops[0]["url"]).context_data["count"] == count > 0


def test_heading_sorts_and_turns_round(client, met):
    def heading(query):
        (found,) = [
            h for h in client.get(f"/meetings/{query}").context_data["headings"] if h["name"] == "date"
        ]
        return found["sort"], found["url"]

    assert heading("") == ("descending", "/meetings/?sort=date")
    assert heading("?sort=date") == ("ascending", "/meetings/")
    assert heading("?sort=title&country=russia") == ("", "/meetings/?country=russia")


def test_exports_lead_to_the_same_list(client, met):
    response = client.get("/meetings/?country=russia&sort=title&page=1")
    urls = [export["url"] for export in response.context_data["exports"]]
    assert urls == [
        "/meetings.csv?country=russia&sort=title",
        "/api/v1/meetings/?country=russia&sort=title",
        "/meetings.atom?country=russia&sort=title",
        "/meetings.ics?country=russia&sort=title",
    ]
    assert {client.get(url).status_code for url in urls} == {200}


def test_record_has_a_page_and_head_is_answered_alike(client, met):
    for listing, entry in of_each(met):
        path = reverse(listing.noun, args=[entry.slug])
        response = client.get(path)
        text = html.unescape(response.content.decode()).casefold()
        assert response.status_code == 200 and entry.title.casefold() in text, path
        assert client.head(path).status_code == 200


@pytest.mark.parametrize("listing", WITH_RECORDS, ids=lambda listing: listing.name)
def test_old_address_redirects_for_good(client, met, listing):
    SphereFactory()
    target = listing.editions().first()
    RedirectFactory(kind=listing.name, old_slug="old-address", target_slug=target.slug)
    response = client.get(f"/{listing.name}/old-address/?ignored=1")
    assert (response.status_code, response["Location"]) == (301, f"/{listing.name}/{target.slug}/")


@pytest.mark.parametrize("listing", WITH_RECORDS, ids=lambda listing: listing.name)
def test_record_that_never_was_is_not_found(client, listing):
    assert client.get(f"/{listing.name}/nothing/").status_code == 404
    RedirectFactory(kind=listing.name, old_slug="old-address", target_slug="never-was")
    assert client.get(f"/{listing.name}/old-address/").status_code == 404


def test_withdrawn_record_and_its_parts_are_gone_without_a_title(client, met):
    parts = [met.quotes.first().slug, met.figures.first().slug, met.commitments.first().slug]
    paths = [
        f"/{name}/{slug}/" for name, slug in zip(("quotes", "figures", "commitments"), parts, strict=True)
    ]
    withdraw(met, note="It was about another meeting.")
    RedirectFactory(kind="meetings", old_slug="old", target_slug=met.slug)
    for path in [f"/meetings/{met.slug}/", "/meetings/old/", *paths]:
        response = client.get(path)
        assert response.status_code == 410 and "Talks" not in response.content.decode()


def test_draft_is_not_found_by_its_own_address(client):
    draft = meeting_between("Azerbaijan", "Russia")
    assert client.get(f"/meetings/{draft.slug}/").status_code == 404
    hidden = OfficialFactory(name="Hidden")
    assert client.get(f"/officials/{hidden.slug}/").status_code == 404


def test_list_without_its_slash_leads_to_the_list_with_its_filter(client):
    response = client.get("/meetings?country=russia")
    assert (response.status_code, response["Location"]) == (301, "/meetings/?country=russia")
