"""What officials can be asked for."""

from ..browse.filterset import KeyFilter, StrictFilterSet, WordsFilter, labelled
from ..models import Rank
from .known import country_filter


class OfficialFilters(StrictFilterSet):
    """What officials can be asked for."""

    q = WordsFilter(label="Words")
    country = country_filter("Country")
    rank = KeyFilter(label="Rank", choices=labelled(Rank), noun="rank")
    panel = [("Words", ["q"]), ("Country", ["country"]), ("Rank", ["rank"])]

    def filter_queryset(self, queryset):
        """Country and rank together mean a post at that rank for that country."""
        asked = dict(self.form.cleaned_data)
        if asked["country"] and asked["rank"]:
            countries, ranks = asked.pop("country"), asked.pop("rank")
            queryset = queryset.filter(
                keys__has_any=[f"rank={country}/{rank}" for country in countries for rank in ranks]
            )
        return self.let_through(queryset, asked)
