"""What a form that started from an older version holds, beside what is stored now; and both brought together.

Three values of each field are compared: the one that the person started from, the one stored now, and the one typed.
What only others changed is taken over into the form, what the person changed stays in it, and whatever differs is told.
Nothing is saved here.
"""

from dataclasses import dataclass

from django.utils.text import Truncator, capfirst

from .changes import changes_of
from .forms import OWN_FIELDS, SEEN_EDIT, SEEN_VERSION
from .keys import is_key
from .past import Past
from .rows import PostedRows
from .trails import edits_of
from .values import as_sent, in_words, same

MOST_EDITS, LONGEST_NAME = 100, 80


@dataclass
class Difference:
    """A field of a record or row, or (field "") a whole row, in words.

    `mine`: the form shows what was typed; `both`: it was changed by both; `edit` changed it last, where that is known.
    """

    where: str
    field: str
    stored: str
    typed: str
    mine: bool
    both: bool
    edit: object = None


class Meanwhile:
    """Compares what `request` posted with `record` as it is stored.

    `data` (a QueryDict) is the form brought up to date; `differences` ([Difference]) tells what differs, what both
    changed first; `edits` are the Edits since.
    """

    def __init__(self, model_admin, request, record):
        self.admin, self.request, self.record = model_admin, request, record
        self.data = request.POST.copy()
        seen = self.data.get(SEEN_EDIT, "")
        self.seen = int(seen) if is_key(seen) else 0
        trail = model_admin.trail(record)
        self.edits = list(edits_of(trail).filter(pk__gt=self.seen)[:MOST_EDITS])
        self._acts = self._last_acts(trail)
        self._told = []
        self._compare_record()
        for formset in self._formsets():
            self._compare_rows(formset)
        self.differences = sorted(self._told, key=lambda one: (not one.both, not one.mine))
        self.data[SEEN_VERSION] = str(record.root().version)
        self.data[SEEN_EDIT] = str(max([self.seen, *(edit.pk for edit in self.edits)]))

    def _last_acts(self, trail):
        """Return {(model, key, label): the last Edit that changed it}, label "" for the row as a whole."""
        acts = {}
        changes = changes_of(trail, self.edits, within=type(self.record))
        for edit in reversed(self.edits):
            for change in changes[edit.pk]:
                for label in ("", *(label for label, _, _ in change.fields)):
                    acts[change.model, change.key, label] = edit
        return acts

    def _formsets(self):
        """Return the form sets of the record as it is stored, with the prefixes that the page gave them."""
        prefixes = {}
        for formset, inline in self.admin.get_formsets_with_inlines(self.request, self.record):
            prefix = formset.get_default_prefix()
            prefixes[prefix] = number = prefixes.get(prefix, 0) + 1
            yield formset(
                instance=self.record,
                prefix=prefix if number == 1 else f"{prefix}-{number}",
                queryset=inline.get_queryset(self.request),
            )

    def _compare_record(self):
        form = self.admin.get_form(self.request, self.record, change=True)(instance=self.record)
        past = Past(type(self.record), [self.record.pk], self.seen)
        where = capfirst(self.record._meta.verbose_name)
        self._compare(form, past, where, {name: name for name in form.fields if name not in OWN_FIELDS})

    def _compare(self, form, past, where, names):
        """Compare the fields of a stored form with what was posted under `names` {field: name in the data}."""
        row = form.instance
        fields = {name: form.fields[name] for name in names if not form.fields[name].disabled}
        base = past.sent(row.pk, fields)
        for name, field in fields.items():
            if field.widget.value_omitted_from_data(self.data, {}, names[name]):
                continue
            typed = as_sent(field, field.widget.value_from_datadict(self.data, {}, names[name]))
            stored = as_sent(field, form[name].value())
            if same(field, typed, stored):
                continue
            mine = name not in base or not same(field, typed, base[name])
            theirs = name not in base or not same(field, stored, base[name])
            if not mine:
                self.put(names[name], stored)
            label = capfirst(form.fields[name].label)
            self.tell(row, where, label, in_words(field, stored), in_words(field, typed), mine, theirs)

    def tell(self, row, where, label, stored, typed, mine, theirs):
        """Note a difference; `theirs`: others changed it."""
        key = type(row), row.pk
        edit = self._acts.get((*key, label)) or self._acts.get((*key, "")) if theirs else None
        self._told.append(Difference(where, label, stored, typed, mine, mine and theirs, edit))

    def put(self, name, value):
        """Set a value, as sent, in the data."""
        if value is None:
            self.data.pop(name, None)
        elif isinstance(value, list):
            self.data.setlist(name, value)
        else:
            self.data[name] = value

    # Rows of parts

    def _compare_rows(self, formset):
        posted = PostedRows(self.data, formset)
        stored = {form.instance.pk: form for form in formset.initial_forms}
        past = Past(formset.model, [*stored, *posted.keys()], self.seen)
        for row in posted.rows:
            if row.key in stored:
                self._compare_row(row, stored.pop(row.key), past)
            elif row.key is not None:
                self._compare_gone(row, formset, past)
        for form in stored.values():
            posted.add_stored(form)
            self.tell(form.instance, name_of(form.instance), "", "added", "", False, True)
        posted.write()

    def _compare_row(self, row, form, past):
        where = name_of(form.instance)
        record_fields = {
            item.name for item in [*form._meta.model._meta.fields, *form._meta.model._meta.many_to_many]
        }
        own = {form._meta.model._meta.pk.name, "DELETE"}
        compared = [name for name in form.fields if name in record_fields and name not in own]
        base = past.sent(form.instance.pk, form.fields)
        changed = [
            name
            for name in compared
            if name in base
            and not same(form.fields[name], base[name], as_sent(form.fields[name], form[name].value()))
        ]
        if row.deleting and changed:
            self.tell(form.instance, where, "", "changed", "to be deleted", True, True)
        self._compare(form, past, where, {name: row.name_of(name) for name in compared})
        for name in set(form.fields) - record_fields - {"DELETE"}:
            # What a row carries along besides, such as the version of its agreement.
            self.put(row.name_of(name), as_sent(form.fields[name], form[name].value()))

    def _compare_gone(self, row, formset, past):
        """Settle a row that is not stored any more: what the person changed in it becomes a new row."""
        fields = {name: item for name, item in formset.empty_form.fields.items() if name != "DELETE"}
        base = past.sent(row.key, fields)
        typed = {
            name: as_sent(item, item.widget.value_from_datadict(self.data, {}, row.name_of(name)))
            for name, item in fields.items()
        }
        changed = [
            name for name in typed if name not in base or not same(fields[name], base[name], typed[name])
        ]
        row.is_gone = True
        row.is_kept = not row.deleting and bool(set(changed) - {formset.model._meta.pk.name})
        gone = formset.model(pk=row.key)
        words = "; ".join(filter(None, (in_words(fields[name], typed[name]) for name in changed)))
        where = f"{capfirst(formset.model._meta.verbose_name)} {row.number + 1}"
        if not row.deleting:
            self.tell(gone, where, "", "deleted", words if row.is_kept else "", row.is_kept, True)


def name_of(record):
    """Return the kind and the name of a row."""
    return Truncator(f"{capfirst(record._meta.verbose_name)}: {record}").chars(LONGEST_NAME)
