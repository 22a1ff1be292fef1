"""No relation is forgotten: each that leads to something that may go has a rule, and no rule is about nothing."""

import pytest

from meetings.interchange.merging.rules import (
    KINDS,
    ONE_FACT,
    RELATIONS,
    TOGETHER,
    Rule,
    name_of,
    relations_of,
)
from meetings.models.record import Part


@pytest.mark.parametrize("model", RELATIONS, ids=lambda model: model.__name__)
def test_every_relation_to_what_may_go_has_a_rule(model):
    assert {name_of(relation) for relation, _ in relations_of(model)} == set(RELATIONS[model])


def test_a_relation_without_a_rule_is_an_error(monkeypatch):
    monkeypatch.delitem(RELATIONS[KINDS[0]], "meetings.Tenure.official")
    with pytest.raises(LookupError):
        relations_of(KINDS[0])


def test_whatever_may_fold_has_its_own_rules_and_stands_on_another():
    folded = {
        relation.related_model
        for model in RELATIONS
        for relation, rule in relations_of(model)
        if rule is Rule.FOLD
    }
    assert folded <= set(RELATIONS)
    assert all(issubclass(model, Part) for model in folded)
    assert set(RELATIONS) - folded == set(KINDS)


def test_rules_name_fields_that_exist():
    for model, names in [*ONE_FACT.items(), *((m, sum(g.values(), ())) for m, g in TOGETHER.items())]:
        assert set(names) <= {field.name for field in model._meta.fields}, model
