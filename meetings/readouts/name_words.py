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
        "sheikha",
        "baroness",
        "baron",
        "senator",
        "rev",
        "reverend",
        "maj",
        "brig",
        "ing",
        "mme",
        "sultan",
        "datuk",
        "dato",
        "seri",
        "sri",
        "tun",
        "datin",
        "tan",
        "eng",
        "engr",
        "amb",
        "lt",
        "gen",
        "col",
        "adm",
        "admiral",
        "brigadier",
        "judge",
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
        "ould",
        "ag",
        "ap",
        "ter",
        "te",
        "zu",
        "dei",
        "dal",
        "e",
        "y",
        "du",
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
    discuss discusses meets meet hold holds sign signs visits receives hosts matters issues ties cooperation
    statement communique plan action program programme conference forum leaders leader states armed forces
    """.split()  # noqa: SIM905
)


# What no person is called: with one of these a name with a country is a body's.
INSTITUTIONS = frozenset(
    """
    court chamber church fund corporation company group institute museum mission army navy police federation league cup
    society board centre center agency authority foundation association news times radio television petroleum airlines
    ports railway railways bank university club network trust industries exchange assembly congress senate front
    movement
    square street tower stadium hospital college school island islands river valley mountain mountains gulf sea ocean
    province district basin bay north south east west western eastern northern southern supreme federal democratic
    people peoples islamic arab african european asian american global world great new first second third
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
