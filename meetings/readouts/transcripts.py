"""Transcripts: paragraphs that begin with the name of who speaks, and those that go on."""

import re

LABEL = re.compile(
    r"(?P<who>[A-ZÀ-Þ][^:\n“\"«]{2,90}?)(?: ?[(\[][^)\]\n]{3,60}[)\]])?(?: ?:|\.? [–—]) {0,3}(?=\S|$)"
)
NOT_LABEL = re.compile(
    r"\b(?:said|says|stated|told|documents?|press release|meeting|statement|following|excerpt|noted|added"
    r"|stressed|spokes\w+|attributable)\b",
    re.I,
)


def find_turns(reading):
    """Speeches of a transcript: [(start of the words, end, Person, span of the label)]."""
    found = []
    for paragraph in reading.cut.paragraphs:
        label = LABEL.match(reading.text, paragraph.start, min(paragraph.end, paragraph.start + 160))
        person = _labelled(reading, label) if label else None
        if person:
            found.append([label.end(), paragraph.end, *person])
        elif (
            found
            and not (label and _names_someone(label))
            and reading.text[paragraph.start : paragraph.end] != "* * *"
            and not _ends_turn(reading, paragraph)
        ):
            found[-1][1] = paragraph.end
        elif found:
            found.append([paragraph.start, paragraph.start, None, None])
    turns = [_without_gap(reading.text, *turn) for turn in found if turn[2] is not None]
    return [turn for turn in turns if turn[0] < turn[1]]


def _without_gap(text, start, end, person, span):
    """A label on a line of its own: the speech begins with the next line."""
    while start < end and text[start].isspace():
        start += 1
    return [start, end, person, span]


def _names_someone(label):
    """Whether a label that is no known person may be one: Question, Michael Smith."""
    return len(label["who"].split()) <= 5 and all(word[0].isupper() for word in label["who"].split())


def _labelled(reading, label):
    if NOT_LABEL.search(label["who"]):
        return None
    here = [
        mention
        for mention in reading.mentions_in(label.start("who"), label.end("who"))
        if mention[1] <= label.end("who")
    ]
    if (
        len({id(mention[2]) for mention in here}) != 1
        or reading.text[here[-1][1] : label.end()].strip(" :()")[:1].islower()
    ):
        return None
    return here[-1][2], (here[0][0], here[-1][1])


def _ends_turn(reading, paragraph):
    """A paragraph in the third person after a transcript: it tells what someone said."""
    text = reading.mask.outside(*paragraph)
    told = re.search(r"\b(?:said|stressed|noted|added|told)\b", text) and reading.mentions_in(*paragraph)
    return bool(told or re.match(r"(?:After|Following|During) the (?:talks|meeting)", text))
