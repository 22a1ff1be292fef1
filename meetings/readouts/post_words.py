"""Words of posts: what ranks they have, whose they are, what ministers are for."""

# The post as written -> rank (the values of meetings.models.ranks.Rank). Longer ones win over what they hold.
RANKS = {
    "head-of-state": (
        "president", "king", "queen", "emir", "amir", "sultan", "emperor", "grand duke", "pope", "head of state",
        "state president", "supreme leader", "federal president", "prince", "chairman of the presidency",
    ),
    "head-of-government": (
        "prime minister", "premier", "chancellor", "federal chancellor", "head of government",
        "head of the government",
        "taoiseach", "chairman of the cabinet of ministers", "chairman of the council of ministers", "pm",
        "chief of government", "president of the government", "chief adviser", "prime minister designate",
        "grand vizier", "premier of the state council", "minister president",
        "chairman of the government", "chief cabinet minister",
    ),
    "de-facto-leader": ("general secretary", "party general secretary"),
    "head-of-organisation": (
        "secretary general", "director general", "president of the european commission",
        "president of the european council", "european commission president", "european council president",
        "executive director", "commission president", "council president", "executive secretary",
        "under secretary general", "secretary general of the council",
    ),
    "deputy-head": (
        "vice president", "first vice president", "deputy prime minister", "first deputy prime minister",
        "vice premier",
        "deputy premier", "vice prime minister", "deputy president", "vice chancellor", "crown prince",
        "deputy chairman of the cabinet of ministers", "deputy chairman of the government",
        "executive vice president",
        "deputy head of government", "tánaiste",
    ),
    "speaker": (
        "speaker", "speaker of parliament", "speaker of the parliament", "parliament speaker",
        "parliamentary speaker",
        "chairman of parliament", "chairman of the parliament", "chairperson of the parliament",
        "chair of the parliament",
        "speaker of the national assembly", "president of the national assembly", "chairman of the senate",
        "president of the senate", "speaker of the house of representatives", "chairperson of the senate",
        "chairman of the state duma", "speaker of the milli majlis", "chairperson of the milli majlis",
        "president of the parliament", "house speaker", "senate president", "lok sabha speaker",
    ),
    "foreign-minister": (
        "fm", "eam", "foreign minister", "minister of foreign affairs", "minister for foreign affairs",
        "foreign secretary",
        "secretary of state", "external affairs minister", "minister of external affairs",
        "minister for external affairs",
        "foreign affairs minister", "minister of external relations", "secretary of foreign affairs",
        "secretary of state for foreign affairs", "high representative",
        "minister of the foreign affairs", "federal foreign minister", "federal minister for foreign affairs",
        "minister of international relations and cooperation", "minister of foreign relations",
    ),
    "minister": (
        "minister", "federal minister", "secretary of defense", "defense secretary", "defence secretary",
        "treasury secretary", "secretary of the treasury", "commerce secretary", "energy secretary",
        "minister of state", "cabinet secretary", "home secretary", "secretary of commerce", "secretary of energy",
        "state counsellor", "state councilor", "state councillor", "attorney general", "mos", "trade representative",
        "chancellor of the exchequer", "business secretary", "trade secretary", "commissioner",
    ),
    "deputy-minister": (
        "deputy minister", "deputy foreign minister", "deputy minister of foreign affairs", "vice minister",
        "vice foreign minister", "vice minister of foreign affairs", "first deputy minister", "state secretary",
        "first deputy foreign minister", "under secretary", "undersecretary", "assistant secretary",
        "permanent secretary", "foreign secretary of india", "deputy secretary of state",
        "secretary of state for europe",
        "first deputy minister of foreign affairs", "parliamentary secretary", "assistant minister",
        "assistant foreign minister",
    ),
    "ambassador": (
        "ambassador", "ambassador extraordinary and plenipotentiary", "high commissioner", "chargé d'affaires",
        "charge d'affaires", "permanent representative", "consul general", "head of delegation",
    ),
    "special-envoy": (
        "special envoy", "special representative", "personal envoy", "presidential envoy", "envoy",
        "special presidential envoy",
    ),
    "other-official": (
        "chairman", "chairperson", "chairwoman", "director", "governor", "mayor", "adviser", "advisor", "assistant",
        "national security adviser", "national security advisor", "secretary of the security council",
        "chief of staff",
        "head of the presidential administration", "head of the office of the president",
        "head of the presidential office", "head of the executive office", "head of the president's office",
        "commander", "chief of the general staff", "head", "co-chair",
        "chief of defence", "chief of defense", "chief of the defence staff", "chief of defence staff", "chief justice",
        "federal councillor", "federal councilor", "chief negotiator", "political director", "trade commissioner",
        "principal secretary", "governor general", "chief executive", "managing director", "chief administrator",
        "first lady", "deputy chairman", "aide", "first president", "princess", "secretary", "deputy director",
    ),
    "leader": ("leader",),
    "anyone": ("official", "diplomat"),
    "spokesperson": ("spokesperson", "spokesman", "spokeswoman", "press secretary", "press service"),
}  # fmt: skip
# A post that without a country is one country's.
OWN_COUNTRY = {"secretary of state": "united-states", "foreign secretary": "united-kingdom", "taoiseach": "ireland",
               "high representative": "european-union", "external affairs minister": "india",
               "pope": "holy-see", "federal councillor": "switzerland", "federal councilor": "switzerland",
               "eam": "india",
               "secretary of defense": "united-states",
               "treasury secretary": "united-states", "secretary of the treasury": "united-states",
               "secretary of commerce": "united-states", "secretary of energy": "united-states"}  # fmt: skip
