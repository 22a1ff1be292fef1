"""Projects a meeting with all its parts."""

from agreements.models import Step

from ..browse.folding import slug_of
from ..models import Meeting
from ..models.partial_dates import bounds
from ..models.ranks import answers, highest
from ..publication import is_published, published
from .meeting_parts import (
    agreement_here,
    commitment_detail,
    conflict_detail,
    discussion_detail,
    figure_detail,
    participation_detail,
    quote_detail,
    sources_of_step,
)
from .projection import Projection, country_ref, named_ref, names, slugs, source_label, text
from .source import complete_sources, source_detail

PREFETCH = (
    "participations__country",
    "participations__official",
    "participations__sources",
    "quotes__speakers",
    "quotes__sources",
    "figures__countries",
    "figures__claimed_by",
    "figures__sources",
    "commitments__by_countries",
    "commitments__by_officials",
    "commitments__to_countries",
    "commitments__to_officials",
    "commitments__sources",
    "commitments__event",
    "commitments__kept_by",
    "commitments__kept_by_agreements",
    "conflicts__claims__source",
    "discussions__sphere__parent",
    "discussions__about",
    "discussions__said_by",
    "discussions__source",
    "sources",
    "date_sources",
    "place_sources",
)


def complete_meetings():
    """Return all meetings, drafts among them, with everything that their editions show."""
    return Meeting.objects.select_related("host_country", "event").prefetch_related(*PREFETCH).order_by("pk")


def meetings():
    """Return the published meetings with everything that their editions show."""
    return complete_meetings().filter(published())


def steps_at(meeting):
    """Return the steps of published agreements that happened at this meeting, in the order of the ladder's record."""
    return list(
        Step.objects.filter(published("agreement"), meeting=meeting)
        .select_related("agreement", "country")
        .prefetch_related(
            "sources",
            "agreement__coverages__sphere__parent",
            "agreement__parties__country",
            "agreement__steps__country",
            "agreement__sources",
        )
        .order_by("agreement_id", "number")
    )


def sources_of(meeting, steps):
    """Return every source of the meeting and of its facts, each once and complete: the meeting's own first."""
    found = [source.pk for source in meeting.sources.all()]
    found += [source.pk for source in [*meeting.date_sources.all(), *meeting.place_sources.all()]]
    for facts in (meeting.participations, meeting.quotes, meeting.figures, meeting.commitments):
        found += [source.pk for fact in facts.all() for source in fact.sources.all()]
    found += [discussion.source_id for discussion in meeting.discussions.all() if discussion.source_id]
    found += [claim.source_id for conflict in meeting.conflicts.all() for claim in conflict.claims.all()]
    found += [source.pk for step in steps for source in sources_of_step(step)]
    sources = complete_sources().in_bulk(found)
    return [sources[pk] for pk in dict.fromkeys(found)]


def project(meeting):
    """Return the Projection of a published meeting (from `meetings()`, or fetched likewise)."""
    steps = steps_at(meeting)
    sources = sources_of(meeting, steps)
    signed = [step for step in steps if step.kind in Step.SIGNING]
    moved = list(
        {step.agreement_id: step.agreement for step in steps if step.kind != Step.Kind.MENTIONED}.values()
    )
    discussed_spheres = _distinct(row.sphere for row in meeting.discussions.all() if row.sphere)
    signed_spheres = _distinct(cover.sphere for step in signed for cover in step.agreement.coverages.all())
    row = _row(meeting, sources, moved, discussed_spheres, signed_spheres)
    earliest, latest = bounds(meeting.date_start, meeting.date_end)
    return Projection(
        title=meeting.title,
        row=row,
        detail=_detail(meeting, row, sources, steps),
        keys=_keys(meeting, sources, steps, discussed_spheres, signed_spheres),
        mentions=_mentions(meeting, sources, steps),
        parts=_searched(meeting, sources, steps),
        earliest=earliest,
        latest=latest,
    )


