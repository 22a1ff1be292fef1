"""Projects what is always public: countries, publishers and spheres."""

from agreements.models import Sphere

from ..models import Country, Publisher
from .projection import Projection, country_ref, named_ref, names, text

NAMES = ("name_ru", "official_name_ru", "name_fr", "official_name_fr", "name_es", "official_name_es")


def countries():
    """Return all countries with what their public form shows."""
    return Country.objects.prefetch_related("dated_aliases", "predecessors", "successors").order_by("pk")


def project_country(country):
    """Return the Projection of a country."""
    aliases = list(country.dated_aliases.all())
    row = {
        "slug": country.slug,
        "name": country.name,
        "official_name": text(country.official_name),
        "kind": country.kind,
        **{name: text(getattr(country, name)) for name in NAMES},
        "adjective": text(country.adjective),
        "demonym": text(country.demonym),
        "aliases": [*country.aliases, *(str(alias) for alias in aliases)],
        "iso2": country.iso2,
        "iso3": country.iso3,
        "cow": country.cow,
        "region": text(country.region),
        "seat": text(country.seat),
        "latitude": country.latitude,
        "longitude": country.longitude,
        "valid_from": text(country.valid_from),
        "valid_until": text(country.valid_until),
        "predecessors": names(country.predecessors.all()),
        "successors": names(country.successors.all()),
    }
    linked = [*country.predecessors.all(), *country.successors.all()]
    return Projection(
        title=country.name,
        row=row,
        detail={
            name: value
            for name, value in row.items()
            if name not in ("predecessors", "successors", "aliases")
        }
        | {
            "aliases": country.aliases,
            "dated_aliases": [
                {
                    "name": alias.name,
                    "valid_from": text(alias.valid_from),
                    "valid_until": text(alias.valid_until),
                }
                for alias in aliases
            ],
            "predecessors": [country_ref(other) for other in country.predecessors.all()],
            "successors": [country_ref(other) for other in country.successors.all()],
        },
        keys={f"country={country.slug}", f"kind={country.kind}"}
        | ({f"region={country.region.lower().replace(' ', '-')}"} if country.region else set()),
        mentions={("country", other.pk) for other in linked},
        parts=[
            *country.undated_names(),
            country.adjective,
            country.demonym,
            *(alias.name for alias in aliases),
            country.iso2,
            country.iso3,
        ],
    )


def publishers():
    """Return all publishers with what their public form shows."""
    return Publisher.objects.select_related("country").order_by("pk")


def project_publisher(publisher):
    """Return the Projection of a publisher."""
    row = {
        "slug": publisher.slug,
        "name": publisher.name,
        "aliases": publisher.aliases,
        "kind": publisher.kind,
        "country": publisher.country.name if publisher.country else None,
    }
    return Projection(
        title=publisher.name,
        row=row,
        detail=row | {"country": country_ref(publisher.country)},
        keys={f"publisher={publisher.slug}", f"kind={publisher.kind}"}
        | ({f"country={publisher.country.slug}"} if publisher.country else set()),
        mentions={("country", publisher.country_id)} if publisher.country_id else set(),
        parts=[publisher.name, *publisher.aliases],
    )


def spheres():
    """Return all spheres with what their public form shows."""
    return Sphere.objects.select_related("parent").prefetch_related("subs").order_by("pk")


def project_sphere(sphere):
    """Return the Projection of a sphere."""
    row = {
        "slug": sphere.slug,
        "code": sphere.code,
        "name": sphere.name,
        "parent": sphere.parent.slug if sphere.parent else None,
        "synonyms": sphere.synonyms,
        "treaty_subjects": sphere.treaty_subjects,
        "eurovoc": sphere.eurovoc,
        "dac": sphere.dac,
    }
    return Projection(
        title=sphere.name,
        row=row,
        detail=row
        | {"parent": named_ref(sphere.parent), "subs": [named_ref(sub) for sub in sphere.subs.all()]},
        keys={f"sphere={sphere.slug}", f"level={'sub' if sphere.parent else 'top'}"}
        | ({f"sphere={sphere.parent.slug}"} if sphere.parent else set()),
        mentions={("sphere", other.pk) for other in [sphere.parent, *sphere.subs.all()] if other},
        parts=[sphere.name, *sphere.synonyms, *sphere.treaty_subjects],
        extra={"title_key": sphere.code.lower()},
    )
