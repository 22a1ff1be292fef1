"""Words around names: titles, particles, and what is no name."""

import re

HONORIFICS = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "professor",
        "sir",
        "dame",
        "lord",
        "lady",
        "his",
        "her",
        "excellency",
        "majesty",
        "highness",
        "royal",
        "h",
        "e",
        "he",
        "hon",
        "honourable",
        "honorable",
        "general",
        "colonel",
        "shri",
        "smt",
        "sheikh",
        "comrade",
        "rt",
        "mrs",
        "messrs",
        "hm",
        "hrh",
        "elbasy",
        "president's",
        "right",
        "the",
    ]
) - {"the"}


PARTICLES = frozenset(
    [
        "al",
        "el",
        "bin",
        "ibn",
        "bint",
        "de",
        "da",
        "del",
        "della",
        "di",
        "dos",
        "van",
        "von",
        "der",
        "den",
        "la",
        "le",
        "ben",
        "oglu",
        "ogly",
        "qizi",
        "ul",
        "ur",
        "abu",
        "af",
        "av",
        "i",
    ]
)


NO_NAME = frozenset(
    """
    the a an on in at by of for from with to and but as after before during following today yesterday tomorrow
    monday tuesday
    wednesday thursday friday saturday sunday january february march april may june july august september
    october november
    december he she they it we his her their this that these those who which also both meeting talks mr
    cabinet ministers
    government ministry embassy parliament council summit commission house state republic kingdom union office
    party national
    international joint press service group minister president prime foreign vice deputy speaking earlier
    later according
    excerpt transcript photo read more source trend how what when where why there here our your us eu uk un i
    united central
    covid charter agreement memorandum declaration protocol treaty relations affairs held met said told
    delegation sides side
    european security special chairman ambassador secretary former new if while since until so then such
    and/or bilateral
    presidential official visit region regional organization organisation bank university academy chamber
    airport palace
    statement communique plan action program programme conference forum leaders leader states armed forces
    """.split()  # noqa: SIM905
)


# Where people are called by the first word of their name, for whatever reason.
FAMILY_FIRST = frozenset(
    {
        "china",
        "taiwan",
        "north-korea",
        "south-korea",
        "vietnam",
        "hong-kong",
        "malaysia",
        "indonesia",
        "ethiopia",
        "iceland",
    }
)


ROMAN = re.compile(r"[IVX]+$")


APART = re.compile(
    r"\b(former|late|ex-?|first president of|then|spokes\w+|outgoing|previous)\s*(?:the\s+)?(?:\w+\s+){0,2}$",
    re.I,
)
SHORT_NAMES = frozenset({"to", "an", "so", "on", "do", "no", "he", "by", "in"})
