"""What publishing requires holds while a record is published, whatever page would take it away."""

import pytest
from django.db import IntegrityError
from django.urls import reverse

from meetings.edits import Edit
from meetings.models import Meeting, Participation
from tests.meetings.admin.posting import address, errors, row, shown
from tests.meetings.admin.test_publishing import bring

PARTIES = "A meeting needs participants of at least two countries"
SOURCE = "A meeting needs at least one source"
STEP = "An agreement needs at least one step"


@pytest.fixture
def public(seed_records):
    """Return the seed's (meeting, package), published."""
    return [bring(record, "published") for record in seed_records[:2]]


def nothing_happened(meeting, package, edits):
    """Assert that the published records have all they had, and that no Edit tells of anything else."""
    assert Meeting.objects.get().title == meeting.title
    assert len(meeting.parties()) == 2
    assert meeting.sources.count() == package.steps.count() == 1
    assert Edit.objects.count() == edits


@pytest.mark.parametrize(
    ("typed", "above", "beside"),
    [
        ({"sources": []}, "readers see this meeting already", ("form", "sources", SOURCE)),
        ({"participations-1-role": "witness"}, "readers see this meeting", ("participations", None, PARTIES)),
        ({"participations-1-DELETE": "on"}, "readers see this meeting", ("participations", None, PARTIES)),
        ({"steps-0-DELETE": "on"}, STEP, None),
    ],
    ids=["source", "role", "participation", "step"],
)
def test_form_that_would_leave_less_is_refused_beside_what_is_missing(
    publishers_desk, public, typed, above, beside
):
    meeting, package = public
    edits = Edit.objects.count()
    data = shown(publishers_desk.get(address(meeting))) | {"title": "As I typed it"} | typed
    response = publishers_desk.post(address(meeting), data)
    assert response.status_code == 200
    form = response.context["adminform"].form
    assert above in form.non_field_errors().as_text()
    assert form["title"].value() == "As I typed it"
    formsets = {one.formset.prefix: one.formset for one in response.context["inline_admin_formsets"]}
    if beside is not None:
        place, name, sentence = beside
        found = form.errors[name] if name else formsets[place].non_form_errors()
        assert sentence in found.as_text()
    assert not list(response.context["messages"])
    nothing_happened(meeting, package, edits)


def test_form_that_mends_what_it_takes_away_is_saved(publishers_desk, public):
    meeting = public[0]
    data = shown(publishers_desk.get(address(meeting))) | {"participations-1-DELETE": "on"}
    other = meeting.participations.all()[1]
    data = row(
        data, "participations", 2, country=other.country_id, role="guest", rank=other.rank, named=other.named
    )
    response = publishers_desk.post(address(meeting), data)
    assert response.status_code == 302, errors(response)
    assert list(meeting.participations.values_list("role", flat=True)) == ["participant", "guest"]


def test_page_and_deletion_of_a_part_are_refused_with_the_reason(publishers_desk, public):
    meeting, package = public
    edits, guest, step = Edit.objects.count(), meeting.participations.last(), package.steps.get()
    data = shown(publishers_desk.get(address(guest))) | {"role": "observer"}
    assert PARTIES in errors(publishers_desk.post(address(guest), data))
    for part, sentence in ((guest, PARTIES), (step, STEP)):
        response = publishers_desk.post(address(part, "delete"), {"post": "yes"}, follow=True)
        assert response.redirect_chain == [(address(part), 302)]
        [message] = response.context["messages"]
        assert sentence in str(message)
    nothing_happened(meeting, package, edits)


def test_delete_selected_in_the_list_of_parts_is_refused_as_a_whole(publishers_desk, public):
    meeting, package = public
    edits = Edit.objects.count()
    chosen = list(Participation.objects.values_list("pk", flat=True))
    url = reverse("admin:meetings_participation_changelist")
    data = {"action": "delete_selected", "_selected_action": chosen, "post": "yes"}
    response = publishers_desk.post(url, data, follow=True)
    [message] = response.context["messages"]
    assert PARTIES in str(message)
    nothing_happened(meeting, package, edits)


def test_draft_may_lack_everything(desk, seed_records):
    meeting = seed_records[0]
    data = shown(desk.get(address(meeting))) | {"participations-1-DELETE": "on", "sources": []}
    assert desk.post(address(meeting), data).status_code == 302


def test_act_pressed_on_a_form_that_a_clash_undid_is_not_done(desk, seed_records, monkeypatch):
    meeting, clashes = seed_records[0], [IntegrityError()]

    def close(act):
        if clashes:
            raise clashes.pop()

    monkeypatch.setattr("meetings.edits._listeners", [close])
    data = shown(desk.get(address(meeting))) | {"title": "Typed", "_act": "submit"}
    response = desk.post(address(meeting), data)
    assert "Somebody else saved the same just now" in errors(response)
    assert not list(response.context["messages"])
    assert (Meeting.objects.get().publication, Meeting.objects.get().title) == ("draft", meeting.title)
