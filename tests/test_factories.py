"""The factories themselves: what they make is valid, public where asked, and one Edit each."""

import pytest

from agreements.models import Discussion
from meetings.edits import Edit

from . import factories

pytestmark = pytest.mark.django_db

EACH = [
    value
    for value in vars(factories).values()
    if isinstance(value, type)
    and issubclass(value, factories.RecordFactory)
    and value is not factories.RecordFactory
]


def test_every_record_has_a_factory():
    assert {each._meta.model for each in EACH} == set(factories.record_models())


@pytest.mark.parametrize("each", EACH, ids=lambda each: each.__name__)
def test_what_a_factory_makes_is_valid(each):
    each().full_clean()


def test_a_record_with_many_to_many_is_one_edit():
    countries = [factories.CountryFactory(), factories.CountryFactory()]
    sphere = factories.SphereFactory()
    meeting = factories.MeetingFactory()
    before = Edit.objects.count()
    discussion = factories.DiscussionFactory(meeting=meeting, sphere=sphere, about=countries)
    assert Edit.objects.count() == before + 1
    assert set(Discussion.objects.get(pk=discussion.pk).about.all()) == set(countries)


def test_a_meeting_made_public_has_its_address():
    meeting = factories.meeting_between("Azerbaijan", "Russia", published=True)
    assert meeting.slug == "2021-05-20-azerbaijan-russia"
    assert meeting.edition.row["countries"] == ["Azerbaijan", "Russia"]
