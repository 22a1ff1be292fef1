"""Deleting takes no fact along, and nothing that was ever public is deleted."""

import pytest
from django.urls import reverse

from meetings.edits import Edit
from meetings.models import Country, Meeting, Official, Publisher, Quote
from tests.meetings.admin.conftest import sign_in
from tests.meetings.admin.posting import address, errors, shown
from tests.meetings.admin.test_publishing import bring


def delete(client, record):
    return client.post(address(record, "delete"), {"post": "yes"})


def test_draft_goes_with_its_own_parts_in_one_edit_that_history_keeps(desk, seed_records):
    meeting = seed_records[0]
    for record in seed_records[1:]:
        record.steps.filter(meeting=meeting).delete()
    before, quotes = Edit.objects.count(), meeting.quotes.count()
    assert delete(desk, meeting).status_code == 302
    assert not Quote.objects.exists()
    edit = Edit.objects.latest("pk")
    assert Edit.objects.count() == before + 1
    assert Meeting.history.filter(edit=edit, history_type="-").count() == 1
    assert Quote.history.filter(edit=edit, history_type="-").count() == quotes


def test_meeting_with_a_step_of_an_agreement_is_kept_and_the_page_says_why(desk, seed_records):
    response = delete(desk, seed_records[0])
    assert response.status_code == 200
    assert "cannot be deleted" in response.content.decode()
    assert Meeting.objects.exists()


def test_official_who_took_part_is_kept(desk, seed_records):
    official = Official.objects.first()
    assert delete(desk, official).status_code == 200
    assert Official.objects.filter(pk=official.pk).exists()


def test_official_who_only_spoke_is_kept(desk, seed_records):
    speaker = Official.objects.create(name="A speaker")
    quote = seed_records[0].quotes.first()
    quote.speakers.add(speaker)
    response = delete(desk, speaker)
    assert "quote" in response.content.decode()
    assert quote.speakers.filter(pk=speaker.pk).exists()


def test_official_who_only_spoke_is_kept_from_the_list_action(desk, seed_records):
    speaker = Official.objects.create(name="A speaker")
    seed_records[0].quotes.first().speakers.add(speaker)
    url = reverse("admin:meetings_official_changelist")
    desk.post(url, {"action": "delete_selected", "_selected_action": [speaker.pk], "post": "yes"})
    assert Official.objects.filter(pk=speaker.pk).exists()


def test_official_on_whom_nothing_hangs_is_deleted(desk, seed_records):
    official = Official.objects.create(name="Entered twice")
    assert delete(desk, official).status_code == 302
    assert not Official.objects.filter(pk=official.pk).exists()


def test_list_deletion_is_one_edit_with_history(desk, editor, seed_records):
    officials = [Official.objects.create(name=f"Entered {number} times") for number in range(3)]
    before = Edit.objects.count()
    url = reverse("admin:meetings_official_changelist")
    chosen = [official.pk for official in officials]
    desk.post(url, {"action": "delete_selected", "_selected_action": chosen, "post": "yes"})
    edit = Edit.objects.latest("pk")
    assert (Edit.objects.count(), edit.user) == (before + 1, editor)
    assert Official.history.filter(edit=edit, history_type="-").count() == 3


def test_commitment_that_an_agreement_kept_is_not_deleted_with_its_row(desk, seed_records):
    meeting, package, _ = seed_records
    package.keeps.add(meeting.commitments.get())
    data = shown(desk.get(address(meeting))) | {"commitments-0-DELETE": "on"}
    response = desk.post(address(meeting), data)
    assert "cannot be deleted, because it is named by" in errors(response)
    assert meeting.commitments.exists()


def test_withdrawn_meeting_and_once_public_official_are_deleted_by_nobody(person, seed_records):
    meeting = bring(seed_records[0], "withdrawn")
    meeting.participations.all()
    client = sign_in(person("administrator"))
    assert delete(client, meeting).status_code == 403
    assert delete(client, Official.objects.first()).status_code == 403


@pytest.mark.parametrize(("role", "status"), [("editor", 403), ("publisher", 403), ("administrator", 302)])
def test_publisher_without_facts_is_deleted_by_administrators(person, seed_records, role, status):
    record = Publisher.objects.create(slug="typo", name="Typo")
    assert delete(sign_in(person(role, "somebody")), record).status_code == status


def test_country_with_facts_is_kept_from_administrators_too(person, seed_records):
    assert delete(sign_in(person("administrator")), Country.objects.get(slug="russia")).status_code == 200
    assert Country.objects.filter(slug="russia").exists()


def test_derived_rows_have_no_screens(db):
    from django.contrib import admin

    names = {model._meta.model_name for model in admin.site._registry}
    assert not {name for name in names if name.endswith("edition") or name == "editionparty"}
    assert not names & {"group", "permission"}