PLAIN = frozenset({"chairman", "chairperson", "chairwoman", "director", "governor", "mayor", "adviser",
"advisor", "assistant",
                   "head", "aide", "secretary", "commander", "envoy", "prince", "commissioner", "princess",
                   "mos", "pm", "fm", "eam",
                   "deputy director"})  # fmt: skip
# Words that tell what a minister is for.
DOMAIN = frozenset(
    """
    foreign affairs economy economic economics trade industry industries defence defense energy finance
    financial interior
    internal justice culture education health agriculture agricultural transport transportation environment
    science sciences
    technology technologies tourism labour labor social protection development digital communications communication
    information youth sports sport ecology natural resources emergency situations emergencies commerce
    investment investments
    infrastructure planning home religious rural water mining mines mineral petroleum oil gas electricity
    power housing
    construction urban integration european regional international cooperation worship security national public
    administration women family children higher research innovation innovations food fisheries forestry climate change
    nuclear atomic broadcasting media railways railway aviation civil maritime external diaspora immigration migration
    population veterans arts heritage independent charge diplomacy expatriates emigrants africans europe
    strategic policy
    state property revenue tax taxes treasury budget employment welfare community tribal textiles steel coal heavy
    works services service entrepreneurship business enterprise enterprises relations francophonie abroad nationals
    ministerial council training vocational skills solidarity land reclamation livestock irrigation hydrocarbons
    renewable green ecological transition aerospace space cyberspace telecommunications telecom it ict posts
    ports roads
    shipping logistics supplies consumer peace reconciliation reform reforms institutional constitutional
    parliamentary
    legal light ministry human rights consular multilateral union cooperatives crisis management new geology
    equality gender
    customs fishing oceans ocean lands land bridges highways aviation post climate action antiquities archaeology
    museums
    rectorate creative economies homeland provincial municipalities towns wildlife parks gaming pensions disability
    blue sea seas seaports maritime marine animal veterinary plant sugar cotton petroleum mineral minerals natural
    social security insurance interior order police correctional prisons intelligence reintegration returns refugees
    demography cohesion competitiveness productivity consumers markets procurement audit statistics standards quality
    digitalisation digitalization digitization connectivity ai artificial cyber data modernisation modernization
    asia pacific indo africa middle east americas latin commonwealth
    """.split()  # noqa: SIM905
)
FARTHEST_FIELD = 8
PREFIXES = frozenset(
    "second third fourth first deputy assistant acting interim caretaker transitional senior union cabinet vice".split()  # noqa: SIM905
)
DEPUTY = {
    "head-of-state": "deputy-head", "head-of-government": "deputy-head", "head-of-state-and-government": "deputy-head",
    "minister": "deputy-minister", "foreign-minister": "deputy-minister", "deputy-head": "deputy-head",
    "deputy-minister": "deputy-minister",
}  # fmt: skip
CONNECTING = frozenset({"of", "and", "for", "the", "in", "on", "i", "c", "with"})
BEFORE_DOMAIN = frozenset({"of", "for"})
GENERIC = frozenset({"minister", "federal minister", "deputy minister", "vice minister",
"first deputy minister", "minister of state",
                     "secretary of state", "state secretary", "cabinet secretary", "mos", "under secretary",
                     "undersecretary",
                     "assistant secretary", "assistant minister", "secretary", "head", "director", "chairman",
                     "chairperson", "speaker",
                     "special representative", "special envoy", "commissioner", "governor", "deputy chairman",
                     "secretary general",
                     "minister of international relations and cooperation", "deputy director",
                     "minister of foreign affairs", "minister for foreign affairs"})  # fmt: skip
PLURALS = {"ministers": "minister", "presidents": "president", "secretaries": "secretary",
"ambassadors": "ambassador",
           "chancellors": "chancellor", "premiers": "premier", "speakers": "speaker", "heads": "head",
           "kings": "king"}  # fmt: skip
FOREIGN = ("foreign affairs", "external affairs", "foreign relations")
