"""The guides for readers name every filter, column and address, and every link between guides resolves."""

import re
from pathlib import Path

import pytest

from config.api import LISTINGS
from meetings.tidy import TIDY

ROOT = Path(__file__).resolve().parents[2]
GUIDES = sorted([*(ROOT / "docs").rglob("*.md"), *ROOT.glob("*.md")])
BROWSE = (ROOT / "docs" / "browse.md").read_text()
API = (ROOT / "docs" / "api.md").read_text()


@pytest.mark.parametrize("listing", [*LISTINGS, *TIDY], ids=lambda listing: listing.name)
def test_the_guide_for_analysts_names_every_filter_order_and_column(listing):
    wanted = [*listing.filterset.base_filters, *listing.sorts, *listing.column_names()]
    assert [name for name in wanted if f"`{name}`" not in BROWSE] == []


def test_the_guide_to_the_api_names_every_list():
    assert [listing.name for listing in LISTINGS if f"`/api/v1/{listing.name}/`" not in API] == []


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.name)
def test_links_between_guides_lead_somewhere(guide):
    targets = re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", guide.read_text())
    assert [target for target in targets if not (guide.parent / target).exists()] == []
