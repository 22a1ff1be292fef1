"""What the facts of meetings can be asked for: everything about their meeting, and things of their own."""

from django.db.models import Q
from django.utils import timezone

from ..browse.filterset import KeyFilter, LookedUpFilter, any_of, labelled
from ..models import Commitment, Figure, MeetingEdition, Quote
from .known import SideFilter, country_filter, official_filter
from .meetings import MeetingFilters


class PartFilters(MeetingFilters):
    """What the facts of meetings can be asked for: everything about their meeting, and the meeting itself."""

    meeting = LookedUpFilter(MeetingEdition.objects, "Meeting", "meeting")
    panel = [*MeetingFilters.panel, ("Meeting", ["meeting"])]


class QuoteFilters(PartFilters):
    """Quotes: by speaker and kind besides."""

    speaker = official_filter("Speaker")
    kind = KeyFilter(label="Direct or reported", choices=labelled(Quote.Kind), noun="kind of quote")
    panel = [("Words", ["q"]), ("Said by", ["speaker"]), ("Kind", ["kind"]), *PartFilters.panel[1:]]


class FigureFilters(PartFilters):
    """Figures: by who claimed them, what kind they are and which country they are about besides."""

    claimed_by = official_filter("Claimed by")
    figure_about = country_filter("Figure about")
    kind = KeyFilter(label="Actual, target or estimate", choices=labelled(Figure.Kind), noun="kind of figure")
    panel = [
        ("Words", ["q"]),
        ("Claim", ["claimed_by", "figure_about"]),
        ("Kind", ["kind"]),
        *PartFilters.panel[1:],
    ]


STATES = {"open": "open", "overdue": "overdue", "kept": "kept", "withdrawn": "withdrawn"}


class StateFilter(KeyFilter):
    """By the state that readers see on the day of reading: what is open past its last day is overdue."""

    def filter(self, rows, value):
        if not value:
            return rows
        late = Q(due_until__lt=timezone.now().date())
        conditions = {
            "open": Q(keys__has_any=["state=open"]) & ~late | Q(keys__has_any=["state=open"], due_until=None),
            "overdue": Q(keys__has_any=["state=open"]) & late,
        }
        return rows.filter(
            any_of(conditions.get(state, Q(keys__has_any=[f"state={state}"])) for state in value)
        )


class CommitmentFilters(PartFilters):
    """Commitments: by kind, state and sides besides; overdue is asked of the day of reading."""

    kind = KeyFilter(label="Kind", choices=labelled(Commitment.Kind), noun="kind of commitment")
    state = StateFilter(label="State", choices=STATES, noun="state of a commitment")
    by = SideFilter("Promised by")
    to = SideFilter("Promised to")
    panel = [
        ("Words", ["q"]),
        ("State", ["state"]),
        ("Kind", ["kind"]),
        ("Sides", ["by", "to"]),
        *PartFilters.panel[1:],
    ]
