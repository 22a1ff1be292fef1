"""Any two records of a random world are merged: every distinct fact and every citation is there before and after."""

import random
from collections import defaultdict
from contextlib import suppress

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from agreements.models import Agreement
from meetings import edition, edits
from meetings.edits import Edit
from meetings.interchange.merging import merge, plan_of
from meetings.interchange.merging.act import RACED
from meetings.interchange.merging.rules import KINDS, ONE_FACT
from meetings.models import Country, Event, Meeting, Merge, Official, Source
from meetings.workflow import Refused
from tests.factories import (
    AttendanceFactory,
    ClaimFactory,
    CommitmentFactory,
    ConflictFactory,
    DiscussionFactory,
    FigureFactory,
    QuoteFactory,
    SignatureFactory,
    TenureFactory,
)
from tests.meetings.edition.acts import PARTS, REFUSALS, ROOTS, Editors
from tests.meetings.edition.world import public_world

pytestmark = pytest.mark.django_db

ACTS, PAIRS, FEWEST_MERGES = 30, 18, 6
MODELS = (*PARTS, *ROOTS)


@pytest.mark.parametrize("seed", [1, 4])
def test_distinct_facts_are_equal_before_and_after(seed):
    editors, rng, done = Editors(seed), random.Random(seed), 0
    for _ in range(2):
        public_world()
    for _ in range(ACTS):
        with suppress(*REFUSALS, ValidationError, IntegrityError), transaction.atomic():
            editors.act()
    alike(editors)
    for number in range(PAIRS):
        model = KINDS[number % len(KINDS)]
        pair = list(model.objects.order_by("pk"))
        if len(pair) > 1:
            done += merged(rng, *rng.sample(pair, 2))
    assert done >= FEWEST_MERGES
    assert edition.check() == []


def alike(editors):
    """Add facts that differ in one thing only, so that some become one when records do."""
    pick = editors.one
    with edits.edit():
        for _ in range(6):
            TenureFactory(official=pick(Official), country=pick(Country), sources=[pick(Source)])
            AttendanceFactory(event=pick(Event), official=pick(Official), country=pick(Country))
            QuoteFactory(
                meeting=pick(Meeting), speakers=[pick(Official)], text="One.", sources=[pick(Source)]
            )
            FigureFactory(meeting=pick(Meeting), claimed_by=[pick(Official)], measure="trade")
            CommitmentFactory(meeting=pick(Meeting), by_officials=[pick(Official)], what="to meet")
            SignatureFactory(agreement=pick(Agreement), official=pick(Official), country=pick(Country))
            DiscussionFactory(meeting=pick(Meeting), source=pick(Source), sphere=None, wording="gas")
            ClaimFactory(conflict=ConflictFactory(meeting=pick(Meeting)), source=pick(Source))


def merged(rng, kept, gone):
    """Merge two records, everything chosen at random; return whether it was done, having compared what there was."""
    choices = {item.name: rng.choice(item.options) for item in plan_of(kept, gone).differences()}
    before, acts, reasons = everything(), Edit.objects.count(), []
    try:
        merge(kept, gone, choices=choices)
    except Refused as refused:
        reasons = refused.reasons
    assert RACED not in reasons
    if reasons:
        assert everything() == before
        return False
    merges = Merge.objects.filter(edit=Edit.objects.order_by("pk").last())
    turned = {(one.model, one.gone_key): one.kept_key for one in merges}
    pair = {(kept._meta.label_lower, kept.pk), (kept._meta.label_lower, gone.pk)}
    assert facts(everything(), {}, pair) == facts(before, turned, pair)
    assert Edit.objects.count() == acts + 1
    return True


def everything():
    """Return [(model, key, {field: value}, {many-to-many: keys})] of every record."""
    rows = []
    for model in MODELS:
        many = [item.name for item in model._meta.many_to_many]
        written = [item for item in model._meta.concrete_fields if item.editable and not item.primary_key]
        for row in model.objects.order_by("pk").prefetch_related(*many):
            values = {item.name: as_key(getattr(row, item.attname)) for item in written}
            chosen = {name: {other.pk for other in getattr(row, name).all()} for name in many}
            rows.append((model, row.pk, values, chosen))
    return rows


def as_key(value):
    return tuple(value) if isinstance(value, list) else value


def facts(rows, turned, pair):
    """Return {fact: its sources and other relations}, taking what was absorbed for what it lives on in."""
    found = defaultdict(set)
    for model, pk, values, many in rows:
        label = model._meta.label_lower

        def turn(name, key, model=model):
            other = model._meta.get_field(name).related_model
            return turned.get((other._meta.label_lower, key), key) if other else key

        values = {name: turn(name, value) for name, value in values.items()}
        many = {name: frozenset(turn(name, key) for key in keys) for name, keys in many.items()}
        if model in PARTS:
            fact = (label, told(model, values), *(many[name] for name in many if name != "sources"))
            found[fact] |= many.get("sources", set())
        else:
            key = turned.get((label, pk), pk)
            for name, keys in many.items():
                found[label, key, name] |= keys - {key} if name == "predecessors" else keys
            if (label, pk) not in pair:
                found[label, key] = tuple(values.items())
    return dict(found)


def told(model, values):
    """Return what makes a part the fact that it is."""
    names = ONE_FACT.get(model, ())
    own = {name: values[name] for name in names}
    relations = [name for name in names if model._meta.get_field(name).remote_field]
    return tuple((own if names and all(own[name] for name in relations) else values).items())
