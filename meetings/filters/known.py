"""Filters by records that several lists can be asked for: countries, officials, spheres, publishers."""

from django.db.models import Exists, OuterRef

from agreements.models import SphereEdition

from ..browse.filterset import LookedUpFilter
from ..models import CountryEdition, EditionParty, OfficialEdition, PublisherEdition


def _parties():
    meetings = EditionParty.objects.filter(country=OuterRef("pk"))
    return CountryEdition.objects.filter(Exists(meetings)).choices()


def country_filter(label):
    """Return a filter by countries; its panel offers the parties of meetings in this record."""
    return LookedUpFilter(CountryEdition.objects, label, "country", listed=_parties)


class Sides:
    """Countries and officials, either of whom can promise something."""

    @staticmethod
    def known(values):
        """Return {value as given: (slug, title)} of the slugs that are public."""
        return OfficialEdition.objects.known(values) | CountryEdition.objects.known(values)


class SideFilter(LookedUpFilter):
    """By countries or officials; a slug that is both is the country's. The panel offers the countries."""

    def __init__(self, label):
        super().__init__(Sides, label, "country or official", listed=_parties)

    def keys(self, values):
        """Return "parameter=value" for a country, "parameter_official=value" for an official."""
        countries = CountryEdition.objects.filter(slug__in=values).values_list("slug", flat=True)
        ends = {value: "" if value in set(countries) else "_official" for value in values}
        return [f"{self.field_name}{end}={value}" for value, end in ends.items()]


def official_filter(label, **kwargs):
    """Return a filter by officials, who are too many for a panel."""
    return LookedUpFilter(OfficialEdition.objects, label, "official", **kwargs)


def sphere_filter(label):
    """Return a filter by spheres; a top takes its subs, since their rows have its key too."""
    return LookedUpFilter(SphereEdition.objects, label, "sphere", listed=SphereEdition.objects.choices)


def publisher_filter():
    """Return a filter by publishers of the sources."""
    return LookedUpFilter(
        PublisherEdition.objects, "Publisher", "publisher", listed=PublisherEdition.objects.choices
    )
