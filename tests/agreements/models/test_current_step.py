"""Where an agreement stands follows from its steps, one-sided ones too."""

import pytest

from ...factories import AgreementFactory, PartyFactory, StepFactory, country

pytestmark = pytest.mark.django_db


def standing(*steps, parties=("A", "B")):
    """Return the current step of an agreement of the parties with steps such as "signed" or "ratified A"."""
    agreement = AgreementFactory()
    for name in parties:
        PartyFactory(agreement=agreement, country=country(name))
    for step in steps:
        kind, _, name = step.partition(" ")
        StepFactory(agreement=agreement, kind=kind, country=country(name) if name else None)
    return agreement.current_step()


@pytest.mark.parametrize(
    ("steps", "reached"),
    [
        ([], ""),
        (["mentioned"], "mentioned"),
        (["mentioned", "proposed"], "proposed"),
        (["signed", "mentioned"], "signed"),
        (["signed", "proposed"], "signed"),
        (["initialled", "signed-by-some"], "signed-by-some"),
        (["signed", "ratified A"], "signed"),
        (["signed", "ratified A", "ratified B"], "ratified"),
        (["signed", "ratified"], "ratified"),
        (["ratified A"], "signed-by-some"),
        (["signed A"], "signed-by-some"),
        (["agreed", "signed A"], "signed-by-some"),
        (["signed A", "signed B"], "signed"),
        (["proposed A"], "proposed"),
        (["initialled A"], "mentioned"),
        (["signed", "ratified A", "in-force"], "in-force"),
        (["in-force", "terminated"], "terminated"),
        (["in-force", "terminated A"], "in-force"),
        (["signed", "ratified C"], "signed"),
    ],
)
def test_current_step_is_the_furthest_that_all_parties_took(steps, reached):
    assert standing(*steps) == reached


def test_a_step_of_one_party_does_not_count_for_all_while_no_party_is_known():
    assert standing("signed A", parties=()) == "signed-by-some"


def test_a_party_with_two_bodies_ratifies_once():
    agreement = AgreementFactory()
    for body in ("Ministry", "Agency"):
        PartyFactory(agreement=agreement, country=country("A"), body=body)
    StepFactory(agreement=agreement, kind="ratified", country=country("A"))
    assert agreement.current_step() == "ratified"


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"title": "Customs accord", "type_wording": "documents"}, "Customs accord"),
        ({"title": "", "type_wording": "documents on cooperation"}, "documents on cooperation"),
        ({"title": "", "type": "memorandum-of-understanding"}, "memorandum of understanding"),
    ],
)
def test_an_agreement_is_called_by_its_title_else_by_the_sources_words_else_by_its_type(fields, name):
    assert AgreementFactory(**fields).name == name