def party_rows(meeting):
    """Return [(country, highest rank, hosts)] of the parties, for the tables that count pairs."""
    return [
        (country, highest(ranks), country.pk == meeting.host_country_id)
        for country, ranks in meeting.parties().items()
    ]


def _distinct(records):
    return list({record.pk: record for record in records}.values())


def _row(meeting, sources, moved, discussed, signed):
    parties = list(meeting.parties())
    return {
        "slug": meeting.slug,
        "title": meeting.title,
        "date_start": text(meeting.date_start),
        "date_end": text(meeting.date_end),
        "date_precision": meeting.date_precision,
        "date_basis": text(meeting.date_basis),
        "city": text(meeting.city),
        "host_country": meeting.host_country.name if meeting.host_country else None,
        "place_basis": meeting.place_basis,
        "format": text(meeting.format),
        "setting": text(meeting.setting),
        "occurrence": meeting.occurrence,
        "event": meeting.event.name if meeting.event else None,
        "laterality": text(meeting.laterality()),
        "level": meeting.level(),
        "countries": names(parties),
        "countries_iso3": [country.iso3 or "" for country in parties],
        "participants": [participant_label(row) for row in meeting.participations.all()],
        "spheres_discussed": names(discussed),
        "spheres_signed": names(signed),
        "agreements": [agreement.name for agreement in moved],
        "quote_count": len(meeting.quotes.all()),
        "figure_count": len(meeting.figures.all()),
        "commitment_count": len(meeting.commitments.all()),
        "sources": [source_label(source) for source in sources],
    }


def participant_label(row):
    """Return "Name (Post, Country)"; "?" for an unknown name, and no post where none is known."""
    name = row.official.name if row.official else row.name_in_text or "?"
    return f"{name} ({row.post}, {row.country.name})" if row.post else f"{name} ({row.country.name})"


def _detail(meeting, row, sources, steps):
    shown = {
        name: value for name, value in row.items() if name not in ("agreements", "sources", "participants")
    }
    return shown | {
        "venue": text(meeting.venue),
        "summary": text(meeting.summary),
        "host": country_ref(meeting.host_country),
        "event_ref": named_ref(meeting.event),
        "date_sources": slugs(meeting.date_sources.all()),
        "place_sources": slugs(meeting.place_sources.all()),
        "parties": [
            country_ref(country) | {"rank": highest(ranks)} for country, ranks in meeting.parties().items()
        ],
        "participations": [participation_detail(fact) for fact in meeting.participations.all()],
        "discussions": [discussion_detail(fact) for fact in meeting.discussions.all()],
        "agreements": [agreement_here(step) for step in steps],
        "quotes": [quote_detail(fact) for fact in meeting.quotes.all()],
        "figures": [figure_detail(fact) for fact in meeting.figures.all()],
        "commitments": [commitment_detail(fact) for fact in meeting.commitments.all()],
        "conflicts": [conflict_detail(fact) for fact in meeting.conflicts.all()],
        "sources": [source_detail(source) for source in sources],
    }


def _sphere_keys(parameter, spheres):
    keys = set()
    for sphere in spheres:
        keys.add(f"{parameter}={sphere.slug}")
        if sphere.parent:
            keys.add(f"{parameter}={sphere.parent.slug}")
    return keys


def _keys(meeting, sources, steps, discussed, signed):
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


def _mentions(meeting, sources, steps):
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


def _searched(meeting, sources, steps):
    parts = [meeting.title, meeting.summary, meeting.city, meeting.venue]
    parts += [meeting.event.name] if meeting.event else []
    for row in meeting.participations.all():
        parts += [row.name_in_text, f"{row.post} {row.country.name}"]
        parts += [row.official.name, row.official.native_name, *row.official.aliases] if row.official else []
    for country in meeting.parties():
        parts += [country.name, country.adjective]
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
