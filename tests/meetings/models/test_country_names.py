"""Names of countries on a day (the 265 names of real records are asked in tests of the reference files)."""

from datetime import date

import pytest
from django.db import IntegrityError

from meetings.models import Country, CountryAlias

pytestmark = pytest.mark.django_db


def test_resolve_with_two_bearers_of_a_name_gives_none():
    for slug in ("north", "south"):
        Country.objects.create(slug=slug, name=slug.title(), aliases=["Both"])
    assert Country.objects.resolve("both") is None
    assert {country.slug for country in Country.objects.names().meant("Both")} == {"north", "south"}


def test_resolve_on_a_day_prefers_the_alias_in_use_and_ignores_countries_not_there():
    now = Country.objects.create(slug="now", name="Land", valid_from="1990-10-03")
    then = Country.objects.create(slug="then", name="Old Land", valid_from="1949", valid_until="1990-10-02")
    CountryAlias.objects.create(country=then, name="Land", valid_from="1949", valid_until="1990-10-02")
    assert Country.objects.resolve("LAND", date(1974, 7, 1)) == then
    assert Country.objects.resolve("Land", date(2021, 5, 20)) == now
    assert Country.objects.resolve("Old Land", date(2021, 5, 20)) is None
    assert Country.objects.resolve("Land") == now


@pytest.mark.parametrize("name", ["LND", "lnd", "Republic of Land", "Länd"])
def test_resolve_by_code_official_name_or_other_accents_finds_the_country(name):
    land = Country.objects.create(slug="land", name="Land", official_name="Republic of Land", iso3="LND")
    assert Country.objects.resolve(name) == land


@pytest.mark.parametrize("name", ["", "…", "Atlantis"])
def test_resolve_of_nothing_or_an_unknown_name_gives_none(name):
    Country.objects.create(slug="land", name="Land")
    assert Country.objects.resolve(name, date(2021, 5, 20)) is None


def test_codes_of_a_former_country_may_be_those_of_todays_but_not_twice_today():
    Country.objects.create(slug="now", name="Now", cow=365, iso3="NOW")
    Country.objects.create(slug="then", name="Then", cow=365, iso3="NOW", valid_until="1991-12-25")
    with pytest.raises(IntegrityError):
        Country.objects.create(slug="again", name="Again", cow=365)


def test_resolve_takes_names_of_any_language_then_adjectives_and_a_leading_article():
    land = Country.objects.create(
        slug="land", name="Land", name_ru="Край", official_name_fr="République du Pays", adjective="Landish"
    )
    other = Country.objects.create(slug="other", name="Landish", adjective="Other")
    names = Country.objects.names()
    for words in ("КРАЙ", "republique du pays", "the Land"):
        assert names.meant(words, date(2021, 5, 20)) == [land], words
    # A name goes before an adjective.
    assert names.meant("Landish") == [other]
    assert names.meant("other") == [other]
