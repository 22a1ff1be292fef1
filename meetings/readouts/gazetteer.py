"""The one door from readings to the database: everything known, read once into a plain immutable Gazetteer.

Cities beyond the seats of countries come from cities.csv beside this file: names and countries from GeoNames
(CC BY 4.0), those of 50,000 people or more (150,000 in the
United States) and some where leaders often meet.
"""

import csv
from datetime import date
from pathlib import Path

from agreements.models import Sphere

from ..models import Country, Official, Publisher
from . import lexicon

CITIES = Path(__file__).resolve().with_name("cities.csv")


def load_gazetteer():
    """Return the Gazetteer of the database as it is now."""
    countries = tuple(map(_country, Country.objects.prefetch_related("dated_aliases").order_by("slug")))
    return lexicon.Gazetteer(
        countries=countries,
        officials=tuple(map(_official, Official.objects.prefetch_related("tenures__country").order_by("pk"))),
        spheres=tuple(
            lexicon.Sphere(sphere.slug, sphere.name, tuple(sphere.synonyms), sphere.parent_id is None)
            for sphere in Sphere.objects.order_by("code")
        ),
        publishers=tuple(
            lexicon.Publisher(
                publisher.slug,
                publisher.name,
                tuple(publisher.aliases),
                publisher.kind,
                publisher.country.slug if publisher.country else "",
            )
            for publisher in Publisher.objects.select_related("country").order_by("slug")
        ),
        cities=_cities(countries),
    )


def _country(country):
    names = [country.name, country.official_name, *country.aliases]
    return lexicon.Country(
        slug=country.slug,
        name=country.name,
        kind=country.kind,
        names=tuple(name for name in names if name),
        adjectives=tuple(filter(None, dict.fromkeys((country.adjective, country.demonym)))),
        dated=tuple(
            (alias.name, _first(alias.valid_from), _last(alias.valid_until))
            for alias in country.dated_aliases.all()
        ),
        first=_first(country.valid_from),
        last=_last(country.valid_until),
        seat=country.seat,
        iso2=country.iso2 or "",
    )


def _official(official):
    return lexicon.Official(
        slug=official.slug or f"official-{official.pk}",
        name=official.name,
        aliases=tuple(filter(None, (*official.aliases, official.native_name))),
        tenures=tuple(map(_tenure, official.tenures.all())),
    )


def _tenure(tenure):
    """The certain days are those of Tenure.held_on."""
    end = tenure.end or tenure.known_until
    return lexicon.Tenure(
        country=tenure.country.slug,
        post=tenure.post,
        rank=tenure.rank,
        possible_from=_first(tenure.start),
        certain_from=tenure.start.last if tenure.start else None,
        certain_until=end.first if end else date.max,
        possible_until=_last(tenure.end),
    )


def _first(partial):
    return partial.first if partial else date.min


def _last(partial):
    return partial.last if partial else date.max


def _cities(countries):
    known = {country.iso2: country.slug for country in countries if country.iso2 and country.last == date.max}
    seats = [
        (country.seat, country.slug)
        for country in countries
        if country.seat and country.kind == "state" and country.last == date.max
    ]
    with CITIES.open(encoding="utf-8", newline="") as file:
        others = [(row["name"], known[row["iso2"]]) for row in csv.DictReader(file) if row["iso2"] in known]
    return tuple({city: (city, country) for city, country in [*others, *seats]}.values())
