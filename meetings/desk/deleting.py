"""Deleting takes no fact along: what refers to a record by a foreign key protects it in the models, and what refers
to it by a many-to-many field (the speakers of a quote, say) protects it here."""


def referring(record):
    """Return the rows of other records whose many-to-many fields name `record`."""
    found = []
    for relation in record._meta.related_objects:
        if relation.many_to_many and relation.related_model._meta.managed:
            found += getattr(record, relation.get_accessor_name()).all()
    return list(dict.fromkeys(row for row in found if row.root() is None or row.root() != record.root()))
