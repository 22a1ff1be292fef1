"""Leads facts over from the absorbed to the survivor; those of many-to-many fields at once, with their history."""

from collections import defaultdict

from .fusion import leads


def lead_over(act, moving, kept, gone):
    """Let every field by which the rows of a Moving lead to the absorbed lead to the survivor."""
    chosen = defaultdict(list)
    for row in moving.rows:
        fields = [relation.field for relation in moving.relations if leads(row, relation.field, gone.pk)]
        single = [item for item in fields if not item.many_to_many]
        for item in single:
            setattr(row, item.name, kept)
        if single:
            row.save()
        for item in fields:
            if item.many_to_many:
                chosen[item].append(row)
    for item, rows in chosen.items():
        _choose(item, [row.pk for row in rows], kept, gone)
    if chosen:
        _remember(act, moving.model, {row.pk: row for rows in chosen.values() for row in rows})


def _choose(item, keys, kept, gone):
    """Put the survivor in the place of the absorbed in a many-to-many field; where both stand, one is enough."""
    own, other = item.m2m_field_name(), item.m2m_reverse_field_name()
    stored = item.remote_field.through.objects.filter(**{f"{own}__in": keys})
    both = stored.filter(**{other: kept.pk}).values_list(own, flat=True)
    stored.filter(**{other: gone.pk, f"{own}__in": list(both)}).delete()
    stored.filter(**{other: gone.pk}).update(**{f"{other}_id": kept.pk})


def _remember(act, model, rows):
    """Write the history of records whose many-to-many fields changed, as a save of each would; tell the act."""
    stored = model._base_manager.in_bulk(list(rows))
    written = model.history.bulk_history_create(
        stored.values(),
        update=True,
        default_user=act.user,
        default_change_reason=None,
        custom_historical_attrs={"edit": act.edit},
    )
    history = {row.id: row for row in written}
    for item in model._meta.many_to_many:
        kept_by = getattr(model.history.model, item.name).model
        own, other = f"{item.m2m_field_name()}_id", f"{item.m2m_reverse_field_name()}_id"
        links = item.remote_field.through.objects.filter(**{f"{item.m2m_field_name()}__in": list(rows)})
        kept_by.objects.bulk_create(
            kept_by(**{"history": history[key], "id": link, own: key, other: target})
            for link, key, target in links.values_list("pk", own, other)
        )
    for row in rows.values():
        act.touch(row)
