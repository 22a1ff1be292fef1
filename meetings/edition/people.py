"""Projects officials and events."""

from ..models import Event, Official, Participation, Rank
from ..models.partial_dates import bounds
from ..models.ranks import answers
from ..publication import published
from .projection import Projection, country_ref, named_ref, names, slugs, source_label, text
from .source import complete_sources, source_detail


def officials():
    """Return all officials with what their public form shows."""
    return Official.objects.prefetch_related("tenures__country", "tenures__sources__publisher").order_by("pk")


def project_official(official):
    """Return the Projection of an official; countries and ranks are those of tenures and of published meetings."""
    tenures = list(official.tenures.all())
    taken = list(
        Participation.objects.filter(published("meeting"), official=official).select_related("country")
    )
    served = list({row.country_id: row.country for row in [*tenures, *taken]}.values())
    ranks = {(row.country.slug, row.rank) for row in [*tenures, *taken]}
    sources = _complete(tenures)
    row = {
        "slug": official.slug,
        "name": official.name,
        "native_name": text(official.native_name),
        "aliases": official.aliases,
        "countries": names(served),
        "countries_iso3": [country.iso3 or "" for country in served],
        "posts": [_post_label(tenure) for tenure in tenures],
        "wikidata": official.wikidata,
        "born": text(official.born),
        "died": text(official.died),
    }
    return Projection(
        title=official.name,
        row=row,
        detail={name: value for name, value in row.items() if name not in ("countries", "posts")}
        | {
            "countries": [country_ref(country) for country in served],
            "tenures": [_tenure(tenure) for tenure in tenures],
            "sources": [source_detail(source) for source in sources],
        },
        keys={f"official={official.slug}"}
        | {f"country={country.slug}" for country in served}
        | {f"rank={answer}" for _, rank in ranks for answer in answers(rank)}
        | {f"rank={slug}/{answer}" for slug, rank in ranks for answer in answers(rank)},
        mentions={("country", country.pk) for country in served}
        | {("source", source.pk) for source in sources}
        | {("publisher", source.publisher_id) for source in sources},
        parts=[
            official.name,
            official.native_name,
            *official.aliases,
            *(tenure.post for tenure in tenures),
            *(name for country in served for name in country.common_names()),
        ],
    )


def _complete(facts):
    found = dict.fromkeys(source.pk for fact in facts for source in fact.sources.all())
    sources = complete_sources().in_bulk(list(found))
    return [sources[pk] for pk in found]


def _post_label(tenure):
    span = f", {tenure.start or '?'}–{tenure.end or ''}" if tenure.start or tenure.end else ""
    return f"{tenure.post} ({tenure.country.name}{span})"


def _tenure(tenure):
    return {
        "number": tenure.number,
        "country": country_ref(tenure.country),
        "post": tenure.post,
        "rank": tenure.rank,
        "start": text(tenure.start),
        "end": text(tenure.end),
        "known_until": text(tenure.known_until),
        "sources": slugs(tenure.sources.all()),
    }


def events():
    """Return all events with what their public form shows."""
    return (
        Event.objects.select_related("host_country")
        .prefetch_related("attendances__country", "attendances__official", "attendances__sources", "sources")
        .order_by("pk")
    )


def project_event(event):
    """Return the Projection of an event."""
    attended = list(event.attendances.all())
    sources = _complete([event, *attended])
    earliest, latest = bounds(event.start, event.end)
    row = {
        "slug": event.slug,
        "title": event.name,
        "kind": event.kind,
        "start": text(event.start),
        "end": text(event.end),
        "city": text(event.city),
        "venue": text(event.venue),
        "host_country": event.host_country.name if event.host_country else None,
        "series": text(event.series),
        "countries": names({row.country_id: row.country for row in attended}.values()),
        "attendances": [_attended_label(row) for row in attended],
        "sources": [source_label(source) for source in sources],
    }
    return Projection(
        title=event.name,
        row=row,
        detail={
            name: value for name, value in row.items() if name not in ("countries", "attendances", "sources")
        }
        | {
            "host": country_ref(event.host_country),
            "summary": text(event.summary),
            "attendances": [_attendance(row) for row in attended],
            "sources": [source_detail(source) for source in sources],
            "own_sources": slugs(event.sources.all()),
        },
        keys=_event_keys(event, attended),
        mentions={("source", source.pk) for source in sources}
        | {("publisher", source.publisher_id) for source in sources}
        | {("country", row.country_id) for row in attended}
        | {("official", row.official_id) for row in attended if row.official_id}
        | ({("country", event.host_country_id)} if event.host_country_id else set()),
        parts=[event.name, event.series, event.city, event.venue, event.summary]
        + [part for row in attended for part in (row.name_in_text, row.post, *row.country.common_names())]
        + [row.official.name for row in attended if row.official],
        earliest=earliest,
        latest=latest,
    )


def _event_keys(event, attended):
    keys = {f"event={event.slug}", f"kind={event.kind}"}
    keys |= {f"country={row.country.slug}" for row in attended}
    keys |= {f"official={row.official.slug}" for row in attended if row.official}
    keys |= {f"rank={row.country.slug}/{rank}" for row in attended for rank in answers(row.rank)}
    if event.host_country:
        keys.add(f"host={event.host_country.slug}")
    return keys


def _attended_label(row):
    name = row.official.name if row.official else row.name_in_text or "?"
    return f"{name} ({row.post}, {row.country.name})" if row.post else f"{name} ({row.country.name})"


def _attendance(row):
    return {
        "number": row.number,
        "official": named_ref(row.official),
        "name": row.official.name if row.official else row.name_in_text or None,
        "name_in_text": text(row.name_in_text),
        "country": country_ref(row.country),
        "post": text(row.post),
        "rank": row.rank if row.rank else str(Rank.UNKNOWN),
        "sources": slugs(row.sources.all()),
    }
