"""Builds records for tests. Every record is saved through Record.save, with its many-to-many in the same Edit.

`meeting_between` and `agreement_of` make the usual worlds: a meeting with its parties, an agreement with its steps.
"""

import factory
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from factory.django import DjangoModelFactory

from agreements.models import Agreement, Coverage, Discussion, Party, Signature, Sphere, Step
from meetings import edits
from meetings.browse.folding import slug_of
from meetings.models import (
    Attendance,
    Claim,
    Commitment,
    Conflict,
    Country,
    CountryAlias,
    Event,
    Figure,
    Meeting,
    Official,
    Participation,
    Publisher,
    Quote,
    Rank,
    Redirect,
    Source,
    Tenure,
)
from meetings.models.record import Record
from meetings.publication import Publication


class UserFactory(DjangoModelFactory):
    """Somebody who may sign in; `role` puts him or her into that group ("editor", "publisher" ...)."""

    class Meta:
        model = get_user_model()
        skip_postgeneration_save = True

    username = factory.Sequence(lambda n: f"user{n}")
    is_staff = True

    @factory.post_generation
    def role(self, create, extracted, **kwargs):
        if extracted:
            self.groups.add(Group.objects.get(name=extracted))


class RecordFactory(DjangoModelFactory):
    """Makes one record in one Edit; a many-to-many field takes a list of records."""

    class Meta:
        abstract = True

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        if kwargs.get("publication") == Publication.PUBLISHED and "sources" not in kwargs:
            kwargs["sources"] = [some_source()]
        many = {f.name: kwargs.pop(f.name) for f in model_class._meta.many_to_many if f.name in kwargs}
        with edits.edit():
            record = super()._create(model_class, *args, **kwargs)
            for name, others in many.items():
                getattr(record, name).set(others)
        return record


class CountryFactory(RecordFactory):
    """A state of today; give `name` and the slug follows."""

    class Meta:
        model = Country

    name = factory.Sequence(lambda n: f"Country {n}")
    slug = factory.LazyAttribute(lambda country: slug_of(country.name))


class CountryAliasFactory(RecordFactory):
    class Meta:
        model = CountryAlias

    country = factory.SubFactory(CountryFactory)
    name = factory.Sequence(lambda n: f"Old name {n}")


class PublisherFactory(RecordFactory):
    class Meta:
        model = Publisher

    name = factory.Sequence(lambda n: f"Agency {n}")
    slug = factory.LazyAttribute(lambda publisher: slug_of(publisher.name))
    kind = Publisher.Kind.NEWS_AGENCY


class SourceFactory(RecordFactory):
    class Meta:
        model = Source

    publisher = factory.SubFactory(PublisherFactory)
    title = factory.Sequence(lambda n: f"Headline {n}")
    published_on = "2021-05-20"


class OfficialFactory(RecordFactory):
    class Meta:
        model = Official

    name = factory.Sequence(lambda n: f"Official Person{n}")


class TenureFactory(RecordFactory):
    class Meta:
        model = Tenure

    official = factory.SubFactory(OfficialFactory)
    country = factory.SubFactory(CountryFactory)
    post = "Prime Minister"
    rank = Rank.HEAD_OF_GOVERNMENT


class EventFactory(RecordFactory):
    class Meta:
        model = Event

    name = factory.Sequence(lambda n: f"Summit {n}")
    kind = Event.Kind.SUMMIT
    start = "2021-05-20"


class AttendanceFactory(RecordFactory):
    class Meta:
        model = Attendance

    event = factory.SubFactory(EventFactory)
    country = factory.SubFactory(CountryFactory)
    official = factory.SubFactory(OfficialFactory)
    post = "President"
    rank = Rank.HEAD_OF_STATE


class MeetingFactory(RecordFactory):
    """A bare draft, without participations: `meeting_between` gives one with parties."""

    class Meta:
        model = Meeting

    title = factory.Sequence(lambda n: f"Meeting {n}")
    date_start = "2021-05-20"


class ParticipationFactory(RecordFactory):
    class Meta:
        model = Participation

    meeting = factory.SubFactory(MeetingFactory)
    country = factory.SubFactory(CountryFactory)
    official = factory.SubFactory(OfficialFactory)
    post = "Prime Minister"
    rank = Rank.HEAD_OF_GOVERNMENT


class QuoteFactory(RecordFactory):
    class Meta:
        model = Quote

    meeting = factory.SubFactory(MeetingFactory)
    text = factory.Sequence(lambda n: f"Our relations are at level {n}")


