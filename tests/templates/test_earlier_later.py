"""The way through lists of the desk that have the newest first."""

import re

import pytest
from django.core.paginator import Paginator
from django.template.loader import render_to_string


@pytest.mark.parametrize(
    ("number", "links"),
    [(1, [("?p=2", "Earlier")]), (2, [("?p=1", "Later"), ("?p=3", "Earlier")]), (3, [("?p=2", "Later")])],
)
def test_every_page_leads_to_those_beside_it(number, links):
    text = render_to_string("admin/earlier_later.html", {"page": Paginator(range(3), 1).page(number)})
    assert re.findall(r'href="([^"]*)">(\w+)<', text) == links
    assert f"Page {number} of 3" in text


def test_a_list_of_one_page_has_no_way_to_others():
    assert not render_to_string("admin/earlier_later.html", {"page": Paginator([1], 5).page(1)}).strip()
