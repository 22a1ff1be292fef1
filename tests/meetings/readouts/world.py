"""A small gazetteer for tests: what readings may know, without a database."""

from datetime import date

from meetings.readouts.lexicon import Country, Gazetteer, Official, Publisher, Sphere, Tenure

COUNTRIES = (
    ("azerbaijan", "Azerbaijan", "Republic of Azerbaijan", "Azerbaijani", "Baku", "AZ"),
    ("russia", "Russia", "Russian Federation", "Russian", "Moscow", "RU"),
    ("armenia", "Armenia", "Republic of Armenia", "Armenian", "Yerevan", "AM"),
    ("georgia", "Georgia", "Georgia", "Georgian", "Tbilisi", "GE"),
    ("kazakhstan", "Kazakhstan", "Republic of Kazakhstan", "Kazakh", "Astana", "KZ"),
    ("uzbekistan", "Uzbekistan", "Republic of Uzbekistan", "Uzbek", "Tashkent", "UZ"),
    ("united-kingdom", "United Kingdom", "United Kingdom of Great Britain", "British", "London", "GB"),
    ("united-states", "United States", "United States of America", "American", "Washington", "US"),
    ("kenya", "Kenya", "Republic of Kenya", "Kenyan", "Nairobi", "KE"),
    ("ghana", "Ghana", "Republic of Ghana", "Ghanaian", "Accra", "GH"),
    ("paraguay", "Paraguay", "Republic of Paraguay", "Paraguayan", "Asunción", "PY"),
    (
        "republic-of-the-congo",
        "Republic of the Congo",
        "Republic of the Congo",
        "Congolese",
        "Brazzaville",
        "CG",
    ),
    ("dr-congo", "DR Congo", "Democratic Republic of the Congo", "Congolese", "Kinshasa", "CD"),
)
ALIASES = {"united-kingdom": ("UK", "Britain"), "united-states": ("US", "USA", "U.S."), "russia": ("RF",)}
PREMIER, PRESIDENT = ("Prime Minister", "head-of-government"), ("President", "head-of-state")
OFFICIALS = (
    ("ali-asadov", "Ali Asadov", "azerbaijan", PREMIER, 2019, None),
    ("mikhail-mishustin", "Mikhail Mishustin", "russia", PREMIER, 2020, None),
    ("rishi-sunak", "Rishi Sunak", "united-kingdom", PREMIER, 2022, 2024),
    ("boris-johnson", "Boris Johnson", "united-kingdom", PREMIER, 2019, 2022),
    ("vladimir-putin", "Vladimir Putin", "russia", PRESIDENT, 2012, None),
)
SPHERES = (
    ("trade", "Trade", ("trade turnover",)),
    ("economic-cooperation", "Economic cooperation", ("economic",)),
    ("culture", "Culture", ("cultural",)),
    ("humanitarian-cooperation", "Humanitarian cooperation", ("humanitarian",)),
    ("epidemics", "Epidemics", ("COVID-19",)),
    ("communications", "Communications", ()),
    ("information-technology", "Information technology", ("information technologies",)),
    ("veterinary-medicine", "Veterinary medicine", ()),
    ("customs", "Customs", ()),
    ("intellectual-property", "Intellectual property", ()),
    ("food-security", "Food security", ()),
    ("peace", "Peace", ("cessation of hostilities",)),
    ("tourism", "Tourism", ()),
)
PUBLISHERS = (
    Publisher("trend", "Trend", ("Trend News Agency", "trend.az"), "news-agency", "azerbaijan"),
    Publisher(
        "prime-ministers-office", "10 Downing Street", ("pm.gov.example",), "government", "united-kingdom"
    ),
)
CITIES = (("Baku", "azerbaijan"), ("Moscow", "russia"), ("Yerevan", "armenia"), ("Tbilisi", "georgia"),
("London", "united-kingdom"),
          ("Tashkent", "uzbekistan"), ("Astana", "kazakhstan"), ("New York", "united-states"), ("Washington",
          "united-states"),
          ("Nairobi", "kenya"), ("Accra", "ghana"), ("Geneva", "switzerland"))  # fmt: skip


def _tenure(country, post, start, end):
    first, last = date(start, 1, 1), date(end, 12, 31) if end else date.max
    return Tenure(
        country, post[0], post[1], first, date(start, 12, 31), date(end, 1, 1) if end else date.max, last
    )


WORLD = Gazetteer(
    countries=(
        *(
            Country(slug, name, "state", tuple(dict.fromkeys((name, official, *ALIASES.get(slug, ())))),
            (adjective,), seat=seat, iso2=iso2)
            for slug, name, official, adjective, seat, iso2 in COUNTRIES
        ),
        Country("european-union", "European Union", "organisation", ("European Union", "EU")),
    ),
    officials=tuple(
        Official(slug, name, (),
        (_tenure(country, post, start, end),)) for slug, name, country, post, start, end in OFFICIALS
    ),
    spheres=tuple(Sphere(slug, name, synonyms) for slug, name, synonyms in SPHERES),
    publishers=PUBLISHERS,
    cities=CITIES,
)  # fmt: skip
