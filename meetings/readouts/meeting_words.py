"""The words by which texts tell of meetings: met, planned, cancelled, witnessed."""

import re

MET = re.compile(
    r"\b(?:met|meets|meet|meeting)\b(?! (?:of|room|point|the (?:needs|interests|challenge|requirements|demand)))"
    r"|\b(?:held|holds?|holding|conducted|had|has|have|hosted)\s+(?:[\w,]+ ){0,5}?"
    r"(?:talks|meetings?|negotiations|consultations|conversations?|calls?|discussions"
    r"|(?:working )?(?:lunch|dinner|breakfast))\b"
    r"|\b(?:talks|negotiations|conversation|phone call|telephone call|video call|meeting|consultations) (?:\w+ ){0,3}?"
    r"(?:between|with|took place|have taken place|was held|were held|in)\b"
    r"|\bspoke (?:\w+ ){0,4}?(?:with|to|by)\b"
    r"|\b(?:received|receives|hosted|hosts|welcomed|welcomes|greeted)\b(?! (?:the (?:fact|decision|progress|news"
    r"|recent|increase|launch|signing|agreement|results?)|an? (?!(?:courtesy )?(?:call|visit))|condolences"
    r"|information))"
    r"|\bco-?chair\w*|\bchaired\b|\b(?:session|sitting|round)\b[^.;]{0,80}?\b(?:held|took place|opened"
    r"|concluded|convened|met)\b|\bsat down\b[^.;]{0,40}?\bwith\b|\bphoned\b|\btelephoned\b|\bcalled on\b"
    r"|\bpaid an? (?:courtesy|introductory|farewell) (?:call|visit)\b|\bcourtesy call\b"
    r"|\b(?:his|her|their) talks with\b|\bcompared notes\b|\bgathered\b|\bconferred\b"
    r"|\bdelegations? (?:\w+ ){0,2}?(?:led|headed) by\b|\bconvened\b|\bagreed\b|\btalked\b"
    r"|\b(?:discussed|discuss|discussing|exchanged views|reviewed)\b",
    re.I,
)


TALKS = re.compile(
    r"\b(?:met|meets?|meetings?|talks|negotiations|consultations|conversations?|(?:phone |video "
    r"|telephone )calls?|spoke"
    r"|session|received|hosted)\b",
    re.I,
)


# Verbs of talking whose object is a subject, not a person, unless "with" stands between.
ABOUT = re.compile(
    r"(?:discuss\w*|agreed|exchanged views|reviewed|convened|talked|co-?chair\w*|chaired)", re.I
)
# What follows one of these in a sentence is no longer about whom they met.
BREAK = re.compile(
    r"\b(?:about|regarding|concerning|that|who|whose|which|when|where|after|before|following|ahead of|since"
    r"|discuss\w*|said"
    r"|saying|told|proposed|appointed|over|under|against|in memory|in honou?r of|thank\w*|congratulat\w*"
    r"|convey\w*|recall\w*"
    r"|replac\w*|succeed\w*|based on|initiated)\b",
    re.I,
)
# Met at the airport: someone arrived, and nothing is told of talks.
ARRIVAL = re.compile(
    r"\b(?:met|greeted|welcomed|received|seen off)\b[^.;]{0,60}\b(?:airport|arrival|airfield|station"
    r"|guard of honou?r|red carpet)\b"
    r"|\b(?:at the (?:\w+ ){0,3}airport|on arrival|upon (?:his|her|their)? ?arrival)\b[^.;]{0,60}\b(?:met"
    r"|greeted|welcomed|received)\b",
    re.I,
)
TALKED = re.compile(r"\b(?:talks|discuss\w*|conversation|negotiations|meeting|spoke)\b", re.I)
NO_TALKS = re.compile(
    r"\b(?:no|without|not|any)\s+(?:\w+\s+){0,2}(?:talks|meetings?|meet|negotiations|discussions)\b"
    r"|\bcongratulat\w+|\bcondolences\b"
    r"|\bletter\b|\bmessage\b",
    re.I,
)
NO_MEETING = re.compile(
    r"\b(?:no|not|nor|never)\s+(?:\w+\s+){0,3}(?:talks|meetings?|meet|met)\b|\b(?:did|does|will|would"
    r"|do) not (?:meet|hold|receive)\b"
    r"|\bn['’]t (?:meet|hold)\b",
    re.I,
)
STRONG = re.compile(
    r"\b(?:met|meets?|received|receives|hosted|hosts|welcomed|welcomes|spoke|phoned|called on|sat down|courtesy"
    r"|(?:held|holds?|had|has|have) (?:\w+ ){0,4}?(?:talks|meetings?|negotiations|conversations?|calls?"
    r"|consultations))\b",
    re.I,
)


SIGNED = re.compile(r"\b(?:signed|exchanged|initialled|initialed|inked|signing of)\b", re.I)


EARLIER = re.compile(
    r"\b(?:earlier (?:in the day|today|on \w+day)|recalled|recalling|last (?:time|met|month|year|week)"
    r"|previous(?:ly)?|earlier (?:meeting|talks"
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
    r"|(?<!was )(?<!were )(?<!been )(?<!also )(?<!, )signed by|invitation of|initiative of|decree of|former|late"
    r"|death of|"
    r"appointed by|replac\w+|succeed\w+|wife of|named by|elected|sent by|days after|spokes\w+|press secretary"
    r"|visit (?:of|by)|according to|attributable to|statement (?:of"
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
    r"\b(?:his|her|their|with)\s+(?:(?:acting|new|visiting|then)\s+)?(?:[A-Z][\w.’-]*\s+){0,3}"
    r"(?:counterpart|colleague|opposite number)(?P<many>s)?\b"
    r"(?:\s+(?:from|of|in)\s+(?:the\s+)?[A-Z]\w+(?: [A-Z]\w+)*)?"
)


SIDE = re.compile(r"\b(?:delegation|side|officials|representatives|negotiators)\b")
