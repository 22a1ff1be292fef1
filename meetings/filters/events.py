"""What events can be asked for."""

from ..browse.filterset import AfterFilter, BeforeFilter, KeyFilter, StrictFilterSet, WordsFilter, labelled
from ..models import Event
from .known import country_filter, official_filter


class EventFilters(StrictFilterSet):
    """What events can be asked for."""

    q = WordsFilter(label="Words")
    country = country_filter("Country present")
    official = official_filter("Official present")
    host = country_filter("Host country")
    kind = KeyFilter(label="Kind", choices=labelled(Event.Kind), noun="kind of event")
    after = AfterFilter(field_name="latest", label="On or after")
    before = BeforeFilter(field_name="earliest", label="On or before")
    panel = [
        ("Words", ["q"]),
        ("Date", ["after", "before"]),
        ("Countries", ["country", "host"]),
        ("Official", ["official"]),
        ("Kind", ["kind"]),
    ]
