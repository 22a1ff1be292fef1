"""No list answers what it was not asked: every filter of every list, with what it cannot take."""

import html

import pytest
from django.http import QueryDict

from config.api import LISTINGS
from meetings.browse.fields import DayField, LookedUpField, SlugTextField, ValuesField, WordsField
from meetings.browse.filterset import StrictFilterSet
from meetings.tidy import TIDY
from tests.factories import CountryFactory, OfficialFactory, RedirectFactory, meeting_between
from tests.reading import address, in_csv, in_json, on_pages

ALL = {listing.name: listing for listing in (*LISTINGS, *TIDY)}
EACH = [(name, parameter) for name, listing in ALL.items() for parameter in listing.filterset.base_filters]
SINGLE = [
    (name, parameter) for name, parameter in EACH if not ALL[name].filterset.base_filters[parameter].many
]
NEEDS = [(name, *pair) for name, listing in ALL.items() for pair in listing.filterset.needs.items()]
INVALID = {
    LookedUpField: ("no-such-thing", "1", "2147483648", "-1", "../../etc", "Ə" * 500),
    ValuesField: ("nonsense", "1", "None", "*", "x" * 10_000),
    DayField: (
        "yesterday",
        "2021-13",
        "2021-02-30",
        "0000",
        "10000",
        "-1",
        "2021-5",
        "٢٠٢١",
        "9223372036854775808",
    ),
    WordsField: ("---", "…", "one two three four five six seven eight nine", "word " * 1_000),
    SlugTextField: ("---", "x" * 201),
}

pytestmark = pytest.mark.django_db


def reasons_in_all_formats(client, name, query):
    """Return what page, CSV and JSON say when they refuse a query; asserts that each answers 400 without a row."""
    page = client.get(address(f"/{name}/", query)) if ALL[name].expand is None else None
    file = client.get(address(f"/{name}.csv", query))
    answers = [page, file, client.get(address(f"/api/v1/{name}/", query)) if ALL[name].in_api else None]
    answers = [answer for answer in answers if answer is not None]
    assert [answer.status_code for answer in answers] == [400] * len(answers), query
    if page is not None:
        assert page.context_data["rows"] == []
    return [html.unescape(answer.content.decode()) for answer in answers]


def said(texts, reason):
    return all(reason in text for text in texts)


@pytest.mark.parametrize(("name", "parameter"), EACH)
def test_filter_with_invalid_value_is_refused_with_the_reason_in_every_format(client, name, parameter):
    field = ALL[name].filterset.base_filters[parameter].field
    reasons = {value: refusals(name, parameter, value) for value in INVALID[type(field)]}
    assert all(reasons.values()), reasons
    # Every format reads an address by the same call, so one value shows that each tells what was read.
    value, own = next(iter(reasons.items()))
    assert said(reasons_in_all_formats(client, name, {parameter: [value]}), own[0])


def refusals(name, parameter, value):
    faults = ALL[name].read(QueryDict(address("", {parameter: [value]})[1:])).faults
    return [fault.message for fault in faults if fault.name == parameter and "needs" not in fault.message]


@pytest.mark.parametrize(("name", "parameter"), SINGLE)
def test_single_filter_given_twice_is_refused(client, name, parameter):
    texts = reasons_in_all_formats(client, name, {parameter: ["2021", "2022"]})
    assert said(texts, f"“{parameter}” can be given once only.")


@pytest.mark.parametrize(("name", "parameter", "needed"), NEEDS)
def test_filter_without_the_one_that_it_needs_is_refused(client, name, parameter, needed):
    texts = reasons_in_all_formats(client, name, {parameter: ["minister"], needed: [""]})
    assert said(texts, f"“{parameter}” needs “{needed}” beside it.")


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize(
    "parameter", ["colour", "country__slug", "id", "Country", " q", "q ", "keys", "x" * 10_000]
)
def test_unknown_parameter_is_refused(client, name, parameter):
    assert said(reasons_in_all_formats(client, name, {parameter: ["1"]}), "There is no filter “")
    reasons_in_all_formats(client, name, {parameter: [""]})


@pytest.mark.parametrize("name", ALL)
def test_sort_that_is_not_one_of_the_list_is_refused(client, name):
    for sort in ("slug", "-title", "?", "keys", "--date", "record__slug"):
        assert said(reasons_in_all_formats(client, name, {"sort": [sort]}), "Write one of:")
    twice = {"sort": [ALL[name].default_sort] * 2}
    assert said(reasons_in_all_formats(client, name, twice), "“sort” can be given once only.")


