"""The public lists of meetings and of everyone and everything that takes part in them: one declaration each."""

from .countries import COUNTRIES, PAIRS
from .events import EVENTS
from .meetings import MEETINGS
from .officials import OFFICIALS
from .parts import COMMITMENTS, FIGURES, QUOTES
from .sources import SOURCES

LISTINGS = (MEETINGS, OFFICIALS, COUNTRIES, PAIRS, EVENTS, QUOTES, FIGURES, COMMITMENTS, SOURCES)

__all__ = [
    "COMMITMENTS",
    "COUNTRIES",
    "EVENTS",
    "FIGURES",
    "LISTINGS",
    "MEETINGS",
    "OFFICIALS",
    "PAIRS",
    "QUOTES",
    "SOURCES",
]
