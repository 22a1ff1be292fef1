"""The words of figures: amounts, units, qualifiers, targets, what is measured, periods."""

import re

from .dates import MONTHS

NUMBER = r"\d{1,3}(?:[,\u00a0 ]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"


SCALE = r"(?P<scale>thousand|million|mln|mn|billion|bln|bn|trillion|trn)?"


MONEY = re.compile(
    rf"(?P<sign>(?:US|C|A|NZ|S|HK)\s?\$\s?|USD\s?|\$\s?|€\s?|EUR\s?|£|GBP\s?|¥|CNY\s?|₹|Rs\.?\s?"
    rf"|RUB\s?)(?P<value>{NUMBER})\s?{SCALE}\b"
    rf"|(?P<value2>{NUMBER})\s?(?P<scale2>thousand|million|mln|billion|bln|bn"
    rf"|trillion)?\s?(?:(?:of\s)?(?P<unit>US dollars|U\.S\. dollars|dollars|USD|euros?|EUR|pounds|yuan"
    rf"|rubles|roubles|rupees|manats?|tenge))\b",
    re.I,
)


SIGNS = {
    "$": "USD",
    "US$": "USD",
    "USD": "USD",
    "€": "EUR",
    "EUR": "EUR",
    "£": "GBP",
    "GBP": "GBP",
    "¥": "CNY",
    "CNY": "CNY",
    "₹": "INR",
    "RS": "INR",
    "RS.": "INR",
    "RUB": "RUB",
    "C$": "CAD",
    "A$": "AUD",
    "NZ$": "NZD",
    "S$": "SGD",
    "HK$": "HKD",
}


UNITS = {
    "us dollars": "USD",
    "u.s. dollars": "USD",
    "dollars": "USD",
    "usd": "USD",
    "euro": "EUR",
    "euros": "EUR",
    "eur": "EUR",
    "pounds": "GBP",
    "yuan": "CNY",
    "rubles": "RUB",
    "roubles": "RUB",
    "rupees": "INR",
    "manat": "AZN",
    "manats": "AZN",
    "tenge": "KZT",
}


SCALES = {"mln": "million", "mn": "million", "bln": "billion", "bn": "billion", "trn": "trillion"}


PERCENT = re.compile(rf"(?P<value>{NUMBER})\s?(?:%|per\s?cent\b|percent\b)", re.I)


SHARE = re.compile(
    r"\b(?:an?|one)[ -](?P<part>half|third|quarter|fifth|tenth) of (?P<what>[^,.;]{4,80})", re.I
)


PARTS = {"half": 50, "third": 33.3, "quarter": 25, "fifth": 20, "tenth": 10}


WORDS = {w: n for n, w in enumerate("two three four five six seven eight nine ten eleven twelve".split(), 2)}  # noqa: SIM905


# Any number of things: what is counted stands in the plural right behind it.
ANY_COUNTED = re.compile(
    r"(?<![\w.,$€£¥₹-])(?P<value>\d{2,3}(?:[,\u00a0 ]\d{3})*(?:\.\d+)?|\d(?:[,\u00a0 ]\d{3})+"
    r"|\d{4,})\s+(?P<scale>thousand|million|billion)?\s?"
    r"(?P<unit>(?:[a-z][a-z-]+\s+|[A-Z][\w-]+\s+){0,2}?(?!hours|minutes|days|weeks|months|times|countries|sides"
    r"|nations|states"
    r"|presidents|ministers|leaders|delegations)(?:[a-z]{3,}s|people|children|women|men|troops|tonnes|personnel"
    r"|staff|MW|GW|km|hectares))\b"
    r"(?! (?:ago|later|after|earlier|old)\b)",
)
COUNTED = re.compile(
    rf"\b(?P<value>{NUMBER}|{'|'.join(WORDS)})\s+(?P<scale>thousand|million"
    rf"|billion)?\s?(?P<unit>(?:(?!countries|sides|presidents|ministers|leaders|years|months|times|days"
    rf"|and\s+(?:two|three|four|five|six|seven|eight|nine|ten|\d))[A-Za-z-]+\s+){{0,3}}?"
    r"(?:companies(?: and joint ventures)?|joint ventures|enterprises|projects|documents|entities"
    r"|road ?maps|students|tourists|tonnes|tons|barrels|flights|agreements|firms|citizens|jobs|"
    r"schools|years of (?:diplomatic )?\w+|cubic metres|cubic meters|megawatts|MW|kilomet(?:re|er)s"
    r"|scholarships|hectares|doses|businesses|universities|regions|treaties|vehicles|wagons|containers))\b",
    re.I,
)


