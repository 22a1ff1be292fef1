"""What must hold of the records of agreements holds in the database itself, and forms say so in words."""

import pytest

from ...factories import (
    AgreementFactory,
    CoverageFactory,
    PartyFactory,
    SignatureFactory,
    SphereFactory,
    record_models,
)
from ...violations import attempt, complaint_of, constraints_of, database_refuses

pytestmark = pytest.mark.django_db

UNIQUE = [
    ("sphere.slug", {"slug": "customs"}),
    ("sphere.code", {"code": "ECO-CUS"}),
]
OTHERS = {
    "agreement.slug",
    "agreement_text_url_is_web",
    "agreement_not_in_itself",
    "signature_by_someone",
    "coverage_once",
    "party_once",
}


def test_every_constraint_of_the_records_is_tried_here():
    assert constraints_of("agreements", record_models()) == {name for name, _ in UNIQUE} | OTHERS


@pytest.mark.parametrize(("name", "fields"), UNIQUE)
def test_the_same_value_of_two_spheres_is_a_form_error_and_refused_by_the_database(name, fields):
    SphereFactory(**fields)
    sphere, save = attempt(SphereFactory, **fields)
    assert "already exists" in complaint_of(sphere)
    database_refuses(save)


def test_the_same_address_of_two_agreements_is_refused_by_the_database():
    AgreementFactory(slug="customs-accord")
    database_refuses(lambda: AgreementFactory(slug="customs-accord"))


@pytest.mark.parametrize("url", ["javascript:alert(1)", "ftp://example.org/text", "example.org"])
def test_an_address_that_is_not_of_the_web_is_a_form_error_and_refused_by_the_database(url):
    agreement, save = attempt(AgreementFactory, text_url=url)
    assert "valid URL" in complaint_of(agreement)
    database_refuses(save)


def test_a_package_in_itself_is_a_form_error_and_refused_by_the_database():
    agreement = AgreementFactory(type="package")
    agreement.package = agreement
    assert "package" in complaint_of(agreement)
    database_refuses(agreement.save)


def test_a_signature_of_nobody_is_a_form_error_and_refused_by_the_database():
    signature, save = attempt(SignatureFactory, official=None, name="", post="", body="")
    assert "Say who signed" in complaint_of(signature)
    database_refuses(save)


@pytest.mark.parametrize("fields", [{"name": "T. Azizov"}, {"post": "Minister"}, {"body": "Customs"}])
def test_a_signature_by_a_name_a_post_or_a_body_is_enough(fields):
    SignatureFactory(official=None, **({"post": ""} | fields)).full_clean()


@pytest.mark.parametrize("factory", [CoverageFactory, PartyFactory])
def test_the_same_part_of_an_agreement_twice_is_a_form_error_and_refused_by_the_database(factory):
    first = factory()
    kept = {name: getattr(first, name) for name in ("agreement", "sphere", "wording", "country", "body")
            if hasattr(first, name)}  # fmt: skip
    second, save = attempt(factory, **kept, number=9)
    assert "already" in complaint_of(second)
    database_refuses(save)


def test_a_part_of_what_is_no_package_is_a_form_error():
    part, _ = attempt(AgreementFactory, package=AgreementFactory(type="treaty"))
    assert "Only a package has parts" in complaint_of(part)


def test_a_package_in_a_package_is_a_form_error():
    part, _ = attempt(AgreementFactory, type="package", package=AgreementFactory(type="package"))
    assert "A package is not part of another" in complaint_of(part)


def test_a_package_that_has_parts_cannot_become_something_else():
    package = AgreementFactory(type="package")
    AgreementFactory(package=package)
    package.type = "treaty"
    assert "parts" in complaint_of(package)


def test_a_sphere_below_a_sub_is_a_form_error():
    top = SphereFactory()
    sphere, _ = attempt(SphereFactory, parent=SphereFactory(parent=top))
    assert "two levels" in complaint_of(sphere)


def test_a_top_sphere_with_subs_stays_at_the_top():
    top = SphereFactory()
    SphereFactory(parent=top)
    top.parent = SphereFactory()
    assert "stays at the top" in complaint_of(top)


def test_a_sphere_below_itself_is_a_form_error():
    sphere = SphereFactory()
    sphere.parent = sphere
    assert "two levels" in complaint_of(sphere)


def test_a_synonym_belongs_to_one_sphere_whatever_its_case():
    SphereFactory(name="Customs", synonyms=["tariffs"])
    other, _ = attempt(SphereFactory, synonyms=["Tariffs"])
    assert "“tariffs” belongs to Customs already" in complaint_of(other)
