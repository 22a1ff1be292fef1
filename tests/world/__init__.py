"""A made world of records for tests of the lists: the same on every run and on both databases.

`build()` writes it; what it holds is meant to trip up what is nearly right: datelines, month and unknown dates,
witnesses, people without names, drafts and withdrawn records beside published ones, and addresses that moved.
"""

from .build import TODAY, build

__all__ = ["TODAY", "build"]
