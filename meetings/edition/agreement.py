"""Projects an agreement with its parties, spheres, signatures and steps."""

from agreements.models import Agreement, Step

from ..publication import is_published, published
from .projection import Projection, country_ref, named_ref, names, slugs, source_label, text
from .source import complete_sources, source_detail

PREFETCH = (
    "parties__country",
    "coverages__sphere__parent",
    "signatures__official",
    "signatures__country",
    "signatures__sources",
    "steps__country",
    "steps__meeting",
    "steps__sources",
    "sources",
    "keeps__meeting",
    "parts",
)


def complete_agreements():
    """Return all agreements, drafts among them, with everything that their editions show."""
    return Agreement.objects.select_related("package").prefetch_related(*PREFETCH).order_by("pk")


def agreements():
    """Return the published agreements with everything that their editions show."""
    return complete_agreements().filter(published())


def project(agreement):
    """Return the Projection of a published agreement (from `agreements()`)."""
    sources = _sources_of(agreement)
    reached = agreement.current_step()
    at = [step for step in agreement.steps.all() if step.meeting and is_published(step.meeting)]
    signed = _first_date(agreement, Step.SIGNING)
    stepped = _first_date(agreement, (reached,)) or signed
    row = _row(agreement, sources, reached, stepped, signed, at)
    return Projection(
        title=agreement.name,
        row=row,
        detail=_detail(agreement, row, sources),
        keys=_keys(agreement, reached, at, sources),
        mentions=_mentions(agreement, sources, at),
        parts=_searched(agreement),
        earliest=stepped and stepped.first,
        latest=stepped and stepped.last,
        extra={"signed_earliest": signed and signed.first, "signed_latest": signed and signed.last},
    )


def _sources_of(agreement):
    found = [source.pk for source in agreement.sources.all()]
    for facts in (agreement.steps, agreement.signatures):
        found += [source.pk for fact in facts.all() for source in fact.sources.all()]
    sources = complete_sources().in_bulk(found)
    return [sources[pk] for pk in dict.fromkeys(found)]


def _first_date(agreement, kinds):
    dates = [step.date for step in agreement.steps.all() if step.kind in kinds and step.date]
    return min(dates, default=None)


def _public_package(agreement):
    return agreement.package if agreement.package and is_published(agreement.package) else None


def _listed(agreement):
    return [part for part in agreement.parts.all() if is_published(part)]


def _row(agreement, sources, reached, stepped, signed, at):
    parties = list({party.country_id: party.country for party in agreement.parties.all()}.values())
    package = _public_package(agreement)
    return {
        "slug": agreement.slug,
        "title": agreement.name,
        "type": agreement.type,
        "type_wording": text(agreement.type_wording),
        "step": reached or None,
        "step_date": text(stepped),
        "signed_on": text(signed),
        "parties": names(parties),
        "parties_iso3": [country.iso3 or "" for country in parties],
        "spheres": list(dict.fromkeys(cover.sphere.name for cover in agreement.coverages.all())),
        "more_spheres": agreement.more_spheres,
        "package": package.slug if package else None,
        "documents_stated": agreement.documents_stated,
        "documents_listed": len(_listed(agreement)) if agreement.type == Agreement.Type.PACKAGE else None,
        "signatories": [str(signature) for signature in agreement.signatures.all()],
        **_meetings(at),
        "text_url": text(agreement.text_url),
        "sources": [source_label(source) for source in sources],
    }


def _meetings(at):
    """Return the slugs of the meetings of some steps: all, those of signing or exchange, those of a mention only."""
    kinds = {}
    for step in at:
        kinds.setdefault(step.meeting.slug, set()).add(step.kind)
    return {
        "meetings": list(kinds),
        "meetings_signed": [slug for slug, found in kinds.items() if found & set(Step.SIGNING)],
        "meetings_mentioned": [slug for slug, found in kinds.items() if found == {Step.Kind.MENTIONED}],
    }


