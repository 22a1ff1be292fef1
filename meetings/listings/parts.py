"""The public lists of what meetings hold: quotes, figures, commitments."""

from django.utils import timezone

from .. import wording
from ..browse.columns import Column, nested, plain, stamped
from ..browse.listing import BY_DATE, BY_TITLE, BY_UPDATE, Heading, Listing, Sort
from ..filters import CommitmentFilters, FigureFilters, QuoteFilters
from ..models import CommitmentEdition, FigureEdition, QuoteEdition

OF_MEETING = plain(
    "slug", "meeting", "meeting_title", "date_start", "date_end", "date_precision", "meeting_countries"
)


QUOTES = Listing(
    name="quotes",
    noun="quote",
    telling=wording.QUOTE,
    nouns="quotes",
    title="Quotes",
    about="Words said at or about a meeting: direct, or as a source reports them.",
    editions=QuoteEdition.objects.all,
    filterset=QuoteFilters,
    sorts=BY_DATE | BY_UPDATE,
    headings=(
        Heading("text", "Quote", css="w-name"),
        Heading("speakers", "Speaker"),
        Heading("meeting", "Meeting"),
        Heading("date", "Date", sort="date", css="w-date"),
    ),
    columns=(
        *OF_MEETING,
        *plain("speakers", "kind", "text", "language", "original", "original_language", "translation"),
        nested("sources"),
        *stamped("quote"),
    ),
)

FIGURES = Listing(
    name="figures",
    noun="figure",
    telling=wording.FIGURE,
    nouns="figures",
    title="Figures",
    about="Numbers that someone claimed: not what we measured.",
    editions=FigureEdition.objects.all,
    filterset=FigureFilters,
    sorts=BY_DATE | BY_TITLE | BY_UPDATE,
    headings=(
        Heading("measure", "What", sort="title", css="w-name"),
        Heading("value", "Value", css="num"),
        Heading("period", "Period"),
        Heading("change", "Change", css="num"),
        Heading("claimed_by", "Claimed by"),
        Heading("date", "Meeting", sort="date"),
    ),
    columns=(
        *OF_MEETING,
        *plain(
            "measure",
            "value",
            "scale",
            "unit",
            "currency",
            "qualifier",
            "change",
            "change_qualifier",
            "change_basis",
            "kind",
            "period_start",
            "period_end",
            "period_wording",
            "countries",
            "claimed_by",
        ),
        nested("sources"),
        *stamped("figure"),
    ),
)


def commitment_state(entry):
    """Return the state of a commitment on the day of reading (UTC): open past its last day means overdue."""
    late = entry.due_until is not None and entry.due_until < timezone.now().date()
    return "overdue" if late and entry.row["state"] == "open" else entry.row["state"]


COMMITMENTS = Listing(
    name="commitments",
    noun="commitment",
    telling=wording.COMMITMENT,
    nouns="commitments",
    title="Commitments",
    about="What was promised or announced: invitations, next meetings, documents to be signed, pledges.",
    editions=CommitmentEdition.objects.all,
    filterset=CommitmentFilters,
    sorts=BY_DATE | {"due": Sort("due_until", "due first", nullable=True)} | BY_TITLE | BY_UPDATE,
    headings=(
        Heading("what", "What", sort="title", css="w-name"),
        Heading("sides", "By whom, to whom"),
        Heading("due", "Due", sort="due"),
        Heading("state", "State"),
        Heading("date", "Meeting", sort="date"),
    ),
    columns=(
        *OF_MEETING,
        *plain("kind", "what", "by", "to", "event", "place", "due", "due_wording"),
        Column("state", value=commitment_state),
        *plain("kept_by"),
        nested("sources"),
        *stamped("commitment"),
    ),
)
