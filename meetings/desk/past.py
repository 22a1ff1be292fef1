"""Records as they were when a person opened their form: read from the history, up to the Edit seen last."""

from .changes import chosen_keys
from .values import as_sent


class Past:
    """The rows of one model with these keys, as they stood after the Edit with the number `seen` (int)."""

    def __init__(self, model, keys, seen):
        rows = model.history.filter(id__in=keys, edit__lte=seen).order_by("history_id")
        self.rows = {row.id: row for row in rows}
        self.items = {item.name: item for item in model._meta.fields}
        self.chosen = {
            item.name: chosen_keys(model, item, self.rows.values())
            for item in model._meta.many_to_many
            if not item.auto_created
        }

    def sent(self, key, form_fields):
        """Return {name: value as sent} of a row's form fields, {} when the history does not know the row."""
        row = self.rows.get(key)
        if row is None or row.history_type == "-":
            return {}
        return {name: self._one(row, name, item) for name, item in form_fields.items() if self._knows(name)}

    def _knows(self, name):
        return name in self.items or name in self.chosen

    def _one(self, row, name, form_field):
        if name in self.chosen:
            return as_sent(form_field, list(self.chosen[name].get(row.history_id, ())))
        return as_sent(form_field, form_field.prepare_value(self.items[name].value_from_object(row)))
