"""The log of Edits: what each touched, filtered, and taken along by administrators only."""

import csv
import io
import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from meetings import edits
from meetings.browse.export import list_of_cell, text_of_cell
from meetings.models import Official
from tests.meetings.admin.conftest import sign_in

LIST = "admin:meetings_edit_changelist"


@pytest.fixture
def auditor(person):
    return sign_in(person("administrator"))


@pytest.fixture
def acts(editor):
    """Two acts of an editor, the second with a note that a spreadsheet would compute, and one of the system."""
    with edits.edit(user=editor):
        one = Official.objects.create(name="Əli")
        Official.objects.create(name="Kept")
    with edits.edit(user=editor, note='=HYPERLINK("x")\nsecond line'):
        one.name = "Ali; the second"
        one.save()
    with edits.edit(kind="import"):
        one.delete()
    return list(edits.Edit.objects.order_by("pk"))


def rows_of(response):
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def test_csv_holds_every_edit_with_its_records_guarded_and_counted(auditor, acts):
    response = auditor.get(reverse("admin:meetings_edit_csv"))
    assert response["Communique-Rows"] == "3"
    assert "edits-3-rows-" in response["Content-Disposition"]
    last, second, first = rows_of(response)
    key = list_of_cell(second["records"])[0].split()[1]
    assert list_of_cell(first["records"])[0] == f"meetings.official {key} added: Əli"
    assert list_of_cell(second["records"]) == [f"meetings.official {key} changed: Ali; the second"]
    assert list_of_cell(last["records"])[0].startswith(f"meetings.official {key} deleted")
    assert second["note"].startswith("'=")
    assert text_of_cell(second["note"]) == acts[1].note
    assert (first["user"], last["user"], last["act"]) == ("the-editor", "", "import")
    assert first["at"].endswith("Z")


def test_json_lines_say_the_same_and_follow_the_filters_of_the_list(auditor, acts, editor):
    address = reverse("admin:meetings_edit_jsonl")
    lines = b"".join(auditor.get(address).streaming_content).decode().splitlines()
    assert [json.loads(line)["edit"] for line in lines] == [act.pk for act in reversed(acts)]
    assert json.loads(lines[0])["records"][0]["verb"] == "deleted"
    for query, count in (
        ({"kind__exact": "import"}, 1),
        ({"user__id__exact": editor.pk}, 2),
        ({"records": "meetings.official"}, 3),
        ({"records": "meetings.quote"}, 0),
        ({"q": "HYPERLINK"}, 1),
        ({"at__gte": "2000-01-01T00:00Z", "at__lt": "2001-01-01T00:00Z"}, 0),
    ):
        answer = auditor.get(address, query)
        assert answer["Communique-Rows"] == str(count), query
        assert len(b"".join(answer.streaming_content).splitlines()) == count
        assert auditor.get(reverse(LIST), query).context["cl"].result_count == count
    assert b"".join(auditor.head(address).streaming_content) == b""
    assert auditor.get(address, {"id__in": "1,abc"}).status_code in {302, 400}
    assert auditor.get(address, {"user__id__exact": "abc"}).status_code == 400
    assert auditor.post(address).status_code == 405


def test_list_names_the_records_in_as_many_queries_for_three_edits_as_for_thirty(auditor, acts, editor):
    auditor.get(reverse(LIST))
    with CaptureQueriesContext(connection) as few:
        page = auditor.get(reverse(LIST)).content.decode()
    assert "changed: Ali; the second" in page
    assert reverse("admin:meetings_edit_csv") in page
    for number in range(30):
        with edits.edit(user=editor):
            Official.objects.create(name=f"Official {number}")
    with CaptureQueriesContext(connection) as many:
        auditor.get(reverse(LIST))
    assert len(many) == len(few)


@pytest.mark.parametrize("role", ["viewer", "editor", "publisher"])
def test_exports_are_closed_to_other_roles(person, role):
    client = sign_in(person(role))
    for name in ("csv", "jsonl"):
        assert client.get(reverse(f"admin:meetings_edit_{name}")).status_code == 403
    assert reverse("admin:meetings_edit_csv") not in client.get(reverse(LIST)).content.decode()
