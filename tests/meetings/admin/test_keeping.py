"""A form sent twice is saved once; one that started from an older version comes back whole, beside what is stored."""

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

from meetings.edits import Edit
from meetings.models import Meeting, Official, Quote, SentForm
from tests.meetings.admin.conftest import sign_in
from tests.meetings.admin.posting import adding, address, row, shown


@pytest.fixture
def colleague(person):
    return sign_in(person("editor", "colleague"))


def again(response):
    """Return what the form on a refused page would send."""
    assert response.status_code == 200
    return shown(response)


def differences(response):
    """Return {(where, field): Difference} of a refused page."""
    return {(one.where, one.field): one for one in response.context["meanwhile"].differences}


def test_new_record_sent_twice_is_made_once_and_answered_alike(desk, person):
    data = shown(desk.get(adding(Official))) | {"name": "Once Only", "tenures-TOTAL_FORMS": "0"}
    first, second = desk.post(adding(Official), data), desk.post(adding(Official), data | {"_save": "Save"})
    assert (first.status_code, first.url) == (second.status_code, second.url)
    assert Official.objects.filter(name="Once Only").count() == 1
    assert desk.cookies["desk_saved"].value.split(".")[-1] == data["form_token"]
    # Another person's form is another form, and so is the next page's.
    other = sign_in(person("editor", "colleague"))
    assert other.post(adding(Official), data).status_code == 302
    data["form_token"] = shown(desk.get(adding(Official)))["form_token"]
    assert desk.post(adding(Official), data).status_code == 302
    assert Official.objects.filter(name="Once Only").count() == 3


def test_new_record_sent_again_with_other_text_is_shown_and_not_saved_until_it_is_meant(desk):
    data = shown(desk.get(adding(Official))) | {"name": "First Spelling", "tenures-TOTAL_FORMS": "0"}
    assert desk.post(adding(Official), data).status_code == 302
    response = desk.post(adding(Official), data | {"name": "Second Spelling"})
    made = Official.objects.get(name="First Spelling")
    assert address(made) in response.content.decode()
    assert not Official.objects.filter(name="Second Spelling").exists()
    meant = again(response)
    assert meant["form_token"] != data["form_token"]
    assert desk.post(adding(Official), meant).status_code == 302
    assert Official.objects.filter(name="Second Spelling").exists()


def test_change_sent_twice_is_one_edit_and_no_stale_save(desk, seed_records):
    meeting = seed_records[0]
    data = shown(desk.get(address(meeting))) | {"title": "Twice"}
    before = Edit.objects.count()
    first, second = desk.post(address(meeting), data), desk.post(address(meeting), data)
    assert (first.status_code, first.url) == (second.status_code, second.url)
    assert Edit.objects.count() == before + 1
    put_back = desk.post(address(meeting), data | {"_put_back": "1"})
    assert put_back.url == address(meeting)
    assert "This was saved already" in desk.get(put_back.url).content.decode()


def test_refused_form_is_no_sent_form(desk):
    data = shown(desk.get(adding(Official))) | {"name": "", "tenures-TOTAL_FORMS": "0"}
    assert desk.post(adding(Official), data).status_code == 200
    assert not SentForm.objects.exists()
    assert desk.post(adding(Official), data | {"name": "Named"}).status_code == 302


def test_form_put_back_is_shown_whole_without_errors_and_not_saved(desk, seed_records):
    meeting = seed_records[0]
    data = row(shown(desk.get(address(meeting))), "quotes", 9, text="") | {"title": "", "city": "Ganja"}
    response = desk.post(address(meeting), data | {"_put_back": "1"})
    assert response.context["errors"] == []
    assert "errornote" not in response.content.decode()
    assert "data-unsaved" in response.content.decode()
    sent = again(response)
    assert (sent["title"], sent["city"]) == ("", "Ganja")
    assert Meeting.objects.get().city != "Ganja"
    assert "This field is required" in desk.post(address(meeting), sent).content.decode()


