"""The rows of one form set as they were posted, to be put in another order and written back."""

import re

from .keys import is_key
from .values import as_sent

MOST = 2_000


class Row:
    """One posted row. `key` is that of its record, None for a new one; `values` {field: [texts]}."""

    def __init__(self, posted, number):
        self.posted, self.number = posted, number
        key = posted.data.get(self.name_of(posted.key_name), "")
        self.key = int(key) if is_key(key) else None
        self.is_gone, self.is_kept = False, True

    def name_of(self, field):
        """Return the name of a field of this row in the data."""
        return f"{self.posted.prefix}-{self.number}-{field}"

    @property
    def deleting(self):
        """Return whether the person ticked the row for deletion."""
        return bool(self.posted.data.get(self.name_of("DELETE")))


class PostedRows:
    """The rows of a form set in `data` (a QueryDict that may be changed)."""

    def __init__(self, data, formset):
        self.data, self.prefix = data, formset.prefix
        self.key_name = formset.model._meta.pk.name
        total = data.get(f"{self.prefix}-TOTAL_FORMS", "")
        self.rows = [Row(self, number) for number in range(min(int(total), MOST) if is_key(total) else 0)]
        self.added = []

    def keys(self):
        """Return the keys of the records that the rows are about."""
        return [row.key for row in self.rows if row.key is not None]

    def add_stored(self, form):
        """Add a stored row that the page did not have."""
        self.added.append({name: as_sent(form.fields[name], form[name].value()) for name in form.fields})

    def write(self):
        """Write the rows back, those of stored records first; without rows on the page there is nothing to write."""
        if f"{self.prefix}-TOTAL_FORMS" not in self.data:
            return
        held = {row: self._take(row) for row in self.rows}
        stored = [held[row] for row in self.rows if row.key is not None and not row.is_gone]
        stored += [self._as_lists(values) for values in self.added]
        new = [held[row] for row in self.rows if row.key is None or (row.is_gone and row.is_kept)]
        for number, values in enumerate([*stored, *new]):
            for name, texts in values.items():
                self.data.setlist(f"{self.prefix}-{number}-{name}", texts)
        self.data[f"{self.prefix}-INITIAL_FORMS"] = str(len(stored))
        self.data[f"{self.prefix}-TOTAL_FORMS"] = str(len(stored) + len(new))

    def _take(self, row):
        """Return the values of a row and take them out of the data; a row that is gone loses its key."""
        start = re.compile(re.escape(f"{self.prefix}-{row.number}-"))
        names = [name for name in self.data if start.match(name)]
        values = {start.sub("", name, count=1): self.data.pop(name) for name in names}
        return values | {self.key_name: [""]} if row.is_gone else values

    def _as_lists(self, values):
        return {
            name: value if isinstance(value, list) else [value]
            for name, value in values.items()
            if value is not None
        }
