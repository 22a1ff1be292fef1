"""The facts of a meeting as they stand inside its public form."""

from ..models import Commitment
from ..publication import is_published
from .projection import country_ref, named_ref, number, slugs, text


def participation_detail(row):
    """Someone took part for a country."""
    return {
        "number": row.number,
        "official": named_ref(row.official),
        "name": row.official.name if row.official else row.name_in_text or None,
        "name_in_text": text(row.name_in_text),
        "country": country_ref(row.country),
        "post": text(row.post),
        "rank": row.rank,
        "role": row.role,
        "named": row.named,
        "sources": slugs(row.sources.all()),
    }


def discussion_detail(row):
    """The sides talked about something, in the source's words."""
    return {
        "number": row.number,
        "sphere": named_ref(row.sphere),
        "wording": row.wording,
        "about": [country_ref(country) for country in row.about.all()],
        "said_by": [country_ref(country) for country in row.said_by.all()],
        "sources": [row.source.slug] if row.source else [],
    }


def sources_of_step(step):
    """Return the sources of what happened here: the step's own, or where it has none those of the agreement."""
    return list(step.sources.all()) or list(step.agreement.sources.all())


def agreement_here(step):
    """What happened at the meeting to a published agreement, with its spheres and all of its steps for the ladder."""
    agreement = step.agreement
    return {
        "slug": agreement.slug,
        "title": agreement.name,
        "type": agreement.type,
        "type_wording": text(agreement.type_wording),
        "step": step.kind,
        "step_party": country_ref(step.country),
        "date": text(step.date),
        "current_step": agreement.current_step(),
        "steps": [
            {
                "kind": other.kind,
                "party": country_ref(other.country),
                "date": text(other.date),
                "sources": slugs(other.sources.all() or agreement.sources.all()),
            }
            for other in agreement.steps.all()
        ],
        "spheres": [
            named_ref(cover.sphere) | {"wording": cover.wording} for cover in agreement.coverages.all()
        ],
        "more_spheres": agreement.more_spheres,
        "documents_stated": agreement.documents_stated,
        "parties": [
            country_ref(party.country) | {"body": text(party.body)} for party in agreement.parties.all()
        ],
        "sources": slugs(sources_of_step(step)),
    }


def quote_detail(quote):
    """Words said, with who said them."""
    return {
        "slug": quote.slug,
        "number": quote.number,
        "kind": quote.kind,
        "text": quote.text,
        "language": quote.language,
        "original": text(quote.original),
        "original_language": text(quote.original_language),
        "translation": text(quote.translation),
        "speakers": [named_ref(person) for person in quote.speakers.all()],
        "sources": slugs(quote.sources.all()),
    }


def figure_detail(figure):
    """A number that someone claimed; `amount` is how readers see it."""
    return {
        "slug": figure.slug,
        "number": figure.number,
        "measure": figure.measure,
        "amount": figure.amount(),
        "value": number(figure.value),
        "scale": text(figure.scale),
        "unit": text(figure.unit),
        "currency": text(figure.currency),
        "qualifier": text(figure.qualifier),
        "change": number(figure.change),
        "change_qualifier": text(figure.change_qualifier),
        "change_basis": text(figure.change_basis),
        "kind": figure.kind,
        "period_start": text(figure.period_start),
        "period_end": text(figure.period_end),
        "period_wording": text(figure.period_wording),
        "countries": [country_ref(country) for country in figure.countries.all()],
        "claimed_by": [named_ref(person) for person in figure.claimed_by.all()],
        "sources": slugs(figure.sources.all()),
    }


def public_state(promise):
    """Return (state, kept-by meeting or None, kept-by agreements) as readers may know them.

    A commitment whose keeping is known only from what is not published shows as open.
    """
    meeting = promise.kept_by if promise.kept_by and is_published(promise.kept_by) else None
    agreements = [agreement for agreement in promise.kept_by_agreements.all() if is_published(agreement)]
    hidden = (promise.kept_by or promise.kept_by_agreements.all()) and not (meeting or agreements)
    state = Commitment.State.OPEN if promise.state == Commitment.State.KEPT and hidden else promise.state
    return str(state), meeting, agreements


def commitment_detail(promise):
    """Something promised; whether it is overdue depends on the day of reading and is not kept here."""
    state, meeting, agreements = public_state(promise)
    return {
        "slug": promise.slug,
        "number": promise.number,
        "kind": promise.kind,
        "what": promise.what,
        "by_countries": [country_ref(country) for country in promise.by_countries.all()],
        "by_officials": [named_ref(person) for person in promise.by_officials.all()],
        "to_countries": [country_ref(country) for country in promise.to_countries.all()],
        "to_officials": [named_ref(person) for person in promise.to_officials.all()],
        "event": named_ref(promise.event),
        "place": text(promise.place),
        "due": text(promise.due),
        "due_until": text(promise.due and promise.due.last),
        "due_wording": text(promise.due_wording),
        "state": state,
        "kept_by": {"slug": meeting.slug, "name": meeting.title} if meeting else None,
        "kept_by_agreements": [named_ref(agreement) for agreement in agreements],
        "sources": slugs(promise.sources.all()),
    }


def conflict_detail(conflict):
    """Two sources disagree; what was chosen and why."""
    return {
        "number": conflict.number,
        "field": conflict.field,
        "chosen": text(conflict.chosen),
        "reason": text(conflict.reason),
        "claims": [{"source": claim.source.slug, "value": claim.value} for claim in conflict.claims.all()],
    }
