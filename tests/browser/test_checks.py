"""What the form of a meeting says and fills while an editor types, and where one press leads."""

import pytest
from django.contrib.auth.models import Group, User

from meetings.models import Meeting
from tests import seed
from tests import seed_facts as facts
from tests.browser.desk import Desk
from tests.factories import SourceFactory

# What a page does is the same beside any database.
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.sqlite]


def test_form_fills_marks_offers_and_attaches_while_an_editor_types(transactional_db, page, sign_in):
    seed.load_reference()
    meeting = seed.enter_seed()[0]
    SourceFactory(
        publisher=meeting.sources.get().publisher, title="Another readout", dateline="GANJA, May 21"
    )
    editor = User.objects.create_user("ed", is_staff=True)
    editor.groups.add(Group.objects.get(name="editor"))
    sign_in(page, editor)
    desk = Desk(page)
    desk.open("meetings/meeting/add/")
    desk.choose("sources", "Trend, 20 May 2021: Another readout", search="Another")
    desk.fill(date_start="2021-05-21", city="Ganja", place_basis="stated")
    row = desk.add_row("participations")
    desk.choose(row + "official", facts.ASADOV)
    page.locator(".checks [data-check=likely-duplicate]").wait_for()
    assert page.locator(f"#id_{row}post").input_value() == "Prime Minister"
    assert desk.shown(row + "country") == "Azerbaijan"
    mark = page.locator(".field-place_basis .check-mark")
    assert "GANJA, May 21" in mark.inner_text()
    # Another official chosen in the row takes his own post along, and one who never held it none.
    desk.choose(row + "official", facts.MISHUSTIN)
    page.locator(f"#id_{row}country option:checked", has_text="Russia").wait_for(state="attached")
    desk.fill(row, post="Deputy Prime Minister")
    page.locator(f"#id_{row}rank").focus()
    page.locator(".take-offer").click()
    assert page.locator(f"#id_{row}post").input_value() == "Prime Minister"
    page.get_by_role("link", name="Place basis").click()
    assert page.evaluate("document.activeElement.id") == "id_place_basis"
    with page.expect_navigation():
        page.get_by_role("button", name="Attach this source to it instead").click()
    assert page.url.endswith(f"/meetings/meeting/{meeting.pk}/change/")
    assert "part of Asadov and Mishustin meet" in page.locator(".messagelist").inner_text()
    assert Meeting.objects.get().sources.count() == 2
