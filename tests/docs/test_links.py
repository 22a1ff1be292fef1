"""Links between guides lead to files and headings that exist, and the README leads to every guide."""

import re

import pytest

from tests.docs.guides import GUIDES, ROOT, anchors, text_of

LINK = re.compile(r"\]\((?!https?:|mailto:)([^)#\s]*)(?:#([^)\s]+))?\)")


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: str(guide.relative_to(ROOT)))
def test_links_lead_to_files_and_headings(guide):
    broken = []
    for path, heading in LINK.findall(guide.read_text(encoding="utf-8")):
        target = guide.parent / path if path else guide
        if not target.exists() or (heading and heading not in anchors(target)):
            broken.append((path, heading))
    assert broken == []


def test_the_readme_leads_to_every_guide():
    linked = {path for path, _ in LINK.findall(text_of("README.md"))}
    guides = {f"docs/{guide.name}" for guide in (ROOT / "docs").glob("*.md")}
    assert guides <= linked
