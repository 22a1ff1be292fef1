"""The migration operation, and the upkeep of what it makes."""

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection, models
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.state import ModelState, ProjectState
from django.db.migrations.writer import OperationWriter
from django.db.utils import OperationalError

from meetings.browse.database import IndexEdition, KeysField, SearchField
from meetings.browse.folding import parse_query
from tests.meetings.browse.editionapp.models import Remark, Subject, SubjectEdition


def edition(keys, parts):
    """Return a stored edition."""
    return SubjectEdition.objects.create(record=Subject.objects.create(name="s"), keys=keys, search=parts)


def found_by_both():
    """Return the rows with the key "a", and those with the word "w"."""
    by_key = SubjectEdition.objects.filter(keys__has_any=["a"])
    by_word = SubjectEdition.objects.filter(search__matches=parse_query("w"))
    return set(by_key), set(by_word)


def objects_of(prefix):
    """Return the names of triggers, tables and indexes that begin with the prefix."""
    sql = {
        "sqlite": "SELECT name FROM sqlite_master",
        "postgresql": "SELECT indexname FROM pg_indexes WHERE schemaname = current_schema()",
    }
    with connection.cursor() as cursor:
        cursor.execute(sql[connection.vendor])
        return {name for (name,) in cursor.fetchall() if name.startswith(prefix)}


def remake_table():
    """Have Django change a column, for which its SQLite back end makes the table anew."""
    old = SubjectEdition._meta.get_field("title")
    new = models.CharField(max_length=300, null=True)
    new.set_attributes_from_name("title")
    new.model = SubjectEdition
    with connection.schema_editor() as editor:
        editor.alter_field(SubjectEdition, old, new)
        editor.alter_field(SubjectEdition, new, old)


def expected_names(table):
    """Return the names that IndexEdition makes for a table with both columns."""
    if connection.vendor == "postgresql":
        return {f"{table}_keys_gin", f"{table}_search_gin"}
    return {
        f"{table}_{side}{event}" for side in ("key", "fts") for event in ("", "_insert", "_delete", "_update")
    }


def has_indexes(model):
    """Tell whether everything is there for the fields of a model."""
    sides = {KeysField: ("keys", "key"), SearchField: ("search", "fts")}
    wanted = {sides[type(field)] for field in model._meta.local_fields if type(field) in sides}
    present = objects_of(model._meta.db_table)
    postgresql, sqlite = zip(*wanted, strict=True) if wanted else ((), ())
    if connection.vendor == "postgresql":
        return {f"{model._meta.db_table}_{column}_gin" for column in postgresql} <= present
    names = {f"{model._meta.db_table}_{side}" for side in sqlite}
    return {
        *names,
        *(f"{name}_{event}" for name in names for event in ("insert", "delete", "update")),
    } <= present


@pytest.mark.django_db
def test_every_model_with_keys_or_search_is_indexed_by_its_migrations():
    models_ = [
        model
        for model in apps.get_models()
        if any(isinstance(field, KeysField | SearchField) for field in model._meta.local_fields)
    ]
    assert SubjectEdition in models_
    assert [model for model in models_ if not has_indexes(model)] == []


@pytest.fixture
def loose_model(transactional_db):
    """Make a table with both columns, two rows and no indexes; give it as a migration knows it."""
    fields = [
        ("id", models.BigAutoField(primary_key=True)),
        ("keys", KeysField()),
        ("search", SearchField(null=True)),
    ]
    state = ProjectState()
    state.add_model(ModelState("loose", "Page", fields))
    model = state.apps.get_model("loose", "Page")
    with connection.schema_editor() as editor:
        editor.create_model(model)
    model.objects.create(keys=["a"], search=[["w"]])
    model.objects.create(keys=["b"], search=None)
    yield state, model
    with connection.schema_editor() as editor:
        editor.delete_model(model)


def run(operation, state, backwards=False):
    """Run an operation as a migration does."""
    with connection.schema_editor() as editor:
        direction = operation.database_backwards if backwards else operation.database_forwards
        direction("loose", editor, state, state)


def test_index_edition_on_a_table_with_rows_finds_them(loose_model):
    state, model = loose_model
    run(IndexEdition("Page"), state)
    try:
        assert model.objects.get(keys__has_any=["a"]).search == [["w"]]
        assert model.objects.get(search__matches=parse_query("w")).keys == ["a"]
        assert expected_names("loose_page") <= objects_of("loose_page")
    finally:
        run(IndexEdition("Page"), state, backwards=True)


