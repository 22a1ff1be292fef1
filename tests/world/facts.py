"""The moving part of the made world: meetings and agreements with all kinds of facts."""

from agreements.models import Agreement, Coverage, Discussion, Party, Signature, Step
from meetings.models import Claim, Commitment, Conflict, Figure, Meeting, Participation, Quote, Rank
from meetings.publication import Publication

from .people import OFFICIALS, write

DAYS = (
    # precision, start, end
    ("day", "2021-05-20", None),
    ("day", "2021-05-20", "2021-05-22"),
    ("day", "2021-12-31", "2022-01-01"),
    ("day", "2020-02-29", None),
    ("within", "2021-04-28", "2021-05-03"),
    ("month", "2021-05", None),
    ("month", "2020-02", None),
    ("year", "2021", None),
    ("year", "1998", None),
    ("unknown", None, None),
)
CITIES = ("Baku", "Moscow", "New York", "Yaoundé", "Ağdam")
WORDINGS = (
    "trade and economic ties",
    "the fight against COVID-19",
    "issues of customs",
    "Qur'an manuscripts",
)
SAID = (
    "Our trade turnover grew by 3.5 % in the first quarter",
    "We attach importance to the trilateral statement",
    "The U.S. side said nothing, but agreements were signed",
    "Əziz dostlar, xoş gəlmisiniz",
    "Мы ценим роль России",
)


def meeting(rng, number, state, world):
    """Write one meeting with everything on it; return it."""
    precision, start, end = rng.choice(DAYS)
    basis = rng.choice(["stated", "inferred", "dateline", "unknown"])
    known = basis != "unknown"
    record = write(
        Meeting,
        title=rng.choice(["Talks", "talks", "Émigré talks", "An exchange of views", "Zeynalov’s talks"])
        + (f" {number}" if number % 3 else ""),
        date_precision=precision,
        date_start=start,
        date_end=end,
        date_basis="" if precision == "unknown" else "stated",
        place_basis=basis,
        city=rng.choice(["", *CITIES]) if known else "",
        venue="Zagulba Palace" if known and number % 5 == 0 else "",
        host_country=rng.choice([None, *world.lands.values()]) if basis in ("stated", "inferred") else None,
        format=rng.choice(["", *Meeting.Format.values]),
        setting=rng.choice(["", *Meeting.Setting.values]),
        occurrence=rng.choice(Meeting.Occurrence.values),
        event=rng.choice([None, None, *world.events]),
        summary=rng.choice(["", "They spoke of COVID-19 and of agreements.", "Nothing was signed."]),
        sources=rng.sample(world.texts, rng.randrange(3)) or world.texts[:1],
        date_sources=rng.sample(world.texts, rng.randrange(2)),
        place_sources=rng.sample(world.texts, rng.randrange(2)),
        publication=state,
    )
    _participations(rng, record, world)
    _talk(rng, record, world)
    _words(rng, record, number, world)
    return record


def _participations(rng, record, world):
    count = rng.choice([2, 2, 2, 3, 4, 5])
    rows = rng.sample(OFFICIALS, count)
    while len({row[1] for row in rows}) < 2:
        rows = rng.sample(OFFICIALS, count)
    kept = set()
    for place, (name, country, post, rank, _, _) in enumerate(rows):
        # Two countries at least stay parties.
        apart = len(kept) >= 2 and rng.random() < 0.4
        kept |= set() if apart else {country}
        named = place == 0 or rng.random() < 0.8
        write(
            Participation,
            meeting=record,
            country=world.lands[country],
            official=world.people[name] if named else None,
            name_in_text="" if named else rng.choice(["", "the envoy"]),
            post=post if rng.random() < 0.9 else "",
            rank=rank if rng.random() < 0.8 else rng.choice([Rank.UNKNOWN, Rank.MINISTER]),
            role=rng.choice(["witness", "observer"])
            if apart
            else rng.choice(["participant", "host", "guest"]),
            sources=rng.sample(world.texts, rng.randrange(2)),
        )
    if rng.random() < 0.2:
        _second_side(rng, record, world)


def _second_side(rng, record, world):
    """Somebody who is there already speaks for another country too."""
    first = record.participations.first()
    other = rng.choice([land for land in world.lands.values() if land != first.country])
    write(
        Participation,
        meeting=record,
        country=other,
        official=first.official,
        post="Chair",
        rank=Rank.HEAD_OF_ORGANISATION,
        role=rng.choice(["mediator", "observer"]),
    )


