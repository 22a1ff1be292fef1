"""What a tenure answers for days after its source was written."""

from datetime import date

import pytest

from meetings.models import Tenure

HELD = {"start": "2019", "known_until": "2022-10"}


def tenure(**fields):
    made = Tenure(post="Prime Minister", **fields)
    made.clean_fields(exclude=["official", "country", "number"])
    return made


@pytest.mark.parametrize(
    ("day", "answer"),
    [
        (date(2018, 12, 31), "no"),
        (date(2019, 6, 1), "possibly"),
        (date(2021, 5, 20), "yes"),
        (date(2022, 10, 1), "yes"),
        (date(2022, 10, 2), "possibly"),
        (date(2024, 6, 14), "possibly"),
    ],
)
def test_tenure_known_to_be_held_at_some_time_is_only_possible_after_it(day, answer):
    assert tenure(**HELD).held_on(day) == answer


def test_tenure_with_an_end_is_judged_by_the_end():
    assert tenure(**HELD, end="2023-01-31").held_on(date(2022, 12, 1)) == "yes"
    assert tenure(**HELD, end="2023-01-31").held_on(date(2023, 2, 1)) == "no"
