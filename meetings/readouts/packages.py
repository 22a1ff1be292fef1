"""Documents without titles: packages with the fields they cover, and documents whose title stands apart."""

import re

from .facts import Document, Fact
from .spheres import covered, items
from .steps import count_in, step_in, type_of
from .titles import signers

PACKAGE = re.compile(
    r"\b(?P<lead>(?:a |an |the )?(?:(?:large|wide|whole|number of|several|series of|\d+|two|three|four"
    r"|five|six|seven|eight|nine|ten|eleven|twelve|solid|bilateral|substantial)\s+){0,6}"
    r"(?:package of\s+|number of\s+|series of\s+)?(?:(?:\d+|two|three|four|five|six|seven|eight|nine|ten"
    r"|different|bilateral|cooperation|joint|new|intergovernmental|interagency|interdepartmental|and)\s+){0,6})"
    r"(?P<noun>documents|(?:work|action) plans|protocols|contracts|road ?maps|declarations"
    r"|agreements(?: and (?:memorand\w+|MoUs))?|memorand(?:a"
    r"|ums)(?: of understanding)?(?: \(MoUs?\))?(?: and agreements)?|MoUs(?: and agreements)?)",
    re.I,
)


def find_package(reading, sentence, text, taken, encounters, has_list):
    """Several documents without titles, signed or exchanged: one package, with the fields it covers."""
    for found in PACKAGE.finditer(text):
        start, end = sentence.start + found.start(), sentence.start + found.end()
        if any(first <= start < last or start <= first < end for first, last in taken):
            continue
        step, here, place = step_in(text, found.start())
        count = count_in(found["lead"])
        if step not in ("signed", "exchanged", "agreed") or not here or place is None:
            continue
        if re.match(r"\s+(?:reached|signed)\s+by\b", text[found.end() :]) or re.search(
            r"\bover \d+\b|\bmore than\b", text[: found.end()][-60:], re.I
        ):
            continue
        words = " ".join(reading.text[start:end].split())
        lead = re.match(r"(?:a|an|the)\s+", words, re.I)
        start += lead.end() if lead else 0
        fields, more = [], False
        fields, more, wording_end = _package_fields(reading, sentence, text, found.end())
        document = Document(
            title="",
            type=_kind(found["noun"]),
            type_wording=" ".join(reading.text[start:wording_end].split()),
            spheres=covered(reading, fields),
            more_spheres=more,
            signatories=signers(reading, sentence, end),
            parties=sorted(encounters[0].parties) if encounters else [],
            bodies=[],
            status=step,
            at_meeting=here,
            count=count,
        )
        return Fact(
            document, ((start, wording_end), *fields), 0.85 if not has_list else 0.82, f"package-{step}"
        ), start
    return None


def _kind(noun):
    return "package" if re.match("doc|agr|mem|mou", noun, re.I) else type_of(noun)


FIELD_LEADS = (
    re.compile(
        r"\bin (?:the |a number of |various |different |such )?(?:fields?|spheres?|areas?|sectors?)(?: of"
        r"| as| such as| including)\s+",
        re.I,
    ),
    re.compile(r"\b(?:covering|spanning|dealing with|relating to|concerning|ranging from)\s+", re.I),
    re.compile(r"\bjoint work in\s+|\bcooperation in\s+", re.I),
)


TOLD = re.compile(
    r",\s+and an?\s|,\s+(?:the\s+)?[A-Z][^,]{2,80}\b(?:told|said|reports?|reported)\b|\s+(?:was|were"
    r"|were also)\s+(?:signed|exchanged)\b|\s+(?:during|following|after|at) the\b",
    re.I,
)


VAGUE = re.compile(
    r"^(?:a )?(?:number|range|series|variety) of\b|^(?:various|different|several|many) (?:spheres|fields"
    r"|areas)|^cooperation$|^behalf",
    re.I,
)


def _package_fields(reading, sentence, text, after):
    """Return (spans of the fields a package covers, whether it says "and others", where its wording ends)."""
    stop = TOLD.search(text, after)
    limit = stop.start() if stop else len(text.rstrip())
    for lead in FIELD_LEADS:
        if about := lead.search(text, after, limit):
            break
    else:
        about = re.compile(r"\s+(?:(?:was|were) \w+ )?(?:on|in)\s+(?!the presence|force)", re.I).match(
            text, after, limit
        ) or lead.search(text, after)
        limit = limit if about and about.start() < limit else len(text.rstrip())
    if not about:
        return [], False, sentence.start + after
    fields, more = items(reading.text, sentence.start + about.end(), sentence.start + limit)
    fields = [
        span
        for span in fields
        if len(reading.text[slice(*span)].split()) <= 6 and not VAGUE.match(reading.text[slice(*span)])
    ]
    end = about.start() + (len("cooperation") if about.group().lower().startswith("cooperation") else 0)
    wording_end = sentence.start + (end if end - after < 45 else after)
    return fields, more, wording_end


APART = re.compile(
    r"\b(?:(?P<noun>MoU|Memorandum of Understanding|agreement|protocol)|another|(?<=among them )one"
    r"|(?<=including )one)\s+(?:(?:was|is)\s+)?(?:also\s+)?"
    r"(?:(?P<step>signed|exchanged)\s+)?on\s+(?P<about>[^.;]{3,160}?)(?=,?\s+and another\b|,\s+(?:between"
    r"|and)\b|\s+was\b|[.;]|$)"
)


def named_apart(reading, sentence, text):
    """One MoU was signed on tourism, another was exchanged on media: title and field stand apart."""
    for found in APART.finditer(text):
        if found["noun"] and not re.match(r"\s+(?:was|is)\b", text[found.end("noun") :]):
            continue
        number = reading.cut.paragraph_of(sentence.start)
        noun = found["noun"] or next(
            (
                word
                for word in ("MoU", "agreement")
                if word in reading.text[reading.cut.paragraphs[max(number - 1, 0)].start : sentence.end]
            ),
            "agreement",
        )
        start, end = (
            sentence.start + found.start("about"),
            sentence.start + len(text[: found.end("about")].rstrip()),
        )
        step = found["step"] or step_in(text, found.start())[0]
        if step == "mentioned" and (
            told := re.search(
                r"\b(?:signed|exchanged)\b",
                reading.text[reading.cut.paragraphs[max(number - 1, 0)].start : sentence.start],
            )
        ):
            step = told.group()
        about = " ".join(reading.text[start:end].split())
        document = Document(
            title=f"{noun} on {about}",
            type=type_of(noun),
            type_wording=noun,
            spheres=covered(reading, items(reading.text, start, end)[0]),
            more_spheres=False,
            signatories=[],
            parties=[],
            bodies=[],
            status=step,
            at_meeting=step in ("signed", "exchanged"),
            count=1,
        )
        yield Fact(document, ((start, end),), 0.82, f"document-on-{step}"), sentence.start + found.start()
