"""The public lists of agreements and spheres."""

from meetings.browse.columns import nested, plain, stamped
from meetings.browse.facets import KeyFacet
from meetings.browse.listing import BY_DATE, BY_TITLE, BY_UPDATE, Heading, Listing, Sort

from . import wording
from .filters import AgreementFilters, SphereFilters
from .models import AgreementEdition, SphereEdition

AGREEMENTS = Listing(
    name="agreements",
    noun="agreement",
    telling=wording.AGREEMENT,
    nouns="agreements",
    title="Agreements",
    about="Documents that were proposed, signed or came into force; and those that a text mentions.",
    editions=AgreementEdition.objects.all,
    filterset=AgreementFilters,
    facets=(
        KeyFacet("party"),
        KeyFacet("counterpart"),
        KeyFacet("sphere"),
        KeyFacet("type"),
        KeyFacet("step"),
    ),
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
        *plain("slug", "title", "type", "type_wording", "step", "step_date", "signed_on"),
        nested("parties"),
        *plain("parties_iso3"),
        nested("spheres"),
        *plain("more_spheres"),
        nested("package"),
        *plain("documents_stated", "documents_listed"),
        nested("signatories"),
        *plain("meetings", "meetings_signed", "meetings_mentioned", "text_url"),
        nested("sources"),
        *stamped("agreement"),
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
    page_size=250,
    sorts={"code": Sort("title_key", "in the order of the tree")} | BY_UPDATE,
    headings=(
        Heading("name", "Sphere", css="w-name"),
        Heading("synonyms", "Words that mean it"),
    ),
    columns=(
        *plain("slug", "code", "name"),
        nested("parent"),
        *plain("synonyms", "treaty_subjects", "eurovoc", "dac"),
        *stamped("sphere"),
    ),
)

LISTINGS = (AGREEMENTS, SPHERES)
