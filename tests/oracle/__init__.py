"""What each list must answer, worked out from the records by queries written by hand.

Nothing here reads an edition or its keys: the questions are those of the filter language, asked of meetings,
participations, steps and sources as editors wrote them. `answer(list, query)` returns a set of slugs.
"""

from .lists import answer

__all__ = ["answer"]
