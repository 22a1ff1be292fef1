"""The public lists of agreements and spheres."""

from django.urls import reverse

from meetings.browse.listing import BY_DATE, BY_TITLE, BY_UPDATE, Column, Heading, Listing, Sort

from . import wording
from .filters import AgreementFilters, SphereFilters
from .models import AgreementEdition, SphereEdition


def _plain(*names):
    return tuple(Column(name) for name in names)


def _nested(name):
    return Column(name, in_json=False)


def _stamped(noun):
    return (
        Column("url", value=lambda entry: reverse(noun, args=[entry.slug])),
        Column("updated_at", value=lambda entry: entry.updated_at.strftime("%Y-%m-%dT%H:%M:%SZ")),
    )


AGREEMENTS = Listing(
    name="agreements",
    noun="agreement",
    telling=wording.AGREEMENT,
    nouns="agreements",
    title="Agreements",
    about="Documents that were proposed, signed or came into force; and those that a text mentions.",
    editions=AgreementEdition.objects.all,
    filterset=AgreementFilters,
    sorts=BY_DATE
    | {
        "-signed": Sort("signed_latest", "last signed first", descending=True, nullable=True),
        "signed": Sort("signed_earliest", "first signed first", nullable=True),
    }
    | BY_TITLE
    | BY_UPDATE,
    headings=(
        Heading("title", "Agreement", sort="title", css="w-name"),
        Heading("parties", "Parties"),
        Heading("spheres", "Spheres"),
        Heading("step", "Step reached"),
        Heading("date", "Date", sort="date", css="w-date"),
    ),
    columns=(
        *_plain("slug", "title", "type", "type_wording", "step", "step_date", "signed_on"),
        _nested("parties"),
        Column("parties_iso3"),
        _nested("spheres"),
        Column("more_spheres"),
        _nested("package"),
        *_plain("documents_stated", "documents_listed"),
        _nested("signatories"),
        *_plain("meetings", "text_url"),
        _nested("sources"),
        *_stamped("agreement"),
    ),
)

SPHERES = Listing(
    name="spheres",
    noun="sphere",
    telling=wording.SPHERE,
    nouns="spheres",
    title="Spheres of cooperation",
    about="Fields in which countries cooperate, in a tree of two levels.",
    editions=SphereEdition.objects.all,
    filterset=SphereFilters,
    sorts={"code": Sort("title_key", "in the order of the tree")} | BY_UPDATE,
    headings=(
        Heading("name", "Sphere", css="w-name"),
        Heading("synonyms", "Words that mean it"),
    ),
    columns=(
        *_plain("slug", "code", "name"),
        _nested("parent"),
        *_plain("synonyms", "treaty_subjects", "eurovoc", "dac"),
        *_stamped("sphere"),
    ),
)

LISTINGS = (AGREEMENTS, SPHERES)
