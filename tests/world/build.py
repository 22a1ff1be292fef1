"""Writes the made world: one Edit for what is published, a second for what changes afterwards."""

import random
from datetime import UTC, datetime
from types import SimpleNamespace

import time_machine
from django.test import override_settings

from meetings import edits
from meetings.models import Commitment, Redirect
from meetings.publication import Publication
from meetings.workflow import withdraw

from . import facts, people

BEGUN = datetime(2021, 5, 21, 9, 0, tzinfo=UTC)
CHANGED = datetime(2021, 5, 22, 9, 0, tzinfo=UTC)
# The day on which tests read: some commitments are overdue by then.
TODAY = datetime(2022, 3, 1, 12, 0, tzinfo=UTC)
MEETINGS, AGREEMENTS = 66, 26


@override_settings(SIMPLE_HISTORY_ENABLED=False)
def build():
    """Write the world, without histories: these tests read none, and they cost much time."""
    rng = random.Random(2021)
    with time_machine.travel(BEGUN, tick=False), edits.edit():
        world = _still(rng)
        _moving(rng, world)
    with time_machine.travel(CHANGED, tick=False), edits.edit():
        _changes(world)


def _still(rng):
    lands = people.countries()
    texts = people.sources(rng, lands)
    everyone = people.officials(lands, texts)
    return SimpleNamespace(
        lands=lands,
        texts=texts,
        people=everyone,
        spheres=people.spheres(),
        events=people.events(rng, lands, everyone, texts),
    )


def _state(states):
    """What is withdrawn was public first."""
    return Publication.PUBLISHED if states == Publication.WITHDRAWN else states


def _moving(rng, world):
    world.ends = [facts.STATES[number % len(facts.STATES)] for number in range(MEETINGS)]
    world.meetings = [facts.meeting(rng, number, _state(end), world) for number, end in enumerate(world.ends)]
    world.agreements = []
    for number in range(AGREEMENTS):
        state = _state(facts.STATES[number % len(facts.STATES)])
        packages = world.agreements[:4]
        world.agreements.append(facts.agreement(rng, number, state, packages, world))
    _keep(rng, world)


def _keep(rng, world):
    """Some commitments were kept by meetings or agreements, public ones and others."""
    for promise in Commitment.objects.filter(state="kept").order_by("slug"):
        promise.kept_by = rng.choice([None, *world.meetings])
        promise.save()
        if rng.random() < 0.3:
            rng.choice(world.agreements).keeps.add(promise)


def _changes(world):
    ends = [*zip(world.meetings, world.ends, strict=True)]
    ends += [
        (record, facts.STATES[number % len(facts.STATES)]) for number, record in enumerate(world.agreements)
    ]
    for record, end in ends:
        record.refresh_from_db()
        if end == Publication.WITHDRAWN:
            withdraw(record, note="It was about another meeting.")
    for record in world.meetings[:20:3]:
        record.venue = "Zagulba Palace" if record.place_basis != "unknown" else ""
        record.summary = "They met again."
        record.save()
    withdrawn = next(m for m in world.meetings if m.publication == Publication.WITHDRAWN)
    moved = {
        "officials": ("ilham-heydar-oghlu-aliyev", "ilham-aliyev"),
        "countries": ("turkiye", "turkey"),
        "meetings": ("what-was-withdrawn", withdrawn.slug),
        "events": ("gathering-none", "gathering-nowhere"),
    }
    for kind, (old, target) in moved.items():
        people.write(Redirect, kind=kind, old_slug=old, target_slug=target)
