"""Sets of strings that filters ask for: `keys__has_all=[...]` and `keys__has_any=[...]`.

PostgreSQL keeps text[] (`@>` and `&&` under a GIN index). SQLite keeps a JSON array, and beside the table a
link table of (key, row) that `indexes` makes and triggers keep; the lookups read that.
"""

import json

from django.core.exceptions import EmptyResultSet, FullResultSet
from django.db import models


def link_table(model):
    """Return the name of SQLite's table of (key, record_id) for a model with a KeysField."""
    return f"{model._meta.db_table}_key"


class KeysField(models.Field):
    """A set of strings, in Python a sorted list of str. A string is not empty and holds no NUL."""

    description = "set of strings"
    empty_strings_allowed = False

    def db_type(self, connection):
        """Return the type of the column."""
        return "text[]" if connection.vendor == "postgresql" else "text"

    def get_placeholder(self, value, compiler, connection):
        """Return the placeholder of a stored value; PostgreSQL is told the type, for rows written in bulk."""
        return "%s::text[]" if connection.vendor == "postgresql" else "%s"

    def to_python(self, value):
        """Return a set of strings, or the JSON that a fixture holds, as a sorted list."""
        if value is None:
            return None
        return _sorted_set(json.loads(value) if isinstance(value, str) else value)

    def get_prep_value(self, value):
        """Return the sorted list to be stored. Raises TypeError or ValueError for what is no set of keys."""
        if value is None:
            return None
        keys = _sorted_set(value)
        if wrong := [key for key in keys if not _is_storable(key)]:
            raise ValueError(f"{wrong[0]!r} cannot be a key.")
        return keys

    def get_db_prep_value(self, value, connection, prepared=False):
        """Return the value as the database's driver takes it."""
        keys = value if prepared else self.get_prep_value(value)
        if keys is None or connection.vendor == "postgresql":
            return keys
        return json.dumps(keys, ensure_ascii=False)

    def from_db_value(self, value, expression, connection):
        """Return the list of a stored value."""
        return json.loads(value) if isinstance(value, str) else value

    def value_to_string(self, obj):
        """Return the value as JSON for a fixture, the same from every database."""
        return json.dumps(self.value_from_object(obj), ensure_ascii=False)


class _KeysLookup(models.Lookup):
    """A condition on the set; the right side is an iterable of strings."""

    prepare_rhs = False
    operator = ""

    def get_prep_lookup(self):
        return _sorted_set(self.rhs)

    def as_postgresql(self, compiler, connection):
        column, params = self.process_lhs(compiler, connection)
        return f"{column} {self.operator} %s::text[]", [*params, self.asked()]

    def as_sqlite(self, compiler, connection):
        quote = connection.ops.quote_name
        model, keys = self.lhs.target.model, self.asked()
        row = f"{compiler.quote_name_unless_alias(self.lhs.alias)}.{quote(model._meta.pk.column)}"
        return self.linked(row, quote(link_table(model)), keys), keys


@KeysField.register_lookup
class HasAll(_KeysLookup):
    """The set holds every one of the strings; asked for none, every row does."""

    lookup_name = "has_all"
    operator = "@>"

    def asked(self):
        """Return the keys to ask for; no row can hold one that cannot be stored."""
        if not self.rhs:
            raise FullResultSet
        if not all(map(_is_storable, self.rhs)):
            raise EmptyResultSet
        return self.rhs

    def linked(self, row, table, keys):
        """Return the condition over SQLite's link table."""
        one = f'{row} IN (SELECT "record_id" FROM {table} WHERE "key" = %s)'
        return f"({' AND '.join([one] * len(keys))})"


@KeysField.register_lookup
class HasAny(_KeysLookup):
    """The set holds at least one of the strings; asked for none, no row does."""

    lookup_name = "has_any"
    operator = "&&"

    def asked(self):
        """Return the keys to ask for, without those that cannot be stored."""
        keys = [key for key in self.rhs if _is_storable(key)]
        if not keys:
            raise EmptyResultSet
        return keys

    def linked(self, row, table, keys):
        """Return the condition over SQLite's link table."""
        places = ", ".join(["%s"] * len(keys))
        return f'{row} IN (SELECT "record_id" FROM {table} WHERE "key" IN ({places}))'


def _sorted_set(value):
    keys = {value} if isinstance(value, str) else set(value)
    if isinstance(value, str) or not all(isinstance(key, str) for key in keys):
        raise TypeError("Keys are an iterable of strings.")
    return sorted(keys)


def _is_storable(key):
    # NUL and lone surrogates stand in no UTF-8 text of PostgreSQL's.
    return key != "" and "\0" not in key and not any("\ud800" <= character <= "\udfff" for character in key)
