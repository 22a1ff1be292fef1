"""The columns of a list: what stands in one cell of its CSV and under one name of its JSON."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse


@dataclass(frozen=True)
class Column:
    """One column. `value(row)` gives text, number, list or None; by default the edition's own of that name.

    A column with `in_json=False` is one whose name in JSON is only ever a nested array of the detail.
    """

    name: str
    value: Callable | None = None
    in_json: bool = True

    def of(self, row):
        """Return the column's value for a row."""
        return self.value(row) if self.value else row.row.get(self.name)


def plain(*names):
    """Return columns that show what the edition has under their names."""
    return tuple(Column(name) for name in names)


def nested(name):
    """Return a column of the CSV whose name in JSON is a nested array of the detail."""
    return Column(name, in_json=False)


def stamped(noun):
    """Return the two columns that end every list: the record's address and when its public form last changed."""
    return (
        Column("url", value=lambda entry: reverse(noun, args=[entry.slug])),
        Column("updated_at", value=lambda entry: entry.updated_at.strftime("%Y-%m-%dT%H:%M:%SZ")),
    )


def absolute(value, column, base):
    """Return a column's value, with the site's address before one that is a path of ours."""
    return f"{base}{value}" if column.name == "url" else value
