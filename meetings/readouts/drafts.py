"""One draft for each meeting of a text: every fact that the rules propose, with its spans in the text "
"as given."""

from dataclasses import dataclass, field, replace

from .agreements import find_agreements
from .commitments import find_commitments
from .discussions import find_discussions
from .facts import Fact, Mention, Quotation, Scalar
from .figures import find_figures
from .manner import find_format, find_setting
from .participants import add_people
from .quotes import find_quotes
from .reported import find_reported
from .when import find_when
from .where import find_where

TIE = 0.93  # a fact of one of several meetings is less sure than one of the only meeting
SCALARS = (
    "meeting_date",
    "date_end",
    "date_precision",
    "date_basis",
    "city",
    "venue",
    "host_country",
    "place_basis",
    "format",
    "setting",
    "occurrence",
    "event",
    "event_kind",
)
LISTS = (
    "countries",
    "organisations",
    "officials",
    "quotes",
    "topics",
    "agreements",
    "figures",
    "invitations",
    "commitments",
    "also_mentioned",
)


@dataclass
class Draft:
    """A meeting as proposed: {key: Fact} for single values, {key: [Fact]} for the others."""

    scalars: dict = field(default_factory=dict)
    lists: dict = field(default_factory=lambda: {name: [] for name in LISTS})

    def as_json(self):
        """Return the draft as an object of plain values, each key always there."""
        singles = {name: self.scalars[name].as_json() if name in self.scalars else None for name in SCALARS}
        return singles | {name: [fact.as_json() for fact in self.lists[name]] for name in LISTS}


def make_drafts(reading, encounters, spans):
    """Return a Draft for each Encounter; `spans(start, end)` turns a place in the plain text into spans
    as given."""
    quotes = find_quotes(reading, encounters)
    reported = find_reported(reading)
    everything = {
        "quotes": [
            (_quotation(reading, said), said.place, [person.key for person in said.speakers])
            for said in quotes + reported
        ],
        "agreements": [(fact, place, []) for fact, place in find_agreements(reading, encounters)],
        "figures": [(fact, place, []) for fact, place in find_figures(reading, quotes, reported)],
    }
    drafts = []
    for encounter in encounters:
        draft = Draft()
        _scalars(reading, encounter, draft)
        add_people(reading, encounter, draft)
        for name, facts in everything.items():
            draft.lists[name] = [
                _as_sure(reading, encounters, encounter, fact, place, keys)
                for fact, place, keys in facts
                if _belongs(reading, encounters, encounter, place, keys)
            ]
        for name, find in (("topics", find_discussions), ("invitations", find_commitments)):
            draft.lists[name] = [
                fact
                for fact, place in find(reading, encounter)
                if _belongs(reading, encounters, encounter, place, [])
            ]
        draft.lists["figures"] = [_about_parties(fact, encounter) for fact in draft.lists["figures"]]
        draft.lists["agreements"] = [
            _of_parties(_to_come(fact, encounter), encounter) for fact in draft.lists["agreements"]
        ]
        _apart(draft)
        _mentioned(reading, encounter, draft)
        drafts.append(_placed(draft, spans))
    return drafts


def _as_sure(reading, encounters, encounter, fact, place, keys):
    """A fact that neither its people nor its sentence tie to one of several meetings is less sure."""
    if isinstance(fact.value, Quotation) and not all(key in encounter.persons for key in keys):
        sure = 0.75 if _of_parties_here(reading, encounter, keys) else 0.6
        return replace(fact, confidence=min(fact.confidence, sure))
    tied = (
        len(encounters) == 1
        or any(key in encounter.persons for key in keys)
        or reading.cut.sentence_of(place) in encounter.sentences
    )
    return fact if tied else replace(fact, confidence=fact.confidence * TIE)


def _of_parties_here(reading, encounter, keys):
    """Whether all who speak took part or belong to a party: others speak about something else."""
    countries = {person.key: person.country for person in reading.persons}
    return all(key in encounter.persons or countries.get(key) in encounter.parties for key in keys)


def _belongs(reading, encounters, encounter, place, keys):
    """Whether a fact at `place` is this meeting's: its people speak, or it is told after this and
    before the next."""
    if len(encounters) == 1:
        return True
    if keys:
        holding = [other for other in encounters if any(key in other.persons for key in keys)]
        if len(holding) == 1:
            return holding[0] is encounter
    number = reading.cut.sentence_of(place)
    told = [other for other in encounters if min(other.sentences) <= number]
    holder = (
        max(told, key=lambda other: max(n for n in other.sentences if n <= number)) if told else encounters[0]
    )
    return holder is encounter


