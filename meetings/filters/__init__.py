"""The filter sets of the public lists of meetings and of everyone and everything that takes part in them."""

from .corrections import CorrectionFilters
from .countries import CountryFilters, PairFilters
from .events import EventFilters
from .meetings import MeetingFilters
from .officials import OfficialFilters
from .parts import CommitmentFilters, FigureFilters, PartFilters, QuoteFilters
from .sources import SourceFilters

__all__ = [
    "CommitmentFilters",
    "CorrectionFilters",
    "CountryFilters",
    "EventFilters",
    "FigureFilters",
    "MeetingFilters",
    "OfficialFilters",
    "PairFilters",
    "PartFilters",
    "QuoteFilters",
    "SourceFilters",
]
