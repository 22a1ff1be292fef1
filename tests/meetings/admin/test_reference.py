"""Who may make a record public by the tick “reference”: publishers and administrators."""

import pytest

from meetings.models import EventEdition, OfficialEdition, SourceEdition
from tests.factories import EventFactory, OfficialFactory, PublisherFactory, SourceFactory
from tests.meetings.admin.conftest import sign_in
from tests.meetings.admin.posting import adding, address, shown


@pytest.mark.parametrize(
    ("role", "may"), [("editor", False), ("publisher", True), ("administrator", True), ("superuser", True)]
)
def test_reference_is_ticked_by_those_who_publish_only(person, role, may):
    client = sign_in(person(role))
    kinds = {OfficialFactory: OfficialEdition, SourceFactory: SourceEdition, EventFactory: EventEdition}
    typed = {"name": "Somebody new", "publisher": PublisherFactory().pk, "published_on": "2021"}
    for make, edition in kinds.items():
        record = make()
        for url, more in ((address(record), {}), (adding(type(record)), typed)):
            data = shown(client.get(url)) | more | {"reference": "on"}
            assert client.post(url, data).status_code == 302
        assert type(record).objects.count() == 2
        assert edition.objects.count() == (2 if may else 0)


def test_editor_who_changes_a_reference_record_leaves_it_public(desk, db):
    official = OfficialFactory(reference=True)
    data = shown(desk.get(address(official))) | {"name": "A better name"}
    assert desk.post(address(official), data).status_code == 302
    assert OfficialEdition.objects.get().title == "A better name"
