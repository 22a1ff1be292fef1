"""A restated release with every kind of fact of the record's first meeting, and the short spans to look for in it."""

TEXT = """BAKU, Azerbaijan, May 20

Trend:

Azerbaijan and Russia put their names to documents in a number of spheres, the Azerbaijani Cabinet of Ministers told Trend on May 20.

Azerbaijani Prime Minister Ali Asadov met with Russian Prime Minister Mikhail Mishustin on May 20.

Trade, economic, cultural and humanitarian cooperation between the two countries were discussed during the meeting. The sides also discussed the joint fight against COVID-19.

Mishustin stressed that trade between Azerbaijan and Russia is growing.

“Trade turnover grew by about 3.5 percent and reached $680 million from January through March 2021,” the Russian prime minister added. “There are about 1,000 companies and joint ventures with Russian capital in Azerbaijan.”

“The trilateral statement signed by the presidents of Russia, Azerbaijan and prime minister of Armenia on the cessation of hostilities opens up new opportunities,” Mishustin added.

Asadov, in turn, stressed that relations between Azerbaijan and Russia are at a high level.

Azerbaijan works with more than 80 entities of the Russian Federation. Over 230 intergovernmental documents have been signed between the two countries and six roadmaps are being implemented.

The Azerbaijani prime minister also invited his Russian counterpart to visit Azerbaijan.

Following the talks, the sides signed the documents on the development of cooperation in the fields of communications and information technologies, veterinary medicine, customs, intellectual property, food security and other spheres.
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
