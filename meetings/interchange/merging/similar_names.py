"""Officials and publishers that may be the same: by all their names, then by what else is known of them."""

from datetime import date

from ...models import Country, Official, Participation, Publisher
from .evidence import Evidence, listed, overlap
from .similarity import look_alikes, most_alike, names

# All names are compared, the newest records first; far more than anyone has entered by hand.
MOST_SCANNED = 50_000
BEFORE_ALL, AFTER_ALL = date.min, date.max


def officials(official):
    """Yield a Proposal for each official whose names look like those of this one."""
    wanted = names(official.name, official.native_name, *official.aliases)
    columns = ("name", "native_name", "aliases")
    candidates = _candidates(Official, official, wanted, columns, "tenures__country")
    served = _served([official, *candidates])
    ours = list(official.tenures.select_related("country"))
    for other in candidates:
        evidence = Evidence()
        evidence.names(most_alike(wanted, names(other.name, other.native_name, *other.aliases)))
        _countries(evidence, served[official.pk], served[other.pk])
        _posts(evidence, ours, other.tenures.all())
        _birth(evidence, official, other)
        if official.wikidata and other.wikidata:
            evidence.say(-15, "but Wikidata knows two persons")
        yield evidence.proposal(other)


def publishers(publisher):
    """Yield a Proposal for each publisher whose names look like those of this one."""
    wanted = names(publisher.name, *publisher.aliases)
    for other in _candidates(Publisher, publisher, wanted, ("name", "aliases"), "country"):
        evidence = Evidence()
        evidence.names(most_alike(wanted, names(other.name, *other.aliases)))
        if publisher.country and other.country:
            same = publisher.country == other.country
            evidence.say(4 if same else -12, f"{'same' if same else 'but another'} country: {other.country}")
        if publisher.kind == other.kind:
            evidence.say(2, f"same kind: {other.get_kind_display()}")
        yield evidence.proposal(other)


def _candidates(model, record, wanted, columns, needed):
    rows = model.objects.exclude(pk=record.pk).order_by("-pk").values_list("pk", *columns)[:MOST_SCANNED]
    known = {pk: names(*_flat(texts)) for pk, *texts in rows.iterator(chunk_size=5_000)}
    found = look_alikes(wanted, known)
    return list(model.objects.filter(pk__in=found).prefetch_related(needed))


def _flat(texts):
    for text in texts:
        yield from text if isinstance(text, list) else [text]


def _served(people):
    """Return {key: countries} for which some officials held a post or took part."""
    served = {person.pk: {tenure.country for tenure in person.tenures.all()} for person in people}
    pairs = Participation.objects.filter(official__in=people).order_by().values_list("official", "country")
    pairs = set(pairs.distinct())
    countries = Country.objects.in_bulk({country for _, country in pairs})
    for person, country in pairs:
        served[person].add(countries[country])
    return served


def _countries(evidence, ours, theirs):
    if ours & theirs:
        evidence.say(5, f"same country: {listed(ours & theirs)}")
    elif ours and theirs:
        evidence.say(-12, f"but another country: {listed(theirs)}")


def _posts(evidence, ours, theirs):
    held = [
        f"{tenure.post}, {tenure.country}"
        for tenure in theirs
        for other in ours
        if tenure.country_id == other.country_id
        and tenure.rank == other.rank
        and overlap(_span(tenure), _span(other))
    ]
    if held:
        evidence.say(5, f"same rank at the same time: {held[0]}")


def _span(tenure):
    start = tenure.start.first if tenure.start else BEFORE_ALL
    return start, tenure.end.last if tenure.end else AFTER_ALL


def _birth(evidence, official, other):
    if not (official.born and other.born):
        return
    agree = overlap((official.born.first, official.born.last), (other.born.first, other.born.last))
    evidence.say(5 if agree else -15, f"{'born' if agree else 'but born'} {other.born.words}")
