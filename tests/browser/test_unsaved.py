"""What an editor types is not lost: by an expired login, a closed page, a lost connection, a colleague's save."""

import re

import pytest
from django.contrib.auth.models import Group, User
from django.contrib.sessions.models import Session

from meetings.models import Meeting, Official
from tests import seed
from tests.browser.desk import Desk

pytestmark = pytest.mark.django_db(transaction=True)
PASSWORD = "correct horse battery"
SEEN = ("seen_version", "seen_edit", "form_token", "csrfmiddlewaretoken")


def member(name):
    user = User.objects.create_user(name, password=PASSWORD, is_staff=True)
    user.groups.add(Group.objects.get(name="editor"))
    return user


@pytest.fixture
def meeting(transactional_db):
    seed.load_reference()
    return seed.enter_seed()[0]


@pytest.fixture
def open_desk(new_page, sign_in):
    """Return a function that signs somebody in on a browser of his own and returns his page."""

    def open_as(user):
        page = new_page(viewport={"width": 1280, "height": 900})
        sign_in(page, user)
        return page

    return open_as


def go(page, path):
    page.goto(f"/admin/{path}")
    page.locator("form[data-watched]").wait_for()


def is_kept(page):
    """Wait until the browser has kept everything typed."""
    page.locator("form[data-kept=yes]:not([data-keeping])").wait_for()


def held(page):
    """Return what the form would send, by name."""
    return page.evaluate(
        """(skipped) => Array.from(new FormData(document.querySelector("form[data-watched]")))
        .filter(([name]) => !skipped.includes(name) && !name.includes("__prefix__"))
        .map(([name, value]) => [name, value.replaceAll("\\r\\n", "\\n")])""",
        SEEN,
    )


def type_much(desk, title):
    """Change texts, a many-to-many box and rows: one is added, one is added and removed, one is ticked."""
    desk.type("title", title)
    desk.type("summary", "First line,\nsecond line: ə, ё, “quoted”")
    desk.type("quotes-0-text", "Typed over")
    desk.choose("participations-0-sources", "Trend, 20 May 2021: untitled", search="Trend")
    row = desk.add_row("discussions")
    desk.fill(row, wording="transport corridors")
    desk.choose(row + "about", "Armenia")
    gone = desk.add_row("figures")
    desk.fill(gone, measure="to be removed")
    desk.page.locator(f"#{gone[:-1]} .inline-deletelink").click()
    desk.tick("quotes-1-DELETE")


def restore(page):
    page.get_by_role("button", name="Restore").click()
    page.locator("#kept-shown").wait_for()
    page.locator("form[data-watched]").wait_for()


def log_in(page, name):
    page.fill("#id_username", name)
    page.fill("#id_password", PASSWORD)
    page.get_by_role("button", name="Log in").click()


def test_work_survives_an_expired_login_a_closed_page_and_a_lost_connection(open_desk, meeting):
    page, path = open_desk(member("ali")), f"meetings/meeting/{meeting.pk}/change/"
    go(page, path)
    type_much(Desk(page), "After the crash")
    is_kept(page)
    typed = held(page)
    # The page closes without saving; nothing comes back by itself, and then all of it does.
    context = page.context
    page.close()
    page = context.new_page()
    go(page, path)
    assert page.locator("#id_title").input_value() != "After the crash"
    assert re.match(r"Unsaved work from \d\d:\d\d\.", page.locator("#kept-work li").inner_text())
    restore(page)
    assert held(page) == typed
    # The connection is gone while saving.
    context.set_offline(True)
    with page.expect_event("requestfailed"):
        page.get_by_role("button", name="Save and continue editing").last.click()
    page.get_by_text("ERR_INTERNET_DISCONNECTED").wait_for()
    context.set_offline(False)
    page.go_back()
    page.locator("form[data-watched]").wait_for()
    restore(page)
    assert held(page) == typed
    # The login expires before the save.
    Session.objects.all().delete()
    page.get_by_role("button", name="Save and continue editing").last.click()
    page.wait_for_url("**/admin/login/**")
    assert "kept in this browser" in page.locator(".messagelist").inner_text()
    log_in(page, "ali")
    page.locator("#kept-work").wait_for()
    restore(page)
    assert held(page) == typed
    assert Meeting.objects.get().title != "After the crash"
    Desk(page).save()
    page.locator("form[data-watched]").wait_for()
    stored = Meeting.objects.get()
    assert (stored.title, stored.discussions.filter(wording="transport corridors").count()) == (
        "After the crash",
        1,
    )
    assert page.locator("#kept-work").count() == 0
    go(page, path)
    assert page.locator("#kept-work").count() == 0


