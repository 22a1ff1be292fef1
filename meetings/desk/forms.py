"""The forms of the desk: they know the version from which a person started, and keep what was typed."""

from functools import partial
from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.forms.models import BaseInlineFormSet
from django.forms.utils import ErrorDict
from django.urls import reverse
from django.utils.html import format_html

from .. import edits
from ..models.deleting import named_by
from .choices import chooser_of, labels_of
from .keys import is_key
from .refusals import NOTHING
from .trails import latest_edit

NOTE = "note"
SEEN_VERSION = "seen_version"
SEEN_EDIT = "seen_edit"
TOKEN = "form_token"
OWN_FIELDS = (NOTE, SEEN_VERSION, SEEN_EDIT, TOKEN)


def note_of(request):
    """Return the note sent with an act, as it can be kept: 1,000 characters, and no NUL, which no database text holds.

    A form with such a note is refused beside the field; this is for the Edit that is open by then.
    """
    return request.POST.get(NOTE, "").replace("\0", "")[:1000]


class RecordForm(forms.ModelForm):
    """A record on its own page. `refusal` is why the same form was refused a moment ago, when it was saved."""

    refusal = NOTHING
    # What the page needs to keep unsaved text (keeping.py): for whom, under which key; and whether it is only shown.
    kept_for = kept_key = ""
    seen_edit_now = None
    only_shown = False

    seen_version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    seen_edit = forms.CharField(required=False, widget=forms.HiddenInput)
    form_token = forms.CharField(required=False, widget=forms.HiddenInput)
    note = forms.CharField(
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2, "class": "vLargeTextField"}),
        help_text="Why, in a few words: the history keeps it. To return or withdraw, write the reason here.",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        root = None if self.instance._state.adding else self.instance.root()
        self.initial[SEEN_VERSION] = getattr(root, "version", None)
        self.initial[SEEN_EDIT] = self.seen_edit_now
        self.initial[TOKEN] = new_token()
        attributes = {"data-kept-for": self.kept_for, "data-kept-key": self.kept_key}
        self.fields[TOKEN].widget.attrs.update(attributes | ({"data-unsaved": ""} if self.is_bound else {}))

    def is_valid(self):
        """Return whether it may be saved; a form that is only shown has no errors and is not saved."""
        return not self.only_shown and super().is_valid()

    def full_clean(self):
        """Look for errors, unless the form is only shown."""
        super().full_clean()
        if self.only_shown:
            self._errors = ErrorDict()

    def record_changed(self):
        """Return whether anything of the record itself was changed, its parts aside."""
        return any(name not in OWN_FIELDS for name in self.changed_data)

    def clean(self):
        """Refuse a save that started from an older version, before anything is written.

        Raises StaleSave, and ValidationError for why the same form was refused a moment ago.
        """
        cleaned = super().clean()
        for name, sentence in self.refusal.beside(self.instance).items():
            if name in self.fields:
                self.add_error(name, sentence)
        if sentences := self.refusal.above(self.instance):
            raise ValidationError(sentences)
        if not self.only_shown and self.initial[SEEN_VERSION] is not None:
            edits.check_version(self.instance.root(), cleaned.get(SEEN_VERSION))
        return cleaned


def new_token():
    """Return a token for one form of one page."""
    return uuid4().hex


def words_of(stale):
    """Return, as HTML, who saved the record meanwhile, and what the person can do now."""
    opts, edit = stale.record._meta, latest_edit(stale.record)
    who = edit.user.get_username() if edit and edit.user else "Somebody else"
    when = f" on {edit.at:%d %b %Y at %H:%M} UTC" if edit else ""
    return format_html(
        "{} saved this {}{}, after you opened it. Nothing of yours is saved yet. The form below holds what you "
        "typed, and what was saved meanwhile where you had changed nothing. Saving again saves it so. "
        '<a href="{}" target="_blank" rel="noopener">The whole history</a>',
        who,
        opts.verbose_name,
        when,
        reverse(f"admin:{opts.app_label}_{opts.model_name}_history", args=[stale.record.pk]),
    )


class PartFormSet(BaseInlineFormSet):
    """The parts of one record. Names of chosen records are fetched once for all rows.

    `refusal` is why the whole form was refused a moment ago, when it was saved.
    """

    refusal = NOTHING

    def _construct_form(self, i, **kwargs):
        form = super()._construct_form(i, **kwargs)
        form.parent = self.instance
        return form

    def add_fields(self, form, index):
        """Let the boxes of this row share the names that all rows need."""
        super().add_fields(form, index)
        for name, field in form.fields.items():
            if chooser := chooser_of(field):
                chooser.labels = partial(self._labels, name, field.queryset)

    def _labels(self, name, queryset, keys):
        cache = self.__dict__.setdefault("_labels_known", {})
        if name not in cache:
            cache[name] = labels_of(queryset, sorted(self._keys_chosen(name)))
        missing = [key for key in keys if key not in cache[name]]
        return cache[name] | labels_of(queryset, missing)

    def _keys_chosen(self, name):
        keys = set()
        for form in self.forms:
            value = form[name].value() if name in form.fields else None
            values = value if isinstance(value, (list, tuple)) else [value]
            keys |= {str(key) for key in values if key not in (None, "")}
        return {key for key in keys if is_key(key)}

    def clean(self):
        """Refuse to delete a part that other records name, and to leave too few parts. Raises ValidationError."""
        super().clean()
        beside = self.refusal.beside(self.instance)
        if sentence := beside.get(self.fk.remote_field.get_accessor_name()):
            raise ValidationError(sentence)
        for form in self.initial_forms:
            if self._should_delete_form(form) and form.instance.pk:
                self.check_deletion(form)

    def check_deletion(self, form):
        """Raise ValidationError when the part of this form cannot be deleted."""
        if rows := named_by(form.instance):
            names = "; ".join(f"{row._meta.verbose_name} “{row}”" for row in rows[:5])
            raise ValidationError(f"“{form.instance}” cannot be deleted, because it is named by: {names}.")

    def get_queryset(self):
        """Return the stored rows, or when a form that was refused is shown again, those that it was about."""
        if self.__dict__.get("_shown_again"):
            return [form.instance for form in self.initial_forms]
        return super().get_queryset()

    def show_again(self):
        """Keep every row as typed when the form is shown again, also those that somebody deleted meanwhile."""
        self._shown_again = True