class FigureFactory(RecordFactory):
    class Meta:
        model = Figure

    meeting = factory.SubFactory(MeetingFactory)
    measure = factory.Sequence(lambda n: f"trade turnover {n}")
    value = 680
    scale = Figure.Scale.MILLION
    currency = "USD"


class CommitmentFactory(RecordFactory):
    class Meta:
        model = Commitment

    meeting = factory.SubFactory(MeetingFactory)
    kind = Commitment.Kind.INVITATION
    what = factory.Sequence(lambda n: f"to visit place {n}")


class ConflictFactory(RecordFactory):
    class Meta:
        model = Conflict

    meeting = factory.SubFactory(MeetingFactory)
    field = "date of meeting"
    chosen = "20 May 2021"
    reason = "the ministry was there"


class ClaimFactory(RecordFactory):
    class Meta:
        model = Claim

    conflict = factory.SubFactory(ConflictFactory)
    source = factory.SubFactory(SourceFactory)
    value = "21 May 2021"


class RedirectFactory(RecordFactory):
    class Meta:
        model = Redirect

    kind = "meetings"
    old_slug = factory.Sequence(lambda n: f"old-{n}")
    target_slug = factory.Sequence(lambda n: f"new-{n}")


class SphereFactory(RecordFactory):
    class Meta:
        model = Sphere

    name = factory.Sequence(lambda n: f"Sphere {n}")
    slug = factory.LazyAttribute(lambda sphere: slug_of(sphere.name))
    code = factory.Sequence(lambda n: f"S{n}")


class AgreementFactory(RecordFactory):
    """A bare draft, without steps: `agreement_of` gives one with parties and a step."""

    class Meta:
        model = Agreement

    title = factory.Sequence(lambda n: f"Agreement {n}")
    type = Agreement.Type.AGREEMENT


class CoverageFactory(RecordFactory):
    class Meta:
        model = Coverage

    agreement = factory.SubFactory(AgreementFactory)
    sphere = factory.SubFactory(SphereFactory)
    wording = factory.Sequence(lambda n: f"the field of matter {n}")


class PartyFactory(RecordFactory):
    class Meta:
        model = Party

    agreement = factory.SubFactory(AgreementFactory)
    country = factory.SubFactory(CountryFactory)


class SignatureFactory(RecordFactory):
    class Meta:
        model = Signature

    agreement = factory.SubFactory(AgreementFactory)
    country = factory.SubFactory(CountryFactory)
    official = factory.SubFactory(OfficialFactory)
    post = "Minister of Customs"


class StepFactory(RecordFactory):
    class Meta:
        model = Step

    agreement = factory.SubFactory(AgreementFactory)
    kind = Step.Kind.SIGNED
    date = "2021-05-20"


class DiscussionFactory(RecordFactory):
    class Meta:
        model = Discussion

    meeting = factory.SubFactory(MeetingFactory)
    sphere = factory.SubFactory(SphereFactory)
    wording = factory.Sequence(lambda n: f"talks on matter {n}")


def record_models(model=Record):
    """Return the classes of all records."""
    found = []
    for child in model.__subclasses__():
        found += [*([] if child._meta.abstract else [child]), *record_models(child)]
    return found


def some_source():
    """Return the source on which published records rest when a test names none."""
    known = Source.objects.filter(title="Some text").first()
    return known or SourceFactory(title="Some text", publisher__name="Some agency")


def country(name):
    """Return the country of that name, made when it is not there yet."""
    return Country.objects.filter(name=name).first() or CountryFactory(name=name)


def meeting_between(*names, published=False, **fields):
    """Return a meeting with a source and one prime minister for each country named (or Azerbaijan and Russia).

    With `published=True` it is public at once, as when publishing closes the same Edit.
    """
    with edits.edit():
        fields = fields if "sources" in fields else fields | {"sources": [some_source()]}
        meeting = MeetingFactory(**_published(published), **fields)
        for name in names or ("Azerbaijan", "Russia"):
            ParticipationFactory(meeting=meeting, country=country(name))
    meeting.refresh_from_db()
    return meeting


def agreement_of(*names, published=False, step=Step.Kind.SIGNED, meeting=None, **fields):
    """Return an agreement between the countries named, with a source and one step (at `meeting` where one is given)."""
    with edits.edit():
        fields = fields if "sources" in fields else fields | {"sources": [some_source()]}
        agreement = AgreementFactory(**_published(published), **fields)
        for name in names:
            PartyFactory(agreement=agreement, country=country(name))
        StepFactory(agreement=agreement, kind=step, meeting=meeting)
    agreement.refresh_from_db()
    return agreement


def _published(published):
    return {"publication": Publication.PUBLISHED} if published else {}
