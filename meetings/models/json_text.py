"""JSON kept as text: the keys stay in the order in which they were written, on both databases."""

import json

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models


class JsonTextField(models.TextField):
    """A dict or list of JSON values. PostgreSQL's jsonb would sort the keys, and an answer's order is part of it."""

    description = "JSON text"

    def from_db_value(self, value, expression, connection):
        return None if value is None else json.loads(value)

    def to_python(self, value):
        return json.loads(value) if isinstance(value, str) else value

    def get_prep_value(self, value):
        if value is None or isinstance(value, str):
            return value
        return json.dumps(value, cls=DjangoJSONEncoder, ensure_ascii=False, separators=(",", ":"))

    def value_to_string(self, obj):
        return self.get_prep_value(self.value_from_object(obj))
