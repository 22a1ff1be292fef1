"""Breaks constraints of the database on purpose, and says how forms and the database answer."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction


def database_refuses(write):
    """Assert that the database itself refuses what `write()` writes."""
    with pytest.raises(IntegrityError), transaction.atomic():
        write()


def complaint_of(record):
    """Return what validation says of a record, as one text; fails when it says nothing."""
    with pytest.raises(ValidationError) as refused:
        record.full_clean()
    return " ".join(refused.value.messages)


def constraints_of(app, record_models):
    """Return the names of the constraints and unique fields of an app's records, but for the numbers of parts."""
    names = set()
    for model in record_models:
        if model._meta.app_label == app:
            numbered = f"{app}_{model._meta.model_name}_number"
            names |= {limit.name for limit in model._meta.constraints if limit.name != numbered}
            names |= {
                f"{model._meta.model_name}.{field.name}"
                for field in model._meta.local_fields
                if field.unique and not field.primary_key
            }
    return names


def attempt(factory, **fields):
    """Return (unsaved valid record with `fields` set, a function that saves it past validation).

    The records that it refers to are made first, so that only the fields can be at fault.
    """
    record = factory()
    for name, value in fields.items():
        setattr(record, name, value)
    return record, lambda: models.Model.save(record)
