"""Plants records that are not published, with a canary in every text, beside and among the published seed."""

from dataclasses import dataclass

from django.db import models

from agreements.models import Agreement
from meetings import edits, workflow
from meetings.models import Correction, Meeting
from meetings.models.lines import LinesField
from meetings.models.partial_dates import PartialDateField

from . import seed
from .factories import (
    AgreementFactory,
    AttendanceFactory,
    ClaimFactory,
    CommitmentFactory,
    ConflictFactory,
    CoverageFactory,
    DiscussionFactory,
    EventFactory,
    FigureFactory,
    MeetingFactory,
    OfficialFactory,
    ParticipationFactory,
    PartyFactory,
    QuoteFactory,
    SignatureFactory,
    SourceFactory,
    StepFactory,
    TenureFactory,
    country,
)

CANARY = "Zwitscher"
WORD = CANARY.lower()


@dataclass
class Planted:
    """What the tests ask about: the published meeting and package, and the drafts."""

    published: Meeting
    package: Agreement
    draft: Meeting
    withdrawn: Meeting
    agreement: Agreement
    records: list

    def slugs(self):
        """Return the provisional and former addresses of everything planted that has one."""
        return [record.slug for record in self.records if hasattr(record, "slug")]


def plant():
    """Publish the seed, plant drafts beside it and tie them to it in every way; return Planted."""
    seed.load_reference()
    published, package, _ = seed.publish_seed()
    with edits.edit():
        around = _around(published)
        draft = _meeting(published, around)
        agreement = _agreement(published, package, draft, around)
        records = [*around.values(), *_parts(draft), draft, *_parts(agreement), agreement]
        records += [part for record in around.values() for part in _parts(record)]
        for record in records:
            _fill(record)
        _tie(published, package, draft)
    withdrawn = _withdrawn(published)
    records.append(withdrawn)
    for record in (draft, agreement, withdrawn):
        _correct(record)
    for record in records:
        record.refresh_from_db()
    return Planted(published, package, draft, withdrawn, agreement, records)


def text_fields(record):
    """Return the fields of a record that hold free text."""
    return [
        field
        for field in record._meta.local_fields
        if isinstance(field, models.CharField | models.TextField)
        and not isinstance(field, PartialDateField)
        and field.editable
        and not field.choices
    ]


def _correct(record):
    """Plant lines in the log of corrections, as of a time when the record was public."""
    correction = Correction.objects.create(
        edit=edits.Edit.objects.create(), model=record._meta.label_lower, key=record.pk
    )
    correction.tell([("title", CANARY, CANARY), (WORD, None, None)])


def _fill(record):
    for field in text_fields(record):
        setattr(record, field.name, _canary_for(field))
    record.save()


def _canary_for(field):
    if isinstance(field, LinesField):
        return [CANARY]
    if "url" in field.name:
        return f"https://example.org/{WORD}"
    return {"currency": "ZWI", "wikidata": "Q987654321"}.get(
        field.name, f"{CANARY} {field.name}"[: field.max_length]
    )


def _around(published):
    publisher = published.sources.get().publisher
    source = SourceFactory(publisher=publisher, published_on="2001", sides=[country("Armenia")])
    event = EventFactory(start="2001", host_country=country("Armenia"), sources=[source])
    official = OfficialFactory(born="1901")
    AttendanceFactory(event=event, country=country("Armenia"), official=official, sources=[source])
    TenureFactory(official=official, country=country("Armenia"), sources=[source])
    return {"source": source, "event": event, "official": official}


def _meeting(published, around):
    """Return a draft that uses what is planted and what is published: its officials, source and countries."""
    source, event, official = around["source"], around["event"], around["official"]
    known, own = published.participations.first(), published.sources.get()
    both, people = {"sources": [source, own]}, [official, known.official]
    draft = MeetingFactory(
        date_start="2001-02-03",
        place_basis="stated",
        host_country=country("Armenia"),
        event=event,
        date_sources=[source],
        place_sources=[source],
        **both,
    )
    for person, state in ((official, country("Armenia")), (known.official, known.country)):
        ParticipationFactory(meeting=draft, country=state, official=person, rank="special-envoy", **both)
    QuoteFactory(meeting=draft, speakers=people, **both)
    FigureFactory(meeting=draft, claimed_by=people, countries=[known.country], **both)
    countries = {"by_countries": [known.country], "to_countries": [country("Armenia")]}
    CommitmentFactory(
        meeting=draft, by_officials=people, to_officials=people, event=event, **countries, **both
    )
    ClaimFactory(conflict=ConflictFactory(meeting=draft), source=source)
    DiscussionFactory(
        meeting=draft,
        sphere=published.discussions.first().sphere,
        source=source,
        about=[country("Armenia")],
        said_by=[known.country],
    )
    return draft


def _agreement(published, package, draft, around):
    """Return a draft signed at a draft and at a published meeting, part of a published package."""
    source, promise = around["source"], published.commitments.get()
    agreement = AgreementFactory(type="treaty", package=package, sources=[source], keeps=[promise])
    PartyFactory(agreement=agreement, country=country("Azerbaijan"))
    CoverageFactory(agreement=agreement, sphere=published.discussions.first().sphere)
    people = (around["official"], published.participations.first().official)
    for person in people:
        SignatureFactory(
            agreement=agreement, country=country("Azerbaijan"), official=person, sources=[source]
        )
    for meeting in (draft, published):
        StepFactory(agreement=agreement, kind="signed", meeting=meeting, date="2001-02-03", sources=[source])
    return agreement


def _tie(published, package, draft):
    """Let a draft keep a published promise and hold a step of a published agreement."""
    promise = published.commitments.get()
    promise.state, promise.kept_by = "kept", draft
    promise.save()
    StepFactory(agreement=package, kind="in-force", meeting=draft, date="2021-06-01")


def _withdrawn(published):
    """Return a meeting that was public, with an official and a source of its own."""
    with edits.edit():
        meeting = MeetingFactory(title=f"{CANARY} withdrawn", date_start="2001-02-04")
        for name in ("Armenia", "Russia"):
            ParticipationFactory(
                meeting=meeting, country=country(name), official=OfficialFactory(name=f"{CANARY} Bygone")
            )
        QuoteFactory(meeting=meeting, text=f"{CANARY} gone")
        meeting.sources.add(
            SourceFactory(publisher=published.sources.get().publisher, title=f"{CANARY} gone")
        )
    workflow.publish(workflow.submit(meeting))
    return workflow.withdraw(meeting, note=f"{CANARY} in doubt")


def _parts(record):
    found = []
    for relation in record._meta.related_objects:
        if getattr(relation.related_model, "parent_field", None) == relation.field.name:
            parts = list(getattr(record, relation.get_accessor_name()).all())
            found += [*parts, *(part for one in parts for part in _parts(one))]
    return found
