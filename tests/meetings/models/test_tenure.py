"""Who held a post on a day: yes, possibly, or no."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.models import Tenure
from meetings.models.partial_dates import PartialDate

from ...factories import CountryFactory, OfficialFactory, TenureFactory

DAYS = st.dates(date(2018, 1, 1), date(2023, 12, 31))
PARTIAL = st.none() | st.builds(
    lambda day, n: PartialDate(day.isoformat()[:n]), DAYS, st.sampled_from((4, 7, 10))
)


@pytest.mark.parametrize(
    ("start", "end", "day", "answer"),
    [
        ("2019-10-08", None, "2021-05-20", "yes"),
        ("2019-10-08", None, "2019-10-08", "yes"),
        ("2019-10-08", None, "2019-10-07", "no"),
        ("2019-10-08", "2021-05-20", "2021-05-20", "yes"),
        ("2019-10-08", "2021-05-20", "2021-05-21", "no"),
        ("2019", "2021", "2020-06-01", "yes"),
        ("2019", "2021", "2019-12-31", "yes"),
        ("2019", "2021", "2019-06-01", "possibly"),
        ("2019", "2021", "2021-01-01", "yes"),
        ("2019", "2021", "2021-06-01", "possibly"),
        ("2019", "2021", "2022-01-01", "no"),
        ("2019-10", None, "2019-10-15", "possibly"),
        (None, "2021", "2015-01-01", "possibly"),
        (None, None, "2021-05-20", "possibly"),
        ("2021", "2021", "2021-05-20", "possibly"),
    ],
)
def test_held_on_says_yes_only_when_no_reading_of_the_dates_says_otherwise(start, end, day, answer):
    tenure = Tenure(start=start, end=end)
    assert tenure.held_on(date.fromisoformat(day)) == answer


@given(PARTIAL, PARTIAL, DAYS)
def test_held_on_agrees_with_trying_every_first_and_last_day(start, end, day):
    if start and end and end < start:
        return
    firsts = [start.first, start.last] if start else [date(1, 1, 1), date(9999, 12, 31)]
    lasts = [end.first, end.last] if end else [date(9999, 12, 31)]
    readings = {first <= day <= last for first in firsts for last in lasts if first <= last}
    expected = {frozenset({True}): "yes", frozenset({False}): "no"}.get(frozenset(readings), "possibly")
    answer = Tenure(start=start, end=end).held_on(day)
    assert answer in (expected, "possibly"), (answer, expected)
    assert (answer == "no") == (expected == "no" and _never(start, end, day))


def _never(start, end, day):
    return bool((start and day < start.first) or (end and day > end.last))


@pytest.mark.django_db
def test_tenures_on_a_day_come_certain_ones_first_then_by_rank():
    official, country = OfficialFactory(), CountryFactory()
    mine = {"official": official, "country": country}
    minister = TenureFactory(**mine, post="Minister", rank="minister", start="2018")
    possible = TenureFactory(**mine, post="President", rank="head-of-state")
    premier = TenureFactory(**mine, post="Prime Minister", start="2019-10-08")
    TenureFactory(**mine, post="Speaker", rank="speaker", start="2010", end="2015")
    answers = official.tenures_on(date(2021, 5, 20))
    assert answers == [(premier, "yes"), (minister, "yes"), (possible, "possibly")]


@pytest.mark.django_db
def test_tenures_on_a_day_for_a_country_leave_out_those_of_others():
    tenure = TenureFactory(start="2019")
    TenureFactory(official=tenure.official, start="2019")
    answers = tenure.official.tenures_on(date(2021, 5, 20), country=tenure.country)
    assert answers == [(tenure, "yes")]
