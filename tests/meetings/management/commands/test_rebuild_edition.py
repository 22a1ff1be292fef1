"""manage.py rebuild_edition: makes the edition anew, or proves it."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from meetings.edits import Edit
from meetings.models import MeetingEdition

from ....factories import meeting_between

pytestmark = pytest.mark.django_db


def run(*options):
    """Return what the command prints."""
    out = StringIO()
    call_command("rebuild_edition", *options, stdout=out)
    return out.getvalue()


def test_check_of_a_true_edition_says_so():
    meeting_between(published=True)
    assert run("--check") == "The edition equals the records.\n"


def test_check_of_a_false_edition_names_the_row_and_fails():
    meeting = meeting_between(published=True)
    MeetingEdition.objects.update(title="Other")
    out = StringIO()
    with pytest.raises(CommandError, match="1 rows of the edition differ"):
        call_command("rebuild_edition", "--check", stdout=out)
    assert out.getvalue() == f"meeting {meeting.slug}: title\n"


def test_check_changes_nothing():
    meeting_between(published=True)
    MeetingEdition.objects.update(title="Other")
    with pytest.raises(CommandError):
        run("--check")
    assert MeetingEdition.objects.get().title == "Other"


def test_rebuilding_mends_and_counts():
    meeting = meeting_between(published=True)
    MeetingEdition.objects.update(title="Other")
    assert "meeting: 1\n" in run()
    assert MeetingEdition.objects.get().title == meeting.title
    assert run("--check")


def test_rebuilding_leaves_no_edit_when_no_record_changes():
    meeting_between(published=True)
    before = Edit.objects.count()
    run()
    assert Edit.objects.count() == before


def test_if_stale_rebuilds_once_for_each_version_of_the_code(monkeypatch):
    meeting = meeting_between(published=True)
    MeetingEdition.objects.update(title="Other")
    assert "meeting: 1\n" in run("--if-stale")
    assert MeetingEdition.objects.get().title == meeting.title
    MeetingEdition.objects.update(title="Other")
    assert "already" in run("--if-stale")
    assert MeetingEdition.objects.get().title == "Other"
    monkeypatch.setattr("meetings.edition.version.LIBRARIES", ("anyascii", "Django"))
    assert "meeting: 1\n" in run("--if-stale")
    assert "already" in run("--if-stale")
