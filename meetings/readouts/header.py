"""The head of a text: address, title, dateline, day of publication, publisher, whose side it speaks for."""

import re
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

from .dates import as_day, find_dates, with_year

ADDRESS = re.compile(r"https?://\S+")
URL_DATE = re.compile(r"/(20\d\d)[/-](\d\d)[/-](\d\d)(?:/|\b)")
LEADING_DATE = re.compile(r"\s*(?:date[:\s]\s*)?(20\d\d-\d\d-\d\d)[ \t]+")
CITY = r"(?:ST\. )?[A-ZÀ-Þ][A-ZÀ-Þ'’-]+(?: [A-ZÀ-Þ][A-ZÀ-Þ'’-]+){0,3}"
DATELINE = re.compile(
    rf"(?P<city>{CITY})(?:,\s*(?P<country>[A-Z][\w .]{{2,30}}?))?(?P<rest>(?:,|\.|\s)\s*[^\n]{{0,60}}?)?\s*"
    r"(?:[-–—]{1,2}\s|/[A-Z][\w ]+/\.?|\((?:[A-Z][\w. ]+)\)\s*[-–—.]*|$)",
    re.M,
)
MIXED = re.compile(
    r"(?P<venue>(?:State House|[\w ]{0,30}Palace"
    r"|[\w ]{0,30}Residence),\s+)?(?P<city>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,2}),\s+"
    r"(?:(?P<country>[A-Z][A-Za-z ]{2,30}),\s+)?(?:\w+day,?\s+)?(?P<date>(?:\d{1,2}\s+[A-Z][a-z]+"
    r"|[A-Z][a-z]+\.?\s+\d{1,2})(?:,?\s+20\d\d)?)"
    r"\s*(?:[-–—]|,|\(|/|$)",
    re.M,
)
KNOWN = re.compile(
    r"(?P<city>[A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þ][\w.'’-]+){0,2})(?P<country>)(?:, (?:\d{1,2}(?:st|nd|rd"
    r"|th)? )?[A-Z][a-z]+\.?(?: \d{1,2})?(?:,? 20\d\d)?)?"
    r"\s*(?:\([A-Z][\w. /]{1,20}\)\s*[-–—]*|[-–—]{1,2}|:)\s",
    re.M,
)
SAYS = re.compile(
    r"citing (?P<cited>[^.\n]{3,90}?)(?:[.,\n]|$)|learn(?:t|ed) from (?P<learnt>[^.\n]{3,90}?)(?:[.,\n]|$)"
    r"|reports? with reference to (?P<ref>[^.\n]{3,90}?)(?:[.,\n]|$)"
)
GOVERNMENTAL = ("ministry", "presidency", "government", "parliament", "organisation")
GOVERNMENT_HOST = re.compile(
    r"(?:^|\.)(?:gov|gob|gouv|mfa|government|president|kremlin|primeminister|pmo|mid)\b"
)
BODY_LINE = re.compile(
    r"(?:Ministry|Embassy|Government|Office|Department|Cabinet) of\b|PR No|Press [Rr]elease$|Printable|Share"
)
HEAD, LONGEST_TITLE, FURTHEST, NEAR_DAYS = 6, 260, 1500, 3


@dataclass
class Header:
    """What the head tells; spans are (start, end) in the plain text, None where nothing was found."""

    url: str = ""
    title: tuple | None = None
    dateline: tuple | None = None
    dateline_city: tuple | None = None
    dateline_country: str = ""
    dateline_venue: tuple | None = None
    published: str = ""
    published_span: tuple | None = None
    publisher: object = None
    publisher_span: tuple | None = None
    relayed: tuple | None = None
    issuer: tuple | None = None
    side: str = ""
    body: int = 0

    written: str = ""

    @property
    def day(self):
        """The day of publication (datetime.date), or None."""
        return as_day(self.published)

    @property
    def today(self):
        """The day from which "today" and "on Tuesday" count: the dateline's, else that of publication, or None."""
        return as_day(self.written) or self.day


