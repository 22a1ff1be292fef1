"""Compares what a reading proposes with labels: which ticked facts are right, which labelled ones were found.

A label is one JSON object beside a text (README.md has its keys). Several drafts are scored as their union, because a
label may lump two meetings. A fact counts once. Nothing here looks at how a fact was found.
"""

import re

from meetings.browse.folding import fold

from .speech import match_quotes, same_quote
from .tally import Tally, match

KINDS = ("parties", "participants", "date", "place", "format", "direct quotes", "agreements",
"reported speech", "discussions",
         "figures", "commitments", "meetings")  # fmt: skip
STOP = frozenset(
    [
        "the",
        "of",
        "and",
        "in",
        "on",
        "for",
        "to",
        "a",
        "an",
        "with",
        "by",
        "between",
        "its",
        "their",
        "his",
        "this",
        "issues",
        "cooperation",
        "relations",
    ]
)
STEPS = (("signed by some", "signed-by-some"), ("sign", "signed"), ("exchang", "exchanged"), ("under",
"under-negotiation"), ("agreed", "agreed"),
         ("initial", "initialled"), ("ratif", "ratified"), ("propos", "proposed"), ("in force",
         "in-force"))  # fmt: skip
SPEECH = {"indirect": "reported", "reported": "reported", "direct": "direct"}


def score(label, drafts):
    """Return {kind: Tally} for one text: its label (dict) and the drafts as read_article gives them as JSON."""
    ticked = _ticked(drafts)
    speech = [quote | {"type": SPEECH[quote.get("type", "direct")]} for quote in label.get("quotes", [])]
    of_kind = {kind: [quote for quote in speech if quote["type"] == kind] for kind in ("direct", "reported")}
    said = {
        kind: [quote for quote in ticked["quotes"] if quote["type"] == kind]
        for kind in ("direct", "reported")
    }
    parties = label.get("countries", []) + label.get("organisations", [])
    promises = label.get("invitations", []) + label.get("commitments", [])
    pairs = {
        "parties": (parties, ticked["countries"] + ticked["organisations"], _same_party),
        "participants": (label.get("officials", []), ticked["officials"], _same_person),
        "date": (_values(label, "meeting_date"), ticked["meeting_date"], _same_date),
        "place": (_places(label), _proposed_places(ticked), _same_place),
        "format": (_values(label, "format"), ticked["format"], _same_format),
        "agreements": (label.get("agreements", []), ticked["agreements"], _same_agreement),
        "reported speech": (of_kind["reported"], said["reported"], same_quote),
        "discussions": ([_topic(topic) for topic in label.get("topics", [])], ticked["topics"], _same_topic),
        "figures": (label.get("figures", []), ticked["figures"], _same_figure),
        "commitments": (promises, _promises(label, ticked), _same_promise),
    }
    tallies = {kind: match(*pair) for kind, pair in pairs.items()}
    tallies["direct quotes"] = match_quotes(of_kind["direct"], said["direct"])
    if label.get("meetings") is not None:
        same = label["meetings"] == len(drafts)
        wrong = [] if same else [f"{len(drafts)} drafts, {label['meetings']} meetings"]
        tallies["meetings"] = Tally(int(same), 1, int(same), 1, wrong, list(wrong))
    return tallies


def _ticked(drafts):
    """All ticked facts of all drafts by key, each once."""
    found = {}
    for draft in drafts:
        for key, facts in draft.items():
            for fact in facts if isinstance(facts, list) else [facts]:
                if fact and fact["ticked"] and fact not in found.setdefault(key, []):
                    found[key].append(fact)
    for key in ("countries", "organisations", "officials", "meeting_date", "city", "venue", "host_country",
    "place_basis", "format", "quotes",
                "topics", "agreements", "figures", "invitations", "commitments"):  # fmt: skip
        found.setdefault(key, [])
    return found


def _values(label, key):
    return [label[key]] if label.get(key) else []


def _same_party(label, fact):
    label = label.removeprefix("the ").replace(" of the ", " of ")
    return fold(label) in {
        fold(fact["name"].replace(" of the ", " of ")),
        fold(fact["name"]),
        fold(fact["value"]),
        fold(fact["value"].replace("-", " ")),
    }


