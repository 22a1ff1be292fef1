"""Who speaks: the person named beside a verb of saying, or the one for whom a post or pronoun stands."""

import re

SAYING = (
    "said|says|saying|stated|states|stressed|stresses|noted|notes|added|adds|emphasi[sz]ed|emphasi[sz]es"
    "|underlined|underscored|"
    "highlighted|pointed out|told|declared|announced|remarked|observed|explained|recalled|reiterated"
    "|reaffirmed|affirmed|"
    "confirmed|expressed|concluded|continued|went on|wrote|commented|argued|warned|believes|thinks"
    "|asserted|admitted|"
    "acknowledged|mentioned|assured|claimed|drew attention to the fact|informed|opined|maintained"
    "|insisted|voiced|indicated|"
    "according to|quoted|replied|answered|responded|tweeted|pledged|urged|vowed|echoed|summed up|promised"
    "|cautioned|praised|hailed|put it"
)
SAYS = re.compile(rf"\b(?:{SAYING})\b", re.I)
PRONOUN = re.compile(r"\b(?:he|she)\b", re.I)
THEY = re.compile(
    r"\b(?:joint (?:statement|declaration|communiqué|communique)|they|the two (?:leaders|ministers"
    r"|presidents)|the sides|both (?:leaders|ministers))\b",
    re.I,
)
# The president's press service is not the president; "at a visit by X, the two countries said" is not X.
OF_SOMEONE = re.compile(
    r"['’]s?\s+(?:[a-z]+\s+){0,2}(?:press|office|spokes|website|ministry|administration|account|statement|government)"
)
OTHER_SUBJECT = re.compile(
    r",\s+(?:the (?:two|sides|parties|countries|statement|ministry|leaders|ministers|presidents)|both|they|it)\b",
    re.I,
)


def speaker_in(reading, start, end, verb=None):
    """Return (Person, span) of who speaks within text[start:end], nearest to the verb, or None."""
    found = [
        (first, last, person)
        for first, last, person, named in reading.mentions_in(start, end)
        if not reading.mask.covers(first)
        and not (named is not None and named.former and not named.name)
        and not OF_SOMEONE.match(reading.text, last)
    ]
    if not found:
        return None
    if verb is None:
        first, last, person = found[0]
    else:
        before = [entry for entry in found if entry[1] <= verb[0]]
        behind = [entry for entry in found if entry[0] >= verb[1]]
        # Behind the verb only "said Asadov" names a speaker: "X told Asadov" does not.
        close_behind = behind and not reading.text[verb[1] : behind[0][0]].strip(" \nthe")
        told = re.search(r"(?:told|informed|assured)$", reading.text[verb[0] : verb[1]].strip(), re.I)
        entry = _subject(reading, before) if before else behind[0] if close_behind and not told else None
        if entry is None:
            return None
        first, last, person = entry
        if last <= verb[0] and OTHER_SUBJECT.search(reading.mask.outside(last, verb[0])):
            return None
    return person, (first, last)


def _subject(reading, before):
    """Of the persons before a verb the first of the clause: "Asadov, speaking to Putin, said" is Asadov's."""
    last = before[-1]
    for entry in before:
        between = reading.text[entry[1] : last[0]]
        if entry is last or not re.search(r"[;:]|\b(?:and|while|that|who)\b", between):
            return entry
    return last


def last_speaker(reading, place):
    """Return the Person named last before `place` outside quotes in this paragraph or the one before,
    or None."""
    number = reading.cut.paragraph_of(place)
    start = reading.cut.paragraphs[max(number - 1, 0)].start
    earlier = [
        person for first, _, person, _ in reading.mentions_in(start, place) if not reading.mask.covers(first)
    ]
    return earlier[-1] if earlier else None


def subject_of_previous(reading, place):
    """Return the first Person of the sentence before the one at `place`, or None: what "he" stands for."""
    number = reading.cut.sentence_of(place)
    if number == 0:
        return None
    previous = reading.cut.sentences[number - 1]
    here = [
        person for first, _, person, _ in reading.mentions_in(*previous) if not reading.mask.covers(first)
    ]
    return here[0] if len({id(person) for person in here}) >= 1 and here else None
