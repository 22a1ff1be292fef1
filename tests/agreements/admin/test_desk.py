"""The desk of agreements and spheres: what its forms refuse, and what its lists find."""

import pytest
from django.urls import reverse

from agreements.models import Agreement, Coverage, Sphere
from tests.meetings.admin.posting import adding, address, errors, row, shown


@pytest.fixture
def package(seed_records):
    return seed_records[1]


def test_package_is_entered_with_parties_spheres_signatures_and_steps_in_one_form(desk, seed_records):
    meeting, package, _ = seed_records
    country, sphere = package.parties.first().country_id, Sphere.objects.get(slug="customs").pk
    data = shown(desk.get(adding(Agreement))) | {"title": "Customs agreement", "type": "agreement"}
    data = row(data, "parties", 0, country=country, body="Customs Committee")
    data = row(data, "coverages", 0, sphere=sphere, wording="customs matters")
    data = row(data, "signatures", 0, country=country, post="chairman")
    data = row(data, "steps", 0, kind="signed", date="2021-05", meeting=meeting.pk)
    assert desk.post(adding(Agreement), data).status_code == 302
    agreement = Agreement.objects.get(title="Customs agreement")
    parts = (agreement.parties, agreement.coverages, agreement.signatures, agreement.steps)
    assert [part.count() for part in parts] == [1, 1, 1, 1]
    assert agreement.current_step() == "signed"


def test_same_party_twice_is_refused(desk, package):
    data = shown(desk.get(address(package)))
    country = package.parties.first().country_id
    response = desk.post(address(package), row(data, "parties", 2, country=country))
    assert response.status_code == 200
    assert package.parties.count() == 2


def test_signature_of_nobody_is_refused_with_the_reason(desk, package):
    data = shown(desk.get(address(package)))
    country = package.parties.first().country_id
    response = desk.post(address(package), row(data, "signatures", 0, country=country))
    assert "Say who signed" in errors(response)


def test_part_of_what_is_no_package_is_refused_next_to_the_package(desk, seed_records):
    package, statement = seed_records[1:]
    response = desk.post(address(package), shown(desk.get(address(package))) | {"package": statement.pk})
    assert "package" in response.context["adminform"].form.errors


def test_text_address_that_is_not_on_the_web_is_refused(desk, package):
    data = shown(desk.get(address(package))) | {"text_url": "javascript:alert(1)"}
    assert "text_url" in desk.post(address(package), data).context["adminform"].form.errors


def test_agreement_without_a_step_is_not_published_and_the_desk_says_why(publishers_desk, package):
    package.steps.all()[0].delete()
    data = shown(publishers_desk.get(address(package))) | {"_act": "submit"}
    publishers_desk.post(address(package), data)
    data = shown(publishers_desk.get(address(package))) | {"_act": "publish"}
    response = publishers_desk.post(address(package), data, follow=True)
    assert "An agreement needs at least one step" in response.content.decode()


def test_sphere_is_found_by_a_synonym_while_typing(desk, seed_records):
    customs = Sphere.objects.get(slug="customs")
    customs.synonyms = ["simplified corridor"]
    customs.save()
    query = {"app_label": "agreements", "model_name": "coverage", "field_name": "sphere", "term": "corridor"}
    found = desk.get(reverse("admin:autocomplete"), query).json()["results"]
    assert [item["text"] for item in found] == ["Customs (simplified corridor)"]


def test_synonym_of_another_sphere_is_refused_with_its_name(desk, seed_records):
    customs, trade = Sphere.objects.get(slug="customs"), Sphere.objects.get(slug="trade")
    customs.synonyms = ["simplified corridor"]
    customs.save()
    data = shown(desk.get(address(trade))) | {"synonyms": "Simplified corridor"}
    response = desk.post(address(trade), data)
    assert "belongs to Customs already" in str(response.context["adminform"].form.errors["synonyms"])


def test_sphere_address_is_chosen_once(desk, seed_records):
    trade = Sphere.objects.get(slug="trade")
    desk.post(
        address(trade), shown(desk.get(address(trade))) | {"slug": "commerce", "name": "Trade in goods"}
    )
    trade.refresh_from_db()
    assert (trade.slug, trade.name) == ("trade", "Trade in goods")


@pytest.mark.parametrize(("level", "count"), [("top", 5), ("sub", 11), ("nonsense", 16)])
def test_spheres_are_listed_by_level(desk, seed_records, level, count):
    response = desk.get(reverse("admin:agreements_sphere_changelist"), {"level": level})
    assert response.context["cl"].result_count == count


def test_part_stays_with_the_agreement_it_was_added_to(desk, seed_records):
    package, statement = seed_records[1:]
    coverage = package.coverages.first()
    data = shown(desk.get(address(coverage))) | {"agreement": statement.pk, "wording": "mail"}
    assert desk.post(address(coverage), data).status_code == 302
    coverage = Coverage.objects.get(pk=coverage.pk)
    assert (coverage.agreement, coverage.wording) == (package, "mail")
