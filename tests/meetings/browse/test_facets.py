"""Facets: each number is that of the list which the value leads to, whatever other filters are in use."""

import pytest
from django.http import QueryDict
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agreements.listings import AGREEMENTS
from meetings.browse import facets
from meetings.browse.facets import KeyFacet, YearFacet, counted, facets_of, years_of
from meetings.listings import MEETINGS
from tests.oracle import answer
from tests.reading import BY_NAME, address
from tests.test_formats_agree import queries

AT_EASE = settings(
    derandomize=True,
    deadline=None,
    database=None,
    max_examples=12,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("world")]


def read(name, query):
    """Return the Reading of {parameter: [values]}."""
    reading = BY_NAME[name].read(QueryDict(address("", query)[1:]))
    assert reading.faults == []
    return reading


def wrong(name, query):
    """Return {(parameter, value): (number shown, number by the records)} where they differ."""
    reading, found = read(name, query), {}
    for parameter, counts in counted(reading).items():
        field = reading.filters.form.fields[parameter]
        values = [*counts, *_some_others(field, counts)]
        for value in values:
            shown, true = counts.get(value, 0), len(answer(name, query | {parameter: [value]}))
            if shown != true:
                found[parameter, value] = shown, true
    return found | _wrong_years(name, query, reading)


def _some_others(field, counts):
    """Return a few values that are not counted, so bring nothing."""
    values = field.known(["azerbaijan", "turkey", "georgia", "trade"]) if field.long else field.all_choices()
    return [value for value in values if value not in counts]


def _wrong_years(name, query, reading):
    found = {}
    for facet in BY_NAME[name].facets:
        if isinstance(facet, YearFacet):
            counts = dict(years_of(reading, facet))
            for year in {*counts, 1, 1999, 2022}:
                asked = {"after": [f"{year:04}"], "before": [f"{year:04}"]}
                shown, true = counts.get(year, 0), len(answer(name, query | asked))
                if shown != true:
                    found["year", year] = shown, true
    return found


@pytest.mark.parametrize("name", ["meetings", "agreements"])
@AT_EASE
@given(data=st.data())
def test_facet_counts_under_random_filters_are_the_lists_they_lead_to(name, data):
    assert wrong(name, data.draw(queries(BY_NAME[name]))) == {}


@pytest.mark.parametrize(
    ("name", "query"),
    [
        ("meetings", {}),
        ("meetings", {"country": ["azerbaijan"]}),
        ("meetings", {"country": ["azerbaijan", "russia"], "counterpart": ["russia", "turkey", "azerbaijan"]}),
        ("meetings", {"country": ["azerbaijan", "russia"], "rank": ["head-of-state"], "counterpart": ["turkey"]}),
        ("meetings", {"country": ["azerbaijan"], "level": ["head-of-government"], "sphere": ["trade"]}),
        ("meetings", {"after": ["2021-05"], "before": ["2021-05"], "q": ["talks"]}),
        ("agreements", {"party": ["azerbaijan", "russia"], "counterpart": ["russia"], "step": ["signed"]}),
    ],
)  # fmt: skip
def test_facet_counts_beside_filters_that_lean_on_each_other_are_true(name, query):
    query = {
        parameter: values for parameter, values in query.items() if not _is_unknown(name, parameter, values)
    }
    assert wrong(name, query) == {}


def _is_unknown(name, parameter, values):
    return parameter == "sphere" and not BY_NAME[name].filterset.base_filters["sphere"].field.known(values)


def test_planted_wrong_number_is_noticed(monkeypatch):
    def one_too_many(rows, parameters):
        counts = true_counts(rows, parameters)
        counts["format"]["phone"] += 1
        return counts

    true_counts = facets.key_counts
    monkeypatch.setattr(facets, "key_counts", one_too_many)
    assert set(wrong("meetings", {})) == {("format", "phone")}


def test_facet_of_a_filter_keeps_what_is_chosen_and_waits_for_what_it_needs():
    shown = facets_of(read("meetings", {"format": ["correspondence"], "city": ["nowhere"]}))
    assert [(one.value, one.count, one.chosen) for one in shown["format"].options] == [
        ("correspondence", 0, True)
    ]
    assert "counterpart" not in shown
    assert "counterpart" in facets_of(read("meetings", {"country": ["russia"]}))


def test_every_facet_that_is_declared_is_a_filter_of_its_list():
    for listing in (MEETINGS, AGREEMENTS):
        names = {facet.parameter for facet in listing.facets if isinstance(facet, KeyFacet)}
        assert names and names <= listing.filterset.base_filters.keys()


def test_page_shows_counts_labels_and_years_that_lead_to_their_lists(client):
    page = client.get("/meetings/?country=azerbaijan")
    form = page.context_data["form"]
    option = form.fields["country"].facet.options[0]
    followed = client.get(f"/meetings/?country={option.value}")
    assert followed.context_data["count"] == option.count > 0
    assert f'value="{option.value}" id="id_country_{option.value}"' in page.content.decode()
    for year in form.fields["before"].years.options:
        assert client.get(year.value).context_data["count"] == year.count
