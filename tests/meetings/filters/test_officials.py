"""What officials can be asked for."""

import pytest

from meetings.browse.filterset import KeyFilter
from meetings.filters import OfficialFilters
from meetings.listings import OFFICIALS
from meetings.models import Rank
from tests.factories import OfficialFactory, TenureFactory, country
from tests.reading import in_csv

pytestmark = pytest.mark.django_db


@pytest.fixture
def held():
    """One person has held two posts: a minister's for Azerbaijan, an ambassador's for Russia."""
    person = OfficialFactory(name="Two Posts", reference=True)
    TenureFactory(official=person, country=country("Azerbaijan"), rank=Rank.MINISTER)
    TenureFactory(official=person, country=country("Russia"), rank=Rank.AMBASSADOR)


def found(client, **query):
    return in_csv(client, "officials", query)


def test_official_by_country_and_rank_held_that_rank_for_that_country(client, held):
    assert found(client, country=["azerbaijan"], rank=["minister"]) == ["two-posts"]
    assert found(client, country=["azerbaijan"], rank=["ambassador"]) == []
    assert found(client, country=["azerbaijan", "russia"], rank=["ambassador"]) == ["two-posts"]


def test_other_filters_hold_beside_country_and_rank(client, held):
    assert found(client, country=["azerbaijan"], rank=["minister"], q=["posts"]) == ["two-posts"]
    assert found(client, country=["azerbaijan"], rank=["minister"], q=["nobody"]) == []


def test_filter_that_is_added_later_holds_beside_country_and_rank(rf, held):
    class Further(OfficialFilters):
        later = KeyFilter(label="Later", choices={"none-has": "none has"}, noun="word")

    asked = rf.get("/", {"country": "azerbaijan", "rank": "minister", "later": "none-has"}).GET
    filters = Further(data=asked, queryset=OFFICIALS.editions())
    assert not filters.faults() and not filters.filter_queryset(OFFICIALS.editions()).exists()
