"""The steps of agreements that happened at a meeting, edited on the meeting's page though they belong to agreements."""

from django import forms
from django.core.exceptions import ValidationError

from ..desk.forms import PartFormSet
from ..desk.keys import is_key
from ..desk.permissions import reason_locked
from ..edits import check_version


class StepHereForm(forms.ModelForm):
    """One step. It carries the version of its agreement, and is locked when its agreement is locked for `user`."""

    user = None

    agreement_version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance._state.adding:
            return
        agreement = self.instance.agreement
        self.initial["agreement_version"] = agreement.version
        self.fields["agreement"].disabled = True
        self.locked = reason_locked(self.user, agreement)
        if self.locked:
            for field in self.fields.values():
                field.disabled = True
                field.help_text = ""
            self.fields["kind"].help_text = self.locked

    def has_changed(self):
        """Return whether the step was changed; another version of the agreement is no change of the step."""
        return any(name != "agreement_version" for name in self.changed_data)

    def clean(self):
        """Refuse steps of locked agreements, and changes that started from an older version."""
        cleaned = super().clean()
        if self.instance._state.adding:
            agreement = cleaned.get("agreement")
            if agreement and (reason := reason_locked(self.user, agreement)):
                self.add_error("agreement", reason)
        elif self.has_changed():
            self.check_agreement()
        return cleaned

    def check_agreement(self):
        """Raise ValidationError when the step's agreement is locked, StaleSave when it was changed meanwhile."""
        if self.locked:
            raise ValidationError(self.locked)
        seen = self["agreement_version"].data
        check_version(self.instance.agreement, int(seen) if is_key(seen) else None)


class StepHereFormSet(PartFormSet):
    """The steps at one meeting."""

    def check_deletion(self, form):
        """Raise ValidationError when the step cannot be deleted, as for a change."""
        super().check_deletion(form)
        form.check_agreement()
