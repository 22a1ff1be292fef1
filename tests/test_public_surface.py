"""The canary crawl: nothing of what is not published can be seen, counted or guessed at any public address.

Drafts with a canary word in every text, many tied to published records, lie beside the published seed; every public
address in every format is fetched and searched for the word. What is withdrawn is among them.
"""

import re
from html import unescape

import pytest
from django.db import transaction
from django.http import QueryDict
from django.urls import reverse

from config.api import LISTINGS
from meetings.listings import LOGS
from meetings.models import MeetingEdition
from meetings.tidy import TIDY
from tests.canaries import CANARY, WORD, plant, text_fields
from tests.factories import RedirectFactory, record_models

pytestmark = pytest.mark.django_db

LINK = re.compile(r'href="(/[^"]*)"')
ALWAYS_PUBLIC = {"Country", "CountryAlias", "Publisher", "Sphere", "Redirect"}
NOTHING = "draft-0000000000000000"


@pytest.fixture(scope="module")
def planted(django_db_setup, django_db_blocker):
    """Publish the seed and plant what must not be seen, once for all tests; each undoes what it does itself."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield plant()
        transaction.set_rollback(True)


def bodies(client, address):
    """Return (status, text) of an address."""
    response = client.get(address)
    body = b"".join(response.streaming_content) if response.streaming else response.content
    return response.status_code, unescape(body.decode("utf-8", "replace"))


def starts():
    """Return every public address that is not reached by a link: all formats of all lists, schema, health."""
    found = ["/", "/data/", "/search/?q=asadov", "/api/docs/", "/api/schema/", "/healthz", "/readyz"]
    for listing in LISTINGS:
        found += [f"/{listing.name}/", f"/{listing.name}.csv", f"/api/v1/{listing.name}/"]
        found += [f"/{listing.name}.atom"] if listing.has_feed else []
        found += [f"/{listing.name}.ics"] if listing.has_calendar else []
        found += [f"/{listing.name}/?sort={sort}" for sort in listing.sorts]
        found += [f"/{listing.name}/?view={lens.name}" for lens in listing.lenses]
        found += [reverse(f"api-{listing.noun}", args=[slug]) for slug in slugs_of(listing)]
        found += [reverse(listing.noun, args=[slug]) for slug in slugs_of(listing)]
    for listing in LOGS:
        found += [
            f"/{listing.name}/",
            f"/{listing.name}.csv",
            f"/api/v1/{listing.name}/",
            f"/{listing.name}.atom",
        ]
    return found + [f"/{listing.name}.csv" for listing in TIDY]


def slugs_of(listing):
    return [slug for slug in listing.editions().values_list("slug", flat=True) if "/" not in slug]


def crawl(client):
    """Fetch every start and whatever links lead to; return {address: (status, text)}.

    Of links that ask the same in another order, of filters or of rows, the first is followed; every order is a start.
    Lists lead to lists by one more filter without end, so a page is fetched with no more than two, a file with one.
    """
    waiting, seen, asked = starts(), {}, set()
    while waiting:
        address = waiting.pop()
        if address in seen or address.startswith(("/admin/", "/static/")) or "#" in address:
            continue
        seen[address] = status, text = bodies(client, address)
        if status == 200 and "<html" in text[:200]:
            for link in LINK.findall(text):
                if not link.startswith("//") and meaning(link) not in asked and is_near(link):
                    asked.add(meaning(link))
                    waiting.append(link)
    return seen


def is_near(link):
    """Return whether an address has so few filters that it is fetched."""
    path, filters = meaning(link)
    return len(filters) <= (2 if path.endswith("/") and not path.startswith("/api/") else 1)


def meaning(link):
    """Return what an address asks for, whatever the order."""
    path, _, query = link.partition("?")
    return path, frozenset(part for part in query.split("&") if not part.startswith("sort="))


def test_every_text_and_every_relation_of_every_record_is_planted(planted):
    kinds = {type(record).__name__ for record in planted.records}
    assert kinds == {model.__name__ for model in record_models()} - ALWAYS_PUBLIC
    for record in planted.records:
        if record != planted.withdrawn:
            values = {field.name: getattr(record, field.name) for field in text_fields(record)}
            values = {name: value for name, value in values.items() if name not in ("currency", "wikidata")}
            assert not [name for name, value in values.items() if WORD not in str(value).lower()], record
    related = {
        (type(record).__name__, field.name)
        for record in planted.records
        for field in record._meta.local_many_to_many
        if getattr(record, field.name).exists()
    }
    declared = {
        (type(record).__name__, field.name)
        for record in planted.records
        for field in record._meta.local_many_to_many
    }
    assert declared == related


def test_no_public_address_shows_a_canary(planted, client):
    pages = crawl(client)
    assert len(pages) > 150
    assert {address for address, (_, text) in pages.items() if WORD in text.lower()} == set()
    assert {address: status for address, (status, _) in pages.items() if status >= 400} == {}
    shown = "".join(text for _, text in pages.values())
    assert [slug for slug in planted.slugs() if slug in shown] == []
    # Digests and the tokens of forms are random.
    assert "2001" not in re.sub(r"\b[0-9a-f]{12,}\b|value=\"\w{64}\"", "", shown)


def test_asking_for_a_draft_is_answered_like_asking_for_nothing(planted, client):
    drafts = [record for record in planted.records if hasattr(record, "slug") and record != planted.withdrawn]
    lists = {
        listing.editions().model.record.field.related_model: listing
        for listing in LISTINGS
        if has_pages(listing)
    }
    assert {type(record) for record in drafts} <= set(lists)
    for record in drafts:
        listing = lists[type(record)]
        for name in (listing.noun, f"api-{listing.noun}"):
            status, text = bodies(client, reverse(name, args=[record.slug]))
            other, nothing = bodies(client, reverse(name, args=[NOTHING]))
            assert (status, other) == (404, 404)
            assert text.replace(record.slug, "?") == nothing.replace(NOTHING, "?"), record


def has_pages(listing):
    return hasattr(listing.editions().model, "record")


def test_a_filter_answers_the_address_of_a_draft_as_it_answers_nothing(planted):
    slugs = planted.slugs()
    for listing in (*LISTINGS, *TIDY):
        for name in listing.filterset.base_filters:
            nothing = answer(listing, name, NOTHING)
            told = [slug for slug in slugs if answer(listing, name, slug) != nothing]
            assert not told, (listing.name, name)


def answer(listing, name, slug):
    """Return what a list says to one filter: its faults without the value, or how many rows."""
    reading = listing.read(QueryDict(f"{name}={slug}"))
    if reading.faults:
        return [(fault.name, fault.message.replace(slug, "?")) for fault in reading.faults]
    return len(list(reading.rows()))


def test_the_answers_of_pages_and_json_to_the_address_of_a_draft_are_those_to_nothing(planted, client):
    for slug in planted.slugs():
        for address in ("/meetings/?official=", "/meetings.csv?event=", "/api/v1/quotes/?meeting="):
            told, nothing = bodies(client, address + slug), bodies(client, address + NOTHING)
            assert told[0] == nothing[0] == 400
            assert told[1].replace(slug, "?") == nothing[1].replace(NOTHING, "?")


@pytest.mark.parametrize(
    "listing",
    [listing for listing in LISTINGS if "q" in listing.filterset.base_filters],
    ids=lambda listing: listing.name,
)
def test_a_search_for_the_canary_finds_nothing(planted, client, listing):
    assert client.get(f"/api/v1/{listing.name}/?q={WORD}").json()["count"] == 0


@pytest.mark.parametrize(
    "query",
    [
        "meetings/?country=armenia",
        f"meetings/?city={WORD}-city",
        "meetings/?host=armenia",
        "meetings/?about=armenia",
        "meetings/?agreement_type=treaty",
        "meetings/?before=2001",
        "meetings/?rank=special-envoy&country=azerbaijan",
        "meetings/?has=conflicts",
        "officials/?rank=special-envoy",
        "officials/?country=armenia",
        "events/?host=armenia",
        "commitments/?state=kept",
        "agreements/?step=in-force&type=treaty",
        "agreements/?type=treaty",
        "pairs/?country=armenia",
        "sources/?before=2001",
    ],
)
def test_nothing_of_a_draft_is_counted(planted, client, query):
    response = client.get(f"/api/v1/{query}")
    if response.status_code == 400:
        assert "There is no" in response.content.decode(), query
    else:
        assert response.json()["count"] == 0, query


def test_a_promise_kept_by_a_draft_shows_as_open(planted, client):
    [promise] = client.get("/api/v1/commitments/").json()["results"]
    assert (promise["state"], promise["kept_by"]) == ("open", [])


def test_a_draft_moves_neither_the_date_of_change_nor_the_tag_of_what_is_published(planted, client):
    addresses = [
        f"/api/v1/meetings/{planted.published.slug}/",
        f"/api/v1/agreements/{planted.package.slug}/",
        f"/api/v1/officials/{planted.published.participations.first().official.slug}/",
    ]
    before = [(client.get(address)["ETag"], client.get(address).content) for address in addresses]
    for record in planted.records:
        record.save()
    planted.draft.title = f"{CANARY} renamed"
    planted.draft.save()
    source = planted.published.sources.get()
    source.text = "The private text was pasted again."
    source.save()
    assert [(client.get(address)["ETag"], client.get(address).content) for address in addresses] == before


def test_what_was_withdrawn_is_gone_without_a_title(planted, client):
    meeting = planted.withdrawn
    quote, row, source = meeting.quotes.get(), meeting.participations.first(), meeting.sources.get()
    assert not MeetingEdition.objects.filter(pk=meeting.pk).exists()
    for address in (
        f"/meetings/{meeting.slug}/",
        f"/quotes/{quote.slug}/",
        f"/officials/{row.official.slug}/",
        f"/sources/{source.slug}/",
    ):
        for prefix in ("", "/api/v1"):
            status, text = bodies(client, prefix + address)
            assert status == 410, prefix + address
            assert WORD not in text.lower().replace(address, "")


@pytest.mark.parametrize("prefix", ["", "/api/v1"])
def test_an_old_address_leads_to_what_is_published_only(planted, client, prefix):
    targets = {
        "old-published": planted.published.slug,
        "old-draft": planted.draft.slug,
        "old-withdrawn": planted.withdrawn.slug,
        "old-nowhere": "never-there",
    }
    for old, target in targets.items():
        RedirectFactory(kind="meetings", old_slug=old, target_slug=target)
    answers = {old: client.get(f"{prefix}/meetings/{old}/") for old in targets}
    assert answers["old-published"].status_code == (308 if prefix else 301)
    assert answers["old-published"]["Location"].endswith(f"/meetings/{planted.published.slug}/")
    assert {old: answers[old].status_code for old in list(targets)[1:]} == {
        "old-draft": 404,
        "old-withdrawn": 410,
        "old-nowhere": 404,
    }
    assert not [old for old, answer in answers.items() if old != "old-published" and "Location" in answer]


def test_a_filter_takes_an_old_address_toward_what_is_published_only(planted, client):
    own, drafts = planted.published.participations.first().official, planted.draft.participations
    RedirectFactory(kind="officials", old_slug="old-own", target_slug=own.slug)
    RedirectFactory(kind="officials", old_slug="old-draft", target_slug=drafts.first().official.slug)
    assert client.get("/api/v1/meetings/?official=old-own").json()["count"] == 1
    assert client.get("/api/v1/meetings/?official=old-draft").status_code == 400
