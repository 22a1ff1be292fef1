"""What sources can be asked for."""

from ..browse.filterset import AfterFilter, BeforeFilter, LookedUpFilter, StrictFilterSet, WordsFilter
from ..models import SourceEdition
from .known import country_filter, publisher_filter


class SourceFilters(StrictFilterSet):
    """What sources can be asked for."""

    q = WordsFilter(label="Words")
    publisher = publisher_filter()
    side = country_filter("Speaks for")
    source = LookedUpFilter(SourceEdition.objects, "Source", "source")
    after = AfterFilter(field_name="latest", label="On or after")
    before = BeforeFilter(field_name="earliest", label="On or before")
    panel = [
        ("Words", ["q"]),
        ("Date", ["after", "before"]),
        ("Publisher", ["publisher"]),
        ("Speaks for", ["side"]),
        ("Source", ["source"]),
    ]
