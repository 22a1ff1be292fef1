"""The form field of partial dates: 2021-05-20, 2021-05 or 2021."""

from django import forms
from django.core.exceptions import ValidationError

from ..models.partial_dates import PartialDate


class PartialDateFormField(forms.CharField):
    """A day, month or year as typed, or None. Refuses anything else next to the field."""

    def to_python(self, value):
        """Return a PartialDate or None. Raises ValidationError."""
        value = super().to_python(value)
        if value in self.empty_values:
            return None
        try:
            return PartialDate(value)
        except ValueError as error:
            raise ValidationError(str(error), code="invalid") from error
