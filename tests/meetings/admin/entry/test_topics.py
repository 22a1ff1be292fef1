"""Topics pasted line by line become discussions, each with the sphere that a name or synonym says."""

import pytest

from agreements.models import Sphere
from meetings.models import Meeting
from tests.meetings.admin.posting import adding, shown

WHO = "/admin/meetings/meeting/who/"


@pytest.fixture(autouse=True)
def synonyms(seed_records):
    sphere = Sphere.objects.get(slug="epidemics")
    sphere.synonyms = ["COVID-19", "pandemic"]
    sphere.save()


def test_lines_become_discussions_with_their_spheres(desk):
    text = "increasing trade cooperation;\n – joint fight against COVID-19. \n;the weather"
    answer = desk.post(WHO, {"_who": "topics", "who-topics": text}).json()
    assert answer["prefix"] == "discussions"
    assert [(row["wording"], row["sphere"] and row["sphere"][1]) for row in answer["rows"]] == [
        ("increasing trade cooperation", "Trade"),
        ("joint fight against COVID-19", "Epidemics and vaccines"),
        ("the weather", None),
    ]
    assert "3 rows added" in answer["html"] and "1 of them name no sphere" in answer["html"]
    assert "one wording to a line" in desk.post(WHO, {"_who": "topics"}).json()["html"]


def test_without_script_the_form_comes_back_with_the_discussions(desk):
    data = shown(desk.get(adding(Meeting))) | {"_who": "topics", "who-topics": "trade"}
    again = shown(desk.post(adding(Meeting), data))
    assert again["discussions-0-wording"] == "trade"
    assert again["discussions-0-sphere"] == str(Sphere.objects.get(slug="trade").pk)


def test_suggestions_name_the_synonym_and_the_post_by_which_they_are_found(desk):
    def suggested(model, field, term):
        app = {"discussion": "agreements"}.get(model, "meetings")
        query = {"app_label": app, "model_name": model, "field_name": field, "term": term}
        return [one["text"] for one in desk.get("/admin/autocomplete/", query).json()["results"]]

    assert suggested("discussion", "sphere", "covid") == ["Epidemics and vaccines (COVID-19)"]
    assert suggested("discussion", "sphere", "epidem") == ["Epidemics and vaccines"]
    assert suggested("participation", "official", "asad") == ["Ali Asadov (Prime Minister, Azerbaijan)"]
