"""What each list answers to a query: {parameter: [values]}, values of one parameter alternatives, all together."""

from functools import cache

from agreements.models import Agreement, Sphere
from meetings.browse.folding import words
from meetings.models import Commitment, Country, Event, Figure, Meeting, Official, Quote, Source

from . import meetings, others

LISTS = {
    # list: (records, their questions, what is public)
    "meetings": (Meeting, {}, meetings.everything),
    "officials": (Official, others.OFFICIALS, others.public_officials),
    "countries": (Country, others.COUNTRIES, lambda: set(Country.objects.values_list("pk", flat=True))),
    "events": (Event, others.EVENTS, others.public_events),
    "sources": (Source, others.SOURCES, others.public_sources),
    "agreements": (Agreement, others.AGREEMENTS, others.public_agreements),
    "spheres": (Sphere, others.SPHERES, lambda: set(Sphere.objects.values_list("pk", flat=True))),
    "quotes": (Quote, others.QUOTES, None),
    "figures": (Figure, others.FIGURES, None),
    "commitments": (Commitment, others.COMMITMENTS, None),
}
PARTS = ("quotes", "figures", "commitments")


@cache
def _one(table, parameter, value):
    """Return the ids that one value of one parameter finds; kept, since the made world stands still."""
    return frozenset(table_of(table)[parameter](value))


def table_of(name):
    """Return the questions of a list, or of "meetings"."""
    return LISTS[name][1] or meetings.ONE_BY_ONE


def answer(name, query):
    """Return the set of slugs that list `name` must show for {parameter: [values]}."""
    if name == "pairs":
        return _pairs(query)
    model, questions, public = LISTS[name]
    own = {parameter: values for parameter, values in query.items() if parameter in questions}
    if name in PARTS:
        rest = {parameter: values for parameter, values in query.items() if parameter not in questions}
        of_those = _meetings(rest)
        found = set(model.objects.filter(meeting__in=of_those).values_list("pk", flat=True))
    elif name == "meetings":
        found = _meetings(query)
    else:
        found = set(public())
    if others_asked := query.get("counterpart", ()) if name == "agreements" else ():
        found &= others.binding_both(query["party"], others_asked)
    if name == "officials" and {"country", "rank"} <= own.keys():
        found &= others.with_post(own.pop("country"), own.pop("rank"))
    found = _narrowed(found, name, own)
    return set(model.objects.filter(pk__in=found).values_list("slug", flat=True))


def _narrowed(found, name, query):
    for parameter, values in query.items():
        found = found & set().union(*(_one(name, parameter, value) for value in values))
    return found


def _meetings(query):
    query = dict(query)
    found = meetings.everything()
    if others_asked := query.pop("counterpart", None):
        found &= meetings.counterpart(query["country"], others_asked)
    if others_asked := query.pop("with", None):
        found &= meetings.together(query["official"], others_asked)
    if ranks := query.pop("rank", None):
        found &= meetings.at_rank(query["country"], ranks)
    for part in query.pop("has", ()):
        found &= _one("meetings", "has", part)
    return _narrowed(found, "meetings", query)


def _pairs(query):
    found = set(others.met())
    if countries := query.get("country"):
        found = {pair for pair in found if set(pair.split("/")) & set(countries)}
    names = dict(Country.objects.values_list("slug", "name"))
    for asked in query.get("q", ()):
        begun = words(asked)
        found = {
            pair
            for pair in found
            if all(any(w.startswith(b) for s in pair.split("/") for w in words(names[s])) for b in begun)
        }
    return found
