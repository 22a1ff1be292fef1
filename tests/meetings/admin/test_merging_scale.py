"""Two officials with two hundred facts each: nothing is lost, and the cost is bounded."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from meetings import edition, edits
from meetings.edits import Edit
from meetings.interchange.merging import plan_of, similar_to
from meetings.models import Official, Quote
from tests.factories import (
    CommitmentFactory,
    FigureFactory,
    OfficialFactory,
    ParticipationFactory,
    QuoteFactory,
    TenureFactory,
    meeting_between,
)
from tests.meetings.admin.posting import address

pytestmark = pytest.mark.django_db

MEETINGS, TENURES = 10, 10
# In each meeting: one participation, and these.
QUOTES, FIGURES, COMMITMENTS = 8, 6, 4
FACTS = MEETINGS * (1 + QUOTES + FIGURES + COMMITMENTS) + TENURES
FACTORIES = ((QuoteFactory, "speakers", QUOTES), (FigureFactory, "claimed_by", FIGURES),
             (CommitmentFactory, "by_officials", COMMITMENTS))  # fmt: skip
# Of writing: mostly each meeting with its facts is projected; what speaks, claims or promises goes over at once.
QUERIES_FOR_A_FACT = 13


def busy(name):
    """Return an official with FACTS facts in MEETINGS published meetings."""
    official = OfficialFactory(name=name)
    with edits.edit():
        for year in range(TENURES):
            TenureFactory(official=official, start=str(2000 + year), end=str(2001 + year))
        for _ in range(MEETINGS):
            meeting = meeting_between(published=True)
            country = meeting.participations.first().country
            ParticipationFactory(meeting=meeting, country=country, official=official)
            for factory, field, count in FACTORIES:
                factory.create_batch(count, meeting=meeting, **{field: [official]})
    official.refresh_from_db()
    return official


def facts(official):
    """Return how many facts of each kind lead to an official."""
    names = ("tenures", "participations", "quotes", "figures", "commitments_made")
    return {name: getattr(official, name).count() for name in names}


def test_two_officials_with_two_hundred_facts_each_become_one(publishers_desk, client):
    kept, gone = busy("Ali Asadov"), busy("Əli Əsədov")
    before, theirs, old = facts(kept), facts(gone), gone.slug
    assert sum(before.values()) == sum(theirs.values()) == FACTS == 200
    url = address(kept, "merge") + f"{gone.pk}/"
    with CaptureQueriesContext(connection) as looking:
        form = publishers_desk.get(url).context["form"]
        assert similar_to(kept)[0].record == gone
    assert len(looking) < 90
    data = {name: form[name].value() or "" for name in form.fields}
    with CaptureQueriesContext(connection) as merging:
        done = publishers_desk.post(url, data | {f"meetings.official-{gone.pk}-name": "kept"})
    assert done.status_code == 302
    assert len(merging) < QUERIES_FOR_A_FACT * FACTS
    survivor = Official.objects.get(pk=kept.pk)
    assert not Official.objects.filter(pk=gone.pk).exists()
    assert facts(survivor) == {name: count + theirs[name] for name, count in before.items()}
    assert edition.check() == []
    answer = client.get(f"/officials/{old}/")
    assert (answer.status_code, answer["Location"]) == (301, f"/officials/{survivor.slug}/")
    assert client.get(f"/api/v1/officials/{old}/").status_code == 308
    moved = Quote.history.filter(edit=Edit.objects.first(), historicalquote_speakers__official=survivor)
    assert moved.count() == moved.values("id").distinct().count() == theirs["quotes"]
    history = publishers_desk.get(address(survivor, "history")).content.decode()
    assert "Merged “Əli Əsədov” into “Ali Asadov”." in history


def test_the_plan_asks_no_more_for_many_facts_than_for_few():
    kept, gone = OfficialFactory(), OfficialFactory()
    asked = []
    for count in (2, 20):
        with edits.edit():
            meeting = meeting_between()
            QuoteFactory.create_batch(count, meeting=meeting, speakers=[gone])
            TenureFactory.create_batch(count, official=gone)
            TenureFactory(official=kept)
        with CaptureQueriesContext(connection) as captured:
            plan_of(kept, gone)
        asked.append(len(captured))
    assert asked[0] == asked[1] < 60