def _same_person(label, fact):
    if not _same_party(label["country"], {"name": fact["country_name"], "value": fact["country"]}):
        return False
    if not label.get("name"):
        return not fact["name"] or _content(label["post"]) <= _content(fact["post"])
    return bool(fact["name"]) and (
        fold(label["name"]).split()[-1] == fold(fact["name"]).split()[-1]
        or _alike(label["name"], fact["name_in_text"])
    )


def _alike(first, second):
    one, two = set(fold(first).split()), set(fold(second).split())
    return len(one & two) >= 2


def _same_date(label, fact):
    return fact["value"].startswith(label) or label.startswith(fact["value"])


def _places(label):
    return [(key, label[key]) for key in ("city", "venue", "host_country") if label.get(key)]


def _proposed_places(ticked):
    dateline = any(fact["value"] == "dateline" for fact in ticked["place_basis"])
    return [
        fact | {"part": key}
        for key in ("city", "venue", "host_country")
        for fact in ticked[key]
        if not (dateline and key == "city")
    ]


def _same_place(label, fact):
    key, name = label
    known = {fold(fact["value"].replace("-", " ")), fold(fact["name"])}
    name = fold(name)
    return key == fact["part"] and (
        name in known
        or (key == "venue" and any(name.endswith(word) or word.endswith(name) for word in known if word))
    )


def _same_format(label, fact):
    return fold(label) == fold(fact["value"])


def step_of(words):
    """Return the step that a label's words mean."""
    low = words.lower()
    return next((step for form, step in STEPS if low.startswith(form)), "mentioned")


def _same_agreement(label, fact):
    if step_of(label.get("status", "")) != fact["status"]:
        return False
    if not label.get("title"):
        wanted = {word for sphere in label.get("spheres", []) for word in _content(sphere)}
        given = {word for sphere in fact["spheres"] for word in _content(sphere["wording"])}
        if fact["title"] and fact["type"] != "package" and fact["type"] == _type(label):
            return bool(wanted) and len(wanted & (given | _content(fact["title"]))) * 2 >= len(wanted)
        return not fact["title"] and (not wanted or len(wanted & given) * 2 >= len(wanted))
    covered = " ".join(sphere["wording"] for sphere in fact["spheres"])
    one, two = _content(label["title"]), _content(fact["title"] or f"{fact['type_wording']} {covered}")
    return len(one & two) >= 0.6 * len(one | two) or (bool(one) and one <= two)


def _type(label):
    return (label.get("type") or "").strip().lower().replace(" ", "-")


def _content(words):
    return {word[:5] for word in fold(words or "").split() if word not in STOP}


def _topic(topic):
    return topic if isinstance(topic, str) else topic["wording"]


def _same_topic(label, fact):
    one, two = _content(label), _content(fact["wording"])
    return bool(one & two) and len(one & two) * 2 >= min(len(one), len(two))


def _same_figure(label, fact):
    if label.get("value") is None or fact["value"] is None:
        change = (
            re.search(r"[\d.]+", str(label.get("change") or ""))
            if label.get("value") is None
            else re.search(r"[\d.]+", str(label["value"]))
        )
        return bool(
            change
            and fact["value"] is None
            and fact["change"] is not None
            and abs(float(change.group()) - abs(fact["change"])) < 0.01
        )
    if abs(label["value"] - fact["value"]) > 0.35:
        return False
    unit = fold(f"{label.get('scale', '')} {label.get('unit', '')}")
    if label.get("kind") and label["kind"] != fact["kind"]:
        return False
    return not fact["scale"] or fact["scale"] in unit


def _promises(label, ticked):
    """Labels that know invitations only are not asked about other promises."""
    return ticked["invitations"] + (ticked["commitments"] if "commitments" in label else [])


def _same_promise(label, fact):
    if label.get("kind", "invitation") != fact["kind"]:
        return False
    if fact["kind"] != "invitation":
        return len(_content(label["what"]) & _content(fact["what"])) * 2 >= len(_content(label["what"]))
    return fold(label["by"]).split()[-1:] == fold(fact["by"]).split()[-1:] and (
        not label.get("to") or fold(label["to"]).split()[-1:] == fold(fact["to"]).split()[-1:]
    )
