"""The still part of the made world: countries, spheres, publishers, officials, events, sources."""

from agreements.models import Sphere
from meetings.models import Attendance, Country, Event, Official, Publisher, Rank, Source, Tenure

COUNTRIES = (
    # name, adjective, ISO 3166 alpha-2, alpha-3, COW code, kind, UN M49 region
    ("Azerbaijan", "Azerbaijani", "AZ", "AZE", 373, "state", "Western Asia"),
    ("Russia", "Russian", "RU", "RUS", 365, "state", "Eastern Europe"),
    ("Georgia", "Georgian", "GE", "GEO", 372, "state", "Western Asia"),
    ("Armenia", "Armenian", "AM", "ARM", 371, "state", "Western Asia"),
    ("Turkey", "Turkish", "TR", "TUR", 640, "state", "Western Asia"),
    ("Côte d’Ivoire", "Ivorian", "CI", "CIV", 437, "state", "Western Africa"),
    ("European Union", "European", None, None, None, "organisation", ""),
    ("Soviet Union", "Soviet", None, None, None, "former-state", ""),
    ("Iran", "Iranian", "IR", "IRN", 630, "state", "Southern Asia"),
    ("Kosovo", "Kosovar", "XK", None, 347, "territory", "Southern Europe"),
)

SPHERES = (
    # slug, code, name, parent, synonyms
    ("economy", "ECO", "Economy", None, []),
    ("trade", "ECO-TRA", "Trade", "economy", ["trade turnover"]),
    ("customs", "ECO-CUS", "Customs", "economy", ["customs matters"]),
    ("humanitarian", "HUM", "Humanitarian matters", None, []),
    ("health", "HUM-HEA", "Health", "humanitarian", ["COVID-19", "coronavirus"]),
    ("culture", "HUM-CUL", "Culture", "humanitarian", []),
    ("security", "SEC", "Security", None, []),
)

OFFICIALS = (
    # name, country, post, rank, aliases, native name
    ("Ali Asadov", "Azerbaijan", "Prime Minister", Rank.HEAD_OF_GOVERNMENT, ["Əli Əsədov"], "Əli Əsədov"),
    ("Ilham Aliyev", "Azerbaijan", "President", Rank.HEAD_OF_STATE, ["İlham Əliyev"], ""),
    ("Mikhail Mishustin", "Russia", "Prime Minister", Rank.HEAD_OF_GOVERNMENT, [], "Михаил Мишустин"),
    ("Vladimir Putin", "Russia", "President", Rank.HEAD_OF_STATE, [], ""),
    ("Sergey Lavrov", "Russia", "Foreign Minister", Rank.FOREIGN_MINISTER, ["Sergei Lavrov"], ""),
    ("Salome Zourabichvili", "Georgia", "President", Rank.HEAD_OF_STATE, [], ""),
    ("Recep Tayyip Erdoğan", "Turkey", "President", Rank.HEAD_OF_STATE_AND_GOVERNMENT, ["Erdogan"], ""),
    ("Alassane Ouattara", "Côte d’Ivoire", "President", Rank.HEAD_OF_STATE_AND_GOVERNMENT, [], ""),
    ("Ursula von der Leyen", "European Union", "President", Rank.HEAD_OF_ORGANISATION, [], ""),
    ("Hossein Amir-Abdollahian", "Iran", "Foreign Minister", Rank.FOREIGN_MINISTER, [], ""),
    ("Nikol Pashinyan", "Armenia", "Prime Minister", Rank.HEAD_OF_GOVERNMENT, [], ""),
    # Some are known by one name, which may be that of a country.
    ("Iran", "Armenia", "Envoy", Rank.SPECIAL_ENVOY, [], ""),
)

PUBLISHERS = (("Trend", "news-agency"), ("TASS", "news-agency"), ("Kremlin", "presidency"))
DATES = (None, "2019", "2020-11", "2021-05-20", "2021-05", "2021-06-01", "2022-02-28", "2020-02-29")


def write(model, **fields):
    """Save one record with its many-to-many; return it."""
    many = {field.name: fields.pop(field.name) for field in model._meta.many_to_many if field.name in fields}
    record = model(**fields)
    record.save()
    for name, others in many.items():
        getattr(record, name).set(others)
    return record


def countries():
    """Write the countries; return {name: country}."""
    names = ("name", "adjective", "iso2", "iso3", "cow", "kind", "region")
    slugs = {"Côte d’Ivoire": "cote-divoire"}
    found = {
        row[0]: write(
            Country,
            slug=slugs.get(row[0], row[0].lower().replace(" ", "-")),
            **dict(zip(names, row, strict=True)),
        )
        for row in COUNTRIES
    }
    found["Russia"].predecessors.set([found["Soviet Union"]])
    return found


def spheres():
    """Write the spheres; return {slug: sphere}."""
    found = {}
    for slug, code, name, parent, synonyms in SPHERES:
        found[slug] = write(
            Sphere, slug=slug, code=code, name=name, parent=found.get(parent), synonyms=synonyms
        )
    return found


def sources(rng, lands):
    """Write the publishers and their sources; return the sources."""
    publishers = [write(Publisher, slug=name.lower(), name=name, kind=kind) for name, kind in PUBLISHERS]
    return [
        write(
            Source,
            publisher=rng.choice(publishers),
            title=f"Readout {number}" if number % 4 else "",
            published_on=rng.choice(DATES),
            url=f"https://news.example/{number}" if number % 3 else "",
            sides=rng.sample(list(lands.values()), number % 3),
            reference=number == 0,
        )
        for number in range(14)
    ]


def officials(lands, texts):
    """Write the officials with a tenure each, and one whom no meeting names; return {name: official}."""
    found = {}
    for name, country, post, rank, aliases, native in OFFICIALS:
        found[name] = write(Official, name=name, aliases=aliases, native_name=native)
        write(
            Tenure,
            official=found[name],
            country=lands[country],
            post=post,
            rank=rank,
            start="2018",
            sources=texts[:1],
        )
    write(Official, name="Nobody Yet")
    write(Official, name="Kept for Reference", reference=True)
    return found


def events(rng, lands, people, texts):
    """Write some events, public and not; return them."""
    found = []
    for number, (kind, start, end) in enumerate(
        [
            ("summit", "2021-05-19", "2021-05-21"),
            ("official-visit", "2021-06", None),
            ("conference", None, None),
            ("working-visit", "2020", None),
        ]
    ):
        event = write(
            Event,
            name=f"Gathering {number}",
            kind=kind,
            start=start,
            end=end,
            host_country=rng.choice([None, lands["Russia"], lands["Turkey"]]),
            reference=number == 3,
            sources=texts[number : number + 1],
        )
        for name in rng.sample(list(people), 2):
            row = next(row for row in OFFICIALS if row[0] == name)
            write(
                Attendance,
                event=event,
                official=people[name],
                country=lands[row[1]],
                post=row[2],
                rank=row[3],
            )
        found.append(event)
    return found
