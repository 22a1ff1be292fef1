"""How many queries each address asks: the same at 3 and at 30 rows, and the number that is kept in query_counts.json.

COMMUNIQUE_REWRITE=1 writes the file anew; the change is then one line for each address that asks otherwise.
"""

import json
import os
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from config.api import LISTINGS
from meetings import edits
from meetings.listings import LOGS, MEETINGS
from meetings.models import Correction
from meetings.tidy import TIDY
from tests.factories import (
    AttendanceFactory,
    ClaimFactory,
    CommitmentFactory,
    ConflictFactory,
    CoverageFactory,
    DiscussionFactory,
    EventFactory,
    FigureFactory,
    OfficialFactory,
    ParticipationFactory,
    PartyFactory,
    QuoteFactory,
    SignatureFactory,
    SourceFactory,
    SphereFactory,
    StepFactory,
    TenureFactory,
    agreement_of,
    country,
    meeting_between,
)

KEPT = Path(__file__).parent / "query_counts.json"
FEW, MANY = 3, 30

pytestmark = pytest.mark.django_db


def lists():
    """Return the addresses of every list in every format, and of the pages above the lists."""
    found = [f"/{listing.name}/" for listing in (*LISTINGS, *LOGS)]
    found += [f"/{listing.name}.csv" for listing in (*LISTINGS, *LOGS, *TIDY)]
    found += [f"/api/v1/{listing.name}/" for listing in (*LISTINGS, *LOGS)]
    found += [f"/{listing.name}.atom" for listing in (*LISTINGS, *LOGS) if listing.has_feed]
    found += [f"/{listing.name}.ics" for listing in LISTINGS if listing.has_calendar]
    return [
        *found,
        "/meetings/?country=hub&after=2021&q=talks",
        *(f"/meetings/?view={lens.name}" for lens in MEETINGS.lenses),
        *(f"/meetings/{lens.name}.csv" for lens in MEETINGS.lenses),
        "/",
        "/search/?q=talks",
        "/data/",
        "/api/docs/",
    ]


class Grown:
    """Records around one hub: everything hangs on the first meeting, official, event, source and agreement."""

    def __init__(self):
        self.size = 0
        with edits.edit():
            self.hub, self.first = country("Hub"), country("Rim 0")
            self.source = SourceFactory()
            self.official = OfficialFactory(name="Hub Person", reference=True)
            self.sphere = SphereFactory(name="Trade")
            self.event = EventFactory(name="Hub Summit", sources=[self.source], reference=True)
            self.meeting = meeting_between(
                "Hub", "Rim 0", published=True, title="Hub talks", event=self.event, sources=[self.source]
            )
            self.agreement = agreement_of(
                "Hub", "Rim 0", published=True, type="package", meeting=self.meeting
            )

    def to(self, size):
        """Add records until there are `size` of each."""
        with edits.edit():
            for number in range(self.size, size):
                self._add(number)
        self.size = size

    def _add(self, number):
        rim, source, person = country(f"Rim {number}"), SourceFactory(), OfficialFactory(reference=True)
        sphere = SphereFactory(parent=self.sphere)
        meeting = meeting_between(
            "Hub", rim.name, published=True, title=f"Talks {number}", event=self.event, host_country=self.hub,
            place_basis="stated",
        )  # fmt: skip
        ParticipationFactory(meeting=meeting, country=self.hub, official=self.official, sources=[self.source])
        ParticipationFactory(meeting=self.meeting, country=rim, official=person, sources=[source])
        QuoteFactory(meeting=self.meeting, speakers=[self.official, person], sources=[self.source, source])
        FigureFactory(meeting=self.meeting, countries=[self.hub, rim], claimed_by=[self.official])
        CommitmentFactory(
            meeting=self.meeting, by_countries=[self.hub, rim], to_officials=[self.official], event=self.event
        )
        DiscussionFactory(meeting=self.meeting, sphere=sphere, about=[rim], source=source)
        conflict = ConflictFactory(meeting=self.meeting)
        ClaimFactory(conflict=conflict, source=source)
        TenureFactory(official=self.official, country=rim, sources=[source])
        AttendanceFactory(event=self.event, country=rim, official=person)
        EventFactory(host_country=self.hub, reference=True)
        correction = Correction.objects.create(
            edit=edits.current().edit, model="meetings.meeting", key=meeting.pk
        )
        correction.tell([("title", "Talk", "Talks"), ("quotes", None, None)])
        self._agree(rim, source, person, sphere)

    def _agree(self, rim, source, person, sphere):
        other = agreement_of(
            "Hub", rim.name, published=True, meeting=self.meeting, sources=[source], package=self.agreement
        )
        CoverageFactory(agreement=other, sphere=self.sphere)
        if rim != self.first:
            PartyFactory(agreement=self.agreement, country=rim)
        CoverageFactory(agreement=self.agreement, sphere=sphere)
        SignatureFactory(agreement=self.agreement, country=rim, official=person, sources=[source])
        StepFactory(agreement=self.agreement, kind="ratified", country=rim, sources=[source])

    def details(self):
        """Return the addresses of one record of each kind, as page and as JSON."""
        records = {
            "meeting": self.meeting, "official": self.official, "country": self.hub, "event": self.event,
            "source": self.source, "agreement": self.agreement, "sphere": self.sphere,
            "quote": self.meeting.quotes.first(), "figure": self.meeting.figures.first(),
            "commitment": self.meeting.commitments.first(),
        }  # fmt: skip
        found = {"/pairs/<slug>/": reverse("pair", args=["hub", "rim-0"])}
        for noun, record in records.items():
            record.refresh_from_db()
            found[f"{noun}: page"] = reverse(noun, args=[record.slug])
            found[f"{noun}: JSON"] = reverse(f"api-{noun}", args=[record.slug])
        return found


def queries_of(url):
    """Return the queries that an address asks, its stream read to the end."""
    with CaptureQueriesContext(connection) as captured:
        response = Client().get(url)
        assert response.status_code == 200, url
        b"".join(response)
    return [query["sql"] for query in captured.captured_queries]


def asked():
    """Return {address: [queries with few rows, queries with many]}."""
    grown, found = Grown(), {}
    for size in (FEW, MANY):
        grown.to(size)
        for name, url in ({url: url for url in lists()} | grown.details()).items():
            found.setdefault(name, []).append(queries_of(url))
    return found


def test_queries_do_not_grow_with_the_rows_and_are_those_that_are_kept():
    queries = asked()
    grew = {name: (len(few), len(many)) for name, (few, many) in queries.items() if len(few) != len(many)}
    assert grew == {}
    writing = ("INSERT", "UPDATE", "DELETE")
    assert not [sql for few, many in queries.values() for sql in few + many if sql.startswith(writing)]
    counts = {name: len(many) for name, (_, many) in queries.items()}
    if os.environ.get("COMMUNIQUE_REWRITE"):
        KEPT.write_text(json.dumps(counts, indent=1) + "\n")
    assert counts == json.loads(KEPT.read_text())
