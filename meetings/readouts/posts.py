"""Posts as texts write them, and the ranks they have."""

from dataclasses import dataclass

from .cutting import folded
from .lexicon import Phrases

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
        "chief of government", "president of the government", "premier of the state council", "minister president",
        "chairman of the government", "chief cabinet minister",
    ),
    "de-facto-leader": ("general secretary", "party general secretary"),
    "head-of-organisation": (
        "secretary general", "director general", "president of the european commission",
        "president of the european council", "european commission president", "european council president",
        "executive director", "commission president", "council president", "executive secretary",
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
        "foreign minister", "minister of foreign affairs", "minister for foreign affairs", "foreign secretary",
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
        "first lady", "deputy chairman", "aide", "first president", "princess", "secretary", "deputy director",
    ),
    "spokesperson": ("spokesperson", "spokesman", "spokeswoman", "press secretary", "press service"),
}  # fmt: skip
# A post that without a country is one country's.
OWN_COUNTRY = {"secretary of state": "united-states", "foreign secretary": "united-kingdom", "taoiseach": "ireland",
               "high representative": "european-union", "external affairs minister": "india",
               "pope": "holy-see"}  # fmt: skip
PLAIN = frozenset({"chairman", "chairperson", "chairwoman", "director", "governor", "mayor", "adviser",
"advisor", "assistant",
                   "head", "aide", "secretary", "commander", "envoy", "prince", "commissioner", "princess",
                   "mos", "pm",
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
    asia pacific indo africa middle east americas latin commonwealth
    """.split()  # noqa: SIM905
)
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


@dataclass(frozen=True)
class Post:
    """A post in a text: words number first to after - 1; rank "spokesperson" stands for none."""

    first: int
    after: int
    rank: str
    plural: bool
    key: str


def _phrases():
    phrases = Phrases()
    for rank, posts in RANKS.items():
        for post in posts:
            phrases.add(post, (rank, post, False))
            if (plural := _plural(post)) != post:
                phrases.add(plural, (rank, post, True))
    return phrases


def _plural(post):
    head, _, rest = post.partition(" of ")
    words = head.split()
    singular = {one: many for many, one in PLURALS.items()}
    words[-1] = singular.get(words[-1], words[-1])
    return " ".join(words) + (f" of {rest}" if rest else "")


PHRASES = _phrases()


def post_at(cut, number, blocked=frozenset()):
    """Return the Post that begins at a word, with what the minister is for, or None.

    "Foreign and European Affairs Minister" begins at its first word too. `blocked` holds numbers of words that a
    country takes, which no field of a minister can hold.
    """
    found = PHRASES.at(cut, number)
    if found is None:
        return _field_first(cut, number, blocked)
    after, ((rank, key, plural), *_) = found
    if key in PLAIN and not cut.words[number].capital and key not in ("envoy", "adviser", "aide"):
        return None
    if (after < len(cut.words) and cut.words[after].folded in BEFORE_DOMAIN and key in GENERIC) or _goes_on(
        cut, after, key
    ):
        after, rank = _with_field(cut, number, after, rank, key, blocked)
    return Post(number, after, rank, plural, key)


def _goes_on(cut, after, key):
    return (
        "foreign affairs" in key
        and after < len(cut.words) - 1
        and cut.words[after].folded == "and"
        and cut.words[after + 1].folded in DOMAIN
    )


def _with_field(cut, first, after, rank, key, blocked):
    """Extend a post over "of Economy and Trade"; return (after, rank)."""
    end, place, words = after, after, cut.words
    while place < len(words) and place - after < 20 and place not in blocked:
        word = words[place]
        if word.folded in DOMAIN and (
            word.capital or words[first].text[0].islower() or key.endswith("affairs")
        ):
            end = place + 1
        elif word.folded not in CONNECTING:
            break
        gap = cut.text[word.end : words[place + 1].start] if place + 1 < len(words) else ";"
        if len(gap) > 3 or not set(gap) <= set(" ,&()/-\n") or ("," in gap and place + 1 in blocked):
            break
        if "," in gap and not _list_goes_on(cut, place + 1):
            break
        place += 1
    return end, _rank_of_field(cut, first, end, rank)


def _list_goes_on(cut, number):
    """After a comma a field goes on only when another of its words and an "and" follow."""
    here = cut.words[number : number + 6]
    if not here or here[0].folded not in DOMAIN:
        return False
    for word in here:
        if word.folded == "and":
            return True
        if word.folded not in DOMAIN:
            return False
    return False


def _field_first(cut, number, blocked):
    """A post whose field stands first: Defence Minister, Energy and Infrastructure Minister."""
    words = cut.words
    if words[number].folded not in DOMAIN or number in blocked:
        return None
    place = number
    while (
        place < len(words)
        and place - number < 7
        and place not in blocked
        and words[place].folded in DOMAIN | {"and"}
    ):
        place += 1
        if place < len(words) and not set(cut.between(place - 1, place)) <= set(" &-"):
            return None
    if (
        place >= len(words)
        or words[place].folded not in ("minister", "ministers", "secretary")
        or place in blocked
    ):
        return None
    if words[place].folded == "secretary" and not words[place].capital:
        return None
    plural = words[place].folded == "ministers"
    return Post(number, place + 1, _rank_of_field(cut, number, place + 1, "minister"), plural, "minister")


def _rank_of_field(cut, first, after, rank):
    wording = " ".join(word.folded for word in cut.words[first:after])
    if (
        rank == "foreign-minister"
        and "secretary of state for" in wording
        and not any(field in wording for field in FOREIGN)
    ):
        return "minister"
    if (
        any(field in wording for field in FOREIGN)
        and rank == "minister"
        and "state minister" not in wording
        and "minister of state" not in wording
    ):
        return "foreign-minister"
    return rank


def rank_in(gazetteer, country, wording, rank):
    """Return the rank of a post in a country: as on record there where tenures agree, else as the words say."""
    return gazetteer.ranks.get((country, folded(wording)), rank)
