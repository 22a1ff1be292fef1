"""The filter language of agreements and spheres."""

from meetings.browse.filterset import (
    AfterFilter,
    BeforeFilter,
    KeyFilter,
    LookedUpFilter,
    StrictFilterSet,
    WordsFilter,
    labelled,
)
from meetings.models import CountryEdition, MeetingEdition, OfficialEdition, PublisherEdition

from .models import Agreement, AgreementEdition, SphereEdition, Step


def _parties():
    bound = CountryEdition.objects.filter(record__party_to__agreement__edition__isnull=False).distinct()
    return dict(bound.order_by("title_key", "slug").values_list("slug", "title"))


class AgreementFilters(StrictFilterSet):
    """What agreements can be asked for; `step` is the one that they have reached."""

    q = WordsFilter(label="Words")
    party = LookedUpFilter(CountryEdition.objects, "Party", "country", listed=_parties)
    counterpart = LookedUpFilter(CountryEdition.objects, "Counterpart", "country", listed=_parties)
    sphere = LookedUpFilter(SphereEdition.objects, "Sphere", "sphere", listed=SphereEdition.objects.choices)
    type = KeyFilter(label="Type", choices=labelled(Agreement.Type), noun="type of agreement")
    step = KeyFilter(label="Step reached", choices=labelled(Step.Kind), noun="step")
    signed_after = AfterFilter(field_name="signed_latest", label="Signed on or after")
    signed_before = BeforeFilter(field_name="signed_earliest", label="Signed on or before")
    official = LookedUpFilter(OfficialEdition.objects, "Signed by", "official")
    meeting = LookedUpFilter(MeetingEdition.objects, "Meeting", "meeting")
    package = LookedUpFilter(AgreementEdition.objects, "Package", "agreement")
    publisher = LookedUpFilter(
        PublisherEdition.objects, "Publisher", "publisher", listed=PublisherEdition.objects.choices
    )
    needs = {"counterpart": "party"}
    sides = {"counterpart": "party"}
    panel = [
        ("Words", ["q"]),
        ("Parties", ["party", "counterpart"]),
        ("Sphere", ["sphere"]),
        ("Type", ["type"]),
        ("Step reached", ["step"]),
        ("Date of signing", ["signed_after", "signed_before"]),
        ("Signed by", ["official"]),
        ("Meeting", ["meeting"]),
        ("Package", ["package"]),
        ("Publisher", ["publisher"]),
    ]


class SphereFilters(StrictFilterSet):
    """What spheres can be asked for; a top sphere brings its subs."""

    q = WordsFilter(label="Words")
    sphere = LookedUpFilter(SphereEdition.objects, "Sphere", "sphere", listed=SphereEdition.objects.choices)
    panel = [("Words", ["q"]), ("Sphere", ["sphere"])]
