"""docs/browse.md names every filter, order and column as they are, no more and no fewer."""

import pytest

from config.api import LISTINGS
from meetings.browse.schema import parameters_of
from meetings.filters import PartFilters
from meetings.listings import LOGS, MEETINGS
from meetings.tidy import TIDY
from tests.docs.guides import first_names, in_code, names, rows, section

GUIDE = "docs/browse.md"
EVERY = pytest.mark.parametrize("listing", [*LISTINGS, *LOGS, *TIDY], ids=lambda listing: listing.name)
OUT_OF_TABLE = {"filter", "sort"}


def documented(listing):
    """Return {filter: may be repeated} of a list, with those of meetings where the guide says that they hold too."""
    text = section(GUIDE, "Filters", listing.name)
    found = first_names(text)
    if text.strip().startswith("All filters of meetings"):
        found = first_names(section(GUIDE, "Filters", MEETINGS.name)) | found
    return {name: many for name, many in found.items() if name not in OUT_OF_TABLE}


@EVERY
def test_filters_named_are_those_of_the_list(listing):
    assert documented(listing) == {name: entry.many for name, entry in listing.filterset.base_filters.items()}


@EVERY
def test_lists_of_parts_point_to_the_filters_of_meetings(listing):
    points = section(GUIDE, "Filters", listing.name).strip().startswith("All filters of meetings")
    assert points == issubclass(listing.filterset, PartFilters)


@EVERY
def test_orders_named_are_those_of_the_list(listing):
    [cell] = [row[1] for row in rows(section(GUIDE, "Filters", listing.name)) if row[0] == "`sort`"]
    assert [name for name, _ in names(cell)] == list(listing.sorts)


@EVERY
def test_values_of_fixed_filters_are_named(listing):
    named = in_code(section(GUIDE, "Asking")) | in_code(section(GUIDE, "Filters"))
    values = {value for known in parameters_of(listing) for value in known["values"]}
    assert values <= named


@EVERY
def test_columns_named_are_those_of_the_file(listing):
    found = first_names(section(GUIDE, "Columns", f"{listing.name}.csv"))
    codes = {name for name in found if name.isdigit()}
    assert found.keys() - codes == set(listing.column_names())


@EVERY
def test_the_table_of_lists_names_every_address(listing):
    named = in_code(section(GUIDE, "Lists"))
    assert f"/{listing.name}.csv" in named
    assert listing in TIDY or f"/{listing.name}/" in named


def test_ranks_stand_in_their_order():
    ranks = next(known["values"] for known in parameters_of(MEETINGS) if known["name"] == "level")
    text = section(GUIDE, "Asking", "Ranks and levels").strip().split("\n\n")[0]
    assert [name for name, _ in names(text)] == ranks


def test_feeds_and_calendars_named_are_those_that_there_are():
    named = {name for name in in_code(section(GUIDE, "Feeds and calendars")) if "?" not in name}
    feeds = {f"/{listing.name}.atom" for listing in (*LISTINGS, *LOGS) if listing.has_feed}
    calendars = {f"/{listing.name}.ics" for listing in LISTINGS if listing.has_calendar}
    assert {name for name in named if name.endswith(".atom")} == feeds
    assert {name for name in named if name.endswith(".ics")} == calendars
