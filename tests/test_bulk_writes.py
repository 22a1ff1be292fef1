"""Writes that pass history by (in bulk, by QuerySet, in SQL) stand in a few named places only.

Everything else saves and deletes record by record, inside an Edit. Reads the source as text.
"""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCES = [
    path
    for app in ("meetings", "agreements")
    for path in sorted((ROOT / app).rglob("*.py"))
    if "migrations" not in path.parts
]
BULK = {
    "bulk_create",
    "abulk_create",
    "bulk_update",
    "abulk_update",
    "update_or_create",
    "get_or_create",
    "raw",
    "_raw_delete",
    "save_base",
    "in_bulk_update",
}
# Of a QuerySet; dictionaries, sets and records have methods of the same name, so their owner is looked at.
QUERYSET = {"update", "aupdate", "delete", "adelete"}
SQL = {"execute", "executemany", "RawSQL"}

# (file, method): why.
ALLOWED = {
    ("meetings/edits.py", "update"): "the version of what an act touched is no fact",
    ("meetings/edits.py", "_raw_delete"): "an act that wrote nothing takes its Edit back",
    ("meetings/edition/version.py", "update_or_create"): "which code rebuilt the edition is no record",
    ("meetings/models/record.py", "update"): "numbers of parts are given, not edited",
    ("meetings/edition/addresses.py", "update"): "an address is given once, by the edition",
    ("meetings/edition/engine.py", "update"): "editions are no records",
    ("meetings/edition/engine.py", "delete"): "editions are no records",
    ("meetings/edition/store.py", "update"): "editions are no records",
    ("meetings/edition/store.py", "delete"): "editions are no records",
    ("meetings/edition/store.py", "bulk_create"): "editions are no records",
    ("meetings/edition/pairs.py", "delete"): "editions are no records",
    ("meetings/edition/pairs.py", "update_or_create"): "editions are no records",
    ("meetings/roles.py", "get_or_create"): "groups are no records",
    ("meetings/management/commands/make_demo_accounts.py", "get_or_create"): "people are no records",
    ("meetings/models/wrong_sign_in.py", "get_or_create"): "counts of wrong passwords are no records",
    ("meetings/models/wrong_sign_in.py", "update"): "counts of wrong passwords are no records",
    ("meetings/models/wrong_sign_in.py", "delete"): "counts of wrong passwords are no records",
    ("meetings/interchange/merging/leading.py", "update"): "writes the history itself, of all rows at once",
    ("meetings/interchange/merging/leading.py", "delete"): "writes the history itself, of all rows at once",
    ("meetings/interchange/merging/leading.py", "bulk_create"): "history of many-to-many fields",
    ("meetings/desk/finding.py", "bulk_create"): "words to find records by are no records",
    ("meetings/desk/finding.py", "delete"): "words to find records by are no records",
    ("meetings/management/commands/fill_desk_search.py", "delete"): "words to find records by are no records",
    ("meetings/models/error_report.py", "update"): "who sent a report is forgotten; reports are no records",
    ("meetings/models/sent_form.py", "delete"): "forms that were sent are no records",
    ("meetings/browse/database/counting.py", "execute"): "reads",
    ("meetings/management/commands/check_archive_links.py", "delete"): "answers of archives are no records",
    (
        "meetings/management/commands/check_archive_links.py",
        "update_or_create",
    ): "answers of archives are no records",
    ("meetings/browse/database/indexes.py", "execute"): "makes indexes",
    ("meetings/browse/database/streams.py", "execute"): "reads",
    ("meetings/browse/database/turns.py", "execute"): "takes a lock",
}


def bulk_writes(source):
    """Return the (line, method) of calls in some source text that write past the history of records."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            method = getattr(node.func, "attr", getattr(node.func, "id", ""))
            owner = getattr(node.func, "value", None)
            if method in BULK | SQL or (method in QUERYSET and asks_the_database(owner)):
                found.append((node.lineno, method))
    return found


def asks_the_database(owner):
    """Return whether an expression looks like a QuerySet: a manager, a filter, or a name for one."""
    text = ast.unparse(owner) if owner is not None else ""
    signs = (".objects", "_default_manager", ".filter(", ".exclude(", ".all(", "queryset", "stored", "rows")
    return any(sign in text for sign in signs)


def uses():
    """Return {(file, method): [lines]} over the sources of both apps."""
    found = {}
    for path in SOURCES:
        for line, method in bulk_writes(path.read_text()):
            found.setdefault((str(path.relative_to(ROOT)), method), []).append(line)
    return found


def test_records_are_written_one_by_one():
    assert {use: lines for use, lines in uses().items() if use not in ALLOWED} == {}


def test_no_exception_is_named_that_is_not_needed():
    assert set(ALLOWED) - set(uses()) == set()


@pytest.mark.parametrize(
    "code",
    [
        "Meeting.objects.update(title='')",
        "Meeting.objects.filter(pk=1).update(title='')",
        "def act(self, request, queryset):\n    queryset.delete()",
        "record.quotes.all().delete()",
        "Quote.objects.bulk_create(quotes)",
        "Quote.objects.bulk_update(quotes, ['text'])",
        "cursor.execute('DELETE FROM meetings_quote')",
        "Meeting.objects.raw('UPDATE')",
        "Country.objects.get_or_create(slug='a')",
        "models.Model.save_base(meeting)",
    ],
)
def test_a_write_past_history_is_seen(code):
    assert bulk_writes(code)


@pytest.mark.parametrize(
    "code",
    ["counts.update(seen)", "record.delete()", "record.save()", "keys.update({'a': 1})", "form.save()"],
)
def test_other_calls_are_let_through(code):
    assert not bulk_writes(code)
