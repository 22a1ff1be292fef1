"""Merging two records that mean one thing: what is proposed, what would move, and the act itself.

`similar_to` proposes, `plan_of` says what would happen without writing anything, `merge` does it in one Edit.
"""

from .act import merge
from .plan import Plan, plan_of, survivor_first
from .proposals import similar_to
from .rules import KINDS

__all__ = ["KINDS", "Plan", "merge", "plan_of", "similar_to", "survivor_first"]
