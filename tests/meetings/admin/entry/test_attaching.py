"""At one press a source, and all that was typed from it, go to the meeting that is on record already."""

import pytest

from meetings import workflow
from meetings.admin.entry import attaching
from meetings.edition.proof import check
from meetings.models import Commitment, Meeting, MeetingEdition, Official, Participation
from meetings.workflow import Refused
from tests import seed_facts as facts
from tests.factories import MeetingFactory, OfficialFactory, SourceFactory
from tests.meetings.admin.conftest import sign_in
from tests.meetings.admin.posting import adding, address, row, shown


@pytest.fixture
def meeting(seed_records):
    return seed_records[0]


@pytest.fixture
def typed(desk, meeting, seed_records):
    """A second readout of the seed meeting, typed into a new form without a title."""
    source, russia = SourceFactory(title="Another readout"), Official.objects.get(name=facts.MISHUSTIN)
    guest = OfficialFactory(name="Alexey Overchuk")
    data = shown(desk.get(adding(Meeting)))
    data |= {"date_start": "2021-05-21", "sources": [source.pk], "from_source": "on", "venue": "Gulustan Palace",
             "place_basis": "stated", "setting": "bilateral-visit"}  # fmt: skip
    country = russia.tenures.get().country_id
    taking = {"rank": "unknown", "role": "participant", "named": "in-text"}
    data = row(data, "participations", 0, official=russia.pk, **taking)
    data = row(data, "participations", 1, official=guest.pk, country=country, post="Deputy PM", **taking)
    data = row(data, "quotes", 0, kind="direct", text="A word more", speakers=[russia.pk], language="en")
    data = row(data, "steps", 0, agreement=seed_records[1].pk, kind="signed", date="2021-05-20")
    return row(data, "steps", 1, agreement=seed_records[2].pk, kind="proposed")


def test_new_form_goes_to_the_other_meeting_with_all_that_was_typed(desk, meeting, typed):
    quotes = meeting.quotes.count()
    response = desk.post(adding(Meeting), typed | {"_attach": meeting.pk}, follow=True)
    assert response.redirect_chain == [(address(meeting), 302)]
    assert "part of Asadov and Mishustin meet" in response.text
    assert (
        "Date “2021-05-21, day, stated”" in response.text
        and "Place “Gulustan Palace, stated”" in response.text
    )
    assert list(Meeting.objects.all()) == [meeting]
    meeting.refresh_from_db()
    source = meeting.sources.get(title="Another readout")
    assert meeting.sources.count() == 2 and source in meeting.date_sources.all()
    assert (meeting.date_start, meeting.place_basis, meeting.setting) == (
        "2021-05-20",
        "dateline",
        "bilateral-visit",
    )
    assert meeting.quotes.count() == quotes + 1
    assert list(meeting.quotes.last().sources.all()) == [source]
    assert [one.official.name for one in meeting.participations.all()] == [
        *facts.OFFICIALS,
        "Alexey Overchuk",
    ]
    assert source in meeting.participations.get(official__name=facts.MISHUSTIN).sources.all()
    steps = meeting.steps.order_by("kind")
    assert [step.kind for step in steps] == ["mentioned", "proposed", "signed"]
    assert source in steps.last().sources.all()
    history = desk.get(address(meeting, "history")).text
    words = ("Its source tells of", "Gulustan Palace", "A word more")
    assert [word for word in words if word not in history] == []
    # What the draft held is in the history for good.
    assert Meeting.history.filter(venue="Gulustan Palace", history_type="-").exists()


def test_saved_draft_goes_too_with_what_points_to_it(desk, meeting, typed, person):
    assert desk.post(adding(Meeting), typed | {"title": "Again"}).status_code == 302
    draft = Meeting.objects.get(title="Again")
    kept = Commitment.objects.create(
        meeting=MeetingFactory(), kind="pledge", what="to meet again", state="kept", kept_by=draft
    )
    page = desk.get(address(draft))
    button = f'name="_attach" value="{meeting.pk}"'
    assert button in page.text
    seen = sign_in(person("viewer")).get(address(draft)).text
    assert "may be this meeting" in seen and button not in seen and "Turn into rows" not in seen
    response = desk.post(address(draft), shown(page) | {"_attach": meeting.pk})
    assert response.status_code == 302 and response.url == address(meeting)
    kept.refresh_from_db()
    assert kept.kept_by == meeting and not Meeting.objects.filter(pk=draft.pk).exists()


def test_published_meeting_takes_nothing_from_an_editor_and_the_draft_stays(
    desk, publishers_desk, meeting, typed
):
    for act in (workflow.submit, workflow.publish):
        act(meeting)
    response = desk.post(adding(Meeting), typed | {"_attach": meeting.pk}, follow=True)
    assert "Saved as it stands, and not attached" in response.text
    draft = Meeting.objects.exclude(pk=meeting.pk).get()
    assert draft.title == meeting.title and draft.participations.count() == 2
    assert "only a publisher changes it now" in desk.get(address(draft)).text
    assert 'name="_attach"' not in desk.get(address(draft)).text
    page = publishers_desk.get(address(draft))
    assert publishers_desk.post(address(draft), shown(page) | {"_attach": meeting.pk}).url == address(meeting)
    assert "A word more" in str(MeetingEdition.objects.get(pk=meeting.pk).detail)
    assert not list(check())


@pytest.mark.parametrize("key", ["abc", "0", str(2**63), "\0"])
def test_meeting_that_is_none_is_no_place_to_attach_to(desk, typed, key):
    assert desk.post(adding(Meeting), typed | {"title": "Again", "_attach": key}).status_code == 302
    assert Participation.objects.filter(meeting__title="Again").count() == 2


def test_merge_that_is_refused_on_the_way_leaves_the_draft_saved(desk, meeting, typed, monkeypatch):
    merge = attaching.merge

    def refused_after_all(*args, **kwargs):
        merge(*args, **kwargs)
        raise Refused("The last day is before the first.")

    monkeypatch.setattr(attaching, "merge", refused_after_all)
    response = desk.post(adding(Meeting), typed | {"_attach": meeting.pk}, follow=True)
    assert "not attached: The last day is before the first." in response.text
    draft = Meeting.objects.exclude(pk=meeting.pk).get()
    assert (draft.participations.count(), draft.quotes.count(), meeting.sources.count()) == (2, 1, 1)
