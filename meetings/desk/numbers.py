"""The form field of numbers: shown as they were stated, without the zeros that a database column adds."""

from decimal import Decimal

from django import forms


class StatedNumberField(forms.DecimalField):
    """A decimal number; 680 is shown as 680, not as 680.0000."""

    def prepare_value(self, value):
        """Return the value for the form; what was typed stays as typed."""
        return f"{value.normalize():f}" if isinstance(value, Decimal) else value