QUALIFIERS = (
    (
        "about",
        re.compile(
            r"\b(?:about|around|approximately|nearly|almost|some|roughly|close to|an estimated)\s+(?:of\s+)?$",
            re.I,
        ),
    ),
    (
        "over",
        re.compile(
            r"\b(?:over|more than|in excess of|above|exceed(?:ed|s|ing)?|exceeding|surpass(?:ed|ing"
            r"|es)?)\s+(?:the\s+)?$",
            re.I,
        ),
    ),
    ("up-to", re.compile(r"\b(?:up to|as much as|as many as)\s+$", re.I)),
    ("under", re.compile(r"\b(?:under|less than|below)\s+$", re.I)),
    ("at-least", re.compile(r"\b(?:at least|no less than|not less than)\s+$", re.I)),
)


TARGET = re.compile(
    r"\b(?:target|goal|aim(?:s|ed|ing)?|plans?|planned|intend\w*|rais(?:e|ing)|bring(?:ing)?|increas(?:e"
    r"|ing) .{0,60}to|task|will (?:reach|be)|reach (?:the )?\$|ambition|seek\w*|would|double|triple"
    r"|by 20\d\d)\b",
    re.I,
)


ACTUAL = re.compile(
    r"\b(?:reached|grew|amounted|stood at|stands at|totalled|totaled|came to|increased by|rose|exceeded"
    r"|fell|declined|was|made up)\b",
    re.I,
)


GREW = re.compile(r"\b(?:grew|grown|increas\w*|rose|risen|up|growth|gained|expanded)\b", re.I)


FELL = re.compile(r"\b(?:fell|fallen|decreas\w*|declin\w*|down|dropped|shrank)\b", re.I)


MEASURE = re.compile(
    r"\b(?:(?:mutual|bilateral|two-way|total|foreign|overall|annual)\s+)*(?:trade(?: turnover| volume"
    r"| exchange)?|commodity turnover|turnover|(?:direct )?investments?|exports?|imports?|loan"
    r"|credit line|grant|aid|"
    r"assistance|funding|contracts?|remittances|financing|tourist flow|transit|freight(?: traffic)?"
    r"|cargo(?: transportation)?|deliveries|supplies)\b(?:\s+(?:turnover|volume))?",
    re.I,
)


MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))


PERIODS = (
    re.compile(
        rf"\b(?:from|in|for|between)\s+(?P<first>{MONTH})\s?(?:through|to|-|–"
        rf"|and)\s?(?P<last>{MONTH})(?:,?\s+(?:of\s+)?(?P<year>20\d\d))",
        re.I,
    ),
    re.compile(
        r"\b(?:over|in|for|during)?\s*(?:the\s+)?(?:first\s+)?(?P<months>\d{1,2}|two|three|four|five|six"
        r"|seven|eight|nine|ten|eleven) months of (?P<year>20\d\d)",
        re.I,
    ),
    re.compile(r"\bby (?:the end of\s+)?(?P<by>20\d\d)\b", re.I),
    re.compile(r"\b(?:in|for|during) (?P<in>20\d\d)\b", re.I),
    re.compile(
        r"\b(?P<relative>last year|this year|in the first (?:quarter|half)(?: of (?:this|the) year"
        r"| of 20\d\d)?|in recent years|over the past \w+ years?|since the beginning of the year"
        r"|year-on-year|annually|next year)\b",
        re.I,
    ),
)


BASIS = re.compile(
    r"\b(?:compared (?:to|with) [^,.;]{3,60}|year[- ]on[- ]year|on the previous year"
    r"|from the previous year|than (?:in )?the (?:same period|previous year)[^,.;]{0,40})",
    re.I,
)
