"""An editor enters the seed meeting by hand and a publisher publishes it, starting from reference data only."""

import pytest
from django.contrib.auth.models import Group, User

from agreements.models import Agreement, AgreementEdition
from meetings.edition.draft import draft_entry
from meetings.models import Meeting, MeetingEdition
from tests import seed
from tests import seed_facts as facts
from tests import seed_public as public
from tests.browser import seed_entry
from tests.browser.desk import Desk
from tests.browser.keys import Keyboard

pytestmark = pytest.mark.django_db(transaction=True)


def member(name):
    user = User.objects.create_user(f"an-{name}", is_staff=True)
    user.groups.add(Group.objects.get(name=name))
    return user


@pytest.fixture
def desks(transactional_db, new_page, sign_in):
    """Return the desks of an editor and of a publisher, on reference data."""
    seed.load_reference()
    pages = {}
    for role in ("editor", "publisher"):
        pages[role] = new_page(viewport={"width": 1280, "height": 900})
        sign_in(pages[role], member(role))
    return Desk(pages["editor"]), Desk(pages["publisher"])


def facts_of(detail):
    """Return a public form without the addresses and numbers, which differ from one entry to the next."""
    if isinstance(detail, dict):
        return {name: facts_of(value) for name, value in detail.items() if name not in {"slug", "number"}}
    if isinstance(detail, list):
        return [facts_of(value) for value in detail]
    return detail


def test_seed_entered_by_hand_comes_out_of_every_public_format_once_it_is_published(desks, client):
    editors, publishers = desks
    entered = seed_entry.enter_seed(editors)
    assert not MeetingEdition.objects.exists()
    seed_entry.submit_seed(editors, entered)
    assert set(Meeting.objects.values_list("publication", flat=True)) == {"in-review"}
    assert not MeetingEdition.objects.exists()
    public.assert_no_trace(client, [facts.ASADOV, facts.MISHUSTIN, facts.STATEMENT_TITLE, "trade turnover"])
    seed_entry.publish_seed(publishers, entered)
    slug = public.assert_files_have_the_seed(client)
    public.assert_json_has_the_seed(client, slug)
    public.assert_page_has_the_seed(client, slug)
    by_hand = MeetingEdition.objects.get(pk=entered.meeting)
    agreements = {row.title: row.detail for row in AgreementEdition.objects.all()}
    others = seed.publish_seed()
    by_code = MeetingEdition.objects.exclude(pk=by_hand.pk).get()
    assert facts_of(by_hand.detail) == facts_of(by_code.detail)
    for record in others[1:]:
        again = AgreementEdition.objects.get(pk=record.pk)
        assert facts_of(agreements[again.title]) == facts_of(again.detail)


@pytest.mark.sqlite  # What keys do is the same beside any database, and takes a while.
def test_seed_entered_by_keyboard_alone_says_the_same(desks):
    editors = Keyboard(desks[0].page)
    entered = seed_entry.enter_seed(editors)
    by_code = seed.enter_seed()
    by_hand = Meeting.objects.get(pk=entered.meeting)
    assert facts_of(draft_entry(by_hand).detail) == facts_of(draft_entry(by_code[0]).detail)
    for key, record in zip((entered.package, entered.statement), by_code[1:], strict=True):
        again = Agreement.objects.get(pk=key)
        assert facts_of(draft_entry(again).detail) == facts_of(draft_entry(record).detail)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_forms_of_the_desk_have_no_sideways_scroll_at_1280(transactional_db, new_page, sign_in, scheme):
    seed.load_reference()
    meeting, package, _ = seed.enter_seed()
    page = new_page(viewport={"width": 1280, "height": 900}, color_scheme=scheme)
    sign_in(page, member("publisher"))
    official = meeting.participations.first().official
    for path in (
        "",
        "meetings/meeting/",
        f"meetings/meeting/{meeting.pk}/change/",
        f"meetings/meeting/{meeting.pk}/history/",
        f"meetings/meeting/{meeting.pk}/preview/",
        "meetings/meeting/add/",
        f"agreements/agreement/{package.pk}/change/",
        f"meetings/official/{official.pk}/change/",
        f"meetings/quote/{meeting.quotes.first().pk}/change/",
        "meetings/edit/",
    ):
        page.goto(f"/admin/{path}")
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= 1280, path