def test_stale_save_takes_over_what_only_the_colleague_changed_and_keeps_the_rest(
    desk, colleague, seed_records
):
    meeting = seed_records[0]
    tab = shown(desk.get(address(meeting)))
    last = int(tab["quotes-INITIAL_FORMS"]) - 1
    theirs = shown(colleague.get(address(meeting)))
    theirs |= {
        "city": "Ganja",
        "title": "Their title",
        "quotes-0-text": "Their words",
        f"quotes-{last}-DELETE": "on",
    }
    theirs = row(theirs, "discussions", int(theirs["discussions-TOTAL_FORMS"]), wording="their topic")
    assert colleague.post(address(meeting), theirs).status_code == 302
    number = int(tab["discussions-TOTAL_FORMS"])
    typed = {"title": "My title", "venue": "A palace", "quotes-1-text": "My words", "sources": [],
             f"quotes-{last}-text": "My words in the row that is gone"}  # fmt: skip
    response = desk.post(address(meeting), row(tab | typed, "discussions", number, wording="my topic"))
    told = differences(response)
    title = told["Meeting", "Title"]
    assert (title.stored, title.typed, title.mine, title.both) == ("Their title", "My title", True, True)
    assert title.edit.user.get_username() == "colleague"
    assert (told["Meeting", "City"].mine, told["Meeting", "City"].both) == (False, False)
    assert (told["Meeting", "Venue"].typed, told["Meeting", "Venue"].edit) == ("A palace", None)
    assert told["Meeting", "Sources"].stored.startswith("Trend, 20 May 2021")
    assert [one.stored for one in told.values() if one.where == "Discussion: their topic"] == ["added"]
    assert next(one for one in told.values() if one.stored == "deleted").typed.startswith(
        "My words in the row"
    )
    data = again(response)
    assert desk.post(address(meeting), data).status_code == 302
    meeting.refresh_from_db()
    assert (meeting.title, meeting.city, meeting.venue) == ("My title", "Ganja", "A palace")
    assert not meeting.sources.exists()
    words = set(meeting.quotes.values_list("text", flat=True))
    assert {"Their words", "My words", "My words in the row that is gone"} <= words
    assert {"their topic", "my topic"} <= set(meeting.discussions.values_list("wording", flat=True))


def test_stale_save_where_nothing_of_the_form_differs_says_so(desk, colleague, seed_records):
    meeting = seed_records[0]
    tab = shown(desk.get(address(meeting))) | {"title": "The same title"}
    theirs = shown(colleague.get(address(meeting))) | {"title": "The same title"}
    assert colleague.post(address(meeting), theirs).status_code == 302
    response = desk.post(address(meeting), tab)
    assert "No field of the form differs" in response.content.decode()
    assert desk.post(address(meeting), again(response)).status_code == 302


def test_stale_save_of_a_row_to_be_deleted_tells_that_a_colleague_changed_it(desk, colleague, seed_records):
    meeting = seed_records[0]
    tab = shown(desk.get(address(meeting))) | {"quotes-0-DELETE": "on"}
    theirs = shown(colleague.get(address(meeting))) | {
        "quotes-0-text": "Their words",
        "quotes-1-DELETE": "on",
    }
    colleague.post(address(meeting), theirs)
    response = desk.post(address(meeting), tab | {"quotes-1-DELETE": "on"})
    assert ("changed", "to be deleted") in [(one.stored, one.typed) for one in differences(response).values()]
    assert desk.post(address(meeting), again(response)).status_code == 302
    assert not Quote.objects.filter(meeting=meeting, text="Their words").exists()


def test_stale_step_of_an_agreement_can_be_saved_after_it_was_shown(desk, colleague, seed_records):
    meeting, package, _ = seed_records
    tab = shown(desk.get(address(meeting)))
    number = next(
        int(name.split("-")[1]) for name, value in tab.items() if value == "signed" and "steps-" in name
    )
    colleague.post(address(package), shown(colleague.get(address(package))) | {"title": "Their package"})
    response = desk.post(address(meeting), row(tab, "steps", number, date="2021-05-21"))
    assert "colleague saved this agreement" in response.content.decode()
    assert desk.post(address(meeting), again(response)).status_code == 302
    assert str(package.steps.get(meeting=meeting).date) == "2021-05-21"


def test_stale_save_without_a_believable_edit_keeps_all_that_was_typed(desk, colleague, seed_records):
    meeting = seed_records[0]
    tab = shown(desk.get(address(meeting)))
    colleague.post(address(meeting), shown(colleague.get(address(meeting))) | {"city": "Ganja"})
    for seen in ("", "9" * 30):
        response = desk.post(address(meeting), tab | {"seen_edit": seen})
        city = differences(response)["Meeting", "City"]
        assert (city.stored, city.mine) == ("Ganja", True), seen


def test_form_sent_after_the_login_ended_says_that_it_is_kept(desk):
    data = shown(desk.get(adding(Official))) | {"name": "Too late"}
    Session.objects.all().delete()
    response = desk.post(adding(Official), data, follow=True)
    assert "kept in this browser" in response.content.decode()
    assert not Official.objects.exists()


def test_form_of_an_earlier_sign_in_comes_back_fresh(editor):
    client = Client(enforce_csrf_checks=True)
    client.force_login(editor)
    data = shown(client.get(adding(Official))) | {"csrfmiddlewaretoken": "x" * 64}
    response = client.post(adding(Official), data)
    assert (response.status_code, response.url) == (303, adding(Official))
    assert client.post(reverse("admin:login"), {"username": "x"}).status_code == 403


def test_session_is_renewed_by_work_but_not_by_every_request(desk, editor):
    desk.get(reverse("admin:index"))
    first = desk.session["renewed"]
    with_one = desk.get(reverse("admin:index"))
    assert desk.session["renewed"] == first
    assert "sessionid" not in with_one.cookies
    session = desk.session
    session["renewed"] = first - 601
    session.save()
    assert desk.get(reverse("admin:index")).cookies["sessionid"]["max-age"] == 12 * 3600
