"""The box in which an editor finds another record by typing.

Django's own widget asks the database once for every box on a page, and fails on a value that is no key.
"""

from django.contrib.admin.widgets import (
    AutocompleteSelect,
    AutocompleteSelectMultiple,
    RelatedFieldWidgetWrapper,
)
from django.core.exceptions import ValidationError
from django.forms import ModelMultipleChoiceField

from .keys import is_key


class _Chosen:
    """Shows what is chosen.

    `labels(keys)`, where a form set gives it, returns {key: label} for all its rows at once.
    """

    labels = None

    def optgroups(self, name, value, attrs=None):
        """Return the chosen rows as the only options; the others come while typing."""
        options = []
        if not self.is_required and not self.allow_multiple_selected:
            options.append(self.create_option(name, "", "", False, 0))
        keys = list(dict.fromkeys(str(chosen) for chosen in value if is_key(chosen)))
        labels = self.labels(keys) if self.labels else labels_of(self.choices.queryset, keys)
        for key in keys:
            if key in labels:
                options.append(self.create_option(name, key, labels[key], True, len(options)))
        return [(None, options, 0)]


class ChooseOne(_Chosen, AutocompleteSelect):
    """For a foreign key."""


class ChooseMany(_Chosen, AutocompleteSelectMultiple):
    """For a many-to-many field."""


class ManyField(ModelMultipleChoiceField):
    """Several records; refuses keys that a database could not compare."""

    def _check_values(self, value):
        for key in value:
            if not is_key(key):
                raise ValidationError(
                    self.error_messages["invalid_choice"], code="invalid_choice", params={"value": key}
                )
        return super()._check_values(value)


def labels_of(queryset, keys):
    """Return {key as text: label} of the rows of `queryset` with these keys (texts)."""
    return {str(row.pk): str(row) for row in queryset.filter(pk__in=keys)} if keys else {}


def chooser_of(field):
    """Return the _Chosen widget of a form field, inside its admin wrapper or not; None for any other."""
    widget = getattr(field.widget, "widget", field.widget)
    return widget if isinstance(widget, _Chosen) else None


class Choosing:
    """Mixin of a ModelAdmin or inline: every relation is chosen by typing, found as its own list finds it."""

    def get_autocomplete_fields(self, request):
        """Return every relation of the record whose target has a list at the desk."""
        relations = [*self.opts.fields, *self.opts.many_to_many]
        return [
            field.name
            for field in relations
            if field.remote_field and self.admin_site.is_registered(field.remote_field.model)
        ]

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        """Give a foreign key its box."""
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("widget", ChooseOne(db_field, self.admin_site, using=kwargs.get("using")))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        """Give a many-to-many field its box."""
        kwargs.setdefault("form_class", ManyField)
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("widget", ChooseMany(db_field, self.admin_site, using=kwargs.get("using")))
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """Return the form field; beside a box stands no button that deletes the record chosen."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if isinstance(getattr(field, "widget", None), RelatedFieldWidgetWrapper):
            field.widget.can_delete_related = False
        return field

    def get_field_queryset(self, db, db_field, request):
        """Offer the rows of the target's own list, which come with what their names need."""
        target = db_field.remote_field.model
        if self.admin_site.is_registered(target):
            return self.admin_site.get_model_admin(target).get_queryset(request)
        return super().get_field_queryset(db, db_field, request)
