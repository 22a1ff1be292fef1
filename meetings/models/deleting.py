"""Deleting takes no fact along: what keeps a record from being deleted, besides the foreign keys that protect it."""

from django.db.models import ProtectedError

from ..publication import Addressed


def refuse_if_kept(record):
    """Raise ProtectedError when the record was public once, or another record's many-to-many field names it."""
    if _was_public(record):
        raise ProtectedError("It was public: withdraw it or merge it, but keep it.", {record})
    if rows := named_by(record):
        raise ProtectedError(f"{len(rows)} other records name it.", set(rows))


def named_by(record):
    """Return the records, outside of the record itself and its parts, whose many-to-many fields name any of these."""
    found = {}
    for fact in (record, *_parts_of(record)):
        for relation in fact._meta.related_objects:
            if relation.many_to_many and hasattr(relation.related_model, "root"):
                found |= dict.fromkeys(getattr(fact, relation.get_accessor_name()).all())
    return [row for row in found if row.root() is None or row.root() != record.root()]


def _parts_of(record):
    return [
        part
        for relation in record._meta.related_objects
        if getattr(relation.related_model, "parent_field", None) == relation.field.name
        for part in getattr(record, relation.get_accessor_name()).all()
    ]


def _was_public(record):
    stored = type(record).objects.filter(pk=record.pk)
    return isinstance(record, Addressed) and stored.exclude(first_public_at=None).exists()
