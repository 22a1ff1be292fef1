"""Merging at the desk: proposals, preview, the act, who may, and what hostile requests are answered."""

import pytest
from django.contrib import admin
from django.urls import reverse

from meetings import edition, edits
from meetings.edits import Edit
from meetings.interchange.merging.rules import KINDS
from meetings.models import Official, Source
from tests.factories import (
    OfficialFactory,
    ParticipationFactory,
    QuoteFactory,
    SourceFactory,
    TenureFactory,
    agreement_of,
    meeting_between,
)
from tests.meetings.admin.conftest import sign_in
from tests.meetings.admin.posting import address

pytestmark = pytest.mark.django_db
HUGE = "9" * 20


def preview_of(kept, gone):
    return address(kept, "merge") + f"{gone.pk}/"


def confirmed(client, kept, gone, follow=True, **typed):
    """Open the preview, choose what is typed, and confirm."""
    form = client.get(preview_of(kept, gone)).context["form"]
    data = {name: form[name].value() or "" for name in form.fields} | typed
    return client.post(preview_of(kept, gone), data, follow=follow)


@pytest.fixture
def two():
    """Two drafts' officials that may be one man, each in a draft meeting."""
    kept, gone = OfficialFactory(name="Ali Asadov"), OfficialFactory(name="Əli Əsədov", born="1956")
    with edits.edit():
        for person in (kept, gone):
            meeting = meeting_between()
            country = meeting.participations.first().country
            ParticipationFactory(meeting=meeting, official=person, country=country)
            QuoteFactory(meeting=meeting, speakers=[person])
    return kept, gone


def test_editor_merges_two_drafts_from_link_to_message(desk, two):
    kept, gone = two
    assert address(kept, "merge") in desk.get(address(kept)).content.decode()
    page = desk.get(address(kept, "merge")).content.decode()
    assert "Əli Əsədov" in page and "same country: Azerbaijan" in page and preview_of(kept, gone) in page
    page = desk.get(preview_of(kept, gone)).content.decode()
    assert "filled from the other" in page and "To choose" in page and "Quotes" in page
    name = f"meetings.official-{gone.pk}-name"
    refused = confirmed(desk, kept, gone).content.decode()
    assert "Choose the value that holds." in refused and Official.objects.filter(pk=gone.pk).exists()
    done = confirmed(desk, kept, gone, note="Same birth date", **{name: "kept"})
    assert "“Əli Əsədov” was merged into" in done.content.decode()
    assert done.redirect_chain == [(address(kept), 302)]
    assert (kept.quotes.count(), kept.participations.count()) == (2, 2)
    assert Edit.objects.get(kind="merge").note.endswith("Same birth date")


def test_history_shows_the_merge_on_both_sides(desk, two):
    kept, gone = two
    quote = gone.quotes.get()
    TenureFactory(official=gone, post="Prime Minister of old")
    confirmed(desk, kept, gone, **{f"meetings.official-{gone.pk}-name": "gone"})
    survivors = desk.get(address(kept, "history")).content.decode()
    assert "Merged “Əli Əsədov” into “Ali Asadov”." in survivors
    assert f"/official/{gone.pk}/history/" in survivors
    assert 'Prime Minister of old <span class="verb">added' in survivors
    its_own = desk.get(address(gone, "history")).content.decode()
    assert "was merged into" in its_own and "1956" in its_own and "deleted" in its_own
    assert "Əli Əsədov (merged since)" in desk.get(address(quote.meeting, "history")).content.decode()
    led = desk.get(address(gone), follow=True)
    assert led.redirect_chain[0][0] == address(kept)
    assert "was merged into this official" in led.content.decode()
    assert desk.get(preview_of(kept, gone))["Location"] == address(kept)


def test_stale_preview_is_refused_and_says_who_saved(desk, two, publisher):
    kept, gone = two
    form = desk.get(preview_of(kept, gone)).context["form"]
    data = {name: form[name].value() or "" for name in form.fields}
    data[f"meetings.official-{gone.pk}-name"] = "kept"
    with edits.edit(user=publisher):
        gone.native_name = "Ə"
        gone.save()
    refused = desk.post(preview_of(kept, gone), data)
    assert "the-publisher saved this official" in refused.content.decode()
    assert refused.context["form"]["gone_version"].value() == str(Official.objects.get(pk=gone.pk).version)
    assert confirmed(desk, kept, gone, **data).status_code == 200
    assert Official.objects.filter(pk=gone.pk).exists()


def test_list_action_leads_two_records_to_the_preview_and_no_other_number(desk, two):
    kept, gone = two
    url = reverse("admin:meetings_official_changelist")
    asked = {"action": "merge_selected", "_selected_action": [gone.pk, kept.pk]}
    assert desk.post(url, asked)["Location"] == preview_of(kept, gone)
    for chosen in ([kept.pk], [kept.pk, gone.pk, OfficialFactory().pk]):
        page = desk.post(url, asked | {"_selected_action": chosen}, follow=True)
        assert "Choose two records to merge" in page.content.decode()


