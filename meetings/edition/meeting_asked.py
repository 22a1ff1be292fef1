"""What a meeting can be asked by: the keys of its filters, the records that it names, the words of its search."""

from agreements.models import Step

from ..browse.folding import slug_of
from ..models import Meeting
from ..models.ranks import answers
from ..publication import is_published


def _sphere_keys(parameter, spheres):
    keys = set()
    for sphere in spheres:
        keys.add(f"{parameter}={sphere.slug}")
        if sphere.parent:
            keys.add(f"{parameter}={sphere.parent.slug}")
    return keys


def keys_of(meeting, sources, steps, discussed, signed):
    """Return the filter keys of a meeting: each literally what an address asks."""
    keys = {
        f"meeting={meeting.slug}",
        f"occurrence={meeting.occurrence}",
        f"place_basis={meeting.place_basis}",
    }
    keys |= {f"level={rank}" for rank in answers(meeting.level())}
    keys |= {f"laterality={meeting.laterality()}"} if meeting.laterality() else set()
    for parameter in ("format", "setting"):
        if value := getattr(meeting, parameter):
            keys.add(f"{parameter}={value}")
    if meeting.event:
        keys.add(f"event={meeting.event.slug}")
    if meeting.host_country and meeting.place_basis != Meeting.PlaceBasis.DATELINE:
        keys.add(f"host={meeting.host_country.slug}")
    if meeting.city and meeting.place_basis != Meeting.PlaceBasis.DATELINE:
        keys.add(f"city={slug_of(meeting.city)}")
    keys |= _people_keys(meeting)
    for parameter, spheres in (("discussed", discussed), ("signed", signed)):
        keys |= _sphere_keys(parameter, spheres) | _sphere_keys("sphere", spheres)
    keys |= {f"about={country.slug}" for row in meeting.discussions.all() for country in row.about.all()}
    keys |= {f"publisher={source.publisher.slug}" for source in sources}
    keys |= {f"agreement_type={step.agreement.type}" for step in steps if step.kind != Step.Kind.MENTIONED}
    return keys | _has_keys(meeting, steps)


def _people_keys(meeting):
    keys = {f"country={country.slug}" for country in meeting.parties()}
    for row in meeting.participations.all():
        if row.official:
            keys.add(f"official={row.official.slug}")
        keys |= {f"rank={row.country.slug}/{rank}" for rank in answers(row.rank)}
        keys |= {f"rank={rank}" for rank in answers(row.rank)}
    return keys


def _has_keys(meeting, steps):
    present = {
        "quotes": meeting.quotes.all(),
        "figures": meeting.figures.all(),
        "commitments": meeting.commitments.all(),
        "conflicts": meeting.conflicts.all(),
        "agreements": [step for step in steps if step.kind != Step.Kind.MENTIONED],
    }
    return {f"has={name}" for name, facts in present.items() if facts}


def mentions_of(meeting, sources, steps):
    """Return the {(kind, pk)} of every record that the meeting's public form names."""
    found = {("source", source.pk) for source in sources}
    found |= {("publisher", source.publisher_id) for source in sources}
    found |= {("country", country.pk) for source in sources for country in source.sides.all()}
    if meeting.event_id:
        found.add(("event", meeting.event_id))
    if meeting.host_country_id:
        found.add(("country", meeting.host_country_id))
    for row in meeting.participations.all():
        found.add(("country", row.country_id))
        found |= {("official", row.official_id)} if row.official_id else set()
    found |= {("official", person.pk) for quote in meeting.quotes.all() for person in quote.speakers.all()}
    for figure in meeting.figures.all():
        found |= {("official", person.pk) for person in figure.claimed_by.all()}
        found |= {("country", country.pk) for country in figure.countries.all()}
    for promise in meeting.commitments.all():
        found |= _promise_mentions(promise)
    for row in meeting.discussions.all():
        found |= {("country", country.pk) for country in [*row.about.all(), *row.said_by.all()]}
        if row.sphere:
            found |= {("sphere", pk) for pk in (row.sphere_id, row.sphere.parent_id) if pk}
    for step in steps:
        found.add(("agreement", step.agreement_id))
        found |= {
            ("sphere", pk)
            for c in step.agreement.coverages.all()
            for pk in (c.sphere_id, c.sphere.parent_id)
            if pk
        }
        found |= {("country", party.country_id) for party in step.agreement.parties.all()}
        found |= {("country", s.country_id) for s in step.agreement.steps.all() if s.country_id}
    return found


def _promise_mentions(promise):
    found = {("official", person.pk) for person in [*promise.by_officials.all(), *promise.to_officials.all()]}
    found |= {
        ("country", country.pk) for country in [*promise.by_countries.all(), *promise.to_countries.all()]
    }
    if promise.event_id:
        found.add(("event", promise.event_id))
    if promise.kept_by and is_published(promise.kept_by):
        found.add(("meeting", promise.kept_by_id))
    found |= {("agreement", a.pk) for a in promise.kept_by_agreements.all() if is_published(a)}
    return found


def searched(meeting, sources, steps):
    """Return the texts in which words of a meeting are searched, part by part."""
    parts = [meeting.title, meeting.summary, meeting.city, meeting.venue]
    parts += [meeting.event.name] if meeting.event else []
    for row in meeting.participations.all():
        parts += [row.name_in_text, f"{row.post} {row.country.name}"]
        parts += [row.official.name, row.official.native_name, *row.official.aliases] if row.official else []
    for country in meeting.parties():
        parts += [*country.common_names(), country.adjective]
    for row in meeting.discussions.all():
        parts += [row.wording, row.sphere.name if row.sphere else ""]
    for step in steps:
        parts += [step.agreement.name, *(f"{c.wording}" for c in step.agreement.coverages.all())]
        parts += [cover.sphere.name for cover in step.agreement.coverages.all()]
    for quote in meeting.quotes.all():
        parts += [quote.text, quote.original, quote.translation]
    parts += [figure.measure for figure in meeting.figures.all()]
    parts += [promise.what for promise in meeting.commitments.all()]
    parts += [source.publisher.name for source in sources]
    return parts
