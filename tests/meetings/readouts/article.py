"""A release of our own with every kind of fact of the record's first meeting, and the short spans to look for in it."""

TEXT = """BAKU, Azerbaijan, May 20

Trend:

New documents were agreed upon in Baku, the Azerbaijani Cabinet of Ministers told Trend.

Prime Minister of Azerbaijan Ali Asadov met Prime Minister of Russia Mikhail Mishustin in the morning of May 20.

They discussed trade, economic, cultural and humanitarian cooperation. The sides also discussed measures against COVID-19.

“From January through March 2021 our trade turnover rose by about 3.5 percent and came to $680 million,” Mishustin said. “About 1,000 companies with Russian capital work in the country.”

Mishustin stressed that goods move faster than before.

“The trilateral statement signed by the presidents of Russia, Azerbaijan and prime minister of Armenia on the cessation of hostilities opens up new opportunities,” he added.

Asadov stressed that the two governments trust each other.

More than 80 entities of the Russian Federation have partners in Azerbaijan. Over 230 intergovernmental documents have been signed, and six roadmaps are being implemented.

The Azerbaijani prime minister invited his Russian counterpart to visit Azerbaijan.

After the talks the sides signed documents on cooperation in communications and information technologies, veterinary medicine, customs, intellectual property, food security and other spheres.
"""  # noqa: E501

SCALARS = {
    "meeting_date": ("2021-05-20", "May 20"),
    "date_precision": ("day", None),
    "date_basis": ("stated", None),
    "city": ("Baku", "BAKU"),
    "place_basis": ("dateline", None),
    "format": ("in-person", "met"),
    "occurrence": ("held", "met"),
}
PEOPLE = [("ali-asadov", "Prime Minister", "azerbaijan"), ("mikhail-mishustin", "Prime Minister", "russia")]
TOPICS = ["trade", "economic-cooperation", "culture", "humanitarian-cooperation", "epidemics"]
PACKAGE = [
    "communications",
    "information-technology",
    "veterinary-medicine",
    "customs",
    "intellectual-property",
    "food-security",
]
FIGURES = [
    (680, "million", "USD", 3.5, "2021-01..2021-03", ["Mikhail Mishustin"]),
    (1000, "", "", None, "", ["Mikhail Mishustin"]),
    (80, "", "", None, "", []),
    (230, "", "", None, "", []),
    (6, "", "", None, "", []),
]
