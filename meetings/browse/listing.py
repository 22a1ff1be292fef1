"""A Listing: one declaration of a public list, which page, CSV, JSON, feed and calendar render.

`read` turns an address into a Reading: the rows asked for, or the faults for which it is refused.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.db.models import F, QuerySet

from .columns import Column
from .facets import KeyFacet, YearFacet
from .faults import Fault, given, twice
from .fields import shortened
from .filterset import StrictFilterSet
from .lenses import Lens
from .paging import PAGE_SIZE
from .queries import query_of
from .telling import Telling

# Columns of an edition that no list shows, and that are most of its size.
WHOLE = {"detail", "keys", "search"}


@dataclass(frozen=True)
class Heading:
    """A heading of the table on the page."""

    name: str
    label: str
    sort: str = ""
    css: str = ""


@dataclass(frozen=True)
class Sort:
    """An order: by `field`, then by slug; unknown values last either way."""

    field: str
    label: str
    descending: bool = False
    nullable: bool = False

    def ordering(self, backward=False):
        """Return the expressions for order_by, or with `backward` those that read the same list from its end."""
        nulls = {"nulls_first" if backward else "nulls_last": True} if self.nullable else {}
        key = F(self.field)
        first = key.desc(**nulls) if self.descending != backward else key.asc(**nulls)
        return [first, "-slug" if backward else "slug"]


BY_DATE = {
    "-date": Sort("earliest", "newest first", descending=True, nullable=True),
    "date": Sort("earliest", "oldest first", nullable=True),
}
BY_TITLE = {"title": Sort("title_key", "by title")}
BY_UPDATE = {"updated": Sort("updated_at", "last changed first", descending=True)}


@dataclass(frozen=True)
class Listing:
    """What a public list is.

    `editions()` returns all public rows. The first of `sorts` is the default. `expand(rows, sort)` turns the filtered
    editions into the rows of a tidy file (participations, dyads); such a list has no page. `telling` says how one row
    is told: a list with it has a feed, and a calendar when its rows have days. `page_size` is of its page; a list that
    is a tree, and small, stands whole on one. `facets` are the filters whose values its page counts,
    `lenses` its other views.
    """

    name: str
    noun: str
    nouns: str
    title: str
    editions: Callable[[], QuerySet]
    filterset: type[StrictFilterSet]
    columns: tuple[Column, ...]
    sorts: dict = field(default_factory=dict)
    headings: tuple[Heading, ...] = ()
    about: str = ""
    expand: Callable | None = None
    in_api: bool = True
    telling: Telling | None = None
    page_size: int = PAGE_SIZE
    facets: tuple[KeyFacet | YearFacet, ...] = ()
    lenses: tuple[Lens, ...] = ()

    @property
    def has_feed(self):
        """Whether the list can be subscribed to."""
        return self.telling is not None

    @property
    def has_calendar(self):
        """Whether the rows of the list have days."""
        return self.telling is not None and self.telling.dated is not None

    @property
    def row_template(self):
        """The template of one row of the table."""
        return f"browse/rows/{self.noun}.html"

    @property
    def default_sort(self):
        """The name of the order that an address without `sort` has."""
        return next(iter(self.sorts))

    def column_names(self):
        """Return the names of the columns, in order: the header of the CSV."""
        return [column.name for column in self.columns]

    def read(self, params, also=()):
        """Return the Reading of a QueryDict; `also` names parameters that the format knows (page, cursor)."""
        params = given(params, (*self.filterset.base_filters, *also, "sort"))
        filters = self.filterset(data=params, queryset=self.editions())
        faults = filters.faults(also=(*also, "sort")) + twice(params, "sort", "Order")
        sort = params.get("sort", self.default_sort)
        if sort not in self.sorts:
            known = ", ".join(self.sorts)
            message = f"This list cannot be sorted so. Write one of: {known}."
            faults.append(Fault("sort", shortened(sort), message, "Order"))
        return Reading(self, params, filters, faults, sort)


@dataclass
class Reading:
    """A listing under one address: its filters, its faults, and the rows when there are none."""

    listing: Listing
    params: object
    filters: StrictFilterSet
    faults: list
    sort: str

    def filtered(self):
        """Return the editions that the filters let through, unordered."""
        return self.filters.filter_queryset(self.listing.editions())

    def rows(self):
        """Return the rows in order: editions, or what the listing expands them to."""
        order = self.listing.sorts[self.sort]
        if self.listing.expand:
            return self.listing.expand(self.filtered(), order)
        return slim(self.filtered()).order_by(*order.ordering())

    def query(self, **changes):
        """Return the query string (without "?") of this address with changes; None drops a parameter."""
        return query_of(self.params, **changes)

    def title(self):
        """Return the list's title with its filter: "Meetings: Country Azerbaijan; On or after 2021-05"."""
        return ": ".join(part for part in (self.listing.title, self.described()) if part)

    def described(self):
        """Return the filter in words: "Country Azerbaijan; On or after 2021-05", or "" without one."""
        return "; ".join(f"{label} {value}" for _, _, label, value in self.filters.used())


def slim(editions, but=()):
    """Return the editions without the columns that no list reads, `but` those."""
    present = {field.name for field in editions.model._meta.fields}
    return editions.defer(*(present & WHOLE).difference(but))
