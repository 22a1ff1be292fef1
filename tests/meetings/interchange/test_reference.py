"""The reference and demo files, loaded whole once for all tests of this module."""

import csv
import json
from datetime import date
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import transaction

from agreements.models import Agreement, Sphere
from meetings.edits import Edit
from meetings.interchange import demo, reference
from meetings.models import Country, Meeting, Official
from meetings.publication import Publication
from tests import seed_facts

LISTS = Path(__file__).parents[1] / "data"


@pytest.fixture(scope="module")
def reports(django_db_setup, django_db_blocker):
    """Load everything in a transaction that is rolled back after the module; the two Reports."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield reference.load_reference(), demo.load_demo()
        transaction.set_rollback(True)


@pytest.fixture
def loaded(reports, db):
    return reports


def asked(name):
    with (LISTS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def wrongly_resolved(rows):
    names = Country.objects.names()
    answers = {}
    for row in rows:
        found = names.meant(row["name"], date.fromisoformat(row["on"]) if row["on"] else None)
        if "; ".join(sorted(country.slug for country in found)) != row["country"]:
            answers[row["name"], row["on"]] = (found, row["country"])
    return answers


def test_files_load_whole_as_two_edits_and_load_again_without_a_change(loaded, capsys):
    counts = [len(reference.jobs()), len(demo.jobs())]
    assert [report.total("created") for report in loaded] == counts
    edits = Edit.objects.count()
    again = reference.load_reference(), demo.load_demo()
    assert [report.total("unchanged") for report in again] == counts
    assert Edit.objects.count() == edits
    call_command("load_demo")
    sources = sum(model._meta.verbose_name == "source" for model, _ in demo.jobs())
    assert f"unchanged: {sources} source" in capsys.readouterr().out


def test_edition_after_loading_equals_the_records(loaded):
    call_command("rebuild_edition", "--check")


def test_meetings_and_agreements_of_the_demo_are_all_published(loaded):
    assert set(Meeting.objects.values_list("publication", flat=True)) == {Publication.PUBLISHED}
    assert set(Agreement.objects.values_list("publication", flat=True)) == {Publication.PUBLISHED}


def test_names_of_real_records_all_resolve_to_the_record_meant_that_day(loaded):
    rows = asked("country_names")
    assert len(rows) == 265
    assert wrongly_resolved(rows) == {}


def test_names_at_the_edges_resolve_to_the_record_meant_or_to_none(loaded):
    assert wrongly_resolved(asked("country_names_more")) == {}


def test_names_in_other_languages_resolve_to_the_record_or_records_meant_that_day(loaded):
    assert wrongly_resolved(asked("country_names_tongues")) == {}
    names, missing = Country.objects.names(), []
    for country in Country.objects.filter(valid_until=None):
        missing += [name for name in country.undated_names() if names.one(name) != country]
    assert missing == []


@pytest.mark.parametrize(
    "words", ["США", "EE. UU.", "Deutschland", "Россия", "Alemania", "日本", "Azərbaycan", "UK"]
)
def test_search_in_any_language_of_the_record_finds_the_country_and_its_meetings(loaded, client, words):
    meant = Country.objects.resolve(words)
    found = {
        block["listing"].name: block for block in client.get("/search/", {"q": words}).context_data["related"]
    }
    assert meant.slug in {entry.slug for entry in found["countries"]["rows"]}
    met = client.get("/api/v1/meetings/", {"country": meant.slug}).json()["count"]
    assert met and found["meetings"]["count"] >= met


def test_seed_meeting_when_loaded_says_what_its_article_says(loaded):
    seed = Meeting.objects.get(slug="2021-05-20-azerbaijan-russia")
    assert (seed.place_basis, seed.city, seed.host_country) == ("dateline", "Baku", None)
    assert (seed.laterality(), seed.level()) == ("bilateral", "head-of-government")
    assert {discussion.sphere.slug for discussion in seed.discussions.all()} == {
        "culture",
        "economic-cooperation",
        "epidemics",
        "humanitarian-cooperation",
        "trade",
    }
    said = [quote.text for quote in seed.quotes.filter(kind="direct")]
    assert said == [text for _, kind, text in seed_facts.QUOTES if kind == "direct"]
    assert seed.commitments.get().state == "open"
    assert seed.sources.get().url == ""


def test_seed_figures_when_loaded_keep_value_qualifier_period_and_claimant(loaded):
    figures = list(Meeting.objects.get(slug="2021-05-20-azerbaijan-russia").figures.all())
    assert [figure.amount() for figure in figures] == [
        "680 million USD",
        "about 1,000 companies and joint ventures",
        "over 80 entities",
        "over 230 documents",
        "6 road maps",
    ]
    turnover = figures[0]
    assert (str(turnover.change.normalize()), turnover.change_qualifier) == ("3.5", "about")
    assert (turnover.period_start, turnover.period_end) == ("2021-01", "2021-03")
    assert [figure.claimed_by.count() for figure in figures] == [1, 1, 0, 0, 0]


def test_seed_agreements_when_loaded_are_one_signed_package_and_one_mentioned(loaded):
    seed = Meeting.objects.get(slug="2021-05-20-azerbaijan-russia")
    signed = Agreement.objects.get(steps__meeting=seed, steps__kind="signed")
    assert (signed.type, signed.more_spheres, signed.documents_stated) == ("package", True, None)
    assert {coverage.sphere.slug for coverage in signed.coverages.all()} == {
        "communications",
        "information-technology",
        "veterinary-medicine",
        "customs",
        "intellectual-property",
        "food-security",
    }
    mentioned = Agreement.objects.get(steps__meeting=seed, steps__kind="mentioned")
    assert {party.country.slug for party in mentioned.parties.all()} == {"armenia", "azerbaijan", "russia"}


def test_tenures_when_loaded_answer_yes_only_within_what_their_source_knew(loaded):
    day, kingdom = date(2024, 6, 14), Country.objects.get(slug="united-kingdom")
    heads = Official.objects.filter(tenures__country=kingdom, tenures__rank="head-of-government")
    answers = {official.slug: official.tenures_on(day, kingdom) for official in heads}
    assert {slug: found[0][1] for slug, found in answers.items() if found} == {
        "liz-truss": "possibly",
        "rishi-sunak": "yes",
    }


def test_spheres_when_loaded_pass_the_rules_of_their_form(loaded):
    for sphere in Sphere.objects.all():
        sphere.clean()


def test_demo_facts_each_name_a_source():
    loose = []
    for model, tree in demo.jobs():
        if model in (Meeting, Agreement):
            loose += [
                (tree["key"], fact) for fact in facts(tree) if not fact.get("sources", fact.get("source"))
            ]
    assert loose == []


def facts(tree):
    """Return the trees of the parts that state facts: all but parties, coverages and conflicts."""
    names = ("participations", "quotes", "figures", "commitments", "discussions", "steps", "signatures")
    return [tree, *(part for name in names for part in tree.get(name, []))] if "sources" in tree else [tree]


def test_demo_trees_joined_from_two_files_keep_the_lists_of_both(tmp_path):
    one = {"agreements": [{"key": "pact", "title": "Pact", "steps": [{"kind": "signed"}]}]}
    two = {"agreements": [{"key": "pact", "steps": [{"kind": "mentioned"}]}]}
    for name, content in (("a", one), ("b", two)):
        (tmp_path / f"{name}.json").write_text(json.dumps(content))
    [(_, tree)] = demo.jobs(tmp_path)
    assert [step["kind"] for step in tree["steps"]] == ["signed", "mentioned"]


def test_demo_trees_that_contradict_each_other_in_two_files_are_refused(tmp_path):
    for name, title in (("a", "Pact"), ("b", "Treaty")):
        (tmp_path / f"{name}.json").write_text(json.dumps({"agreements": [{"key": "pact", "title": title}]}))
    with pytest.raises(ValueError, match="two files"):
        demo.jobs(tmp_path)
