"""The public list of officials."""

from .. import wording
from ..browse.columns import nested, plain, stamped
from ..browse.listing import BY_TITLE, BY_UPDATE, Heading, Listing
from ..filters import OfficialFilters
from ..models import OfficialEdition

OFFICIALS = Listing(
    name="officials",
    noun="official",
    telling=wording.OFFICIAL,
    nouns="officials",
    title="Officials",
    about="People who meet or speak for a country, and the posts that they held.",
    editions=OfficialEdition.objects.all,
    filterset=OfficialFilters,
    sorts=BY_TITLE | BY_UPDATE,
    headings=(
        Heading("name", "Name", sort="title", css="w-name"),
        Heading("countries", "Country"),
        Heading("posts", "Posts"),
    ),
    columns=(
        *plain("slug", "name", "native_name", "aliases"),
        nested("countries"),
        *plain("countries_iso3", "posts", "wikidata", "born", "died"),
        *stamped("official"),
    ),
)