def _scalars(reading, encounter, draft):
    when, where = find_when(reading, encounter), find_where(reading, encounter)
    own = [reading.cut.sentences[number] for number in sorted(set(encounter.sentences))]
    if reading.header.title:
        own.append(reading.header.title)
    mine = set(own)
    others = [s for s in reading.cut.sentences if s not in mine and s.start >= reading.header.body]
    date = (when.span,) if when.span else ()
    _set(draft, "meeting_date", when.start, date, when.confidence, when.rule)
    _set(draft, "date_end", when.end, date, when.confidence, when.rule)
    sure = when.confidence >= 0.8
    _set(
        draft, "date_precision", when.precision if sure else "unknown", date if sure else (), 0.85, when.rule
    )
    _set(draft, "date_basis", when.basis, date, when.confidence, when.rule)
    for name, value, span in (
        ("city", where.city, where.city_span),
        ("venue", where.venue, where.venue_span),
        ("host_country", where.host, where.host_span),
    ):
        _set(
            draft,
            name,
            value,
            (span,) if span else (),
            where.confidence,
            where.rule,
            reading.name_of(value) if name == "host_country" and value else "",
        )
    _set(
        draft,
        "place_basis",
        where.basis,
        tuple(filter(None, (where.venue_span or where.city_span or where.host_span,))),
        where.confidence,
        where.rule,
    )
    if form := find_format(reading, own) or find_format(reading, others[:4]):
        _set(draft, "format", form[0], (form[1],), form[2], form[3])
    if draft.scalars.get("format") and draft.scalars["format"].value.value in (
        "phone",
        "video",
        "correspondence",
    ):
        for name in ("city", "venue", "host_country", "place_basis"):
            draft.scalars.pop(name, None)
        _set(draft, "place_basis", "unknown", (), 0.85, "not-in-person")
    if setting := find_setting(reading, own, others):
        kind, event, event_kind, span, confidence, rule = setting
        _set(draft, "setting", kind, (span,), confidence, rule)
        _set(draft, "event", event, (span,), confidence - 0.1, rule)
        _set(draft, "event_kind", event_kind, (span,), confidence - 0.1, rule)
    occurrence = encounter.off or ("planned" if encounter.planned else "held")
    _set(draft, "occurrence", occurrence, (encounter.verb,), 0.88, f"said-to-be-{occurrence}")


def _set(draft, name, value, spans, confidence, rule, label=""):
    if value:
        draft.scalars[name] = Fact(Scalar(value, label), spans, confidence, rule)


def _quotation(reading, said):
    names = [person.name or person.post for person in said.speakers]
    value = Quotation(
        speaker="; ".join(names),
        speakers=names,
        officials=[person.official for person in said.speakers if person.official],
        text=" ".join(said.text.split()).rstrip(", "),
        type="reported" if said.rule.startswith("reported") else "direct",
    )
    confidence = (
        said.confidence if all(person.name for person in said.speakers) else min(said.confidence, 0.78)
    )
    return Fact(value, said.pieces + said.spans, confidence, said.rule)


def _apart(draft):
    """Invitations stand for themselves, other promises beside them."""
    promises = draft.lists["invitations"]
    draft.lists["invitations"] = [fact for fact in promises if fact.value.kind == "invitation"]
    draft.lists["commitments"] = [fact for fact in promises if fact.value.kind != "invitation"]


def _about_parties(fact, encounter):
    between = any(word in fact.value.what.lower() for word in ("trade", "turnover", "diplomatic"))
    return replace(fact, value=replace(fact.value, countries=sorted(encounter.parties))) if between else fact


def _to_come(fact, encounter):
    """Nothing is signed at a meeting that is still to come, or was called off."""
    if not (encounter.planned or encounter.off) or not fact.value.at_meeting:
        return fact
    return replace(fact, value=replace(fact.value, status="mentioned", at_meeting=False))


def _of_parties(fact, encounter):
    if fact.value.parties or not fact.value.at_meeting:
        return fact
    return replace(fact, value=replace(fact.value, parties=sorted(encounter.parties)))


def _mentioned(reading, encounter, draft):
    """People named who did not take part, and countries named that are no party."""
    for person in reading.persons:
        if person.key in encounter.persons or not person.name or not person.mentions:
            continue
        span = person.mentions[0][:2]
        why = "former or late" if person.former else "named, not said to have taken part"
        draft.lists["also_mentioned"].append(
            Fact(Mention(person.name, "official", why), (span,), 0.7, "mentioned-only")
        )
    seen = set(encounter.parties)
    for mention in reading.countries:
        if mention.slug not in seen:
            seen.add(mention.slug)
            name = reading.name_of(mention.slug)
            fact = Fact(
                Mention(name, "country", "no party"), ((mention.start, mention.end),), 0.7, "mentioned-only"
            )
            draft.lists["also_mentioned"].append(fact)


def _placed(draft, spans):
    """Turn all places into spans of the text as given."""

    def place(fact):
        return replace(
            fact, spans=tuple(dict.fromkeys(span for start, end in fact.spans for span in spans(start, end)))
        )

    draft.scalars = {name: place(fact) for name, fact in draft.scalars.items()}
    draft.lists = {name: [place(fact) for fact in facts] for name, facts in draft.lists.items()}
    return draft
