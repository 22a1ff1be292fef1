"""The log of Edits for those who audit: which records each touched, and the whole log as CSV or JSON lines."""

import json
from dataclasses import asdict, dataclass
from datetime import UTC
from itertools import islice

from django.contrib.admin import SimpleListFilter
from django.db.models import CharField, TextField
from django.db.models.functions import Left
from django.http import StreamingHttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.text import Truncator

from ..browse.database import counted_stream
from ..browse.export import CHUNK, RowsDifferError, csv_filename, csv_response
from .changes import LONGEST_NAME, NAMING, VERBS
from .lists import DeskChangeList
from .trails import record_models

BATCH = 1_000
COLUMNS = ("edit", "at", "user", "act", "records", "note")


@dataclass(frozen=True)
class Touched:
    """A record that an Edit wrote: kind ("meetings.quote"), key, "added", "changed" or "deleted", and its name then."""

    kind: str
    key: int
    verb: str
    name: str

    def __str__(self):
        return f"{self.kind} {self.key} {self.verb}" + (f": {self.name}" if self.name else "")


def touched_by(edits):
    """Return {Edit id: [Touched]}; as many queries as there are kinds of records, however many Edits."""
    found = {edit.pk: [] for edit in edits}
    for model in record_models():
        kind, naming = model._meta.label_lower, _naming(model)
        rows = model.history.filter(edit__in=list(found)).order_by("history_id")
        acts = {}
        for edit, key, sign, *names in rows.values_list("edit_id", "id", "history_type", *naming):
            first, _, _ = acts.get((edit, key), (sign, None, None))
            acts[edit, key] = first, sign, next(filter(None, names), "")
        for (edit, key), (first, last, name) in acts.items():
            verb = VERBS["-" if last == "-" else "+" if first == "+" else "~"]
            found[edit].append(Touched(kind, key, verb, Truncator(name).chars(LONGEST_NAME)))
    return found


def _naming(model):
    """Return the text fields that name a record of this kind."""
    texts = {
        item.name
        for item in model._meta.fields
        if isinstance(item, (CharField, TextField)) and not item.choices
    }
    # A source may have no title and a text of any length.
    return [Left(name, LONGEST_NAME + 1) for name in NAMING if name in texts]


class EditList(DeskChangeList):
    """The list of Edits, each with the records that it touched."""

    def get_results(self, request):
        """Read the page, and once for all its Edits what they touched."""
        super().get_results(request)
        self.result_list = list(self.result_list)
        touched = touched_by(self.result_list)
        for edit in self.result_list:
            edit.touched = touched[edit.pk]


class OfKind(SimpleListFilter):
    """Edits that touched records of one kind."""

    title = "kind of record"
    parameter_name = "records"

    def lookups(self, request, model_admin):
        """Return every kind of record."""
        return sorted((model._meta.label_lower, model._meta.verbose_name) for model in record_models())

    def queryset(self, request, queryset):
        """Return the Edits to which history rows of that kind point."""
        known = {model._meta.label_lower: model for model in record_models()}
        if self.value() not in known:
            return queryset if self.value() is None else queryset.none()
        return queryset.filter(pk__in=known[self.value()].history.exclude(edit=None).values("edit"))


def as_csv(edits, *, head=False):
    """Return the streamed CSV of a queryset of Edits, as every CSV of this site: guarded, counted, whole or broken."""
    count, rows = counted_stream(edits)
    return csv_response("edits", COLUMNS, count, _with_touched(rows), _csv_row, head=head)


def as_json_lines(edits, *, head=False):
    """Return the streamed JSON lines of a queryset of Edits: one object a line, counted, whole or broken."""
    count, rows = counted_stream(edits)
    body = _json_chunks(count, _with_touched(rows))
    next(body)  # Begun, so that closing the response closes the rows even when nothing was read.
    if head:
        body.close()
    filename = csv_filename("edits", count, timezone.now().date()).replace(".csv", ".jsonl")
    headers = {
        "Content-Disposition": content_disposition_header(as_attachment=True, filename=filename),
        "Communique-Rows": str(count),
    }
    return StreamingHttpResponse(body, content_type="application/x-ndjson; charset=utf-8", headers=headers)


def _with_touched(rows):
    try:
        while batch := list(islice(rows, BATCH)):
            touched = touched_by(batch)
            yield from ((edit, touched[edit.pk]) for edit in batch)
    finally:
        rows.close()


def _csv_row(row):
    edit, touched = row
    return edit.pk, edit.at, _name(edit), edit.kind, [str(one) for one in touched], edit.note


def _json_row(row):
    edit, touched = row
    at = edit.at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    values = (edit.pk, at, _name(edit), edit.kind, [asdict(one) for one in touched], edit.note)
    return json.dumps(dict(zip(COLUMNS, values, strict=True)), ensure_ascii=False) + "\n"


def _name(edit):
    return edit.user.get_username() if edit.user else None


def _json_chunks(count, rows):
    """Yield nothing once, then the lines, about 64 KiB at a time. Raises RowsDifferError for another number of rows."""
    try:
        yield b""
        lines, size, seen = [], 0, 0
        for row in rows:
            seen += 1
            line = _json_row(row)
            lines.append(line)
            size += len(line)
            if size >= CHUNK:
                yield "".join(lines).encode()
                lines, size = [], 0
        if seen != count:
            raise RowsDifferError(f"{seen} rows of {count}.")
        yield "".join(lines).encode()
    finally:
        rows.close()
