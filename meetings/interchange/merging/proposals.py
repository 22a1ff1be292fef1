"""Which records may be the same as one at hand, with how likely that is and why. Proposes only; an editor decides."""

from agreements.models import Agreement

from ...models import Event, Meeting, Official, Publisher, Source
from . import similar_acts, similar_names, similar_sources
from .evidence import Proposal

MOST = 10
ENOUGH = 70

_FINDERS = {
    Official: similar_names.officials,
    Publisher: similar_names.publishers,
    Event: similar_acts.events,
    Meeting: similar_acts.meetings,
    Agreement: similar_acts.agreements,
    Source: similar_sources.sources,
}


def similar_to(record, most=MOST):
    """Return the Proposals for a record, the likeliest first; its cost does not grow with the facts of others."""
    found: list[Proposal] = [
        proposal for proposal in _FINDERS[type(record)](record) if proposal.score >= ENOUGH
    ]
    return sorted(found, key=lambda proposal: (-proposal.score, proposal.record.pk))[:most]
