"""How many queries each public address takes: the same at few and at many rows, and pinned in query_counts.json.

COMMUNIQUE_REWRITE=1 writes the file anew; a changed number is a one-line difference to look at.
"""

import json
import os
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from config.api import LISTINGS
from meetings.tidy import TIDY
from tests.factories import (
    CommitmentFactory,
    CoverageFactory,
    EventFactory,
    FigureFactory,
    QuoteFactory,
    SourceFactory,
    agreement_of,
    meeting_between,
)

pytestmark = pytest.mark.django_db

PINNED = Path(__file__).parent / "query_counts.json"
FEW, MANY = 3, 30


def more(number):
    """Publish as many meetings, each with its facts, an event and an agreement."""
    for turn in range(number):
        meeting = meeting_between(
            f"Land {turn}", f"Reich {turn}", published=True, event=EventFactory(reference=True)
        )
        speaker = meeting.participations.first().official
        people = [speaker] if speaker else []
        SourceFactory(reference=True)
        QuoteFactory(meeting=meeting, speakers=people)
        FigureFactory(meeting=meeting, claimed_by=people)
        CommitmentFactory(meeting=meeting, by_officials=people)
        agreement = agreement_of(f"Land {turn}", f"Reich {turn}", published=True, meeting=meeting)
        CoverageFactory(agreement=agreement)


def addresses():
    """Return one address of each list and format, and one record of each kind."""
    found = ["/", "/data/", "/api/docs/", "/search/?q=land"]
    for listing in LISTINGS:
        found += [f"/{listing.name}/", f"/{listing.name}.csv", f"/api/v1/{listing.name}/"]
        entry = listing.editions().order_by("slug").first()
        if listing.name == "pairs":
            found.append(f"/countries/{entry.slug}/")
        else:
            found += [f"/{listing.name}/{entry.slug}/", f"/api/v1/{listing.name}/{entry.slug}/"]
    return found + [f"/{listing.name}.csv" for listing in TIDY]


def label(address):
    """Return the address with "one" for the slug of a record, so that it is the same in every run."""
    parts = address.strip("/").split("/")
    if parts[0] == "countries" and len(parts) == 3:
        return "pair/one"
    is_record = address.endswith("/") and len(parts) > (3 if parts[0] == "api" else 1) and parts[-1] != "docs"
    return "/".join([*parts[:-1], "one"]) if is_record else address


def counted(client):
    """Return {label: number of queries}, streams read to their end."""
    counts = {}
    for address in addresses():
        with CaptureQueriesContext(
            connection,
        ) as queries:
            response = client.get(address)
            b"".join(response.streaming_content) if response.streaming else response.content
        assert response.status_code == 200, address
        counts[label(address)] = len(queries)
    return counts


def test_queries_do_not_grow_with_the_rows_and_are_those_pinned(client):
    more(FEW)
    few = counted(client)
    more(MANY)
    many = counted(client)
    assert {name: (few[name], count) for name, count in many.items() if count > few[name]} == {}
    if os.environ.get("COMMUNIQUE_REWRITE"):
        PINNED.write_text(json.dumps(few, indent=1) + "\n")
    assert few == json.loads(PINNED.read_text())
