"""The edition: projects every public record into one whole row, in the transaction of the Edit that changed it.

`refresh` follows an Act, `rebuild` makes everything anew, `check` proves that what is stored equals a projection from
scratch. Nothing else writes editions.
"""

from .engine import rebuild, refresh
from .proof import check

__all__ = ["check", "rebuild", "refresh"]
