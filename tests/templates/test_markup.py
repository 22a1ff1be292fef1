"""Templates hold to the strict content security policy, to addresses that exist, and to the columns of their lists."""

import re
from pathlib import Path

import pytest
from django.template.loader import get_template
from django.urls import get_resolver

from agreements.listings import LISTINGS as OF_AGREEMENTS
from agreements.views import DETAILS as PAGES_OF_AGREEMENTS
from meetings.listings import LISTINGS as OF_MEETINGS
from meetings.views import DETAILS as PAGES_OF_MEETINGS

ROOT = Path(__file__).resolve().parents[2]
OURS = sorted(path for path in (ROOT / "templates").rglob("*.html") if "admin" not in path.parts)
LISTINGS = (*OF_MEETINGS, *OF_AGREEMENTS)
LONGEST = 150

each_template = pytest.mark.parametrize(
    "path", OURS, ids=lambda path: str(path.relative_to(ROOT / "templates"))
)
each_listing = pytest.mark.parametrize("listing", LISTINGS, ids=lambda listing: listing.name)


def address_names():
    """Return the names of all addresses of the site."""
    return {name for name in get_resolver().reverse_dict if isinstance(name, str)} | {"admin:index"}


@each_template
def test_template_has_no_inline_style_script_or_handler(path):
    text = path.read_text()
    assert not re.search(r"\sstyle=|<style|\son[a-z]+=|javascript:", text)
    assert not re.search(r"<script(?![^>]*\ssrc=)", text)


@each_template
def test_template_loads_nothing_from_elsewhere(path):
    assert not re.search(r"(src|href|action)=\"(https?:)?//", path.read_text())


@each_template
def test_template_is_not_too_long(path):
    assert len(path.read_text().splitlines()) <= LONGEST


@each_template
def test_template_can_be_compiled(path):
    assert get_template(str(path.relative_to(ROOT / "templates")))


@each_template
def test_template_names_addresses_that_exist(path):
    text = path.read_text()
    named = re.findall(r"{% url ['\"]([\w:-]+)['\"]", text)
    for tag in re.findall(r"{% section ([^%]*)%}", text):
        first, *rest = re.findall(r'"([^"]*)"', tag)
        named += [first, *rest[1:]]
    assert set(named) <= address_names()


@each_template
def test_template_table_heads_have_a_scope(path):
    heads = re.findall(r"<th(?![a-z])[^>]*", path.read_text())
    assert [head for head in heads if "scope=" not in head] == []


@each_template
def test_template_filters_and_fields_have_labels(path):
    fields = re.findall(r"<(?:input|select)\b[^>]*", path.read_text())
    unlabelled = [field for field in fields if not re.search(r"\bid=|checkbox|attrs\.html", field)]
    assert unlabelled == []


@each_listing
def test_row_template_has_a_cell_for_every_heading(listing):
    text = (ROOT / "templates" / listing.row_template).read_text()
    assert len(re.findall(r"<t[dh][ >{]", text)) == len(listing.headings)


@pytest.mark.parametrize("page", [*PAGES_OF_MEETINGS, *PAGES_OF_AGREEMENTS], ids=lambda page: page.__name__)
def test_detail_page_has_its_template(page):
    assert get_template(page.template_name)


@pytest.mark.parametrize("name", ["400.html", "403.html", "500.html", "503.html"])
def test_error_page_without_context_is_whole(name):
    text = get_template(name).render()
    assert "</html>" in text
    assert "<h1" in text
