"""What a reader meets in a browser: every kind of page, light and dark, wide and narrow, with and without scripts."""

import pytest

from agreements.models import AgreementEdition, SphereEdition
from meetings.models import (
    CommitmentEdition,
    CountryEdition,
    FigureEdition,
    MeetingEdition,
    OfficialEdition,
    QuoteEdition,
    SourceEdition,
)
from tests.seed import load_reference, publish_seed

pytestmark = pytest.mark.django_db(transaction=True)

DETAILS = (
    MeetingEdition,
    OfficialEdition,
    CountryEdition,
    QuoteEdition,
    FigureEdition,
    CommitmentEdition,
    SourceEdition,
    AgreementEdition,
    SphereEdition,
)
FIXED = (
    "/",
    "/meetings/",
    "/meetings/?country=azerbaijan&counterpart=russia",
    "/meetings/?q=nothingofthekind",
    "/meetings/?view=timeline",
    "/meetings/?view=matrix",
    "/meetings/?view=map",
    "/meetings/?view=spheres",
    "/meetings/?before=2021-13",
    "/meetings/?page=201",
    "/officials/",
    "/countries/",
    "/pairs/",
    "/events/",
    "/quotes/",
    "/figures/",
    "/commitments/",
    "/agreements/",
    "/spheres/",
    "/sources/",
    "/countries/azerbaijan/russia/",
    "/search/",
    "/search/?q=trade",
    "/data/",
    "/api/docs/",
)


@pytest.fixture
def seed(transactional_db):
    """Publish the seed meeting on the reference data that it needs."""
    load_reference()
    publish_seed()


def addresses():
    """Return one address of every kind of public page."""
    details = [f"/{model.listing}/{model.objects.order_by('slug').first().slug}/" for model in DETAILS]
    return [*FIXED, *details]


# Light and narrow, dark and wide: the colours do not depend on the width, nor the layout on the colours.
@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1280, "dark")])
def test_every_kind_of_page_passes_axe_and_never_scrolls_sideways(seed, new_page, axe, width, scheme):
    page = new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    for address in addresses():
        page.goto(address)
        axe(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address


def test_filters_work_without_scripts(seed, new_page):
    page = new_page(java_script_enabled=False)
    page.goto("/meetings/")
    page.get_by_role("group", name="Country", exact=True).get_by_label("Azerbaijan").check()
    page.get_by_label("On or before").fill("2021-05")
    page.get_by_role("button", name="Show meetings").click()
    assert "country=azerbaijan" in page.url
    assert page.get_by_role("link", name="Asadov").count() >= 1
    page.get_by_role("link", name="Remove filter: Country, Azerbaijan").click()
    assert "country=azerbaijan" not in page.url
    assert "before=2021-05" in page.url


def test_a_change_of_a_filter_shows_in_place_and_goes_with_the_address(seed, page):
    page.goto("/meetings/")
    page.evaluate("window.same = true")
    country = page.get_by_role("group", name="Country", exact=True).get_by_label("Azerbaijan")
    country.check()
    page.wait_for_url("**/meetings/?country=azerbaijan")
    chip = page.get_by_role("link", name="Remove filter: Country, Azerbaijan")
    chip.wait_for()
    assert page.evaluate("document.activeElement.id") == "id_country_azerbaijan"
    assert page.get_by_role("status").text_content().startswith("1 meeting")
    page.get_by_role("group", name="Counterpart").get_by_label("Russia").check()
    page.wait_for_url("**/meetings/?country=azerbaijan&counterpart=russia")
    page.get_by_label("On or before").fill("2021-13")
    page.keyboard.press("Tab")
    page.get_by_role("alert").wait_for()
    assert page.evaluate("window.same")
    page.reload()
    assert page.get_by_role("textbox", name="On or before").input_value() == "2021-13"
    _go_back_to(page, "/meetings/?country=azerbaijan&counterpart=russia")
    page.get_by_role("link", name="Remove filter: Counterpart, Russia").wait_for()
    _go_back_to(page, "/meetings/?country=azerbaijan")
    chip.wait_for()
    page.get_by_role("navigation", name="Years").get_by_role("link", name="2021").click()
    page.wait_for_url("**&after=2021&before=2021")


def _go_back_to(page, address):
    """Go back to a list shown in place, which the browser fetches anew and whole."""
    with page.expect_event("load"):
        page.evaluate("history.back()")
    page.wait_for_url(f"**{address}")


def test_a_wrong_date_is_explained_beside_what_was_typed(seed, new_page):
    page = new_page(java_script_enabled=False)
    page.goto("/meetings/?before=2021-13")
    assert page.get_by_role("textbox", name="On or before").input_value() == "2021-13"
    assert page.get_by_text("is not a date").first.is_visible()
    assert page.locator("table.meetings-list").count() == 0


def test_the_first_tab_skips_to_the_content(seed, page):
    page.goto("/meetings/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent.trim()") == "Skip to content"
    page.keyboard.press("Enter")
    page.wait_for_url("**/meetings/#main")


def test_a_slash_goes_to_the_search_box(seed, page):
    page.goto("/meetings/")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.type") == "search"
    page.keyboard.type("Mishustin")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=Mishustin")
    assert page.get_by_role("link", name="Mikhail Mishustin").first.is_visible()


def test_every_fact_on_the_meeting_page_leads_to_its_source(seed, page):
    page.goto(f"/meetings/{MeetingEdition.objects.get().slug}/")
    references = page.locator("a.ref")
    assert references.count() >= 20
    for target in {references.nth(number).get_attribute("href") for number in range(references.count())}:
        assert page.locator(target).count() == 1
