"""The public lists of meetings and of everyone and everything that takes part in them: one declaration each."""

from .corrections import CORRECTIONS
from .countries import COUNTRIES, PAIRS
from .events import EVENTS
from .meetings import MEETINGS
from .officials import OFFICIALS
from .parts import COMMITMENTS, FIGURES, QUOTES
from .sources import SOURCES

LISTINGS = (MEETINGS, OFFICIALS, COUNTRIES, PAIRS, EVENTS, QUOTES, FIGURES, COMMITMENTS, SOURCES)
# Lists about the record, in which nothing of it is searched or counted.
LOGS = (CORRECTIONS,)

__all__ = [
    "COMMITMENTS",
    "CORRECTIONS",
    "COUNTRIES",
    "EVENTS",
    "FIGURES",
    "LISTINGS",
    "LOGS",
    "MEETINGS",
    "OFFICIALS",
    "PAIRS",
    "QUOTES",
    "SOURCES",
]
