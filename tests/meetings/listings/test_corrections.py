"""The public log of corrections: what readers saw change, never by whom, and nothing of what is not public."""

import pytest
from django.urls import reverse

from meetings import edits, workflow
from tests.factories import QuoteFactory, UserFactory, agreement_of, meeting_between
from tests.reading import csv_rows

pytestmark = pytest.mark.django_db

FORMATS = ("/corrections/", "/corrections.csv", "/api/v1/corrections/", "/corrections.atom")


@pytest.fixture
def author():
    return UserFactory(role="publisher", username="the-one-who-did-it")


def retitle(record, user, title):
    record.title = title
    with edits.edit(user=user, note="A note for the desk"):
        record.save()


def body(client, address):
    response = client.get(address)
    assert response.status_code == 200, address
    return (b"".join(response.streaming_content) if response.streaming else response.content).decode()


def test_page_and_files_have_the_same_lines_and_name_nobody(client, author):
    meeting = meeting_between(published=True, title="Tlaks")
    agreement = agreement_of("A", "B", published=True, title="Pakt")
    retitle(meeting, author, "Talks")
    retitle(agreement, author, "Pact")
    with edits.edit(user=author):
        QuoteFactory(meeting=meeting, text="Unspeakable words")
    results = client.get("/api/v1/corrections/").json()["results"]
    told = [tuple(line[name] for name in ("kind", "field", "told", "before", "after")) for line in results]
    assert ("meeting", "title", True, "Tlaks", "Talks") in told
    assert ("agreement", "title", True, "Pakt", "Pact") in told
    assert ("meeting", "quotes", False, None, None) in told
    assert told[0][0] == "meeting" and told[-1][:2] == ("meeting", "title")
    rows = csv_rows(client, "corrections", {})
    assert [(row["kind"], row["field"], row["url"]) for row in rows] == [
        (line["kind"], line["field"], line["url"]) for line in results
    ]
    assert {line["url"] for line in results} == {
        f"http://testserver{reverse(name, args=[record.slug])}"
        for name, record in (("meeting", meeting), ("agreement", agreement))
    }
    for address in FORMATS:
        text = body(client, address)
        assert text.count("quotes") >= 1 and "Pact" in text
        assert author.username not in text and "A note for the desk" not in text and "Unspeakable" not in text
    assert client.get("/corrections/").context["count"] == len(results)
    assert 'href="/corrections/"' in body(client, "/data/")
    kept = client.get("/api/v1/corrections/?kind=agreement&field=title&after=2020").json()
    assert [line["title"] for line in kept["results"]] == ["Pact"]


def test_log_forgets_what_is_withdrawn_until_it_is_back_and_never_knew_drafts(client, author):
    meeting, draft = meeting_between(published=True, title="First"), meeting_between()
    retitle(meeting, author, "Second")
    retitle(draft, author, "Drafted")
    workflow.withdraw(meeting, note="in doubt")
    for address in FORMATS:
        text = body(client, address)
        assert "Second" not in text and "Drafted" not in text
    # Nor does a filter tell what was corrected in it.
    assert client.get("/corrections/?field=title").status_code == 400
    workflow.publish(meeting)
    assert [row["after"] for row in csv_rows(client, "corrections", {})] == ["Second"]


def test_pages_of_a_long_log_follow_each_other_in_json(client, author):
    meeting = meeting_between(published=True, title="0")
    for number in range(1, 6):
        retitle(meeting, author, str(number))
    first = client.get("/api/v1/corrections/?page_size=2").json()
    second = client.get(first["next"]).json()
    assert [line["after"] for line in first["results"] + second["results"]] == ["5", "4", "3", "2"]
    assert client.get(second["previous"]).json()["results"] == first["results"]


def test_log_is_strict_about_its_address(client):
    expected = {
        "page=1": 200,
        "page=2": 404,
        "page=abc": 400,
        "page=201": 400,
        "sort=changed": 200,
        "sort=title": 400,
        "q=talks": 400,
        "kind=nonsense": 400,
        "field=nonsense": 400,
        "kind=meeting&kind=agreement": 200,
        "before=2021-13": 400,
    }
    assert {query: client.get(f"/corrections/?{query}").status_code for query in expected} == expected