def read_header(cut, gazetteer, countries, url, published):
    """Return the Header; `url` and `published` (ISO day or "") given by the caller win over the text."""
    header = Header(url=url or "", published=published or "")
    text = cut.text
    _address(cut, header)
    _dateline(cut, gazetteer, header, countries)
    _title(cut, header)
    _publication_day(cut, header)
    header.written = _written(cut.text, header)
    _publisher(cut, gazetteer, header)
    _side(gazetteer, header)
    if relay := _relay(text, header):
        header.relayed = relay
    return header


def _address(cut, header):
    for paragraph in cut.paragraphs[:2]:
        found = ADDRESS.match(cut.text, paragraph.start, paragraph.end)
        if found and found.end() == paragraph.end:
            header.url = header.url or found.group()
            header.body = paragraph.end


def _of_known_city(cut, gazetteer, start, limit):
    """Hanoi (VNA) –, Bridgetown –: a city on record, an agency, a dash."""
    found = KNOWN.match(cut.text, start, limit)
    hit = gazetteer.city_names.at(cut, cut.word_at(start)) if found else None
    return found if hit and cut.words[hit[0] - 1].end == found.end("city") else None


def _dateline(cut, gazetteer, header, countries):
    text = cut.text
    for paragraph in cut.paragraphs[:HEAD]:
        start = paragraph.start
        if start < header.body:
            continue
        if leading := LEADING_DATE.match(text, max(start - 1, 0), paragraph.end):
            header.published, header.published_span = header.published or leading[1], leading.span(1)
            start = leading.end()
        limit = min(paragraph.end, start + 120)
        capital = DATELINE.match(text, start, limit)
        if capital and not _plausible(text, capital, limit, paragraph):
            capital = None
        if (
            found := capital
            or MIXED.match(text, start, limit)
            or _of_known_city(cut, gazetteer, start, limit)
        ):
            header.dateline, header.dateline_city = (found.start(), found.end()), found.span("city")
            if "venue" in found.re.groupindex and found["venue"]:
                header.dateline_venue = (
                    found.start("venue"),
                    found.start("venue") + len(found["venue"].rstrip(", ")),
                )
            header.dateline_country = (
                next(
                    (
                        mention.slug
                        for mention in countries
                        if found.start("country") <= mention.start < found.end()
                    ),
                    "",
                )
                if found["country"]
                else ""
            )
            return


def _plausible(text, found, limit, paragraph):
    """A line in capitals is a dateline when a dash, an agency or a date follows, or the line ends with it."""
    tail = text[found.end("city") : found.end()]
    return (
        (found.end() < limit or limit == paragraph.end)
        and bool(tail.strip())
        and len(found["city"]) > 3
        and (bool(find_dates(tail)) or "(" in tail or "/" in tail or tail.rstrip()[-1] in "-–—")
    )


def _title(cut, header):
    """The first line that is neither address nor dateline and does not end as a sentence of the body."""
    for paragraph in cut.paragraphs[:HEAD]:
        if paragraph.end <= header.body or (header.dateline and paragraph.start >= header.dateline[0] - 40):
            if header.dateline and paragraph.start >= header.dateline[0] - 40:
                return
            continue
        line = cut.text[paragraph.start : paragraph.end]
        if BODY_LINE.match(line) and len(line) < 60:
            continue
        if (line[-1] == "." and len(line) > 110) or len(line) > LONGEST_TITLE or line[-1] == ":":
            return
        if (line[-1] in '.!”"' and paragraph != cut.paragraphs[0]) or sum(
            map(line.count, ("“", "”", '"'))
        ) > 2:
            return
        if line[-1] == "." and len(cut.paragraphs) < 3:
            return
        header.title = (paragraph.start, paragraph.end)
        return


