"""Arranges the detail of a meeting for its page: sides, talk and paper, what happened to agreements, contents."""

from django import template
from django.urls import reverse

from meetings.models.ranks import answers

from .record_words import counted, label_of, plural

register = template.Library()

APART = ("witness", "observer")
SIGNING = ("signed", "exchanged")


@register.filter
def sides(record):
    """Return the sides as [{"country", "people", "mediates"}], in the order of the parties, mediators last."""
    by_country = {party["slug"]: {"country": party, "people": []} for party in record["parties"]}
    for person in record["participations"]:
        if person["role"] not in APART:
            by_country[person["country"]["slug"]]["people"].append(person)
    for side in by_country.values():
        side["mediates"] = all(person["role"] == "mediator" for person in side["people"])
    return sorted(by_country.values(), key=lambda side: side["mediates"])


@register.simple_tag
def pair_url(one, other):
    """Return the address of the page of two countries, given by their slugs in any order."""
    return reverse("pair", args=sorted((one, other)))


@register.filter
def apart(record):
    """Return those who were there without being a side: witnesses and observers."""
    return [person for person in record["participations"] if person["role"] in APART]


@register.filter
def equal_rank(record):
    """Return whether every side's highest rank is the same, and known."""
    ranks = {party["rank"] for party in record["parties"]}
    return len(ranks) == 1 and "unknown" not in ranks


@register.filter
def level_in_words(record):
    """Return the level of a meeting: "heads of government" where every side's highest rank is (or answers to) it.

    Where some side's is a higher one the level stays in the singular: one de facto leader is no "de facto leaders".
    """
    level, ranks = record["level"], {party["rank"] for party in record["parties"]}
    label = label_of(level, "rank")
    return plural(label) if all(level in answers(rank) for rank in ranks) else label


@register.filter
def agreements_here(record):
    """Return {"signed", "moved", "mentioned"}: the agreements by what happened to them at the meeting.

    Each agreement stands once, where most happened to it, with its steps here under "here".
    """
    found = {}
    for row in record["agreements"]:
        entry = found.setdefault(row["slug"], row | {"here": [], "sources": []})
        entry["here"].append({"kind": row["step"], "party": row["step_party"], "date": row["date"]})
        entry["sources"] += [slug for slug in row["sources"] if slug not in entry["sources"]]
    groups = {"signed": [], "moved": [], "mentioned": []}
    for entry in found.values():
        groups[_what_happened(entry)].append(entry)
    return groups


def _what_happened(entry):
    kinds = {step["kind"] for step in entry["here"]}
    if kinds & set(SIGNING):
        return "signed"
    return "mentioned" if kinds == {"mentioned"} else "moved"


@register.filter
def strangers(agreement, record):
    """Return the names of an agreement's parties that are no party to the meeting."""
    there = {party["slug"] for party in record["parties"]}
    return [party["name"] for party in agreement["parties"] if party["slug"] not in there]


@register.filter
def talk_and_paper(record):
    """Return the spheres of a meeting in three sets, with the sources' wording, and what is beside them.

    Keys: discussed, both, signed (lists of {"sphere", "wordings", "about", "said_by"}), unnamed (discussions that
    name no sphere), more (agreements that cover spheres which the source does not name).
    """
    signings = agreements_here(record)["signed"]
    talk = _by_sphere((row["sphere"], row) for row in record["discussions"] if row["sphere"])
    paper = _by_sphere(
        (sphere, sphere | {"sources": a["sources"]}) for a in signings for sphere in a["spheres"]
    )
    both = [talk[slug] | {"signed": paper[slug]["wordings"]} for slug in talk if slug in paper]
    return {
        "discussed": [talk[slug] for slug in talk if slug not in paper],
        "both": both,
        "signed": [paper[slug] for slug in paper if slug not in talk],
        "unnamed": [row for row in record["discussions"] if not row["sphere"]],
        "more": [agreement for agreement in signings if agreement["more_spheres"]],
    }


def _by_sphere(pairs):
    found = {}
    for sphere, row in pairs:
        entry = found.setdefault(
            sphere["slug"], {"sphere": sphere, "wordings": [], "about": [], "said_by": []}
        )
        _add_wording(entry["wordings"], row["wording"], row["sources"])
        for name in ("about", "said_by"):
            entry[name] += [country for country in row.get(name, ()) if country not in entry[name]]
    return found


def _add_wording(wordings, wording, sources):
    """Add a wording with its sources to a list; one that stands there already gains the sources only."""
    said = next((said for said in wordings if said["wording"] == wording), None)
    if said is None:
        wordings.append(said := {"wording": wording, "sources": []})
    said["sources"] += [slug for slug in sources if slug not in said["sources"]]


@register.filter
def finding(sets):
    """Return what the three sets prove, as (sentence, conclusion); both empty when there is nothing to say."""
    talk, paper = len(sets["discussed"]) + len(sets["both"]), len(sets["signed"]) + len(sets["both"])
    others = ", and others that the source does not name" if sets["more"] else ""
    if talk and paper:
        return f"{_spheres(talk)} discussed; {_was(paper)} signed{others}.", _in_both(len(sets["both"]))
    if talk:
        return f"{_spheres(talk)} discussed.", "None of them was signed here, on this record."
    if paper:
        return f"{_spheres(paper)} signed{others}.", "None of them is on record as discussed."
    return "", ""


def _spheres(number):
    return f"{counted(number).capitalize()} {'sphere was' if number == 1 else 'spheres were'}"


def _was(number):
    return f"{counted(number)} {'was' if number == 1 else 'were'}"


def _in_both(number):
    if not number:
        return "None of those named is in both."
    return f"{counted(number).capitalize()} {'is' if number == 1 else 'are'} in both."


@register.filter
def contents(record):
    """Return the sections of the page as [(anchor, title, number of entries)]."""
    sets = talk_and_paper(record)
    agreements = sum(len(group) for group in agreements_here(record).values())
    sections = [
        (
            "talk-and-paper",
            "Talk and paper",
            sum(len(sets[name]) for name in ("discussed", "both", "signed")),
        ),
        ("agreements", "Agreements", agreements),
        ("quotes", "What was said", len(record["quotes"])),
        ("figures", "Figures claimed", len(record["figures"])),
        ("commitments", "Promised", len(record["commitments"])),
        ("sources", "Sources", len(record["sources"])),
    ]
    if record["conflicts"]:
        sections.insert(-1, ("conflicts", "Sources disagree", len(record["conflicts"])))
    return sections
