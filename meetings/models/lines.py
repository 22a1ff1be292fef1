"""A list of short texts, edited one to a line and kept in order."""

from django.db import models


class LinesField(models.TextField):
    """A list of non-empty strings, stored one to a line; never None."""

    description = "list of lines"

    def __init__(self, *args, **kwargs):
        kwargs["default"] = list
        super().__init__(*args, **kwargs)

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        kwargs.pop("default", None)
        return name, path, args, kwargs

    def from_db_value(self, value, expression, connection):
        return self.to_python(value)

    def to_python(self, value):
        lines = value if isinstance(value, (list, tuple)) else (value or "").splitlines()
        return list(dict.fromkeys(" ".join(line.split()) for line in lines if line.strip()))

    def get_prep_value(self, value):
        return "\n".join(self.to_python(value))

    def value_from_object(self, obj):
        return "\n".join(super().value_from_object(obj) or [])

    def formfield(self, **kwargs):
        """Return a box that is empty at first: the empty list of a new record would show, and be saved, as "[]"."""
        return super().formfield(**{"initial": "", "show_hidden_initial": False, **kwargs})

    def value_to_string(self, obj):
        return self.value_from_object(obj)
