"""A meeting that rests on nothing."""

from .facts import Finding


def no_source(met, today):
    """A meeting without any source."""
    if not met.texts:
        yield Finding("no-source", "sources", "No source is named: nobody can check what stands here.")