def test_index_edition_repeated_changes_nothing(loose_model):
    state, model = loose_model
    run(IndexEdition("Page"), state)
    before = objects_of("loose_page")
    run(IndexEdition("Page"), state)
    try:
        assert objects_of("loose_page") == before
        assert model.objects.filter(keys__has_any=["a", "b"]).count() == 2
        assert model.objects.filter(search__matches=parse_query("w")).count() == 1
    finally:
        run(IndexEdition("Page"), state, backwards=True)


def test_index_edition_taken_back_leaves_table_and_rows(loose_model):
    state, model = loose_model
    before = objects_of("loose_page")
    run(IndexEdition("Page"), state)
    run(IndexEdition("Page"), state, backwards=True)
    assert objects_of("loose_page") == before
    model.objects.create(keys=["c"], search=[["x"]])
    assert model.objects.count() == 3


def test_index_edition_in_a_migration_file_is_written_with_its_model():
    text, imports = OperationWriter(IndexEdition("Page"), indentation=0).serialize()
    assert "IndexEdition" in text
    assert "model_name='Page'" in text
    assert any("meetings.browse.database" in line for line in imports)
    assert IndexEdition("Page").migration_name_fragment == "index_page"
    assert "Page" in IndexEdition("Page").describe()


def test_migrations_taken_back_and_made_again_work(transactional_db):
    executor = MigrationExecutor(connection)
    executor.migrate([("editionapp", None)])
    assert objects_of("editionapp_subjectedition") == set()
    executor = MigrationExecutor(connection)
    executor.migrate([("editionapp", "0001_initial")])
    row = edition(["a"], [["w"]])
    assert found_by_both() == ({row}, {row})


def test_table_made_anew_by_a_later_migration_gets_its_triggers_back(transactional_db):
    old = edition(["a"], [["w"]])
    remake_table()
    late = edition(["a"], [["w"]])  # written between the change and the end of the migrations
    SubjectEdition.objects.filter(pk=old.pk).update(keys=[], search=None)
    call_command("migrate", verbosity=0)
    assert has_indexes(SubjectEdition)
    assert found_by_both() == ({late}, {late})
    newest = edition(["a"], [["w"]])
    late.delete()
    assert found_by_both() == ({newest}, {newest})


@pytest.mark.sqlite
def test_table_made_anew_loses_its_triggers_until_migrate_ends(transactional_db):
    """Why keep_indexes exists; when this fails, Django keeps triggers and it can go."""
    remake_table()
    try:
        assert not has_indexes(SubjectEdition)
    finally:
        call_command("migrate", verbosity=0)
    assert has_indexes(SubjectEdition)


@pytest.mark.sqlite
def test_keep_indexes_without_the_operation_makes_none(loose_model):
    state, _ = loose_model
    call_command("migrate", verbosity=0)
    model = state.apps.get_model("loose", "Page")
    with pytest.raises(OperationalError, match="no such table"):
        model.objects.filter(keys__has_any=["a"]).exists()


def test_flush_of_the_database_empties_the_side_tables(transactional_db):
    Remark.objects.create(edition=edition(["a"], [["w"]]))
    call_command("flush", verbosity=0, interactive=False)
    assert found_by_both() == (set(), set())
    row = edition(["a"], [["w"]])
    assert found_by_both() == ({row}, {row})


@pytest.mark.postgresql
@pytest.mark.django_db
@pytest.mark.parametrize(
    ("lookup", "index"),
    [
        ({"keys__has_all": ["a"]}, "editionapp_subjectedition_keys_gin"),
        ({"keys__has_any": ["a", "b"]}, "editionapp_subjectedition_keys_gin"),
        ({"search__matches": parse_query('w "x y"')}, "editionapp_subjectedition_search_gin"),
    ],
)
def test_lookups_on_postgresql_are_answered_by_the_gin_indexes(lookup, index):
    edition(["a"], [["w", "x", "y"]])
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
    assert index in SubjectEdition.objects.filter(**lookup).explain()


@pytest.mark.sqlite
@pytest.mark.django_db
@pytest.mark.parametrize(
    "lookup",
    [{"keys__has_all": ["a", "b"]}, {"keys__has_any": ["a", "b"]}, {"search__matches": parse_query("w")}],
)
def test_lookups_on_sqlite_are_answered_by_the_side_tables(lookup):
    plan = SubjectEdition.objects.filter(**lookup).explain()
    assert "SCAN editionapp_subjectedition " not in f"{plan} "
    assert "_key USING PRIMARY KEY" in plan or "_fts VIRTUAL TABLE INDEX" in plan
