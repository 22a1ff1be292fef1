"""The records of meetings, one file each."""

from ..edits import Edit
from .archive_answer import ArchiveAnswer
from .commitment import Commitment
from .conflict import Claim, Conflict
from .correction import CorrectedField, Correction
from .country import Country, CountryAlias
from .edition import (
    BuiltEdition,
    CommitmentEdition,
    CountryEdition,
    Edition,
    EditionParty,
    EventEdition,
    FigureEdition,
    MeetingEdition,
    OfficialEdition,
    PairEdition,
    PartEdition,
    PublisherEdition,
    QuoteEdition,
    SourceEdition,
)
from .error_report import ErrorReport
from .event import Attendance, Event
from .figure import Figure
from .finding import Finding
from .meeting import Meeting
from .merge import Merge
from .official import Official
from .participation import Participation
from .publisher import Publisher
from .quote import Quote
from .ranks import Rank
from .redirect import Redirect
from .review import Review
from .sent_form import SentForm
from .source import Source
from .tenure import Tenure
from .wrong_sign_in import WrongSignIn

__all__ = [
    "ArchiveAnswer",
    "Attendance",
    "BuiltEdition",
    "Claim",
    "Commitment",
    "CommitmentEdition",
    "Conflict",
    "CorrectedField",
    "Correction",
    "Country",
    "CountryAlias",
    "CountryEdition",
    "Edit",
    "Edition",
    "EditionParty",
    "ErrorReport",
    "Event",
    "EventEdition",
    "Figure",
    "FigureEdition",
    "Finding",
    "Meeting",
    "MeetingEdition",
    "Merge",
    "Official",
    "OfficialEdition",
    "PairEdition",
    "PartEdition",
    "Participation",
    "Publisher",
    "PublisherEdition",
    "Quote",
    "QuoteEdition",
    "Rank",
    "Redirect",
    "Review",
    "SentForm",
    "Source",
    "SourceEdition",
    "Tenure",
    "WrongSignIn",
]
