"""Lenses: their numbers are the list's, worked out here record by record; what is unknown is placed nowhere."""

from collections import Counter
from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agreements.models import Step
from meetings.lenses import timeline
from meetings.listings import MEETINGS
from meetings.models import Meeting
from meetings.publication import published
from tests.meetings.browse.test_facets import read
from tests.oracle import answer, meetings
from tests.reading import address, csv_rows
from tests.test_formats_agree import queries

AT_EASE = settings(
    derandomize=True,
    deadline=None,
    database=None,
    max_examples=12,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
LENSES = {lens.name: lens for lens in MEETINGS.lenses}

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("world")]


def drawn(name, query):
    """Return (the lines of a lens as tuples, the meetings that the records say are in the list)."""
    found = list(Meeting.objects.filter(slug__in=answer("meetings", query)))
    if not found:
        return [], found
    return [
        line.cells for line in LENSES[name].draw(read("meetings", query), "/meetings/", len(found)).lines
    ], found


def wrong(query):
    """Return {lens: (shown, true)} of the lenses that show other numbers than the records have."""
    checks = {"timeline": in_time, "matrix": by_pair, "map": by_place, "spheres": by_sphere}
    found = {}
    for name, true_of in checks.items():
        shown, records = drawn(name, query)
        shown, true = true_of(shown, records, query)
        if shown != true:
            found[name] = shown, true
    return found


def in_time(shown, records, query):
    by = query.get("by", [None])[0]
    true = Counter(period_of(record, by) for record in records)
    assert all(sum(cells[1:-1]) == cells[-1] for cells in shown)
    if by is None:
        return sum(cells[-1] for cells in shown), len(records)
    return {cells[0]: cells[-1] for cells in shown if cells[-1]}, dict(true)


def period_of(record, by):
    """Return where a meeting stands: its year or month, the year alone, or "unknown"."""
    days = meetings.possible_days(record.date_start, record.date_end)
    if days is None:
        return "unknown"
    first, last = (f"{day:%Y-%m}".rjust(7, "0") for day in days)
    last = first if record.date_precision == "day" else last
    if first[:4] != last[:4]:
        return "unknown"
    return first if by == "month" and first == last else first[:4]


def by_pair(shown, records, query):
    names = dict(meetings.Country.objects.values_list("slug", "name"))
    true = Counter()
    for record in records:
        true.update(combinations(sorted(meetings.parties(record.pk)), 2))
    signed = dict.fromkeys(true, 0)
    steps = Step.objects.filter(published("agreement"), meeting__in=records, kind__in=["signed", "exchanged"])
    for agreement in {step.agreement for step in steps.select_related("agreement")}:
        for pair in combinations(sorted({party.country.slug for party in agreement.parties.all()}), 2):
            signed[pair] = signed.get(pair, 0) + 1
    return set(shown), {(names[a], names[b], number, signed[a, b]) for (a, b), number in true.items()}


def by_place(shown, records, query):
    hosts = {record.host_country.name for record in records if record.host_country}
    true = Counter(
        record.host_country.name
        for record in records
        if record.host_country and record.place_basis != "dateline"
    )
    by_host = Counter()
    for name, _, number in shown:
        by_host[name if name in hosts and name in true else ""] += number
    true[""] = len(records) - sum(true.values())
    return +by_host, +true


def by_sphere(shown, records, query):
    pks = {record.pk for record in records}
    spheres = meetings.Discussion._meta.get_field("sphere").related_model.objects.all()
    true = {
        (one.name, len(meetings.discussed(one.slug) & pks), len(meetings.signed(one.slug) & pks))
        for one in spheres
    }
    return set(shown), {cells for cells in true if any(cells[1:])}


@AT_EASE
@given(data=st.data())
def test_numbers_of_every_lens_under_random_filters_are_those_of_the_records(data):
    assert wrong(data.draw(queries(MEETINGS))) == {}


def test_numbers_of_every_lens_without_filter_are_those_of_the_records():
    assert wrong({}) == {}


@pytest.mark.parametrize("by", ["year", "month"])
def test_every_meeting_stands_where_it_began_or_in_no_column_by_any_step(by):
    rows = read("meetings", {})
    counts = timeline.placed(timeline.grouped(rows.filtered()), by)
    records = Meeting.objects.filter(slug__in=answer("meetings", {}))
    shown = {
        "-".join(f"{n:02}" for n in period) or "unknown": sum(numbers) for period, numbers in counts.items()
    }
    assert shown == dict(Counter(period_of(record, by) for record in records))
    assert shown["unknown"] > 0 and (by == "year" or any(len(period) == 4 for period in shown))


def test_planted_wrong_number_is_noticed(monkeypatch):
    true = timeline.placed

    def one_too_many(groups, by):
        counts = true(groups, by)
        next(iter(counts.values()))[0] += 1
        return counts

    monkeypatch.setattr(timeline, "placed", one_too_many)
    assert set(wrong({})) == {"timeline"}


@pytest.mark.parametrize("name", LENSES)
def test_page_and_file_of_a_lens_have_the_same_numbers_and_the_list_keeps_its_count(client, name):
    for query in ({}, {"country": ["azerbaijan"], "before": ["2021"]}):
        page = client.get(address("/meetings/", query | {"view": [name]}))
        assert page.context_data["count"] == len(answer("meetings", query))
        drawing, lines = page.context_data["drawing"], csv_rows(client, f"meetings/{name}", query)
        shown = [tuple(str(cell) for cell in line.cells) for line in drawing.lines]
        assert [tuple(line.values()) for line in lines] == shown and shown
        assert page.context_data["views"]["file"] in page.content.decode().replace("&amp;", "&")
        for line in drawing.lines[:3]:
            assert not line.url or client.get(line.url).status_code == 200
        assert {export["label"]: "view" in export["url"] for export in page.context_data["exports"]}[
            "CSV"
        ] is False


@pytest.mark.parametrize("name", LENSES)
def test_lens_on_no_rows_says_so_and_wrong_views_are_refused(client, name):
    empty = client.get(f"/meetings/?q=nothingofthekind&view={name}")
    assert f"nothing to draw as {LENSES[name].label.lower()}" in empty.content.decode()
    assert csv_rows(client, f"meetings/{name}", {"q": ["nothingofthekind"]}) == []
    for query in (f"view={name}&view={name}", f"view={name}x", f"view={name}&by=week"):
        assert client.get(f"/meetings/?{query}").status_code == 400
    assert client.get(f"/meetings/{name}.csv?by=week").status_code == 400
    assert client.get(f"/meetings.csv?view={name}").status_code == 400


def test_view_stays_while_filters_change(client):
    page = client.get("/meetings/?view=timeline&by=month&country=russia")
    text = page.content.decode()
    assert 'type="hidden" name="view" value="timeline"' in text and 'name="by" value="month"' in text
    assert [link["current"] for link in page.context_data["views"]["links"]] == [
        False,
        True,
        False,
        False,
        False,
    ]
    assert page.context_data["chips"][0]["url"] == "/meetings/?view=timeline&by=month"