def _talk(rng, record, world):
    for wording in rng.sample(WORDINGS, rng.randrange(3)):
        write(
            Discussion,
            meeting=record,
            sphere=rng.choice([None, *world.spheres.values()]),
            wording=wording,
            about=rng.sample(list(world.lands.values()), rng.randrange(2)),
            source=rng.choice([None, *world.texts]),
        )
    if rng.random() < 0.2:
        conflict = write(Conflict, meeting=record, field="date of meeting", chosen="20 May 2021")
        for text in rng.sample(world.texts, 2):
            write(Claim, conflict=conflict, source=text, value="21 May 2021")


def _words(rng, record, number, world):
    everyone, lands = list(world.people.values()), list(world.lands.values())
    for place in range(rng.randrange(3)):
        write(
            Quote,
            slug=f"q{number:02}{place}",
            meeting=record,
            text=rng.choice(SAID),
            kind=rng.choice(Quote.Kind.values),
            speakers=rng.sample(everyone, rng.randrange(3)),
            sources=rng.sample(world.texts, rng.randrange(2)),
        )
    for place in range(rng.randrange(3)):
        write(
            Figure,
            slug=f"f{number:02}{place}",
            meeting=record,
            measure=rng.choice(["trade turnover", "Companies", "road maps"]),
            value=rng.choice([680, "3.5", "0.0001", 99999999999]),
            currency=rng.choice(["", "USD"]),
            kind=rng.choice(Figure.Kind.values),
            countries=rng.sample(lands, rng.randrange(3)),
            claimed_by=rng.sample(everyone, rng.randrange(2)),
            sources=rng.sample(world.texts, rng.randrange(2)),
        )
    for place in range(rng.randrange(3)):
        write(
            Commitment,
            slug=f"c{number:02}{place}",
            meeting=record,
            kind=rng.choice(Commitment.Kind.values),
            what=rng.choice(["to visit Azerbaijan", "to sign an agreement on customs", "to send vaccines"]),
            state=rng.choice(Commitment.State.values),
            due=rng.choice([None, "2021-12", "2022", "2021-06-15", "2030-01-01"]),
            by_countries=rng.sample(lands, rng.randrange(2)),
            by_officials=rng.sample(everyone, rng.randrange(3)),
            to_countries=rng.sample(lands, rng.randrange(2)),
            to_officials=rng.sample(everyone, rng.randrange(2)),
            sources=rng.sample(world.texts, rng.randrange(2)),
        )


def agreement(rng, number, state, packages, world):
    """Write one agreement with parties, spheres, signatures and steps at meetings; return it."""
    package = rng.choice([None, *packages]) if number > 3 else None
    record = write(
        Agreement,
        title=rng.choice(["Agreement on customs", "Trilateral Statement", ""]) or f"Document {number}",
        type="package" if number <= 3 else rng.choice([t for t in Agreement.Type.values if t != "package"]),
        package=package,
        sources=rng.sample(world.texts, rng.randrange(2)) or world.texts[:1],
        publication=state,
    )
    parties = rng.sample(list(world.lands.values()), rng.randrange(4))
    for country in parties:
        write(Party, agreement=record, country=country, body=rng.choice(["", "Ministry of Health"]))
    for sphere in rng.sample(list(world.spheres.values()), rng.randrange(3)):
        write(Coverage, agreement=record, sphere=sphere, wording=rng.choice(["", "food security"]))
    for country in parties[:2]:
        write(
            Signature,
            agreement=record,
            country=country,
            official=rng.choice([None, *world.people.values()]),
            post="Minister",
        )
    for place in range(rng.randrange(1, 4)):
        write(
            Step,
            agreement=record,
            kind="mentioned" if place == 0 and number % 2 else rng.choice(Step.Kind.values),
            country=rng.choice([None, *parties]),
            meeting=rng.choice([None, *world.meetings]),
            date=rng.choice([None, "2021-05-20", "2021-05", "2021", "1998-07"]),
            sources=rng.sample(world.texts, rng.randrange(2)),
        )
    return record


STATES = (
    *[Publication.PUBLISHED] * 8,
    Publication.DRAFT,
    Publication.IN_REVIEW,
    Publication.RETURNED,
    Publication.WITHDRAWN,
)
