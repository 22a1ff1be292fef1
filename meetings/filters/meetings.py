"""The filter language of meetings."""

from django.db.models import Q

from agreements.models import Agreement

from ..browse.filterset import (
    AfterFilter,
    BeforeFilter,
    KeyFilter,
    LookedUpFilter,
    SlugTextFilter,
    StrictFilterSet,
    WordsFilter,
    any_of,
    labelled,
)
from ..models import EventEdition, Meeting, Rank
from .known import country_filter, official_filter, publisher_filter, sphere_filter

LATERALITIES = {"bilateral": "bilateral", "trilateral": "trilateral", "multilateral": "multilateral"}
CONTENTS = {name: name for name in ("quotes", "agreements", "figures", "commitments", "conflicts")}


class MeetingFilters(StrictFilterSet):
    """What meetings can be asked for."""

    q = WordsFilter(label="Words")
    country = country_filter("Country")
    counterpart = country_filter("Counterpart")
    official = official_filter("Official")
    rank = KeyFilter(label="Rank of the country’s side", choices=labelled(Rank), noun="rank", many=False)
    level = KeyFilter(label="Level", choices=labelled(Rank), noun="level", many=False)
    sphere = sphere_filter("Sphere, discussed or signed")
    discussed = sphere_filter("Discussed")
    signed = sphere_filter("Signed")
    about = country_filter("About a third country")
    agreement_type = KeyFilter(
        label="Type of agreement", choices=labelled(Agreement.Type), noun="type of agreement"
    )
    event = LookedUpFilter(EventEdition.objects, "Event", "event", many=False)
    format = KeyFilter(label="Format", choices=labelled(Meeting.Format), noun="format")
    setting = KeyFilter(label="Setting", choices=labelled(Meeting.Setting), noun="setting")
    occurrence = KeyFilter(label="Held", choices=labelled(Meeting.Occurrence), noun="occurrence")
    laterality = KeyFilter(label="Laterality", choices=LATERALITIES, noun="laterality", many=False)
    host = country_filter("Host country")
    city = SlugTextFilter(label="City")
    place_basis = KeyFilter(label="Place is", choices=labelled(Meeting.PlaceBasis), noun="basis of a place")
    after = AfterFilter(field_name="latest", label="On or after")
    before = BeforeFilter(field_name="earliest", label="On or before")
    publisher = publisher_filter()
    has = KeyFilter(label="With", choices=CONTENTS, noun="part of a meeting", every=True)

    needs = {"counterpart": "country", "rank": "country", "with": "official"}
    sides = {"counterpart": "country", "with": "official"}
    panel = [
        ("Words", ["q"]),
        ("Date of meeting", ["after", "before"]),
        ("Countries", ["country", "counterpart", "rank"]),
        ("Level", ["level"]),
        ("Officials", ["official", "with"]),
        ("Sphere", ["sphere"]),
        ("Discussed, signed, about", ["discussed", "signed", "about"]),
        ("Agreements", ["agreement_type"]),
        ("Format", ["format"]),
        ("Setting", ["setting"]),
        ("Held", ["occurrence"]),
        ("Sides", ["laterality"]),
        ("Place", ["host", "city", "place_basis"]),
        ("With", ["has"]),
        ("Sources", ["publisher", "event"]),
    ]

    def together(self, asked):
        """A rank is asked of a country's side."""
        condition = super().together(asked)
        if ranks := asked.pop("rank", None):
            condition &= _sent_by_a_party(asked["country"], ranks)
        return condition


def _sent_by_a_party(countries, ranks):
    """A country that only witnessed a meeting is no party to it, whomever it sent."""
    return any_of(
        Q(keys__has_all=[f"country={country}", f"rank={country}/{rank}"])
        for country in countries
        for rank in ranks
    )


# "with" is a word of Python, so it cannot be declared in the body of the class.
MeetingFilters.declared_filters["with"] = official_filter("With official", field_name="official")
MeetingFilters.base_filters = MeetingFilters.get_filters()
