"""The canary crawl: nothing of what is not published can be seen, counted or guessed at any public address.

Drafts with a canary word in every text, some tied to published records, lie beside the published seed; every public
address in every format is fetched and searched for the word.
"""

import re
from html import unescape

import pytest
from django.urls import reverse

from agreements.models import Agreement, Coverage, Discussion, Party, Signature, Step
from config.api import LISTINGS
from meetings import workflow
from meetings.models import (
    Attendance,
    Claim,
    Commitment,
    Conflict,
    Country,
    Event,
    Figure,
    Meeting,
    MeetingEdition,
    Official,
    Participation,
    Publisher,
    Quote,
    Source,
    Tenure,
)
from meetings.tidy import TIDY
from tests import seed

pytestmark = pytest.mark.django_db(transaction=True)

CANARY = "Zwitscher"
WORD = CANARY.lower()
LINK = re.compile(r'href="(/[^"]*)"')


@pytest.fixture
def planted():
    """Publish the seed and plant drafts; return (published meeting, draft meeting, draft agreement)."""
    seed.load_reference()
    published, package, _ = seed.publish_seed()
    country, other = Country.objects.get(slug="azerbaijan"), Country.objects.get(slug="armenia")
    official = Official.objects.create(name=f"{CANARY} Person", aliases=[CANARY])
    source = Source.objects.create(
        publisher=Publisher.objects.get(slug="trend"),
        title=f"{CANARY} news",
        text=CANARY,
        published_on="2001",
    )
    event = Event.objects.create(name=f"{CANARY} summit", series=CANARY, city=CANARY, summary=CANARY)
    Attendance.objects.create(event=event, country=country, official=official, post=CANARY)
    draft = plant_meeting(country, other, official, source, event)
    agreement = plant_agreement(country, official, source, draft, published)
    tie_to_what_is_published(published, package, draft, agreement, source)
    return published, draft, agreement


def plant_meeting(country, other, official, source, event):
    """Return a draft meeting with every part, each with the canary."""
    draft = Meeting.objects.create(
        title=f"{CANARY} meeting",
        date_start="2001-02-03",
        city=CANARY,
        venue=CANARY,
        place_basis="stated",
        summary=CANARY,
        event=event,
    )
    draft.sources.add(source)
    for party in (country, other):
        Participation.objects.create(
            meeting=draft,
            country=party,
            official=official,
            post=CANARY,
            name_in_text=CANARY,
            rank="special-envoy",
        )
    Quote.objects.create(meeting=draft, text=CANARY).speakers.add(official)
    Figure.objects.create(meeting=draft, measure=CANARY, value=1, unit=CANARY).claimed_by.add(official)
    Commitment.objects.create(meeting=draft, kind="pledge", what=CANARY, place=CANARY).by_officials.add(
        official
    )
    conflict = Conflict.objects.create(meeting=draft, field=CANARY, chosen=CANARY, reason=CANARY)
    Claim.objects.create(conflict=conflict, source=source, value=CANARY)
    Discussion.objects.create(meeting=draft, wording=CANARY, source=source)
    return draft


def plant_agreement(country, official, source, draft, published):
    """Return a draft agreement that was signed at a draft meeting and at a published one."""
    agreement = Agreement.objects.create(title=f"{CANARY} treaty", type="treaty", type_wording=CANARY)
    agreement.sources.add(source)
    Party.objects.create(agreement=agreement, country=country, body=CANARY)
    Signature.objects.create(agreement=agreement, country=country, official=official, name=CANARY)
    sphere = published.discussions.first().sphere
    Coverage.objects.create(agreement=agreement, sphere=sphere, wording=CANARY)
    for meeting in (draft, published):
        Step.objects.create(agreement=agreement, kind="signed", meeting=meeting, date="2001-02-03")
    return agreement


def tie_to_what_is_published(published, package, draft, agreement, source):
    """Let drafts keep a published promise, hold a step of a published agreement and be part of its package."""
    promise = published.commitments.get()
    promise.state, promise.kept_by = "kept", draft
    promise.save()
    agreement.keeps.add(promise)
    agreement.package = package
    agreement.save()
    step = Step.objects.create(agreement=package, kind="in-force", meeting=draft, date="2021-06-01")
    step.sources.clear()
    holder = Official.objects.create(name=f"{CANARY} Holder")
    Tenure.objects.create(
        official=holder, country=Country.objects.get(slug="russia"), post=CANARY
    ).sources.add(source)


def bodies(client, address):
    """Return (status, text) of an address."""
    response = client.get(address)
    body = b"".join(response.streaming_content) if response.streaming else response.content
    return response.status_code, unescape(body.decode("utf-8", "replace"))


