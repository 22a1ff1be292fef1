"""Walks every registered record: list, search, form, history, deletion, with good and with hostile requests."""

import pytest
from django.contrib import admin
from django.urls import reverse

from tests import seed
from tests.meetings.admin.conftest import sign_in

MODELS = sorted(admin.site._registry, key=lambda model: model._meta.label)
HUGE = "9" * 20
HOSTILE = [
    "at__year=" + HUGE,
    "date_start__year=0",
    "kind__exact=%00",
    "kind__exact=nonsense",
    "id__in=" + ",".join([HUGE] * 400),
    "id__in=1,abc",
    "id__exact=" + HUGE,
    "id__regex=(((",
    "name__regex=(((",
    "country__id__exact=abc",
    "publication__exact=" + "x" * 5000,
    "at__gte=abc",
    "at__gte=2021-99-99&at__lt=x",
    "reference__exact=7",
    "level=nonsense",
    "nothing__at__all=1",
    "p=999999999999",
    "p=-1",
    "p=abc",
    "p=" + "9" * 5000,
    "o=99999999",
    "o=1." * 2000,
    "o=-",
    "all=",
    "e=1",
    "_facets=True",
    "_popup=junk",
    "_to_field=nonsense",
    "q=" + "+".join(["word"] * 1000),
    "q=" + "x" * 100_000,
    "q=%22",
    "q=%27%5C",
    "q=%25_%25",
    "q=%00",
    "q=%FF",
]
ANSWERS = {200, 302, 400, 403, 404}


@pytest.fixture
def root(person):
    return sign_in(person("superuser"))


@pytest.fixture
def filled(seed_records):
    return seed_records


def address(model, page, *args):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=args)


def names_of(model):
    return [field.name for field in [*model._meta.fields, *model._meta.many_to_many]]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_every_record_pages_open(root, filled, model):
    model_admin = admin.site._registry[model]
    assert model_admin.search_fields
    assert root.get(address(model, "changelist")).status_code == 200
    assert root.get(address(model, "changelist"), {"q": "Baku 2021 ə"}).status_code == 200
    adding = root.get(address(model, "add")).status_code
    assert adding == 200 or (adding == 403 and model.__name__ in {"Edit", "ErrorReport", "WrongSignIn"})
    for record in model.objects.all()[:2]:
        assert root.get(address(model, "change", record.pk)).status_code == 200
        assert root.get(address(model, "history", record.pk)).status_code == 200
        assert root.get(address(model, "delete", record.pk)).status_code in {200, 403}


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_every_list_and_form_hostile_requests_are_refused_or_empty(root, filled, model):
    changelist = address(model, "changelist")
    for query in HOSTILE:
        assert root.get(f"{changelist}?{query}").status_code in ANSWERS, query[:60]
    for action in ("delete_selected", "act_publish", "nonsense", ""):
        for selected in ("abc", HUGE, "-1", "0"):
            data = {"action": action, "_selected_action": [selected], "index": "abc"}
            assert root.post(changelist, data).status_code in ANSWERS, (action, selected)
    first = model.objects.order_by("pk").values_list("pk", flat=True).first() or 1
    for value in ("abc", HUGE, "-1", "x" * 5000, "\0", "2021-13"):
        data = dict.fromkeys([*names_of(model), "seen_version", "note"], value)
        for page in ("add", "change", "delete"):
            args = [] if page == "add" else [first]
            assert root.post(address(model, page, *args), data).status_code in ANSWERS, (page, value[:20])


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_every_form_hostile_initial_values_are_dropped(root, model):
    for value in ("abc", HUGE, "-1", "1,abc", "x" * 5000, "%00", "[]", "2021-13"):
        query = "&".join(f"{name}={value}" for name in [*names_of(model), "_popup", "nonsense"])
        assert root.get(f"{address(model, 'add')}?{query}").status_code in ANSWERS, value[:20]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_every_page_hostile_key_is_not_found(root, model):
    base = address(model, "changelist")
    for key in (str(2**63), str(2**31), "-1", "0", "abc", "1_5F", "%00", "1%2F..%2F", "9" * 5000):
        for page in ("change", "history", "delete", "preview"):
            response = root.get(f"{base}{key}/{page}/")
            assert response.status_code in {302, 400, 403, 404}, (page, key[:20])


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_every_suggestion_hostile_terms_are_refused_or_empty(root, model):
    terms = ["a", "%00", "x" * 100_000, "+".join(["word"] * 1000), "%22", "%FF"]
    asked = [f"term={term}" for term in terms] + [f"term=&page={page}" for page in ("abc", "0", "-1", HUGE)]
    for field in model._meta.get_fields():
        if not field.is_relation:
            continue
        for words in asked:
            of = f"app_label={model._meta.app_label}&model_name={model._meta.model_name}&field_name={field.name}"
            response = root.get(f"{reverse('admin:autocomplete')}?{of}&{words}")
            assert response.status_code in ANSWERS, (field.name, words[:40])


@pytest.mark.parametrize(
    "query",
    [
        "",
        "app_label=x&model_name=y&field_name=z",
        "app_label=meetings&model_name=quote",
        "app_label=meetings&model_name=historicalquote&field_name=meeting&term=a",
    ],
)
def test_suggestions_without_a_field_are_refused(root, query):
    assert root.get(f"{reverse('admin:autocomplete')}?{query}").status_code in {200, 403}


def test_search_more_words_than_allowed_finds_nothing_and_says_so(root, filled):
    response = root.get(address(seed.Meeting, "changelist"), {"q": " ".join(["asadov"] * 9)})
    assert response.context["cl"].result_count == 0
    assert "at most 8 words" in response.content.decode()


def test_search_of_allowed_length_finds(root, filled):
    response = root.get(address(seed.Meeting, "changelist"), {"q": "asadov baku azerbaijan"})
    assert response.context["cl"].result_count == 1


@pytest.mark.parametrize(
    "path", ["r/abc/1/", "r/999999999999999999999/1/", "jsi18n/", "nonsense/", "meetings/", "%00/"]
)
def test_other_addresses_of_the_desk_answer(root, path):
    assert root.get(f"/admin/{path}").status_code in {200, 302, 400, 404}
