"""The pages of versions: comparing, the preview and act of restoring, deleted records; who may."""

import re

import pytest
from django.urls import reverse

from meetings.desk.trails import edits_of, trail_of
from meetings.edits import Edit
from meetings.models import Meeting
from tests.meetings.admin.conftest import sign_in
from tests.meetings.admin.posting import address, shown


def pages(meeting):
    """Return (address of comparing, address of restoring the version before the last Edit)."""
    newer, older = edits_of(trail_of(Meeting, [meeting.pk]))[:2]
    compare = f"{address(meeting, 'compare')}?older={newer.pk}&newer={older.pk}"
    return compare, reverse("admin:meetings_meeting_restore", args=[meeting.pk, older.pk])


@pytest.fixture
def changed(seed_records):
    """Return the seed meeting, one quote of which was changed."""
    meeting = seed_records[0]
    quote = meeting.quotes.first()
    quote.text = quote.text.replace("growing", "<b>falling</b>")
    quote.save()
    meeting.refresh_from_db()
    return meeting


def test_compare_shows_the_words_in_which_a_quote_differs_escaped(desk, changed):
    compare, _ = pages(changed)
    response = desk.get(compare)
    (change,) = response.context["changes"]
    assert (change.verb, [label for label, _, _ in change.fields]) == ("changed", ["Text"])
    page = response.content.decode()
    assert "<ins>&lt;b&gt;falling&lt;/b&gt;.</ins>" in page
    assert "<b>falling" not in page


def test_changed_quote_reads_as_what_happened_and_restore_brings_it_back(desk, editor, seed_records):
    meeting = seed_records[0]
    was, history = meeting.quotes.first().text, address(meeting, "history")
    typed = {"quotes-0-text": was.replace("growing", "falling"), "note": "Wrongly heard"}
    desk.post(address(meeting), shown(desk.get(address(meeting))) | typed)
    page = desk.get(history).content.decode()
    entry = page[page.index("Wrongly heard") : page.index("Restore this version…")]
    assert (
        entry.count("<h3>") == 1 and "is <del>growing.</del>" in entry and "is <ins>falling.</ins>" in entry
    )
    restoring = re.search(r'href="([^"]+/restore/)"', page)[1]
    preview = desk.get(restoring)
    assert [(one.verb, one.fields) for one in preview.context["changes"]] == [
        ("changed", [("Text", typed["quotes-0-text"], was)])
    ]
    count, seen = Edit.objects.count(), preview.context["form"]["seen_version"].value()
    desk.post(restoring, {"seen_version": seen, "note": "Heard again"})
    last = Edit.objects.first()
    assert (Edit.objects.count(), last.user, last.kind) == (count + 1, editor, "restore")
    assert meeting.quotes.first().text == was
    page = desk.get(history).content.decode()
    assert "Heard again" in page and "is <ins>growing.</ins>" in page


def test_restore_from_a_stale_preview_shows_the_preview_anew(desk, changed):
    _, url = pages(changed)
    response = desk.post(url, {"seen_version": changed.version - 1})
    assert response.status_code == 200
    assert "after you opened the preview" in response.content.decode()
    assert "falling" in changed.quotes.first().text


@pytest.mark.parametrize(
    ("role", "status"), [("viewer", 403), ("editor", 200), ("publisher", 200), ("administrator", 200)]
)
def test_restore_needs_the_right_to_change(person, changed, role, status):
    compare, url = pages(changed)
    client = sign_in(person(role, "somebody"))
    assert client.get(compare).status_code == 200
    assert client.get(url).status_code == status
    if status == 403:
        assert client.post(url, {"seen_version": changed.version}).status_code == 403


def test_restore_of_what_is_in_review_needs_a_publisher(desk, publishers_desk, changed):
    _, url = pages(changed)
    Meeting.objects.filter(pk=changed.pk).update(publication="in-review")
    assert desk.get(url).status_code == 403
    assert publishers_desk.get(url).status_code == 200


@pytest.mark.parametrize("asked", ["", "?older=1", "?older=x&newer=y", "?older=" + "9" * 30 + "&newer=1"])
def test_compare_of_what_is_no_version_is_not_found(desk, changed, asked):
    assert desk.get(address(changed, "compare") + asked).status_code == 404


def test_compare_and_preview_take_queries_that_do_not_grow(desk, changed, django_assert_max_num_queries):
    def count():
        with django_assert_max_num_queries(400) as caught:
            for url in pages(changed):
                assert desk.get(url).status_code == 200
        return len(caught.captured_queries)

    count()
    few = count()
    for quote in [*changed.quotes.all()] * 3:
        quote.text += " Again."
        quote.save()
    changed.quotes.create(text="One more")
    assert count() <= few + 10


def test_deleted_draft_is_listed_and_comes_back(desk, editor, person, changed):
    key, slug, quotes = changed.pk, changed.slug, set(changed.quotes.values_list("slug", "number"))
    for step in changed.steps.all():
        step.delete()
    desk.post(address(changed, "delete"), {"post": "yes", "note": "A double"})
    assert not Meeting.objects.filter(pk=key).exists()
    listed = desk.get(reverse("admin:deleted")).context["records"]
    record = next(one for one in listed if one.key == key)
    assert (record.edit.user, record.may_restore) == (editor, True)
    sent = {"kind": "meetings.meeting", "key": key}
    assert sign_in(person("viewer")).post(reverse("admin:deleted"), sent).status_code == 403
    response = desk.post(reverse("admin:deleted"), sent)
    back = Meeting.objects.get(pk=key)
    assert response.url == address(back)
    assert (back.slug, set(back.quotes.values_list("slug", "number"))) == (slug, quotes)
    assert all(one.key != key for one in desk.get(reverse("admin:deleted")).context["records"])
    assert desk.post(reverse("admin:deleted"), {"kind": "auth.user", "key": 1}).status_code == 404
