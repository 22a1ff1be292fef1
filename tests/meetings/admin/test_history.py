"""The history page reads as what happened: one entry per Edit, parts and many-to-many included."""

import pytest

from meetings import edits
from meetings.models import Official
from tests.meetings.admin.conftest import sign_in
from tests.meetings.admin.posting import address, row, shown
from tests.meetings.admin.test_publishing import bring


def acts(client, record):
    """Return [(edit, {name: (verb, [(label, before, after)])})] of a history page, the latest first."""
    response = client.get(address(record, "history"))
    assert response.status_code == 200
    return [
        (edit, {change.name: (change.verb, change.fields) for change in changes})
        for edit, changes in response.context["acts"]
    ]


def test_change_of_one_quote_reads_as_what_happened(desk, editor, seed_records):
    meeting = seed_records[0]
    data = shown(desk.get(address(meeting))) | {"quotes-0-text": "It grows.", "note": "Shorter"}
    desk.post(address(meeting), data)
    edit, changes = acts(desk, meeting)[0]
    assert (edit.user, edit.note) == (editor, "Shorter")
    assert changes == {
        "Quote: It grows.": (
            "changed",
            [("Text", "The trade turnover between Azerbaijan and Russia is growing.", "It grows.")],
        )
    }


def test_change_of_many_fields_and_parts_is_one_entry(desk, seed_records):
    meeting = seed_records[0]
    data = shown(desk.get(address(meeting)))
    number = int(data["discussions-TOTAL_FORMS"])
    data |= {"city": "Ganja", "date_start": "2021-05", "figures-4-DELETE": "on", "quotes-0-speakers": []}
    desk.post(address(meeting), row(data, "discussions", number, wording="tourism"))
    _, changes = acts(desk, meeting)[0]
    assert changes["Meeting: " + meeting.title] == (
        "changed",
        [("Date of meeting", "20 May 2021", "May 2021"),
         ("Date precision", "day (or days, from first to last)", "month"),
         ("City", "Baku", "Ganja")],
    )  # fmt: skip
    assert changes["Discussion: tourism"] == (
        "added",
        [("As the source words it", "", "tourism"), ("Source", "", "Trend, 20 May 2021: untitled")],
    )
    assert changes["Figure: road maps being implemented"][0] == "deleted"
    quote = next(change for name, change in changes.items() if name.startswith("Quote"))
    assert quote == ("changed", [("Speakers", "Mikhail Mishustin", "")])


def test_publication_and_its_note_stand_in_the_history(desk, seed_records):
    meeting = bring(seed_records[0], "returned")
    edit, changes = acts(desk, meeting)[0]
    assert (edit.kind, edit.note) == ("publication", "because")
    assert changes["Meeting: " + meeting.title] == ("changed", [("Publication", "in review", "returned")])


def test_step_at_the_meeting_stands_in_both_histories(desk, seed_records):
    meeting, package, _ = seed_records
    with edits.edit(note="Exchanged too"):
        package.steps.create(kind="exchanged", meeting=meeting)
    wording = "documents on the development of cooperation"
    for record, name in ((meeting, f"Step: {wording}"), (package, "Step: exchanged")):
        edit, changes = acts(desk, record)[0]
        assert edit.note == "Exchanged too"
        assert list(changes) == [name]


def test_claim_of_a_conflict_stands_in_the_history_of_its_meeting(desk, seed_records):
    meeting = seed_records[0]
    conflict = meeting.conflicts.create(field="number of documents")
    with edits.edit(note="Claimed"):
        conflict.claims.create(source=meeting.sources.get(), value="seven")
    edit, changes = acts(desk, meeting)[0]
    assert edit.note == "Claimed"
    assert changes["Claim: seven"][0] == "added"


def test_names_of_deleted_records_do_not_break_the_page(desk, seed_records):
    meeting = seed_records[0]
    official = Official.objects.create(name="Gone soon")
    quote = meeting.quotes.first()
    quote.speakers.add(official)
    quote.speakers.remove(official)
    official.delete()
    assert acts(desk, meeting)


def test_long_history_is_paged_with_queries_that_do_not_grow(
    desk, seed_records, django_assert_max_num_queries
):
    meeting = seed_records[0]
    desk.get(address(meeting, "history"))
    with django_assert_max_num_queries(200) as few:
        acts(desk, meeting)
    for number in range(60):
        quote = meeting.quotes.all()[number % 6]
        quote.text = f"Version {number}"
        quote.save()
    with django_assert_max_num_queries(len(few.captured_queries) + 10):
        assert len(acts(desk, meeting)) == 25
    assert len(desk.get(address(meeting, "history") + "?p=3").context["acts"]) > 5


@pytest.mark.parametrize("page", ["abc", "-1", "0", "9" * 30, ""])
def test_history_hostile_page_is_the_nearest(desk, seed_records, page):
    assert desk.get(address(seed_records[0], "history") + f"?p={page}").status_code == 200


def test_history_needs_the_right_to_view(client, seed_records, django_user_model):
    client.force_login(django_user_model.objects.create_user("nobody", is_staff=True))
    assert client.get(address(seed_records[0], "history")).status_code == 403


def test_edit_page_shows_what_the_act_changed_and_is_read_only(person, seed_records):
    meeting = seed_records[0]
    client = sign_in(person("administrator"))
    edit = meeting.history.earliest("history_id").edit
    response = client.get(address(edit))
    assert "Ali Asadov" in response.content.decode()
    assert client.post(address(edit), {"note": "Rewritten"}).status_code == 403
    assert client.post(address(edit, "delete"), {"post": "yes"}).status_code == 403
