"""Projects a source, and names it inside other records. Its full text is never part of either."""

from ..models import Source
from .projection import Projection, country_ref, named_ref, names, source_label, text


def complete_sources():
    """Return all sources with what their public form shows."""
    return Source.objects.select_related("publisher").prefetch_related("sides")


def source_detail(source):
    """Return the public form of a source (from `complete_sources()`)."""
    return {
        "slug": source.slug,
        "label": source_label(source),
        "publisher": named_ref(source.publisher),
        "title": text(source.title),
        "language": text(source.language),
        "published_on": text(source.published_on),
        "source_url": text(source.url),
        "archive_url": text(source.archive_url),
        "retrieved_on": text(source.retrieved_on),
        "dateline": text(source.dateline),
        "issuer": text(source.issuer),
        "relayed_from": text(source.relayed_from),
        "sides": [country_ref(country) for country in source.sides.all()],
    }


def project(source):
    """Return the Projection of a source."""
    detail = source_detail(source)
    row = detail | {"publisher": source.publisher.name, "sides": names(source.sides.all())}
    del row["label"]
    keys = {f"source={source.slug}", f"publisher={source.publisher.slug}", f"language={source.language}"}
    keys |= {f"side={country.slug}" for country in source.sides.all()}
    keys.add(f"independence={'independent' if not detail['sides'] else 'side'}")
    return Projection(
        title=source.title or source_label(source),
        row={"title": source.title or source_label(source)} | row,
        detail=detail | {"title": source.title or source_label(source)},
        keys=keys,
        mentions={("publisher", source.publisher_id)} | {("country", c.pk) for c in source.sides.all()},
        parts=[
            source.title,
            source.publisher.name,
            *source.publisher.aliases,
            source.issuer,
            source.relayed_from,
        ],
        earliest=source.published_on and source.published_on.first,
        latest=source.published_on and source.published_on.last,
    )
