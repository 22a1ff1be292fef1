"""The words by which texts tell of meetings: met, planned, cancelled, witnessed."""

import re

MET = re.compile(
    r"\b(?:met|meets|meet|meeting)\b(?! (?:of|room|point|the (?:needs|interests|challenge|requirements"
    r"|demand)))|\b(?:held|holds?|hold|holding|conducted|had|has) "
    r"(?:\w+ ){0,5}?(?:talks|meetings?|negotiations|consultations|conversations?|calls?|discussions)\b"
    r"|\b(?:talks|negotiations|conversation|phone call|telephone call"
    r"|video call) (?:\w+ ){0,3}?(?:between|with|took place|have taken place|was held|were held|in)\b"
    r"|\bspoke (?:\w+ ){0,4}?(?:with|to|by)\b|\b(?:received|receives|hosted|hosts|welcomed"
    r"|welcomes)\b(?! (?:the (?:fact|decision|progress|news)|an? |condolences|information))"
    r"|\bco-?chaired\b|\bsat down with\b|\bphoned\b|\btelephoned\b|\bcalled on\b|\bpaid a courtesy call\b"
    r"|\b(?:his|her|their) talks with\b"
    r"|\b(?:discussed|discuss|exchanged views)\b",
    re.I,
)


SIGNED = re.compile(r"\b(?:signed|exchanged|initialled|initialed|inked|signing of)\b", re.I)


EARLIER = re.compile(
    r"\b(?:recalled|recalling|last (?:time|met|month|year|week)|previous(?:ly)?|earlier (?:meeting|talks"
    r"|this year)|since the two|have met|had met|has met|reminded|"
    r"as agreed at|following up on)\b[^.]*$",
    re.I,
)


PLANNED = re.compile(
    r"\b(?:will|is (?:due|expected|scheduled|set) to|are (?:due|expected|scheduled|set) to|is to"
    r"|plans? to|to) (?:\w+ )?(?:meet|hold|receive|host|have|discuss|speak|travel)\b",
    re.I,
)


OFF = re.compile(
    r"\b(?P<cancelled>cancel(?:led|ed)|called off|scrapped)\b|\b(?P<postponed>postponed|put off|delayed"
    r"|rescheduled)\b",
    re.I,
)


ASIDE = re.compile(
    r"(?:relations between|on behalf of|on the instructions? of|instructed by|greetings? (?:of|from)"
    r"|message (?:of|from)|letter (?:of|from)|"
    r"leadership of|thanks to|efforts (?:of|by)|agreements? (?:between|of|reached by)"
    r"|(?<!was )(?<!were )(?<!been )(?<!also )signed by|invitation of|initiative of|decree of|former|late"
    r"|death of|"
    r"appointed by|spokes\w+|press secretary|visit (?:of|by)|according to|attributable to|statement (?:of"
    r"|by)|told|under)\s+(?:\w+\s+){0,3}$",
    re.I,
)


WITNESS = re.compile(
    r"\b(?:in the presence of|witnessed by|before the|presence of|ceremony was attended by)"
    r"\s+(?:the\s+)?(?:\w+,?\s+){0,4}$",
    re.I,
)


ATTENDED = re.compile(
    r"\b(?:also (?:attended|took part|participated|present)|attended the (?:meeting|talks)"
    r"|took part in the (?:meeting|talks|conversation)"
    r"|participated in the (?:meeting|talks)|(?:meeting|talks) (?:was|were) (?:also )?attended by"
    r"|who accompanied|accompanied by|joined by"
    r"|were present|was present)\b",
    re.I,
)
COUNTERPART = re.compile(
    r"\b(?:his|her|their|with)\s+(?:(?P<adjective>[A-Z]\w+)\s+)?counterparts?\b(?:\s+(?:from"
    r"|of)\s+(?:the\s+)?(?P<of>[A-Z]\w+(?: [A-Z]\w+)*))?"
)


SIDE = re.compile(r"\b(?:delegation|side|officials|representatives|negotiators)\b")
