"""The base of the screens of parts that have a page of their own: quotes, figures, tenures ..."""

from django.core.exceptions import ValidationError

from .forms import RecordForm
from .permissions import reason_locked
from .record_admin import RecordAdmin


class PartForm(RecordForm):
    """A part on its own page; `user` saves it."""

    user = None

    def clean(self):
        """Refuse a new part of a record that is locked for this person. Raises ValidationError."""
        cleaned = super().clean()
        parent = cleaned.get(self.instance.parent_field)
        if self.instance._state.adding and parent and (reason := reason_locked(self.user, parent)):
            raise ValidationError({self.instance.parent_field: reason})
        return cleaned


class PartAdmin(RecordAdmin):
    """Screens of one kind of part. It stays with the record that it was added to."""

    form = PartForm

    def get_readonly_fields(self, request, obj=None):
        """Return the fields shown only; the record it belongs to is chosen once."""
        fields = super().get_readonly_fields(request, obj)
        return (*fields, self.model.parent_field) if obj else fields

    def get_form(self, request, obj=None, change=False, **kwargs):
        """Return the form class, which knows who saves."""
        form = super().get_form(request, obj, change, **kwargs)
        form.user = request.user
        return form
