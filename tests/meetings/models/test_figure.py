"""Figures in words, no surer than what was said."""

from decimal import Decimal

import pytest

from meetings.models import Figure


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        ({"value": Decimal("680.0"), "scale": "million", "currency": "USD"}, "680 million USD"),
        ({"value": Decimal(1000), "qualifier": "about", "unit": "companies"}, "about 1,000 companies"),
        ({"change": Decimal("6.00"), "change_qualifier": "about"}, "about +6 %"),
        ({"change": Decimal("-3.5")}, "-3.5 %"),
        ({"value": Decimal(0), "change": Decimal(5), "change_qualifier": "over"}, "0"),
    ],
)
def test_amount_is_the_value_or_where_there_is_none_the_change(claim, words):
    assert Figure(measure="trade", **claim).amount() == words
