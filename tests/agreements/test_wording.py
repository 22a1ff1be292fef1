"""How agreements and spheres are told in words."""

import pytest

from agreements import wording
from agreements.models import AgreementEdition, SphereEdition
from meetings.edition.draft import draft_entry
from tests.factories import AgreementFactory, CoverageFactory, SphereFactory, agreement_of

pytestmark = pytest.mark.django_db


def test_agreement_is_told_by_type_parties_step_and_spheres():
    agreement = agreement_of(
        "Azerbaijan",
        "Russia",
        published=True,
        type="memorandum-of-understanding",
        title="memorandum on customs",
    )
    CoverageFactory(agreement=agreement, sphere=SphereFactory(name="Customs"))
    entry = AgreementEdition.objects.get()
    assert wording.agreement_title(entry) == "Memorandum on customs"
    assert wording.agreement_words(entry) == (
        "Memorandum of understanding. Parties: Azerbaijan; Russia. Signed: 20 May 2021. Spheres: Customs."
    )
    assert wording.agreement_kind(entry) == "memorandum of understanding"


def test_agreement_of_which_little_is_known_says_so():
    entry = draft_entry(AgreementFactory(more_spheres=True, type="other"))
    assert wording.agreement_words(entry) == (
        "Document. Parties not recorded. No step recorded. And other spheres, which the source does not name."
    )
    assert wording.agreement_kind(entry) == "document"


def test_sphere_is_told_by_its_synonyms():
    SphereFactory(name="Customs", synonyms=["tariffs", "duties"])
    assert (
        wording.sphere_words(SphereEdition.objects.get()) == "Sphere of cooperation. Also: tariffs; duties."
    )
