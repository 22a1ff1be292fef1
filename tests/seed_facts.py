"""What the seed article states, as plain data: entered by code in tests/seed.py, by hand in tests/browser."""

COUNTRIES = {
    "azerbaijan": {"name": "Azerbaijan", "adjective": "Azerbaijani", "iso2": "AZ", "iso3": "AZE", "cow": 373},
    "russia": {"name": "Russia", "adjective": "Russian", "iso2": "RU", "iso3": "RUS", "cow": 365},
    "armenia": {"name": "Armenia", "adjective": "Armenian", "iso2": "AM", "iso3": "ARM", "cow": 371},
}
# slug: (code, name, parent)
SPHERES = {
    "economy": ("ECO", "Economy, trade and investment", None),
    "economic-cooperation": ("ECO-GEN", "Economic cooperation", "economy"),
    "trade": ("ECO-TRA", "Trade", "economy"),
    "customs": ("ECO-CUS", "Customs", "economy"),
    "intellectual-property": ("ECO-IPR", "Intellectual property", "economy"),
    "digital": ("DIG", "Communications, IT and space", None),
    "communications": ("DIG-TEL", "Communications", "digital"),
    "information-technology": ("DIG-ICT", "Information technology", "digital"),
    "agriculture-and-food": ("AGR", "Agriculture and food", None),
    "veterinary-medicine": ("AGR-VET", "Veterinary medicine", "agriculture-and-food"),
    "food-security": ("AGR-FOO", "Food security", "agriculture-and-food"),
    "health": ("HEA", "Health", None),
    "epidemics": ("HEA-PAN", "Epidemics and vaccines", "health"),
    "culture-and-people": ("CUL", "Culture and people", None),
    "culture": ("CUL-GEN", "Culture and arts", "culture-and-people"),
    "humanitarian-cooperation": ("CUL-HUM", "Humanitarian cooperation", "culture-and-people"),
}
PUBLISHER = {"slug": "trend", "name": "Trend", "kind": "news-agency", "country": "azerbaijan"}

ASADOV, MISHUSTIN = "Ali Asadov", "Mikhail Mishustin"
# name: (name in its own script, country, post, rank, held from)
OFFICIALS = {
    ASADOV: ("Əli Əsədov", "azerbaijan", "Prime Minister", "head-of-government", "2019-10-08"),
    MISHUSTIN: ("Михаил Мишустин", "russia", "Prime Minister", "head-of-government", "2020-01-16"),
}
SOURCE = {
    "published_on": "2021-05-20",
    "dateline": "BAKU, Azerbaijan, May 20",
    "relayed_from": "the Azerbaijani Cabinet of Ministers",
}
MEETING = {
    "title": "Asadov and Mishustin meet; documents on cooperation signed",
    "date_start": "2021-05-20",
    "date_precision": "day",
    "date_basis": "stated",
    "city": "Baku",
    "place_basis": "dateline",
    "format": "in-person",
    "occurrence": "held",
    "summary": "The prime ministers of Azerbaijan and Russia met; after the talks documents were signed.",
}
# (wording, sphere)
DISCUSSIONS = (
    ("increasing trade cooperation", "trade"),
    ("increasing economic cooperation", "economic-cooperation"),
    ("increasing cultural cooperation", "culture"),
    ("increasing humanitarian cooperation", "humanitarian-cooperation"),
    ("joint fight against COVID-19", "epidemics"),
)
# (speaker, kind, text)
QUOTES = (
    (MISHUSTIN, "reported", "The trade turnover between Azerbaijan and Russia is growing."),
    (
        MISHUSTIN,
        "direct",
        "Despite the COVID-19 pandemic, the trade turnover between the two countries increased by about 3.5 percent "
        "and reached $680 million from January through March 2021",
    ),
    # The article says in between who goes on speaking: two quotes, not one that nobody wrote.
    (
        MISHUSTIN,
        "direct",
        "There are about 1,000 companies and joint ventures with the Russian capital operating in Azerbaijan.",
    ),
    (
        MISHUSTIN,
        "direct",
        "The trilateral statement signed by the presidents of Russia, Azerbaijan and prime minister of Armenia on the "
        "cessation of hostilities during the second Armenia-Azerbaijan Nagorno-Karabakh war opens up the opportunities "
        "for the comprehensive development of the South Caucasus",
    ),
    (
        MISHUSTIN,
        "direct",
        "The expansion of economic ties, the restoration of transport communications, the creation of new "
        "infrastructure routes meet the interests of the regional countries",
    ),
    (
        ASADOV,
        "reported",
        "The relations between Azerbaijan and Russia are at a high level thanks to the relations between the "
        "presidents of the two countries, based on mutual trust.",
    ),
    (
        ASADOV,
        "reported",
        "The president and the government of Azerbaijan highly appreciate the role of Russia during the 44-day second "
        "Nagorno-Karabakh war and support the implementation of the provisions of the trilateral agreement signed as "
        "a result of hostilities.",
    ),
)
# Fields of Figure, and who claims it (None: the source itself).
FIGURES = (
    (
        {
            "measure": "trade turnover",
            "value": "680",
            "scale": "million",
            "currency": "USD",
            "change": "3.5",
            "change_qualifier": "about",
            "period_start": "2021-01",
            "period_end": "2021-03",
        },
        MISHUSTIN,
    ),
    (
        {
            "measure": "companies and joint ventures with Russian capital in Azerbaijan",
            "qualifier": "about",
            "value": "1000",
            "unit": "companies and joint ventures",
        },
        MISHUSTIN,
    ),
    (
        {
            "measure": "entities of the Russian Federation with which Azerbaijan develops economic cooperation",
            "qualifier": "over",
            "value": "80",
            "unit": "entities",
        },
        None,
    ),
    (
        {
            "measure": "intergovernmental and interministerial documents signed between the two countries",
            "qualifier": "over",
            "value": "230",
            "unit": "documents",
        },
        None,
    ),
    ({"measure": "road maps being implemented", "value": "6", "unit": "road maps"}, None),
)
COMMITMENT = {"kind": "invitation", "what": "to visit Azerbaijan"}
PACKAGE_WORDING = "documents on the development of cooperation"
# (sphere, wording)
PACKAGE_SPHERES = (
    ("communications", "communications and information technologies"),
    ("information-technology", "communications and information technologies"),
    ("veterinary-medicine", "veterinary medicine"),
    ("customs", "customs"),
    ("intellectual-property", "intellectual property"),
    ("food-security", "food security"),
)
STATEMENT_TITLE = (
    "Trilateral statement on the cessation of hostilities "
    "during the second Armenia-Azerbaijan Nagorno-Karabakh war"
)
STATEMENT_WORDING = "trilateral statement"
# (country, post as stated)
STATEMENT_SIGNED = (("russia", "president"), ("azerbaijan", "president"), ("armenia", "prime minister"))

# What an editor pastes as the full text; the agency's own words are not ours to keep here.
PASTED = "The full text of the article, for editors only: it is never shown to readers."