@pytest.mark.parametrize("model", KINDS, ids=lambda model: model.__name__)
def test_every_kind_that_can_be_merged_offers_it(publishers_desk, model, seed_records):
    record = model.objects.first() or OfficialFactory()
    assert "merge_url" in publishers_desk.get(address(record)).context
    assert publishers_desk.get(address(record, "merge")).status_code == 200
    assert publishers_desk.get(address(record, "merge"), {"q": "a"}).status_code == 200
    page = publishers_desk.get(reverse(address_name(model))).content.decode()
    assert "Merge selected (two)" in page


def address_name(model):
    return f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist"


MAY = [
    # role, states of the survivor and of the other, whether it may be done (None: the page is refused)
    ("viewer", "draft", "draft", None),
    ("editor", "draft", "draft", True),
    ("editor", "returned", "draft", True),
    ("editor", "in-review", "draft", False),
    ("editor", "draft", "in-review", False),
    ("editor", "published", "draft", False),
    ("publisher", "draft", "draft", True),
    ("publisher", "in-review", "draft", True),
    ("publisher", "published", "draft", True),
    ("publisher", "published", "published", True),
    ("publisher", "published", "withdrawn", True),
    ("publisher", "draft", "published", False),
    ("publisher", "withdrawn", "published", False),
    ("administrator", "published", "published", True),
]


@pytest.mark.parametrize(("role", "ours", "theirs", "may"), MAY)
def test_who_may_merge_follows_role_and_states(person, role, ours, theirs, may):
    kept, gone = (
        in_state(agreement_of("Azerbaijan", "Russia", title="One"), state) for state in (ours, theirs)
    )
    client = sign_in(person(role))
    response = client.get(preview_of(kept, gone))
    assert response.status_code == (403 if may is None else 200)
    if may is None:
        assert client.post(preview_of(kept, gone), {}).status_code == 403
        return
    assert bool(response.context["refusals"]) is not may
    page = confirmed(client, kept, gone)
    assert type(gone).objects.filter(pk=gone.pk).exists() is not may, page.content.decode()[:0]
    assert edition.check() == []


def in_state(record, state):
    """Bring an agreement to a state, through "published" where it was."""
    for step in ["published", "withdrawn"] if state == "withdrawn" else [state]:
        with edits.edit():
            record.publication = step
            record.save(update_fields=["publication"])
    return record


def test_editor_does_not_merge_what_readers_know(desk):
    kept, gone = OfficialFactory(reference=True), OfficialFactory()
    assert "a publisher merges them" in desk.get(preview_of(kept, gone)).content.decode()
    known = meeting_between(published=True).sources.get()
    source = SourceFactory()
    name = f"meetings.source-{source.pk}-"
    response = confirmed(desk, known, source, **{f"{name}title": "kept", f"{name}publisher": "kept"})
    assert "a publisher merges them" in response.content.decode()
    assert Source.objects.count() == 2


def test_hostile_requests_are_refused(publishers_desk, two):
    kept, gone = two
    base = reverse("admin:meetings_official_changelist")
    keys = [HUGE, str(2**63), "-1", "0", "abc", "%00", "1_5F", "9" * 5000, "%FF"]
    for key in keys:
        for url in (f"{base}{key}/merge/", f"{base}{kept.pk}/merge/{key}/", f"{base}{key}/merge/{kept.pk}/"):
            assert publishers_desk.get(url).status_code in {400, 404}, url[:80]
            assert publishers_desk.post(url, {}).status_code in {200, 400, 404}, url[:80]
    assert publishers_desk.get(preview_of(kept, kept)).status_code == 400
    assert publishers_desk.post(preview_of(kept, kept), {}).status_code == 400
    other = SourceFactory()
    assert publishers_desk.get(f"{base}{kept.pk}/merge/{other.pk + 1000}/").status_code == 404
    for query in ("%00", "+".join(["word"] * 1000), "x" * 100_000, "%22", "%FF"):
        assert publishers_desk.get(f"{address(kept, 'merge')}?q={query}").status_code in {200, 400}
    for value in ("", "x", HUGE, "\0", "both", ["kept", "gone"]):
        data = {f"meetings.official-{gone.pk}-name": value, "kept_version": value, "gone_version": value}
        assert publishers_desk.post(preview_of(kept, gone), data).status_code in {200, 400}
    assert Official.objects.filter(pk=gone.pk).exists()


def test_what_cannot_be_merged_has_no_such_page():
    for model in set(admin.site._registry) - set(KINDS):
        assert not hasattr(admin.site._registry[model], "merge_view")
