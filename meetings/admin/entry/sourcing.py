"""One source named once: what is entered from it need not name it again in every row."""

from django import forms

from agreements.models import Discussion

from ...desk.forms import OWN_FIELDS

FROM_SOURCE = "from_source"
# Which fields, entered now, say what those sources are sources of.
CAUSES = {"date_sources": ("date_start",), "place_sources": ("city", "venue", "host_country")}


class SourcedForm(forms.ModelForm):
    """Mixin of the meeting's form: date, place and new rows that name no source are from the one named above."""

    from_source = forms.BooleanField(
        required=False,
        initial=True,
        label="Everything entered now is from it",
        help_text="With one source: it is written to the date, the place and each new row that names none.",
    )

    def clean(self):
        """Let date and place that were entered now, and name no source, be from the one source."""
        cleaned = super().clean()
        if source := self.one_source(cleaned):
            for field, cause in CAUSES.items():
                entered = any(cleaned.get(name) and name in self.changed_data for name in cause)
                if entered and field in self.fields and not cleaned.get(field):
                    cleaned[field] = [source]
        return cleaned

    def one_source(self, cleaned):
        """Return the source of everything, or None when there is none, or several, or it is not wanted."""
        sources = list(cleaned.get("sources") or [])
        return sources[0] if cleaned.get(FROM_SOURCE) and len(sources) == 1 else None

    def record_changed(self):
        """Return whether anything of the record itself was changed; the tick is none of it."""
        return any(name not in (*OWN_FIELDS, FROM_SOURCE) for name in self.changed_data)


class Sourced:
    """Mixin of the meeting's admin: gives new rows their source."""

    def save_formset(self, request, form, formset, change):
        """Save the rows; new ones that name no source are from the one source."""
        if source := form.one_source(form.cleaned_data):
            for row in formset.extra_forms:
                if row.has_changed():
                    _give(row, source)
        super().save_formset(request, form, formset, change)

    def get_fieldsets(self, request, obj=None):
        """Return the fieldsets; those who only read have no use for the tick."""
        fieldsets = super().get_fieldsets(request, obj)
        may_save = self.has_change_permission(request, obj) if obj else self.has_add_permission(request)
        if may_save:
            return fieldsets
        return [
            (name, options | {"fields": [_without_tick(line) for line in options["fields"]]})
            for name, options in fieldsets
        ]


def _without_tick(line):
    return line if isinstance(line, str) else tuple(name for name in line if name != FROM_SOURCE)


def _give(row, source):
    if "sources" in row.fields and not row.cleaned_data.get("sources"):
        row.cleaned_data["sources"] = [source]
    if isinstance(row.instance, Discussion) and row.instance.source_id is None:
        row.instance.source = source
