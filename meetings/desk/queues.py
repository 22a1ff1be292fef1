"""What waits at the desk: named queues of records, each a filter of their list, counted on the desk's first page."""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib.admin import SimpleListFilter
from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.text import capfirst

PARAMETER = "queue"
# The desk shows them by name in this order: first whose turn it is, then what is missing.
ORDER = (
    "mine",
    "review",
    "returned",
    "unchecked",
    "reported",
    "recent",
    "unsourced",
    "untranslated",
    "untenured",
    "overdue",
    "unarchived",
    "silent",
)
# A desk that is this far behind need not know how far.
MOST_COUNTED = 1_000


@dataclass(frozen=True)
class Queue:
    """Records that wait for somebody: its name in addresses, its heading at the desk, what belongs to it.

    The name stands in ORDER. `waiting(user)` returns the condition (Q or expression) under which a record belongs to
    the queue of that person.
    """

    name: str
    title: str
    waiting: Callable


class QueueFilter(SimpleListFilter):
    """The queues of a list, as one of its filters; an unknown queue is empty."""

    title = "what waits"
    parameter_name = PARAMETER

    def __init__(self, request, params, model, model_admin):
        self.queues = {queue.name: queue for queue in model_admin.queues}
        super().__init__(request, params, model, model_admin)

    def lookups(self, request, model_admin):
        """Return the queues."""
        return [(queue.name, queue.title.lower()) for queue in self.queues.values()]

    def queryset(self, request, queryset):
        """Return the rows of the queue asked for."""
        if self.value() is None:
            return queryset
        queue = self.queues.get(self.value())
        return queryset.filter(queue.waiting(request.user)) if queue else queryset.none()


class Queued:
    """Mixin of a RecordAdmin whose records can wait for somebody (`queues`)."""

    queues = ()

    def get_list_filter(self, request):
        """Return the filters of the list, the queues first."""
        return [*([QueueFilter] if self.queues else []), *super().get_list_filter(request)]


@dataclass(frozen=True)
class Line:
    """One line of the desk: records of a kind that wait. `count` stops at MOST_COUNTED (then `more`)."""

    nouns: str
    count: int
    more: bool
    url: str


def waiting_lines(site, request):
    """Return [(title, [Line])] of all queues that the person may see, in ORDER; a queue that is empty has no lines.

    One query for each queue of a kind, however many records there are.
    """
    found = {}
    for model, model_admin in site._registry.items():
        queues = getattr(model_admin, "queues", ())
        if not queues or not model_admin.has_view_permission(request):
            continue
        for queue in queues:
            _, lines = found.setdefault(queue.name, (queue.title, []))
            rows = model._base_manager.filter(queue.waiting(request.user)).order_by()
            if count := rows.values("pk")[: MOST_COUNTED + 1].count():
                lines.append(_line(model, queue, count))
    return [found[name] for name in ORDER if name in found]


def _line(model, queue, count):
    opts = model._meta
    url = reverse(f"admin:{opts.app_label}_{opts.model_name}_changelist")
    name = opts.verbose_name if count == 1 else opts.verbose_name_plural
    return Line(
        capfirst(name), min(count, MOST_COUNTED), count > MOST_COUNTED, f"{url}?{PARAMETER}={queue.name}"
    )


def without_sources(model):
    """Return the Queue of facts of one kind that name no source of their own."""
    through = model._meta.get_field("sources").remote_field.through
    own = f"{model._meta.model_name}_id"
    return Queue(
        "unsourced",
        "Facts without a source of their own",
        lambda user: ~Exists(through.objects.filter(**{own: OuterRef("pk")})),
    )
