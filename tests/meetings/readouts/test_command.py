"""manage.py read_article, over the gazetteer of a database."""

import json

import pytest
from django.core.management import CommandError, call_command

from meetings.interchange.reference import load_reference
from tests.meetings.readouts import article

KEYS = {
    "meeting_date", "date_precision", "date_basis", "city", "venue", "host_country", "place_basis", "format",
    "setting", "countries",
    "organisations", "officials", "quotes", "topics", "agreements", "figures", "invitations", "also_mentioned",
}  # fmt: skip


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "article.txt"
    path.write_text(article.TEXT, encoding="utf-8")
    return path


@pytest.mark.django_db
def test_read_article_prints_drafts_with_every_key(path, capsys):
    load_reference()
    call_command("read_article", str(path), "--published", "2021-05-20", "--json")
    (draft,) = json.loads(capsys.readouterr().out)["drafts"]
    assert draft.keys() >= KEYS
    assert [fact["official"] for fact in draft["officials"]] == ["ali-asadov", "mikhail-mishustin"]
    assert {"value", "spans", "confidence", "ticked", "rule"} <= draft["meeting_date"].keys()


@pytest.mark.django_db
def test_read_article_without_json_marks_what_is_ticked(path, capsys):
    load_reference()
    call_command("read_article", str(path), "--published", "2021-05-20")
    assert "[x] officials: Ali Asadov" in capsys.readouterr().out


@pytest.mark.django_db
def test_read_article_refuses_a_missing_file_and_a_date_that_is_none(path):
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("read_article", str(path) + ".none")
    with pytest.raises(CommandError, match="is no day"):
        call_command("read_article", str(path), "--published", "20.5.2021")
