"""The edition: projects every public record into one whole row, in the transaction of the Edit that changed it.

`refresh` follows an Act, `rebuild` makes everything anew, `check` proves that what is stored equals a projection from
scratch, `is_stale` tells whether other code than today's rebuilt it last. Nothing else writes editions.
"""

from .engine import rebuild, refresh
from .proof import check
from .version import is_stale

__all__ = ["check", "is_stale", "rebuild", "refresh"]
