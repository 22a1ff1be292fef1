"""Enters the seed meeting by code, as an editor would by hand: one Edit for the source, one for each record."""

from agreements.models import Agreement, Coverage, Discussion, Party, Signature, Sphere, Step
from meetings import edits, workflow
from meetings.models import (
    Commitment,
    Country,
    Figure,
    Meeting,
    Official,
    Participation,
    Publisher,
    Quote,
    Source,
    Tenure,
)
from tests import seed_facts as facts


def load_reference():
    """Make the countries, spheres and the publisher that the seed needs, where they are missing."""
    with edits.edit(kind=edits.Edit.Kind.IMPORT):
        countries = {slug: _ensure(Country, slug, **known) for slug, known in facts.COUNTRIES.items()}
        for slug, (code, name, parent) in facts.SPHERES.items():
            above = Sphere.objects.get(slug=parent) if parent else None
            _ensure(Sphere, slug, code=code, name=name, parent=above)
        known = facts.PUBLISHER | {"country": countries[facts.PUBLISHER["country"]]}
        _ensure(Publisher, known.pop("slug"), **known)


def _ensure(model, slug, **known):
    return model.objects.filter(slug=slug).first() or model.objects.create(slug=slug, **known)


def enter_seed(editor=None):
    """Enter the seed meeting as drafts; return (meeting, package, statement).

    Reference data must be there; a source and officials that were entered before are used again.
    """
    source = _source(editor)
    people = {name: _official(name, editor) for name in facts.OFFICIALS}
    meeting = _meeting(editor, source, people)
    return meeting, _package(editor, meeting, source), _statement(editor, meeting, source)


def publish_seed(editor=None, publisher=None):
    """Enter the seed meeting and publish it with both agreements; return the three."""
    records = enter_seed(editor)
    for record in records:
        workflow.submit(record, user=editor)
        workflow.publish(record, user=publisher)
    return records


def _country(slug):
    return Country.objects.get(slug=slug)


def _source(editor):
    known = Source.objects.filter(**facts.SOURCE).first()
    if known:
        return known
    with edits.edit(user=editor):
        publisher = Publisher.objects.get(slug=facts.PUBLISHER["slug"])
        return Source.objects.create(publisher=publisher, text=facts.PASTED, **facts.SOURCE)


def _official(name, editor):
    known = Official.objects.filter(name=name).first()
    if known:
        return known
    native, country, post, rank, start = facts.OFFICIALS[name]
    with edits.edit(user=editor):
        official = Official.objects.create(name=name, native_name=native)
        Tenure.objects.create(official=official, country=_country(country), post=post, rank=rank, start=start)
    return official


def _meeting(editor, source, people):
    with edits.edit(user=editor):
        meeting = Meeting.objects.create(**facts.MEETING)
        for sources in (meeting.sources, meeting.date_sources, meeting.place_sources):
            sources.set([source])
        for name, official in people.items():
            _, country, post, rank, _ = facts.OFFICIALS[name]
            fact = Participation.objects.create(
                meeting=meeting,
                official=official,
                country=_country(country),
                post=post,
                rank=rank,
                name_in_text=name,
            )
            fact.sources.set([source])
        for wording, sphere in facts.DISCUSSIONS:
            topic = Sphere.objects.get(slug=sphere)
            Discussion.objects.create(meeting=meeting, wording=wording, sphere=topic, source=source)
        _words(meeting, source, people)
        _commitment(meeting, source, people)
    return meeting


def _words(meeting, source, people):
    for speaker, kind, text in facts.QUOTES:
        quote = Quote.objects.create(meeting=meeting, kind=kind, text=text)
        quote.speakers.set([people[speaker]])
        quote.sources.set([source])
    for known, claimant in facts.FIGURES:
        figure = Figure.objects.create(meeting=meeting, **known)
        figure.countries.set([_country("azerbaijan"), _country("russia")])
        figure.claimed_by.set([people[claimant]] if claimant else [])
        figure.sources.set([source])


def _commitment(meeting, source, people):
    promise = Commitment.objects.create(meeting=meeting, **facts.COMMITMENT)
    promise.by_officials.set([people[facts.ASADOV]])
    promise.by_countries.set([_country("azerbaijan")])
    promise.to_officials.set([people[facts.MISHUSTIN]])
    promise.to_countries.set([_country("russia")])
    promise.sources.set([source])


def _package(editor, meeting, source):
    with edits.edit(user=editor):
        package = Agreement.objects.create(
            type="package", type_wording=facts.PACKAGE_WORDING, more_spheres=True
        )
        package.sources.set([source])
        for slug in ("azerbaijan", "russia"):
            Party.objects.create(agreement=package, country=_country(slug))
        for slug, wording in facts.PACKAGE_SPHERES:
            Coverage.objects.create(agreement=package, sphere=Sphere.objects.get(slug=slug), wording=wording)
        step = Step.objects.create(agreement=package, kind="signed", meeting=meeting, date="2021-05-20")
        step.sources.set([source])
    return package


def _statement(editor, meeting, source):
    with edits.edit(user=editor):
        statement = Agreement.objects.create(
            title=facts.STATEMENT_TITLE, type="joint-statement", type_wording=facts.STATEMENT_WORDING
        )
        statement.sources.set([source])
        for slug, post in facts.STATEMENT_SIGNED:
            Party.objects.create(agreement=statement, country=_country(slug))
            signature = Signature.objects.create(agreement=statement, country=_country(slug), post=post)
            signature.sources.set([source])
        for kind, where in (("signed", None), ("mentioned", meeting)):
            step = Step.objects.create(agreement=statement, kind=kind, meeting=where)
            step.sources.set([source])
    return statement
