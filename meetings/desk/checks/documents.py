"""Packages of documents whose number does not fit."""

from .facts import Finding


def stated_and_listed(met, today):
    """A package of which some documents are listed, but not as many as the source states: 7 stated, 6 listed."""
    for package in met.packages:
        if package.stated is not None and package.listed and package.listed != package.stated:
            yield Finding(
                "stated-and-listed",
                f"{package.row}-agreement",
                f"“{package.name}”: {package.stated} stated and {package.listed} listed.",
            )
