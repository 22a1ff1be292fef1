"""Figures are shown as they were claimed."""

import pytest

from meetings.templatetags.record_figures import change_of, claimed

EMPTY = dict.fromkeys(
    ("value", "scale", "unit", "currency", "qualifier", "change", "change_qualifier", "change_basis")
)


def plain(html):
    """Return what readers see of some HTML, with ordinary spaces."""
    for tag in ("<b>", "</b>", "<span>", "</span>", '<span class="none">'):
        html = html.replace(tag, "")
    return html.replace("\N{NO-BREAK SPACE}", " ").strip()


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        ({"value": 680, "scale": "million", "currency": "USD"}, "680 million USD"),
        ({"value": 1000, "qualifier": "about", "unit": "companies"}, "about 1,000 companies"),
        ({"value": 230, "qualifier": "over"}, "over 230"),
        (
            {"value": 2.6, "scale": "billion", "currency": "EUR", "qualifier": "up-to"},
            "up to 2.6 billion EUR",
        ),
        ({"value": 123456789012.345}, "123,456,789,012.345"),
        ({"value": 0, "unit": "tonnes"}, "0 tonnes"),
        ({}, "not stated"),
    ],
)
def test_claimed_value_keeps_qualifier_scale_and_unit(figure, words):
    assert plain(claimed(EMPTY | figure)) == words


def test_claimed_number_does_not_break_from_its_unit():
    assert "680\N{NO-BREAK SPACE}million\N{NO-BREAK SPACE}USD" in claimed(
        EMPTY | {"value": 680, "scale": "million", "currency": "USD"}
    )


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        ({"change": 3.5, "change_qualifier": "about"}, "about +3.5 %"),
        ({"change": -2}, "−2 %"),
        ({"change": 23, "change_basis": "on a year before"}, "+23 %, on a year before"),
        ({}, "not stated"),
    ],
)
def test_change_has_a_sign_and_its_basis(figure, words):
    assert plain(change_of(EMPTY | figure)) == words
