"""Takes the guides of docs/ apart: sections, the names that tables begin with, examples, links."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
GUIDES = sorted([*(ROOT / "docs").rglob("*.md"), *ROOT.glob("*.md")])
_FENCED = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_NAME = re.compile(r"`([^`]+)`(\*?)")


def text_of(path):
    """Return a file of the repository."""
    return (ROOT / path).read_text(encoding="utf-8")


def section(path, *titles):
    """Return the text below a heading, or below a heading within that of another. Raises KeyError without it."""
    text = text_of(path)
    for level, title in enumerate(titles, start=2):
        parts = {
            part.partition("\n")[0].strip(): part.partition("\n")[2]
            for part in re.split(rf"^{'#' * level} ", text, flags=re.MULTILINE)[1:]
        }
        text = parts[title]
    return text


def rows(text):
    """Return the rows of the tables in a text, each a list of its cells."""
    lines = [line for line in text.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def names(cell):
    """Return [(name, starred)] of what stands in code in a cell: "`by`*, `to`" gives [("by", True), ("to", False)]."""
    return [(name, bool(star)) for name, star in _NAME.findall(cell)]


def first_names(text):
    """Return {name: starred} of what the rows of the tables in a text begin with."""
    return dict(name for row in rows(text) for name in names(row[0]))


def in_code(text):
    """Return the set of all that stands in code in the sentences and tables of a text."""
    return {name for name, _ in names(_FENCED.sub("", text))}


def blocks(path, language):
    """Return the fenced examples of a language, in order."""
    return [code for marked, code in _FENCED.findall(text_of(path)) if marked == language]


def anchors(path):
    """Return the anchors of a guide's headings, as GitHub makes them."""
    plain = _FENCED.sub("", text_of(path))
    titles = re.findall(r"^#+ (.+)$", plain, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}
