"""The filter language of agreements and spheres."""

from meetings.browse.filterset import (
    AfterFilter,
    BeforeFilter,
    KeyFilter,
    LookedUpFilter,
    StrictFilterSet,
    WordsFilter,
)
from meetings.models import CountryEdition, MeetingEdition, OfficialEdition, PublisherEdition

from .models import Agreement, AgreementEdition, SphereEdition, Step


def _none():
    return {}


def _parties():
    bound = CountryEdition.objects.filter(record__party_to__agreement__edition__isnull=False).distinct()
    return dict(bound.order_by("title_key", "slug").values_list("slug", "title"))


class AgreementFilters(StrictFilterSet):
    """What agreements can be asked for; `step` is the one that they have reached."""

    q = WordsFilter(label="Words")
    party = LookedUpFilter(
        label="Party",
        noun="country",
        lookup=lambda values: CountryEdition.objects.known(values),
        listed=_parties,
    )
    sphere = LookedUpFilter(
        label="Sphere",
        noun="sphere",
        lookup=lambda values: SphereEdition.objects.known(values),
        listed=lambda: SphereEdition.objects.choices(),
    )
    type = KeyFilter(label="Type", choices=dict(Agreement.Type.choices), noun="type of agreement")
    step = KeyFilter(label="Step reached", choices=dict(Step.Kind.choices), noun="step")
    signed_after = AfterFilter(field_name="signed_latest", label="Signed on or after")
    signed_before = BeforeFilter(field_name="signed_earliest", label="Signed on or before")
    official = LookedUpFilter(
        label="Signed by",
        noun="official",
        lookup=lambda values: OfficialEdition.objects.known(values),
        listed=_none,
    )
    meeting = LookedUpFilter(
        label="Meeting",
        noun="meeting",
        lookup=lambda values: MeetingEdition.objects.known(values),
        listed=_none,
    )
    package = LookedUpFilter(
        label="Package",
        noun="agreement",
        lookup=lambda values: AgreementEdition.objects.known(values),
        listed=_none,
    )
    publisher = LookedUpFilter(
        label="Publisher",
        noun="publisher",
        lookup=lambda values: PublisherEdition.objects.known(values),
        listed=lambda: PublisherEdition.objects.choices(),
    )
    panel = [
        ("Words", ["q"]),
        ("Party", ["party"]),
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
    sphere = LookedUpFilter(
        label="Sphere",
        noun="sphere",
        lookup=lambda values: SphereEdition.objects.known(values),
        listed=lambda: SphereEdition.objects.choices(),
    )
    panel = [("Words", ["q"]), ("Sphere", ["sphere"])]
