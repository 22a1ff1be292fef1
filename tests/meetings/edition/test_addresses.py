"""Public addresses: given at first publication, made of what is public, never changed and never given twice."""

import pytest

from agreements.models import Agreement
from meetings import workflow
from meetings.models import Event, Meeting, Official, Source

from ...factories import (
    EventFactory,
    OfficialFactory,
    ParticipationFactory,
    RedirectFactory,
    SourceFactory,
    agreement_of,
    country,
    meeting_between,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("make", "slug"),
    [
        (lambda: OfficialFactory(name="Əli Əsədov", reference=True), "ali-asadov"),
        (lambda: OfficialFactory(name="გიორგი მარგველაშვილი", reference=True), "giorgi-margvelashvili"),
        (lambda: OfficialFactory(name="梅兰芳", reference=True), "meilanfang"),
        (lambda: OfficialFactory(name="…", reference=True), "record"),
        (lambda: EventFactory(name="Gas forum", start="2021-05", reference=True), "gas-forum-2021"),
        (lambda: EventFactory(name="Gas forum", start=None, reference=True), "gas-forum"),
        (
            lambda: SourceFactory(publisher__name="Trend", title="One two three", reference=True),
            "trend-2021-05-20-one-two-three",
        ),
        (lambda: SourceFactory(publisher__name="Trend", title="", reference=True), "trend-2021-05-20"),
        (lambda: agreement_of("A", title="Customs accord", published=True), "customs-accord"),
        (lambda: agreement_of("A", title="", type_wording="documents", published=True), "documents"),
    ],
)
def test_an_address_says_what_it_leads_to(make, slug):
    record = make()
    record.refresh_from_db()
    assert record.slug == slug
    assert record.edition.slug == record.slug


def test_a_second_record_of_the_same_name_gets_a_number():
    slugs = [OfficialFactory(name="Ali Asadov", reference=True).slug for _ in range(3)]
    assert list(Official.objects.order_by("pk").values_list("slug", flat=True)) == [
        "ali-asadov",
        "ali-asadov-2",
        "ali-asadov-3",
    ]
    assert slugs


def test_an_old_address_that_redirects_is_not_given_again():
    RedirectFactory(kind="officials", old_slug="ali-asadov", target_slug="ali-asadov-1956")
    OfficialFactory(name="Ali Asadov", reference=True)
    assert Official.objects.get().slug == "ali-asadov-2"


def test_a_name_that_looks_like_a_draft_is_an_address_all_the_same():
    OfficialFactory(name="Draft Horse", reference=True)
    assert not Official.objects.get().slug.startswith("draft-")
    assert Official.objects.get().edition


def test_a_long_name_gives_a_short_address():
    EventFactory(name="word " * 60, reference=True)
    assert len(Event.objects.get().slug) <= 100


@pytest.mark.parametrize(
    ("make", "change"),
    [
        (lambda: meeting_between(published=True), {"date_start": "2020-01-01", "title": "Other"}),
        (lambda: OfficialFactory(reference=True), {"name": "Somebody Else"}),
        (lambda: EventFactory(reference=True), {"name": "Other", "start": "2019"}),
        (lambda: SourceFactory(reference=True), {"title": "Other", "published_on": "2019"}),
        (lambda: agreement_of("A", published=True), {"title": "Other"}),
    ],
    ids=["meeting", "official", "event", "source", "agreement"],
)
def test_an_address_stays_whatever_becomes_of_what_it_was_made_of(make, change):
    record = make()
    record.refresh_from_db()
    slug, since = record.slug, record.first_public_at
    for name, value in change.items():
        setattr(record, name, value)
    record.save()
    record.refresh_from_db()
    assert (record.slug, record.first_public_at, record.edition.slug) == (slug, since, slug)


def test_an_official_keeps_the_address_through_going_and_coming_back():
    meeting = meeting_between(published=True)
    official = meeting.participations.first().official
    official.refresh_from_db()
    slug = official.slug
    workflow.withdraw(meeting, note="in doubt")
    official.name = "Renamed Meanwhile"
    official.save()
    workflow.publish(meeting)
    official.refresh_from_db()
    assert (official.slug, official.edition.slug) == (slug, slug)


def test_nothing_in_public_names_a_draft_by_its_provisional_address():
    source, event = SourceFactory(), EventFactory(sources=[SourceFactory()])
    meeting = meeting_between(published=True, event=event)
    ParticipationFactory(meeting=meeting, country=country("C"), sources=[source])
    for model in (Meeting, Official, Event, Source, Agreement):
        for record in model.objects.filter(edition__isnull=False).select_related("edition"):
            assert "draft-" not in str(record.edition.row) + str(record.edition.detail)
            assert not [key for key in record.edition.keys if "=draft-" in key]


def test_the_slug_of_a_withdrawn_meeting_answers_gone_and_of_a_draft_never_was():
    meeting, draft = meeting_between(published=True), meeting_between()
    shown = Meeting.edition.related.related_model.objects
    assert not shown.was_public(meeting.slug)
    workflow.withdraw(meeting, note="in doubt")
    assert shown.was_public(meeting.slug)
    assert not shown.was_public(draft.slug)
    assert not shown.was_public("never-there")