def starts():
    """Return every public address that is not reached by a link: all formats of all lists, schema, health."""
    found = ["/", "/data/", "/search/?q=asadov", "/api/docs/", "/api/schema/", "/healthz"]
    for listing in LISTINGS:
        found += [f"/{listing.name}/", f"/{listing.name}.csv", f"/api/v1/{listing.name}/"]
        found += [f"/{listing.name}/?sort={sort}" for sort in listing.sorts]
        found += [reverse(f"api-{listing.noun}", args=[slug]) for slug in slugs_of(listing)]
        found += [reverse(listing.noun, args=[slug]) for slug in slugs_of(listing)]
    return found + [f"/{listing.name}.csv" for listing in TIDY]


def slugs_of(listing):
    return [slug for slug in listing.editions().values_list("slug", flat=True) if "/" not in slug]


def crawl(client):
    """Fetch every start and whatever links lead to; return {address: (status, text)}."""
    waiting, seen = starts(), {}
    while waiting:
        address = waiting.pop()
        if address in seen or address.startswith(("/admin/", "/static/")) or "#" in address:
            continue
        seen[address] = status, text = bodies(client, address)
        if status == 200 and "<html" in text[:200]:
            waiting += [link for link in LINK.findall(text) if not link.startswith("//")]
    return seen


def test_no_public_address_shows_a_canary(planted, client):
    pages = crawl(client)
    assert len(pages) > 150
    assert {address for address, (_, text) in pages.items() if WORD in text.lower()} == set()
    assert {address: status for address, (status, _) in pages.items() if status >= 400} == {}


def test_asking_for_a_draft_is_answered_like_asking_for_nothing(planted, client):
    _, draft, agreement = planted
    quote = draft.quotes.get()
    for address, nothing in (
        (f"/meetings/{draft.slug}/", "/meetings/draft-0000000000000000/"),
        (f"/agreements/{agreement.slug}/", "/agreements/nothing/"),
        (f"/quotes/{quote.slug}/", "/quotes/bcdfghjk/"),
        (f"/officials/{draft.participations.first().official.slug}/", "/officials/nothing/"),
        (f"/events/{draft.event.slug}/", "/events/nothing/"),
        (f"/sources/{draft.sources.get().slug}/", "/sources/nothing/"),
    ):
        for prefix in ("", "/api/v1"):
            status, text = bodies(client, prefix + address)
            assert (status, len(text)) == (404, len(bodies(client, prefix + nothing)[1])), address


@pytest.mark.parametrize("name", ["meetings", "quotes", "agreements", "officials"])
def test_a_search_for_the_canary_finds_what_a_search_for_nothing_finds(planted, client, name):
    assert client.get(f"/api/v1/{name}/?q={WORD}").json()["count"] == 0
    assert bodies(client, f"/search/?q={WORD}")[0] == 200


def test_filters_do_not_tell_a_draft_from_nothing(planted, client):
    _, draft, _ = planted
    official = draft.participations.first().official.slug
    for query in (f"official={official}", f"event={draft.event.slug}"):
        known = client.get(f"/meetings.csv?{query}")
        other = client.get(f"/meetings.csv?{query.split('=')[0]}=nobody-at-all")
        assert (known.status_code, other.status_code) == (400, 400)
    assert client.get("/api/v1/meetings/?country=armenia").json()["count"] == 0
    assert client.get("/api/v1/meetings/?city=zwitscher").json()["count"] == 0


def test_a_promise_kept_by_a_draft_shows_as_open(planted, client):
    [promise] = client.get("/api/v1/commitments/").json()["results"]
    assert (promise["state"], promise["kept_by"]) == ("open", [])


def test_a_draft_moves_neither_the_date_of_change_nor_the_tag_of_what_is_published(planted, client):
    published, draft, _ = planted
    address = f"/api/v1/meetings/{published.slug}/"
    before = client.get(address)
    draft.title = f"{CANARY} renamed"
    draft.save()
    source = published.sources.get()
    source.text = "The private text was pasted again."
    source.save()
    after = client.get(address)
    assert (before["ETag"], before.json()["updated_at"]) == (after["ETag"], after.json()["updated_at"])


def test_what_was_withdrawn_is_gone_without_a_title(planted, client):
    published, *_ = planted
    slug, title, quote = published.slug, published.title, published.quotes.first().slug
    workflow.withdraw(published, note="in doubt")
    assert not MeetingEdition.objects.exists()
    for address in (f"/meetings/{slug}/", f"/api/v1/meetings/{slug}/", f"/quotes/{quote}/"):
        status, text = bodies(client, address)
        assert status == 410, address
        assert title not in text
