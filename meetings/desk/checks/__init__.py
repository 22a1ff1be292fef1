"""Checks of a meeting while it is entered: pure functions over its facts. None of them keeps anybody from saving.

Each check stands in a file of its own subject, has a name, and yields Findings: a sentence for the editor and the
field that it is about. docs/edit.md lists them for editors.
"""

from . import dates, documents, duplicates, people, places, posts, quotes, sources
from .facts import Agreed, Finding, Known, Met, Participant, Said, Text

# In the order in which an editor should look at them.
CHECKS = (
    duplicates.likely_duplicate,
    sources.no_source,
    dates.held_after_today,
    places.dateline_as_place,
    people.not_in_office,
    people.unequal_ranks,
    posts.differs_from_tenure,
    posts.possibly_held,
    quotes.speaker_took_no_part,
    documents.stated_and_listed,
)

__all__ = ["CHECKS", "Agreed", "Finding", "Known", "Met", "Participant", "Said", "Text", "findings"]


def findings(met, today):
    """Return the Findings of all checks of a Met (facts.py), as of `today` (datetime.date)."""
    return [finding for check in CHECKS for finding in check(met, today)]
