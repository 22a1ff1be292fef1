"""Keeps the rows of the made world, since writing it takes long: read from every table once, put back in a moment."""

import pickle

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection

APPS = ("meetings", "agreements")


def _models():
    models = [
        model for app in APPS for model in apps.get_app_config(app).get_models(include_auto_created=True)
    ]
    return [model for model in models if model._meta.managed]


def take(path):
    """Write all rows of the records and their editions to a file."""
    tables = []
    with connection.cursor() as cursor:
        for model in _models():
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(model._meta.db_table)}")
            names = [column[0] for column in cursor.description]
            tables.append((model._meta.db_table, names, [tuple(row) for row in cursor.fetchall()]))
    unfinished = path.with_suffix(".part")
    unfinished.write_bytes(pickle.dumps(tables))
    unfinished.rename(path)


def put_back(path):
    """Insert the rows of a file that `take` wrote; the tables must be empty."""
    quote = connection.ops.quote_name
    with connection.cursor() as cursor:
        for table, names, rows in pickle.loads(path.read_bytes()):
            if rows:
                places = ", ".join(["%s"] * len(names))
                columns = ", ".join(map(quote, names))
                cursor.executemany(f"INSERT INTO {quote(table)} ({columns}) VALUES ({places})", rows)
        for statement in connection.ops.sequence_reset_sql(no_style(), _models()):
            cursor.execute(statement)
