"""What countries and pairs of them can be asked for."""

from ..browse.filterset import KeyFilter, StrictFilterSet, WordsFilter, labelled
from ..models import Country, CountryEdition
from .known import country_filter


def _regions():
    rows = CountryEdition.objects.exclude(record__region="").values_list("record__region", flat=True)
    return {name.lower().replace(" ", "-"): name for name in rows.distinct().order_by("record__region")}


class CountryFilters(StrictFilterSet):
    """What countries can be asked for."""

    q = WordsFilter(label="Words")
    kind = KeyFilter(label="Kind", choices=labelled(Country.Kind), noun="kind of country")
    region = KeyFilter(label="Region", choices=_regions, noun="region")
    panel = [("Words", ["q"]), ("Kind", ["kind"]), ("Region", ["region"])]


class PairFilters(StrictFilterSet):
    """What pairs can be asked for."""

    q = WordsFilter(label="Words")
    country = country_filter("Country")
    panel = [("Words", ["q"]), ("Country", ["country"])]
