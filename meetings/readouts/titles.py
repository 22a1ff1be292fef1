"""Documents with titles: where a title begins and ends, what it covers, who signed."""

import re

from .facts import Document, Fact
from .spheres import covered, items
from .steps import NOUN, type_of

BETWEEN = re.compile(r"\bbetween (?P<first>.{3,140}?) (?:and|&) (?P<second>[^;.\n]{3,140})")


def find_titles(reading, sentence):
    """Yield (start, end, type noun) of documents with a title: capitals before or after the noun, or "
    ""MoU on X"."""
    text = reading.text
    place = sentence.start
    for noun in NOUN.finditer(text, sentence.start, sentence.end):
        if noun.start() < place:
            continue
        word = noun.group()
        if word.lower() in (
            "programs",
            "programmes",
            "agreements",
            "contracts",
            "treaties",
            "declarations",
            "protocols",
            "mous",
            "memoranda",
            "memoranda of understanding",
        ):
            continue
        capital = word[0].isupper()
        start = _capitals_before(text, sentence.start, noun.start()) if capital else noun.start()
        end = _title_after(text, noun.end(), sentence.end, capital)
        if (capital and (start < noun.start() or end > noun.end())) or (
            not capital
            and word.lower()
            in (
                "memorandum of understanding",
                "protocol",
                "joint declaration of intent",
                "joint declaration",
                "declaration of intent",
            )
            and end > noun.end()
        ):
            lead = text[start : noun.start()]
            if lead.strip().lower() in ("the", "a", "an", "this") or re.fullmatch(r"(?:The|An?)\s+", lead):
                start = noun.start()
                if end == noun.end():
                    continue
            place = end
            yield start, end, word
    return


def _capitals_before(text, limit, start):
    """Go back over "United Kingdom-Paraguay Friendship" before "Charter"."""
    while True:
        before = re.search(
            r"((?:[A-ZÀ-Þ0-9][\w’'-]*|of|and|the|on|for|&)\s+)$", text[max(limit, start - 40) : start]
        )
        if not before:
            break
        word = before.group(1).strip()
        step = len(before.group(1))
        if word.islower() or word == "&":
            further = re.search(r"[A-ZÀ-Þ][\w’'-]*\s+$", text[max(limit, start - step - 40) : start - step])
            if not further or word in ("the", "of", "on", "for", "and"):
                break
        start -= step
    lead = re.match(r"(?:The|An?|This|One|Six|Two|Three|Most|Their|\d+)\s+", text[start : start + 8])
    return start + lead.end() if lead else start


def _title_after(text, place, limit, capital):
    """Go on over "on X between A and B", up to a verb, a comma or the end."""
    rest = text[place:limit]
    title = re.match(
        r"\s+(?:\([A-Za-z/ ]{2,8}\)\s+)?(?:on|for|of|between|concerning|regarding|to)\s+.*?(?=,?\s+(?:was"
        r"|were|is|are|has|have|had|will|as well as an?|and (?:an? |another |one |the )(?:MoU|memorandum"
        r"|agreement|protocol|action plan|declaration)|and another|to be|signed|which|that|and (?:took|agreed"
        r"|noted|adopted|exchanged|discussed|welcomed|said)|on \w+day|before the"
        r"|by the end|in the (?:autumn|spring|summer|winter|near future|coming)|as part of"
        r"|in the presence|during|following|within the framework|at the)\b|[;.”“\"]|,\s+(?:as|an?|one"
        r"|the|among|which|and|with|setting|committing|based)\b|$)",
        rest,
        re.I | re.S,
    )
    if title and len(title.group()) < 330:
        return place + len(title.group().rstrip(" .;,"))
    return place


def titled(reading, sentence, start, end, noun, step, here, number, confidence, part=False):
    """Return (Fact of a Document with a title, place): what it covers, its bodies, who signed it here."""
    text = reading.text
    title = " ".join(text[start:end].split())
    spans = [(start, end)]
    fields = _fields(reading, start, end, sentence)
    signed = signers(reading, sentence, end) if here else []
    document = Document(
        title=title,
        type=type_of(noun),
        type_wording=noun,
        spheres=covered(reading, fields),
        more_spheres=False,
        signatories=signed,
        parties=sorted({mention.slug for mention in reading.countries_in(start, end)}),
        bodies=_bodies(text[start:end]),
        status=step,
        at_meeting=here,
        count=1,
        part_of_package=part,
    )
    return Fact(document, tuple(spans), confidence, f"titled-{step}"), start


def _fields(reading, start, end, sentence):
    """The words of a title that tell what it is about, and after "committing both to ... across"."""
    title = reading.text[start:end]
    across = re.search(r"\b(?:across|covering)\s+", reading.text[end : sentence.end])
    if across:
        return items(reading.text, end + across.end(), sentence.end)[0]
    about = re.search(
        r"(?:in the (?:fields?|spheres?|areas?|direction) of|cooperation (?:in|on)|\bon"
        r"|\bfor)\s+(?:the\s+)?(?:field of\s+)?",
        title,
        re.I,
    )
    stop = re.search(r"\s+between\s+", title)
    if about and stop and about.start() > stop.start():
        about, stop = re.search(r"\bon\s+(?:the\s+)?", title[stop.end() :]), None
        about = about and re.compile(r"\bon\s+(?:the\s+)?").search(
            title, len(title) - len(about.string) + about.start()
        )
    if about and (not stop or about.end() < stop.start()):
        first, last = start + about.end(), start + (stop.start() if stop else len(title))
        further = re.match(
            r"cooperation (?:in|on) (?:the (?:fields?|spheres?|direction|areas?) of )?",
            reading.text[first:last],
            re.I,
        )
        return items(reading.text, first + (further.end() if further else 0), last)[0]
    return []


def signers(reading, sentence, end):
    """Return the names (or posts) of those whom a sentence names behind "signed by"."""
    found = re.search(
        r"\b(?:signed|exchanged|initialled)\b[^.]*?\bby\b", reading.text[sentence.start : sentence.end]
    )
    if not found:
        return []
    return list(
        dict.fromkeys(
            person.name or person.post
            for _, _, person, _ in reading.mentions_in(sentence.start + found.end(), sentence.end)
            if person.country
        )
    )


BODY = re.compile(
    r"\b(?:Minist|Agency|Cent(?:er|re)|Bank|Universit|Organi[sz]ation|Administration|Committee|Service"
    r"|Institut|Academ|Compan|Fund|"
    r"Chamber|Authority|Government|Commission|Council|Secretariat|Department|Corporation|Association|System)"
)


def _bodies(title):
    found = BETWEEN.search(title)
    return (
        [found["first"].removeprefix("the ").strip(), found["second"].removeprefix("the ").strip(" ;.")]
        if found
        else []
    )