def test_unsaved_new_record_is_offered_to_its_editor_only_and_discarded_for_good(open_desk, meeting, sign_in):
    ali, path = member("ali"), "meetings/official/add/"
    page = open_desk(ali)
    go(page, path)
    Desk(page).fill(name="Unsaved Name")
    is_kept(page)
    go(page, "meetings/official/add/")
    assert page.locator("#kept-work").count() == 1
    sign_in(page, member("berta"))
    go(page, path)
    assert page.locator("#kept-work").count() == 0
    assert "Unsaved Name" not in page.evaluate(
        """async () => {
        const request = indexedDB.open("communique");
        const open = await new Promise((done) => { request.onsuccess = () => done(request.result); });
        const all = open.transaction("unsaved").objectStore("unsaved").getAll();
        const rows = await new Promise((done) => { all.onsuccess = () => done(all.result); });
        return rows.map((row) => new TextDecoder().decode(row.text)).join();
        }"""
    )
    sign_in(page, ali)
    go(page, path)
    page.get_by_role("button", name="Discard").click()
    page.locator("#kept-work").wait_for(state="detached")
    go(page, path)
    assert page.locator("#kept-work").count() == 0
    assert not Official.objects.filter(name="Unsaved Name").exists()


def test_two_editors_of_one_meeting_at_once_lose_no_word(open_desk, meeting):
    path = f"meetings/meeting/{meeting.pk}/change/"
    hers, his = open_desk(member("berta")), open_desk(member("ali"))
    for page in (hers, his):
        go(page, path)
    her_desk, his_desk = Desk(hers), Desk(his)
    her_desk.fill(title="Her title", city="Ganja")
    her_desk.type("quotes-0-text", "Her words")
    row = her_desk.add_row("discussions")
    her_desk.fill(row, wording="her topic")
    her_desk.save()
    his_desk.fill(title="His title", venue="Gulustan Palace")
    his_desk.type("quotes-1-text", "His words")
    row = his_desk.add_row("discussions")
    his_desk.fill(row, wording="his topic")
    his.get_by_role("button", name="Save and continue editing").last.click()
    table = his.locator("table.meanwhile")
    table.wait_for()
    assert Meeting.objects.get().title == "Her title"
    both = table.locator("tr.both").inner_text()
    assert "Her title" in both
    assert "berta" in both
    assert "His title" in both
    assert his.locator("#id_title").input_value() == "His title"
    assert his.locator("#id_city").input_value() == "Ganja"
    his_desk.save()
    stored = Meeting.objects.get()
    assert (stored.title, stored.city, stored.venue) == ("His title", "Ganja", "Gulustan Palace")
    assert {"Her words", "His words"} <= set(stored.quotes.values_list("text", flat=True))
    assert {"her topic", "his topic"} <= set(stored.discussions.values_list("wording", flat=True))


def test_work_kept_from_an_older_version_is_shown_beside_what_is_stored(open_desk, meeting):
    page, path = open_desk(member("ali")), f"meetings/meeting/{meeting.pk}/change/"
    go(page, path)
    Desk(page).fill(title="His title")
    is_kept(page)
    other = open_desk(member("berta"))
    go(other, path)
    Desk(other).fill(title="Her title")
    Desk(other).save()
    go(page, path)
    assert "restoring shows both" in page.locator("#kept-work").inner_text()
    restore(page)
    shown = page.locator("tr.both").inner_text()
    assert "Her title" in shown
    assert "His title" in shown
    assert page.locator("#id_title").input_value() == "His title"
    assert Meeting.objects.get().title == "Her title"
