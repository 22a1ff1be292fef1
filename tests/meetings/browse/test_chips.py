"""Chips: each drops its own filter alone, and what it leaves can be asked."""

import pytest

from tests.factories import meeting_between

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def met():
    """Azerbaijan met Russia, and Armenia Georgia; both as ministers do."""
    meeting_between("Azerbaijan", "Russia", published=True)
    meeting_between("Armenia", "Georgia", published=True)


def chips(client, query):
    """Return {value: chip} of the meetings; every chip must lead to a list that can be read."""
    found = {chip["value"]: chip for chip in client.get(f"/meetings/?{query}").context_data["chips"]}
    for chip in found.values():
        assert client.get(chip["url"]).status_code == 200, chip
    return found


def test_last_country_gone_leaves_its_counterpart_as_a_country(client):
    found = chips(client, "country=azerbaijan&counterpart=russia&counterpart=georgia")
    assert found["Azerbaijan"]["url"] == "/meetings/?country=russia&country=georgia"
    assert found["Russia"]["url"] == "/meetings/?country=azerbaijan&counterpart=georgia"
    assert [chip["also"] for chip in found.values()] == [[], [], []]


def test_one_of_two_countries_gone_leaves_all_that_needs_one(client):
    found = chips(client, "country=azerbaijan&country=armenia&counterpart=russia&rank=minister")
    assert found["Azerbaijan"]["url"] == "/meetings/?country=armenia&counterpart=russia&rank=minister"


def test_rank_goes_with_the_country_whose_it_is_and_the_chip_says_so(client):
    found = chips(client, "country=azerbaijan&counterpart=russia&rank=minister&page=1")
    assert found["Azerbaijan"]["url"] == "/meetings/?country=russia"
    assert found["Azerbaijan"]["also"] == ["Rank of the country’s side"]
    text = client.get("/meetings/?country=azerbaijan&rank=minister").content.decode()
    assert "Remove filter: Country, Azerbaijan; with it Rank of the country’s side" in text


def test_drop_counts_the_list_that_its_chip_leads_to(client):
    drops = client.get("/meetings/?country=azerbaijan&counterpart=georgia").context_data["drops"]
    assert {drop["value"]: (drop["count"], drop["url"]) for drop in drops} == {
        "Azerbaijan": (1, "/meetings/?country=georgia"),
        "Georgia": (1, "/meetings/?country=azerbaijan"),
    }
