"""The public lists of countries and of the pairs of them that met."""

from django.urls import reverse

from .. import wording
from ..browse.columns import Column, nested, plain, stamped
from ..browse.listing import BY_TITLE, BY_UPDATE, Heading, Listing, Sort
from ..filters import CountryFilters, PairFilters
from ..models import CountryEdition, PairEdition

COUNTRIES = Listing(
    name="countries",
    noun="country",
    telling=wording.COUNTRY,
    nouns="countries",
    title="Countries",
    about="States, former states, territories and international organisations.",
    editions=CountryEdition.objects.all,
    filterset=CountryFilters,
    sorts=BY_TITLE | BY_UPDATE,
    headings=(
        Heading("name", "Name", sort="title", css="w-name"),
        Heading("official_name", "Official name"),
        Heading("kind", "Kind"),
        Heading("region", "Region"),
        Heading("codes", "Codes"),
    ),
    columns=(
        *plain(
            "slug",
            "name",
            "official_name",
            "kind",
            "name_ru",
            "official_name_ru",
            "name_fr",
            "official_name_fr",
            "name_es",
            "official_name_es",
            "adjective",
            "demonym",
        ),
        nested("aliases"),
        *plain("iso2", "iso3", "cow", "region", "seat", "latitude", "longitude", "valid_from", "valid_until"),
        nested("predecessors"),
        nested("successors"),
        *stamped("country"),
    ),
)

PAIRS = Listing(
    name="pairs",
    noun="pair",
    nouns="pairs of countries",
    title="Pairs of countries",
    about="Every two countries that met in this record; meetings that were only planned do not count.",
    editions=PairEdition.objects.all,
    filterset=PairFilters,
    sorts={"-meetings": Sort("meetings", "most meetings first", descending=True)}
    | BY_TITLE
    | {"last": Sort("latest", "last met first", descending=True, nullable=True)},
    headings=(
        Heading("title", "Pair", sort="title", css="w-name"),
        Heading("meetings", "Meetings held", css="num"),
        Heading("first_meeting", "First in this record"),
        Heading("last_meeting", "Last in this record", sort="last"),
    ),
    columns=(
        *plain(
            "first",
            "second",
            "first_iso3",
            "second_iso3",
            "title",
            "meetings",
            "first_meeting",
            "first_meeting_end",
            "first_meeting_precision",
            "last_meeting",
            "last_meeting_end",
            "last_meeting_precision",
        ),
        Column("url", value=lambda entry: reverse("pair", args=entry.slug.split("/"))),
    ),
)
