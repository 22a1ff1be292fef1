"""The migration operation that indexes an edition's keys and search, and what keeps SQLite's triggers.

PostgreSQL: a GIN index on each of the two columns. SQLite: a link table `<table>_key` and a full-text table
`<table>_fts`, written by triggers on the edition's table, so that no write of any kind goes past them.

Django's SQLite back end makes a table anew for most changes of a column, also of a column it points to. The
side tables stay, but the triggers go with the old table. `keep_indexes`, run after every `migrate`,
notices, sets the triggers again and fills the side tables anew; so a migration may write editions after
such a change. One that *searches* them in the same run must repeat IndexEdition first, which is harmless.
"""

from dataclasses import dataclass

from django.db import connections, transaction
from django.db.migrations.operations.base import Operation, OperationCategory
from django.db.models.signals import post_migrate
from django.dispatch import receiver

from .keys import KeysField, link_table
from .search import GAP, SearchField, fts_table

PREFIXES_INDEXED = "2 3"  # Lengths of beginnings that FTS5 indexes besides whole words.


class IndexEdition(Operation):
    """Indexes the KeysField and the SearchField of a model; reversible, and harmless to repeat.

    Put it after the CreateModel of every model with such a field.
    """

    reduces_to_sql = True
    reversible = True
    category = OperationCategory.ADDITION

    def __init__(self, model_name):
        self.model_name = model_name

    def state_forwards(self, app_label, state):
        """Change nothing that Django knows of the model."""

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        """Make the indexes and fill them."""
        self._execute(_making, app_label, schema_editor, to_state)

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        """Remove the indexes."""
        self._execute(_removing, app_label, schema_editor, to_state)

    def _execute(self, statements, app_label, schema_editor, state):
        model = state.apps.get_model(app_label, self.model_name)
        if self.allow_migrate_model(schema_editor.connection.alias, model):
            for statement in statements(schema_editor.connection.vendor, model):
                schema_editor.execute(statement, params=None)

    def describe(self):
        """Say what the operation does."""
        return f"Index keys and search of {self.model_name}"

    @property
    def migration_name_fragment(self):
        """The operation's part of a migration's name."""
        return f"index_{self.model_name.lower()}"


@receiver(post_migrate, dispatch_uid="meetings.browse.database.keep_indexes")
def keep_indexes(sender, using, **kwargs):
    """Set SQLite's triggers again where a migration of the app `sender` has lost them."""
    connection = connections[using]
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, sql FROM sqlite_master")
        stored = dict(cursor.fetchall())
    for model in sender.get_models():
        for side in _side_tables(model):
            if side.name in stored and any(stored.get(name) != sql for name, sql in side.triggers.items()):
                _repair(using, side)


def _repair(using, side):
    with transaction.atomic(using=using), connections[using].cursor() as cursor:
        for statement in side.making():
            cursor.execute(statement)


def _making(vendor, model):
    days = [
        f'CREATE INDEX IF NOT EXISTS "{name}" ON "{model._meta.db_table}" ({columns})'
        for name, columns in _day_indexes(vendor, model)
    ]
    if vendor == "sqlite":
        return [statement for side in _side_tables(model) for statement in side.making()] + days
    table = model._meta.db_table
    # Without the pending list a save costs a little more, and a search never waits for one.
    return days + [
        f'CREATE INDEX IF NOT EXISTS "{name}" ON "{table}" USING gin ("{column}") WITH (fastupdate = off)'
        for name, column in _gin_indexes(model)
    ]


def _removing(vendor, model):
    days = [f'DROP INDEX IF EXISTS "{name}"' for name, _ in _day_indexes(vendor, model)]
    if vendor == "sqlite":
        return [statement for side in _side_tables(model) for statement in side.removing()] + days
    return days + [f'DROP INDEX IF EXISTS "{name}"' for name, _ in _gin_indexes(model)]


def _day_indexes(vendor, model):
    """Return [(name, columns)] for the two orders by date, unknown dates last; SQLite knows no nulls in an index."""
    if not {"earliest", "slug"} <= {field.column for field in model._meta.local_fields}:
        return []
    last = " NULLS LAST" if vendor == "postgresql" else ""
    table = model._meta.db_table
    return [
        (f"{table}_new", f"earliest DESC{last}, slug"),
        (f"{table}_old", f"earliest ASC{last}, slug"),
    ]


