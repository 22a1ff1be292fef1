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
