"""Parties and participants of a draft, with post, country and rank as the text or a tenure has them."""

from .cutting import WORD, folded
from .facts import Counterpart, Fact, Participant

HEADS = ("head-of-state", "head-of-government", "head-of-state-and-government")
FILLED_BY = {
    "possibly": "post-by-tenure",
    "side": "country-by-side",
    "home": "country-of-who-tells",
    "pair": "country-of-a-pair",
    "frequent": "country-most-spoken-of",
}


def add_people(reading, encounter, draft):
    """Note the parties and all who took part in the lists of a draft."""
    for country in sorted(encounter.parties, key=lambda slug: min(encounter.countries[slug])):
        kind = "organisations" if reading.is_organisation(country) else "countries"
        spans = _country_spans(reading, encounter, country)
        confidence = max(
            (
                min(encounter.roles[key][1], 0.78 if person.tenure == "frequent" else 1)
                for key, person in encounter.persons.items()
                if person.country == country
            ),
            default=0.8,
        )
        draft.lists[kind].append(
            Fact(Counterpart(country, reading.name_of(country)), spans, confidence, "party")
        )
    for key, person in encounter.persons.items():
        role, confidence = encounter.roles[key]
        draft.lists["officials"].append(_participant(reading, encounter, person, role, confidence))


def _country_spans(reading, encounter, country):
    """Where the text names the country among those who met; without that, the people who stand for it."""
    near = [
        (mention.start, mention.end)
        for start, end in sorted(set(encounter.countries[country]))
        for mention in reading.countries_in(start, end)
        if mention.slug == country
    ]
    return tuple(near or sorted(set(encounter.countries[country])))[:4]


def _participant(reading, encounter, person, role, confidence):
    spans = sorted({(start, end) for start, end, *_ in person.mentions} | set(encounter.spans[person.key]))
    in_text = next((named.name for *_, named in person.mentions if named is not None and named.name), "")
    rule = "named-in-sentence-of-meeting"
    if person.tenure == "resolved":
        rule, confidence = "post-resolved-by-tenure", min(confidence, 0.84)
    elif person.tenure in FILLED_BY:
        rule, confidence = (
            FILLED_BY[person.tenure],
            min(confidence, 0.78 if person.tenure == "frequent" else 0.82),
        )
    elif not person.name:
        rule, confidence = "post-without-name", min(confidence, 0.78)
    rank = (
        "head-of-organisation"
        if reading.is_organisation(person.country) and person.rank in HEADS
        else person.rank
    )
    value = Participant(
        name=person.name,
        official=person.official,
        post=person.post,
        country=person.country,
        country_name=reading.name_of(person.country),
        rank=rank,
        role=role,
        named="resolved" if person.tenure == "resolved" else "in-text",
        name_in_text=in_text,
        did_you_mean=[] if person.official or not person.name else _near_names(reading, person),
    )
    return Fact(value, tuple(spans), confidence, rule)


def _near_names(reading, person):
    """Officials on record with the same surname: "did you mean"."""
    words = WORD.findall(person.name)
    return (
        [official.slug for official in reading.gazetteer.by_surname.get(folded(words[-1]), ())][:5]
        if words
        else []
    )
