"""What a merge does with every relation to a record, and which fields of a record are decided together.

Each foreign key and many-to-many field that leads to a record which may go has its rule here, by hand; a test walks
the models and fails when a relation has none.
"""

from enum import Enum

from agreements.models import Agreement, Coverage, Discussion, Party, Signature, Step

from ...models import (
    Attendance,
    Claim,
    Commitment,
    Conflict,
    Event,
    Figure,
    Meeting,
    Official,
    Participation,
    Publisher,
    Quote,
    Source,
    Tenure,
)

KINDS = (Official, Source, Publisher, Event, Meeting, Agreement)


class Rule(Enum):
    """MOVE: the row leads to the survivor from then on. FOLD: so too, and rows that then say the same become one.

    DERIVED: not a fact; the edition makes it anew.
    """

    MOVE = "move"
    FOLD = "fold"
    DERIVED = "derived"


# {record that may go: {relation to it: rule}}. Parts go where they are folded into one that says the same.
RELATIONS = {
    Official: {
        "meetings.Tenure.official": Rule.FOLD,
        "meetings.Participation.official": Rule.FOLD,
        "meetings.Attendance.official": Rule.FOLD,
        "meetings.Quote.speakers": Rule.FOLD,
        "meetings.Figure.claimed_by": Rule.FOLD,
        "meetings.Commitment.by_officials": Rule.FOLD,
        "meetings.Commitment.to_officials": Rule.FOLD,
        "agreements.Signature.official": Rule.FOLD,
        "meetings.OfficialEdition.record": Rule.DERIVED,
    },
    Publisher: {
        "meetings.Source.publisher": Rule.MOVE,
        "meetings.PublisherEdition.record": Rule.DERIVED,
    },
    Source: {
        "meetings.Meeting.sources": Rule.MOVE,
        "meetings.Meeting.date_sources": Rule.MOVE,
        "meetings.Meeting.place_sources": Rule.MOVE,
        "meetings.Participation.sources": Rule.MOVE,
        "meetings.Quote.sources": Rule.MOVE,
        "meetings.Figure.sources": Rule.MOVE,
        "meetings.Commitment.sources": Rule.MOVE,
        "meetings.Tenure.sources": Rule.MOVE,
        "meetings.Event.sources": Rule.MOVE,
        "meetings.Attendance.sources": Rule.MOVE,
        "meetings.Claim.source": Rule.FOLD,
        "agreements.Agreement.sources": Rule.MOVE,
        "agreements.Step.sources": Rule.MOVE,
        "agreements.Signature.sources": Rule.MOVE,
        "agreements.Discussion.source": Rule.FOLD,
        "meetings.SourceEdition.record": Rule.DERIVED,
    },
    Event: {
        "meetings.Attendance.event": Rule.FOLD,
        "meetings.Meeting.event": Rule.MOVE,
        "meetings.Commitment.event": Rule.MOVE,
        "meetings.EventEdition.record": Rule.DERIVED,
    },
    Meeting: {
        "meetings.Participation.meeting": Rule.FOLD,
        "meetings.Quote.meeting": Rule.FOLD,
        "meetings.Figure.meeting": Rule.FOLD,
        "meetings.Commitment.meeting": Rule.FOLD,
        "meetings.Commitment.kept_by": Rule.MOVE,
        "meetings.Conflict.meeting": Rule.FOLD,
        "agreements.Discussion.meeting": Rule.FOLD,
        "agreements.Step.meeting": Rule.FOLD,
        "meetings.MeetingEdition.record": Rule.DERIVED,
    },
    Agreement: {
        "agreements.Party.agreement": Rule.FOLD,
        "agreements.Coverage.agreement": Rule.FOLD,
        "agreements.Signature.agreement": Rule.FOLD,
        "agreements.Step.agreement": Rule.FOLD,
        "agreements.Agreement.package": Rule.MOVE,
        "agreements.AgreementEdition.record": Rule.DERIVED,
    },
    Commitment: {
        "agreements.Agreement.keeps": Rule.MOVE,
        "meetings.CommitmentEdition.record": Rule.DERIVED,
    },
    Conflict: {"meetings.Claim.conflict": Rule.FOLD},
    Quote: {"meetings.QuoteEdition.record": Rule.DERIVED},
    Figure: {"meetings.FigureEdition.record": Rule.DERIVED},
    Tenure: {},
    Participation: {},
    Attendance: {},
    Claim: {},
    Discussion: {},
    Coverage: {},
    Party: {},
    Signature: {},
    Step: {},
}

# By what two rows of a kind are one fact, where that is less than all of their fields: the other fields are then
# decided one by one. A row without one of these is one fact only with a row that says the same in everything.
ONE_FACT = {
    Tenure: ("official", "country", "post", "start"),
    Participation: ("meeting", "official", "country"),
    Attendance: ("event", "official", "country"),
    Signature: ("agreement", "official", "country", "body"),
    Quote: ("meeting", "kind", "language", "text"),
}

# Fields that say one thing between them and are chosen together: {kind: {label: fields}}.
TOGETHER = {
    Meeting: {
        "Date": ("date_start", "date_end", "date_precision", "date_basis"),
        "Place": ("city", "venue", "host_country", "place_basis"),
    },
    Event: {"Dates": ("start", "end"), "Place": ("city", "venue", "host_country")},
    Agreement: {"Type": ("type", "type_wording")},
    Participation: {"Post that day": ("post", "rank"), "Name in the text": ("named", "name_in_text")},
    Attendance: {"Post that day": ("post", "rank")},
    Quote: {"Original": ("original", "original_language")},
}

# What the absorbed was called becomes an alias of the survivor.
NAMES = {Official: ("name", "native_name"), Publisher: ("name",)}
# Values that say that nothing is known, besides the empty ones.
UNKNOWN = {"unknown"}


def relations_of(model):
    """Return [(relation, Rule)] of everything that leads to records of `model`, in the order in which the rules stand.

    Raises LookupError for a relation without one.
    Relations that people cannot see (histories, the tables of many-to-many fields) are the fields' own affair.
    """
    rules = RELATIONS[model]
    order = list(rules)
    found = [(relation, rules[name_of(relation)]) for relation in model._meta.related_objects]
    return sorted(found, key=lambda pair: order.index(name_of(pair[0])))


def name_of(relation):
    """Return a relation as the rules name it: "meetings.Tenure.official"."""
    return f"{relation.related_model._meta.label}.{relation.field.name}"