def _publication_day(cut, header):
    if header.published:
        return
    if found := URL_DATE.search(urlsplit(header.url).path if header.url else ""):
        header.published = "-".join(found.groups()) if as_day("-".join(found.groups())) else ""
    for paragraph in cut.paragraphs[:HEAD]:
        line_end = min(paragraph.end, paragraph.start + 140)
        short = paragraph.end - paragraph.start < 60
        release = re.match(
            r"press release|published|updated|posted", cut.text[paragraph.start : line_end], re.I
        )
        in_dateline = header.dateline and paragraph.start <= header.dateline[0] < paragraph.end
        if (
            header.published
            or not (short or release or in_dateline)
            or (header.title and paragraph.start == header.title[0])
        ):
            continue
        limit = header.dateline[1] + 1 if in_dateline else line_end
        for dated in find_dates(cut.text, paragraph.start, limit):
            if len(dated.value) == 10 and dated.has_year:
                header.published, header.published_span = dated.value, (dated.start, dated.end)
                break
    if not header.published and header.title:
        for dated in find_dates(cut.text, *header.title):
            if len(dated.value) == 10 and dated.has_year:
                header.published, header.published_span = dated.value, (dated.start, dated.end)


def _written(text, header):
    """The day in the dateline, in the year of publication where it gives none; "" when it is not just before that."""
    if not (header.dateline and header.day):
        return ""
    for dated in find_dates(text, header.dateline[0], header.dateline[1] + 1):
        day = as_day(with_year(dated.value, header.day) or "")
        if day and 0 <= (header.day - day).days <= NEAR_DAYS:
            return day.isoformat()
    return ""


def _publisher(cut, gazetteer, header):
    host = _host(header.url)
    for publisher in gazetteer.publishers:
        if host and any(
            "." in name and (host == name.lower() or host.endswith("." + name.lower()))
            for name in (publisher.name, *publisher.aliases)
        ):
            header.publisher = publisher
            return
    for number in range(cut.word_at(header.body), cut.word_at(min(len(cut.text), header.body + FURTHEST))):
        hit = gazetteer.publisher_names.at(cut, number) if cut.words[number].capital else None
        if not hit:
            continue
        start, end = cut.words[number].start, cut.words[hit[0] - 1].end
        if _speaks(cut.text, start, end, header):
            header.publisher, header.publisher_span = hit[1][0], (start, end)
            return


def _speaks(text, start, end, header):
    """Whether a publisher named here is the one whose text this is."""
    before, after = text[max(0, start - 12) : start], text[end : end + 10]
    in_dateline = header.dateline and header.dateline[0] <= start < header.dateline[1] + 30
    return bool(
        in_dateline
        or re.match(r":|/| reports?\b| learn| informs", after)
        or re.search(r"(?:told|informed) $|[/(]$", before)
    )


def _host(url):
    host = (urlsplit(url).hostname or "") if url.startswith(("http://", "https://")) else ""
    return host.removeprefix("www.").lower()


def _side(gazetteer, header):
    """The country for which the text speaks: that of an official publisher, or of a government's web
    address."""
    if header.publisher and header.publisher.kind in GOVERNMENTAL:
        header.side = header.publisher.country
        return
    host = _host(header.url)
    if GOVERNMENT_HOST.search(host):
        ending = {"uk": "GB"}.get(host.rsplit(".", 1)[-1], host.rsplit(".", 1)[-1].upper())
        header.side = next((country.slug for country in gazetteer.countries if country.iso2 == ending), "")
        if host in ("state.gov", "whitehouse.gov"):
            header.side = "united-states"


def _relay(text, header):
    """Whom the text cites for the whole: "the Cabinet of Ministers told Trend"; within the first paragraphs."""
    head = text[header.body : header.body + FURTHEST]
    if header.publisher and (told := _told(header.publisher).search(head)):
        return header.body + told.start("relay"), header.body + told.end("relay")
    for found in SAYS.finditer(head):
        for group in ("cited", "learnt", "ref"):
            if found[group]:
                return header.body + found.start(group), header.body + found.end(group)
    return None


@lru_cache(maxsize=256)
def _told(publisher):
    names = "|".join(re.escape(name) for name in (publisher.name, *publisher.aliases))
    return re.compile(rf"(?P<relay>(?:[Tt]he )?[A-Z][^.,\n]{{3,90}}?) (?:told|informed) (?:{names})\b")
