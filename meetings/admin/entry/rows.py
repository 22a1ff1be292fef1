"""Rows of participants proposed to an editor: from a pasted list, from who held office, from an earlier meeting."""

from dataclasses import dataclass, field

from ...desk.checks.posts import only
from ...models import Meeting, Participation, Tenure
from .pasted import rank_of, read_list
from .people import Countries, resolve

MOST_OF_A_COUNTRY = 8
MOST_MEETINGS = 5
MOST_COUNTRIES = 6


@dataclass
class Proposal:
    """What a step came to: rows for the form set `prefix`, people to make or choose, meetings to copy, what to say."""

    prefix: str = "participations"
    rows: list = field(default_factory=list)
    unknown: list = field(default_factory=list)
    offered: list = field(default_factory=list)
    meetings: list = field(default_factory=list)
    said: list = field(default_factory=list)


@dataclass
class Offered:
    """Somebody who may have taken part, and why."""

    value: str
    words: str
    why: str


def row_of(official, country, tenures, day, **texts):
    """Return the values of a row; country, post and rank come from the one tenure certainly held that day.

    A post that a text gives stays as it is. `country` may be None. Country and official are (key, name).
    """
    mine = [tenure for tenure in tenures if country is None or tenure.country_id == country.pk]
    tenure = only([one for one in mine if day and one.held_on(day) == "yes"])
    if country is None:
        served = {one.country_id: one.country for one in ([tenure] if tenure else mine)}
        country = next(iter(served.values())) if len(served) == 1 else None
    post = texts.pop("post", "") or (tenure.post if tenure else "")
    if tenure and post.casefold() == tenure.post.casefold():
        post, rank = tenure.post, tenure.rank
    else:
        rank = rank_of(post)
    row = {
        "official": (official.pk, str(official)) if official else None,
        "country": (country.pk, str(country)) if country else None,
        "post": post,
        "rank": rank,
        "role": Participation.Role.PARTICIPANT.value,
        "named": Participation.Named.IN_TEXT.value,
        "name_in_text": "",
    }
    return row | texts


def from_list(text, day):
    """Return the Proposal for a pasted list; who is not on record for sure is left to be made or chosen."""
    proposal = Proposal()
    for person in resolve(read_list(text, Countries(day)), day):
        entry = person.entry
        if person.is_open:
            proposal.unknown.append(person)
            continue
        resolved = person.official and not entry.name
        named = Participation.Named.RESOLVED if resolved else Participation.Named.IN_TEXT
        texts = {"post": "" if resolved else entry.post, "name_in_text": entry.name, "named": named.value}
        proposal.rows.append(row_of(person.official, entry.country, person.tenures, day, **texts))
    if not proposal.rows and not proposal.unknown:
        proposal.said.append("Nobody is named. Write for example: Ali Asadov, Prime Minister; …")
    return proposal


def from_choice(values, day):
    """Return the Proposal for people ticked among the offered ones; values are "official-country" keys."""
    chosen = dict.fromkeys(tuple(map(int, value.split("-"))) for value in values)
    tenures = {}
    held = Tenure.objects.filter(official__in=[official for official, _ in chosen])
    for tenure in held.select_related("official", "country"):
        tenures.setdefault((tenure.official_id, tenure.country_id), []).append(tenure)
    took_part = Participation.objects.filter(official__in=[official for official, _ in chosen])
    for row in took_part.select_related("official", "country").order_by("-pk")[:200]:
        tenures.setdefault((row.official_id, row.country_id), []).append(row)
    rows = []
    for key in chosen:
        if known := tenures.get(key):
            posts = [one for one in known if isinstance(one, Tenure)]
            rows.append(row_of(known[0].official, known[0].country, posts, day))
    return Proposal(rows=rows)


def from_meeting(meeting, day):
    """Return the Proposal for the participants of an earlier meeting: the same people, in their posts of this day.

    A post that no tenure tells is taken over from the earlier meeting, unless the tenures say that it was over.
    """
    earlier = meeting.participations.select_related("official", "country").prefetch_related(
        "official__tenures__country"
    )
    rows = []
    for one in earlier:
        tenures = list(one.official.tenures.all()) if one.official else []
        row = row_of(one.official, one.country, tenures, day, role=one.role)
        if not row["post"] and not tenures:
            row |= {"post": one.post, "rank": one.rank}
        rows.append(row)
    said = [] if rows else [f"“{meeting.title}” names no participants."]
    return Proposal(rows=rows, said=said)


def offered_for(text, day, meeting_key=None):
    """Return the Proposal of people to choose from: holders of that day for the countries named, who met lately."""
    find = Countries(day)
    words = [part.strip() for part in text.replace(";", ",").split(",") if part.strip()][:MOST_COUNTRIES]
    found = {part: find(part) for part in words}
    said = [find.refusal(part) for part, country in found.items() if country is None]
    countries = list(dict.fromkeys(filter(None, found.values())))
    if not countries:
        return Proposal(said=said or ["Write one country or several: Azerbaijan, Russia."])
    offered = {}
    for tenure, answer in _holders(countries, day):
        why = {"yes": "in office that day", "possibly": "possibly in office that day"}[answer]
        offered.setdefault(
            f"{tenure.official_id}-{tenure.country_id}",
            Offered(
                f"{tenure.official_id}-{tenure.country_id}",
                f"{tenure.official}, {tenure.post} ({tenure.country})",
                why,
            ),
        )
    meetings = _recent(countries, day, meeting_key)
    for meeting in meetings:
        for one in meeting.participations.all():
            value = f"{one.official_id}-{one.country_id}"
            asked = len(countries) == 1 or one.country in countries
            if one.official_id and asked and value not in offered and _may_serve(one.official, day):
                met = f"met on {meeting.date_start.words}"
                offered[value] = Offered(value, f"{one.official}, {one.post} ({one.country})", met)
    if not offered:
        said.append("Nobody of these countries is on record for that day.")
    return Proposal(offered=list(offered.values()), meetings=meetings, said=said)


def _may_serve(official, day):
    """Return whether nothing on record says that the official was out of office that day."""
    tenures = official.tenures.all()
    return not tenures or any(day is None or tenure.held_on(day) != "no" for tenure in tenures)


def _holders(countries, day):
    """Return [(tenure, answer)], the certain and the high ones of each country first; all of them without a day."""
    tenures = Tenure.objects.filter(country__in=countries).select_related("official", "country")
    tenures = tenures.around(day) if day else tenures.filter(end=None)
    answers = [(one, one.held_on(day) if day else "possibly") for one in tenures[:1000]]
    held = sorted(
        (pair for pair in answers if pair[1] != "no"),
        key=lambda pair: (pair[1] != "yes", pair[0].rank_order, str(pair[0].official)),
    )
    of_country = {}
    for tenure, answer in held:
        of_country.setdefault(tenure.country_id, []).append((tenure, answer))
    return [pair for country in countries for pair in of_country.get(country.pk, [])[:MOST_OF_A_COUNTRY]]


def _recent(countries, day, meeting_key):
    """Return the latest meetings of the countries (of each pair and more, all of them) up to the day."""
    meetings = Meeting.objects.exclude(pk=meeting_key).exclude(date_start=None)
    if day:
        meetings = meetings.filter(date_start__lte=day.isoformat())
    for country in countries:
        meetings = meetings.filter(pk__in=Participation.objects.filter(country=country).values("meeting"))
    return list(
        meetings.order_by("-date_start", "-pk").prefetch_related(
            "participations__official__tenures", "participations__country"
        )[:MOST_MEETINGS]
    )
