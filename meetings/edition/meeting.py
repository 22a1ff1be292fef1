"""Projects a meeting with all its parts."""

from agreements.models import Step

from ..models import Meeting
from ..models.partial_dates import bounds
from ..models.ranks import highest
from ..publication import published
from .meeting_asked import keys_of, mentions_of, searched
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
    return list(all_steps_at(meeting).filter(published("agreement")))


def all_steps_at(meeting):
    """Return the steps at this meeting of drafts too, complete, as a queryset."""
    return (
        Step.objects.filter(meeting=meeting)
        .select_related("agreement", "country")
        .prefetch_related(
            "sources",
            "agreement__coverages__sphere__parent",
            "agreement__parties__country",
            "agreement__steps__country",
            "agreement__steps__sources",
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


def project(meeting, steps=None):
    """Return the Projection of a published meeting (from `meetings()`, or fetched likewise).

    `steps` are those that show; without them, the steps of published agreements.
    """
    steps = steps_at(meeting) if steps is None else steps
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
        keys=keys_of(meeting, sources, steps, discussed_spheres, signed_spheres),
        mentions=mentions_of(meeting, sources, steps),
        parts=searched(meeting, sources, steps),
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
        "own_sources": slugs(meeting.sources.all()),
    }