def _gin_indexes(model):
    """Return [(name, column)] of PostgreSQL's indexes."""
    table, fields = model._meta.db_table, model._meta.local_fields
    columns = [field.column for field in fields if isinstance(field, KeysField | SearchField)]
    return [(f"{table}_{column}_gin", column) for column in columns]


@dataclass(frozen=True)
class _SideTable:
    """A table of SQLite's that follows a column of another, and the SQL for it.

    `create` makes it, `fill` writes all of it from the other table; `add` writes what the row `new` holds,
    `remove` takes away what the row `old` held.
    """

    name: str
    table: str
    row: str
    column: str
    create: str
    fill: tuple
    add: str
    remove: str

    @property
    def triggers(self):
        """{name: the SQL as SQLite stores it} of the triggers on the other table."""
        changed = f'old."{self.column}" IS NOT new."{self.column}" OR old."{self.row}" <> new."{self.row}"'
        on = f'ON "{self.table}"'
        update = f'UPDATE OF "{self.column}", "{self.row}" {on} WHEN {changed}'
        bodies = {
            "insert": f"INSERT {on} BEGIN {self.add}; END",
            "delete": f"DELETE {on} BEGIN {self.remove}; END",
            "update": f"{update} BEGIN {self.remove}; {self.add}; END",
        }
        names = {f"{self.name}_{event}": body for event, body in bodies.items()}
        return {name: f'CREATE TRIGGER "{name}" AFTER {body}' for name, body in names.items()}

    def making(self):
        """Return the statements that make, watch and fill it, whatever of it exists already."""
        return [self.create, *self._dropping(), *self.triggers.values(), *self.fill]

    def removing(self):
        """Return the statements that remove it."""
        return [*self._dropping(), f'DROP TABLE IF EXISTS "{self.name}"']

    def _dropping(self):
        return [f'DROP TRIGGER IF EXISTS "{name}"' for name in self.triggers]


def _side_tables(model):
    for field in model._meta.local_fields:
        if isinstance(field, KeysField):
            yield _links(model, field.column)
        elif isinstance(field, SearchField):
            yield _full_text(model, field.column)


def _links(model, column):
    table, row, name = model._meta.db_table, model._meta.pk.column, link_table(model)
    return _SideTable(
        name=name,
        table=table,
        row=row,
        column=column,
        create=f'CREATE TABLE IF NOT EXISTS "{name}" ("key" text NOT NULL, "record_id" integer NOT NULL, '
        'PRIMARY KEY ("key", "record_id")) WITHOUT ROWID',
        fill=(
            f'DELETE FROM "{name}"',
            f'INSERT INTO "{name}" SELECT DISTINCT one.value, "{table}"."{row}" '
            f'FROM "{table}", json_each("{table}"."{column}") AS one',
        ),
        add=f'INSERT INTO "{name}" SELECT DISTINCT value, new."{row}" FROM json_each(new."{column}")',
        remove=f'DELETE FROM "{name}" WHERE "record_id" = old."{row}" '
        f'AND "key" IN (SELECT value FROM json_each(old."{column}"))',
    )


def _full_text(model, column):
    """Return the FTS5 table whose content stays in the edition; its rowid is the edition's primary key."""
    table, row, name = model._meta.db_table, model._meta.pk.column, fts_table(model)
    return _SideTable(
        name=name,
        table=table,
        row=row,
        column=column,
        create=f'CREATE VIRTUAL TABLE IF NOT EXISTS "{name}" USING fts5("{column}", '
        f'content="{table}", content_rowid="{row}", columnsize=0, '
        f"tokenize=\"ascii tokenchars '{GAP}'\", prefix='{PREFIXES_INDEXED}')",
        fill=(f'INSERT INTO "{name}" ("{name}") VALUES (\'rebuild\')',),
        add=f'INSERT INTO "{name}" (rowid, "{column}") VALUES (new."{row}", new."{column}")',
        remove=f'INSERT INTO "{name}" ("{name}", rowid, "{column}") '
        f'VALUES (\'delete\', old."{row}", old."{column}")',
    )
