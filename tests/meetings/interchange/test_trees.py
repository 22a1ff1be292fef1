"""Trees: a record with its parts as a plain dict, compared and written."""

import pytest
from django.core.exceptions import ValidationError

from meetings import edits
from meetings.interchange.trees import Finder, Missing, differences, tree_of_row, write
from meetings.models import Country, Official, Publisher, Source

pytestmark = pytest.mark.django_db


@pytest.fixture
def aland():
    return Country.objects.create(slug="aland", name="Aland")


def official(**more):
    return {"key": "ana", "name": "Ana", "reference": True, **more}


def written(model, tree):
    with edits.edit():
        record = model()
        write(record, tree, Finder())
    return model.objects.get(slug=tree["key"])


def test_tree_of_row_cuts_lists_reads_booleans_and_empties():
    row = {"key": "ana", "aliases": "Anna; Anne", "reference": "true", "wikidata": "", "native_name": ""}
    assert tree_of_row(Official, row) == {
        "key": "ana", "aliases": ["Anna", "Anne"], "reference": True, "wikidata": None, "native_name": "",
    }  # fmt: skip


def test_write_then_differences_finds_none(aland):
    tree = official(
        aliases=["Anna"], born="1970", tenures=[{"country": "aland", "post": "Queen", "start": "2001"}]
    )
    record = written(Official, tree)
    assert differences(record, tree, Finder()) == []
    assert record.tenures.get().country == aland


def test_differences_names_fields_lists_and_parts(aland):
    tree = official(tenures=[{"country": "aland", "post": "Queen", "start": "2001"}])
    record = written(Official, tree)
    tree["name"] = "Anna"
    tree["tenures"] = [
        {"country": "aland", "post": "Empress", "start": "2001"},
        {"country": "aland", "post": "Poet"},
    ]
    assert differences(record, tree, Finder()) == ["name", "tenures", "tenures 1.post"]


def test_write_with_fewer_parts_deletes_the_last_and_keeps_numbers(aland):
    posts = [{"country": "aland", "post": post} for post in ("Queen", "Poet")]
    record = written(Official, official(tenures=posts))
    with edits.edit():
        write(record, official(tenures=posts[:1]), Finder())
    assert [(part.number, part.post) for part in record.tenures.all()] == [(1, "Queen")]


def test_write_leaves_fields_that_the_tree_does_not_name(aland):
    record = written(Official, official(native_name="Анна"))
    with edits.edit():
        write(record, official(name="Anne"), Finder())
    record.refresh_from_db()
    assert (record.name, record.native_name) == ("Anne", "Анна")


def test_write_with_an_unknown_slug_raises_missing(aland):
    with pytest.raises(Missing, match="nowhere"), edits.edit():
        write(Official(), official(tenures=[{"country": "nowhere", "post": "Queen"}]), Finder())


def test_write_with_an_invalid_value_raises_validation_error():
    Publisher.objects.create(slug="paper", name="Paper")
    with pytest.raises(ValidationError), edits.edit():
        write(Source(), {"key": "text", "publisher": "paper", "published_on": "20 May"}, Finder())
