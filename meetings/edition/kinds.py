"""The kinds of public record: where they are stored, how they are projected, what makes them public."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db import models

from agreements.models import Agreement, AgreementEdition, Sphere, SphereEdition

from ..models import (
    Country,
    CountryEdition,
    Event,
    EventEdition,
    Meeting,
    MeetingEdition,
    Official,
    OfficialEdition,
    Publisher,
    PublisherEdition,
    Source,
    SourceEdition,
)
from . import agreement, meeting, people, places, source


@dataclass(frozen=True)
class Kind:
    """`rows()` gives the records that may be public, with what their projection needs, in the order of their ids.

    `led_to_by` names the kinds whose editions make a record of this kind public by mentioning it; None means that
    `rows()` holds public records only.
    """

    name: str
    model: type[models.Model]
    edition: type[models.Model]
    rows: Callable
    project: Callable
    led_to_by: tuple[str, ...] | None = None


# In this order a projection from scratch finds every reason for being public before it is asked for.
KINDS = {
    kind.name: kind
    for kind in (
        Kind("country", Country, CountryEdition, places.countries, places.project_country),
        Kind("publisher", Publisher, PublisherEdition, places.publishers, places.project_publisher),
        Kind("sphere", Sphere, SphereEdition, places.spheres, places.project_sphere),
        Kind("meeting", Meeting, MeetingEdition, meeting.meetings, meeting.project),
        Kind("agreement", Agreement, AgreementEdition, agreement.agreements, agreement.project),
        Kind("event", Event, EventEdition, people.events, people.project_event, ("meeting",)),
        Kind(
            "official",
            Official,
            OfficialEdition,
            people.officials,
            people.project_official,
            ("meeting", "agreement", "event"),
        ),
        Kind(
            "source",
            Source,
            SourceEdition,
            source.complete_sources,
            source.project,
            ("meeting", "agreement", "event", "official"),
        ),
    )
}

KIND_OF = {kind.model: kind for kind in KINDS.values()}
EDITION_MODELS = tuple(kind.edition for kind in KINDS.values())
