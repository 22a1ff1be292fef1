"""The command merges what the desk's limit leaves to operators, and says why it does not."""

import pytest
from django.core.management import CommandError, call_command

from meetings import edition
from meetings.interchange.merging import plan, plan_of
from meetings.models import Publisher
from tests.factories import PublisherFactory, SourceFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def two():
    kept, gone = PublisherFactory(name="Trend"), PublisherFactory(name="Тренд", slug="trend-ru")
    SourceFactory.create_batch(3, publisher=gone)
    return kept, gone


def test_more_than_the_desk_moves_is_left_to_the_command(two, monkeypatch, capsys):
    monkeypatch.setattr(plan, "MOST_ROWS", 2)
    publisher = UserFactory(role="publisher")
    assert "manage.py merge_records" in plan_of(*two).refusals(publisher)[0]
    call_command("merge_records", "publishers", "trend", "trend-ru", "--dry-run")
    assert Publisher.objects.count() == 2
    call_command("merge_records", "publishers", "trend", "trend-ru", "--note", "One agency")
    said = capsys.readouterr().out
    assert "Sources: 0 there, 3 move, 0 become one" in said
    assert "Differs: Name; the survivor's value holds" in said
    kept = Publisher.objects.get()
    assert (kept.name, kept.aliases, kept.sources.count()) == ("Trend", ["Тренд"], 3)
    assert edition.check() == []


@pytest.mark.parametrize(
    ("addresses", "reason"),
    [(("trend", "nowhere"), "has the address nowhere"), (("trend", "trend"), "Two different records")],
)
def test_what_is_no_pair_is_an_error(two, addresses, reason):
    with pytest.raises(CommandError, match=reason):
        call_command("merge_records", "publishers", *addresses)
