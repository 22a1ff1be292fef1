"""From the text of an article to proposed facts, each with the words it was read from. No network, no "
"models' queries."""

from .article import BadDate, Reading, read_article

__all__ = ["BadDate", "Reading", "read_article"]