def _detail(agreement, row, sources):
    nested = ("parties", "spheres", "signatories", *_meetings(()), "sources", "package")
    package = _public_package(agreement)
    return {name: value for name, value in row.items() if name not in nested} | {
        "package": {"slug": package.slug, "name": package.name} if package else None,
        "documents": [{"slug": part.slug, "name": part.name} for part in _listed(agreement)],
        "parties": [
            country_ref(party.country) | {"body": text(party.body)} for party in agreement.parties.all()
        ],
        "spheres": [
            named_ref(cover.sphere) | {"wording": cover.wording} for cover in agreement.coverages.all()
        ],
        "signatures": [_signature(signature) for signature in agreement.signatures.all()],
        "steps": [_step(step) for step in agreement.steps.all()],
        "keeps": [
            {"slug": promise.slug, "name": promise.what}
            for promise in agreement.keeps.all()
            if is_published(promise.meeting)
        ],
        "sources": [source_detail(source) for source in sources],
        "own_sources": slugs(agreement.sources.all()),
    }


def _signature(signature):
    return {
        "number": signature.number,
        "official": named_ref(signature.official),
        "name": signature.official.name if signature.official else text(signature.name),
        "post": text(signature.post),
        "country": country_ref(signature.country),
        "body": text(signature.body),
        "sources": slugs(signature.sources.all()),
    }


def _step(step):
    public = step.meeting if step.meeting and is_published(step.meeting) else None
    return {
        "number": step.number,
        "kind": step.kind,
        "party": country_ref(step.country),
        "date": text(step.date),
        "meeting": {"slug": public.slug, "name": public.title} if public else None,
        "sources": slugs(step.sources.all()),
    }


def _keys(agreement, reached, at, sources):
    keys = {f"type={agreement.type}", f"agreement={agreement.slug}"}
    keys |= {f"step={reached}"} if reached else set()
    keys |= {f"party={party.country.slug}" for party in agreement.parties.all()}
    for cover in agreement.coverages.all():
        keys.add(f"sphere={cover.sphere.slug}")
        if cover.sphere.parent:
            keys.add(f"sphere={cover.sphere.parent.slug}")
    keys |= {f"meeting={step.meeting.slug}" for step in at}
    keys |= {f"publisher={source.publisher.slug}" for source in sources}
    keys |= {
        f"official={signature.official.slug}"
        for signature in agreement.signatures.all()
        if signature.official
    }
    if package := _public_package(agreement):
        keys.add(f"package={package.slug}")
    return keys


def _mentions(agreement, sources, at):
    found = {("source", source.pk) for source in sources}
    found |= {("publisher", source.publisher_id) for source in sources}
    found |= {("country", country.pk) for source in sources for country in source.sides.all()}
    found |= {("country", party.country_id) for party in agreement.parties.all()}
    found |= {("country", step.country_id) for step in agreement.steps.all() if step.country_id}
    found |= {("meeting", step.meeting_id) for step in at}
    found |= {
        ("meeting", promise.meeting_id) for promise in agreement.keeps.all() if is_published(promise.meeting)
    }
    for cover in agreement.coverages.all():
        found |= {("sphere", pk) for pk in (cover.sphere_id, cover.sphere.parent_id) if pk}
    for signature in agreement.signatures.all():
        found.add(("country", signature.country_id))
        found |= {("official", signature.official_id)} if signature.official_id else set()
    found |= {("agreement", part.pk) for part in _listed(agreement)}
    if package := _public_package(agreement):
        found.add(("agreement", package.pk))
    return found


def _searched(agreement):
    parts = [agreement.title, agreement.type_wording, agreement.get_type_display()]
    for party in agreement.parties.all():
        parts += [*party.country.common_names(), party.country.adjective, party.body]
    for cover in agreement.coverages.all():
        parts += [cover.sphere.name, cover.wording, *cover.sphere.synonyms]
    for signature in agreement.signatures.all():
        parts += [signature.name, signature.post, signature.body]
        parts += [signature.official.name, *signature.official.aliases] if signature.official else []
    return parts
