"""What the log of corrections can be asked for."""

from ..browse.filterset import AfterFilter, BeforeFilter, KeyFilter, StrictFilterSet
from ..corrections import log

KINDS = {"meeting": "meetings.meeting", "agreement": "agreements.agreement"}


def _fields():
    names = log().order_by("field").values_list("field", flat=True).distinct()
    return {name: name.replace("_", " ") for name in names}


class ColumnFilter(KeyFilter):
    """Rows with one of the values in a column of their own; `stored` says what stands there for a value, if not it."""

    def __init__(self, *, stored=None, **kwargs):
        self.stored = stored or {}
        super().__init__(**kwargs)

    def filter(self, rows, value):
        asked = [self.stored.get(one, one) for one in value]
        return rows.filter(**{f"{self.field_name}__in": asked}) if value else rows


class CorrectionFilters(StrictFilterSet):
    """What the log of corrections can be asked for."""

    kind = ColumnFilter(
        field_name="correction__model",
        stored=KINDS,
        label="Kind of record",
        choices={kind: kind for kind in KINDS},
        noun="kind of record",
    )
    field = ColumnFilter(field_name="field", label="Field", choices=_fields, noun="corrected field")
    after = AfterFilter(field_name="day", label="Changed on or after")
    before = BeforeFilter(field_name="day", label="Changed on or before")
    panel = [("Record", ["kind"]), ("Date", ["after", "before"]), ("Field", ["field"])]
