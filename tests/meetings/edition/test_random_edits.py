"""A thousand random edits, and the edition equals the records after all of them."""

from contextlib import suppress

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from meetings import edition, edits
from meetings.edits import Edit

from .acts import REFUSALS, Editors
from .world import EDITIONS, PairEdition, public_world, snapshot

pytestmark = pytest.mark.django_db

EDITS = 250
EVERY = 125


@pytest.mark.parametrize("seed", [1, 2, 3, 4])
def test_after_random_edits_the_edition_equals_the_records(seed):
    public_world()
    editors, addresses = Editors(seed), {}
    begun = Edit.objects.count()
    while (done := Edit.objects.count() - begun) < EDITS:
        with suppress(*REFUSALS, ValidationError, IntegrityError), transaction.atomic():
            editors.act()
        if done % EVERY == 0:
            assert edition.check() == [], f"seed {seed}, after {done} edits"
            stay(addresses)
    assert edition.check() == []
    after_rebuilding_is_the_same()


def stay(addresses):
    """Assert that no public address has changed since it was first seen."""
    for model in EDITIONS:
        for pk, slug in model.objects.values_list("pk", "slug"):
            assert addresses.setdefault((model, pk), slug) == slug


def after_rebuilding_is_the_same():
    before = snapshot(times=False)
    for model in (*EDITIONS, PairEdition):
        model.objects.all().delete()
    with edits.edit():
        edition.rebuild()
    assert snapshot(times=False) == before