@pytest.mark.parametrize("name", ALL)
def test_paging_of_one_format_is_unknown_to_the_others(client, name):
    assert client.get(f"/{name}.csv?page=1").status_code == 400
    assert client.get(f"/{name}.csv?page_size=1").status_code == 400
    if ALL[name].in_api:
        assert client.get(f"/{name}/?cursor=abc").status_code == 400
        assert client.get(f"/api/v1/{name}/?page=1").status_code == 400


@pytest.mark.parametrize(("name", "parameter"), EACH)
def test_empty_value_counts_as_absent(client, name, parameter):
    query = {parameter: [""]}
    assert client.get(address(f"/{name}.csv", {parameter: ["", ""]})).status_code == 200
    if ALL[name].in_api:
        assert client.get(address(f"/api/v1/{name}/", query)).status_code == 200
        response = client.get(address(f"/{name}/", query | {"page": [""]}))
        assert response.status_code == 200 and response.context_data["chips"] == []


@pytest.mark.parametrize(
    "query", ["city=nowhere&city=", "city=&city=nowhere", "q=nowhere&q=", "before=1900&before="]
)
def test_empty_value_beside_another_does_not_take_its_place(client, query):
    meeting_between(published=True)
    assert client.get(f"/meetings/?{query}").context_data["count"] == 0
    assert client.get(f"/api/v1/meetings/?{query}").json()["count"] == 0
    assert client.get("/meetings/?sort=title&sort=").context_data["sort"] == "title"


@pytest.mark.parametrize("name", ALL)
def test_more_values_than_twenty_are_refused(client, name):
    many = [
        parameter for of, parameter in EACH if of == name and ALL[name].filterset.base_filters[parameter].many
    ]
    for parameter in many:
        texts = reasons_in_all_formats(client, name, {parameter: [f"value-{n}" for n in range(21)]})
        assert said(texts, "At most 20 values at once.")


@pytest.mark.parametrize("listing", ALL.values(), ids=ALL)
def test_every_filter_stands_once_in_the_panel_and_has_words(listing):
    named = [parameter for _, parameters in listing.filterset.panel for parameter in parameters]
    assert sorted(named) == sorted(listing.filterset.base_filters)
    assert issubclass(listing.filterset, StrictFilterSet)
    assert all(entry.field.label for entry in listing.filterset.base_filters.values())


@pytest.mark.parametrize("parameter", ["utm_source", "utm_x", "fbclid", "gclid"])
def test_tracking_parameter_is_dropped_by_a_redirect(client, parameter):
    for path, status in (("/meetings/", 301), ("/meetings.csv", 301), ("/api/v1/meetings/", 308)):
        response = client.get(f"{path}?{parameter}=a%26b&format=phone&format=video&q=a+b")
        assert (response.status_code, response["Location"]) == (
            status,
            f"{path}?format=phone&format=video&q=a+b",
        )
        assert client.get(f"{path}?{parameter}=1")["Location"] == path
        assert client.head(f"{path}?{parameter}=1").status_code == status


def test_old_slug_of_a_filter_leads_to_the_record_of_today(client):
    turkey = CountryFactory(name="Turkey")
    gone = CountryFactory(name="Turkey in Europe")
    RedirectFactory(kind="countries", old_slug="turkiye", target_slug=turkey.slug)
    RedirectFactory(kind="countries", old_slug="nowhere", target_slug="never-was")
    RedirectFactory(kind="officials", old_slug=gone.slug, target_slug=turkey.slug)
    query = {"country": ["turkiye", "turkey"]}
    for read in (on_pages, in_csv, in_json):
        assert read(client, "pairs", query) == []
    assert client.get("/pairs/?country=turkiye").context_data["chips"][0]["value"] == "Turkey"
    assert said(
        reasons_in_all_formats(client, "pairs", {"country": ["nowhere"]}), "There is no country “nowhere”"
    )


def test_slug_that_is_not_public_is_refused_like_one_that_never_was(client):
    hidden = OfficialFactory(name="Hidden Person")
    RedirectFactory(kind="officials", old_slug="was-hidden", target_slug=hidden.slug)
    for slug in (hidden.slug, "was-hidden", "hidden-person"):
        reasons = reasons_in_all_formats(client, "meetings", {"official": [slug]})
        assert said(reasons, f"There is no official “{slug}” in this record.")
        assert not any("Hidden Person" in reason for reason in reasons)
