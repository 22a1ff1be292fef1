"""Dates known to the day, month or year: what they cover, and that nothing is lost or made up on the way."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from meetings.browse.dates import DayRangeError
from meetings.models import Official, Tenure
from meetings.models.partial_dates import PartialDate, bounds

from ...factories import CountryFactory, OfficialFactory, TenureFactory

DAYS = st.dates(min_value=date(1, 1, 2))
TEXTS = st.builds(lambda day, length: day.isoformat()[:length], DAYS, st.sampled_from((4, 7, 10)))


@given(TEXTS)
def test_a_partial_date_is_its_own_text_and_covers_first_to_last(text):
    partial = PartialDate(text)
    assert str(partial) == text
    assert partial.first <= partial.last
    assert partial.first.isoformat().startswith(text)
    assert partial.last.isoformat().startswith(text)
    outside = [partial.first - timedelta(1)] if partial.first > date.min else []
    outside += [partial.last + timedelta(1)] if partial.last < date.max else []
    assert not any(day.isoformat().startswith(text) for day in outside)


@given(TEXTS, TEXTS)
def test_partial_dates_sort_by_first_day_then_the_less_exact_first(one, other):
    def key(text):
        return PartialDate(text).first, len(text)

    assert (PartialDate(one) < PartialDate(other)) == (key(one) < key(other))


@given(st.text(max_size=12))
def test_a_text_is_a_partial_date_or_refused(text):
    try:
        partial = PartialDate(text)
    except ValueError:
        return
    assert partial.precision in ("day", "month", "year")


@pytest.mark.parametrize(
    "text",
    ["", "21", "2021-5", "2021-13", "2021-02-30", "2021-05-20T10:00", "0000", "20 May 2021", "２０２１"],
)
def test_what_is_no_date_is_refused(text):
    with pytest.raises(DayRangeError):
        PartialDate(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [("2021-05-20", "20 May 2021"), ("2021-05", "May 2021"), ("0987", "987"), ("2021", "2021")],
)
def test_words_say_no_more_than_is_known(text, words):
    assert PartialDate(text).words == words


@pytest.mark.parametrize(
    ("start", "end", "covered"),
    [
        (None, None, (None, None)),
        ("2021-05", None, (date(2021, 5, 1), date(2021, 5, 31))),
        ("2020-12-31", "2021", (date(2020, 12, 31), date(2021, 12, 31))),
    ],
)
def test_bounds_cover_every_possible_day(start, end, covered):
    assert bounds(start and PartialDate(start), end and PartialDate(end)) == covered


@pytest.mark.django_db
def test_the_field_keeps_what_was_written_and_gives_a_partial_date_at_once():
    official = Official(name="A", born="1956-05", died="")
    assert (official.born.words, official.died) == ("May 1956", None)
    official.save()
    assert Official.objects.get().born == PartialDate("1956-05")


def test_the_field_refuses_what_is_no_date_next_to_itself():
    with pytest.raises(ValidationError) as refused:
        Official(name="A", born="spring 1956").full_clean(validate_unique=False, validate_constraints=False)
    assert list(refused.value.message_dict) == ["born"]


@pytest.mark.django_db
def test_the_database_is_never_asked_to_keep_what_is_no_date():
    with pytest.raises(ValidationError):
        OfficialFactory(born="spring 1956")
    assert not Official.objects.exists()


SPANS = [
    ("2019-10-08", None),
    ("2019-10", None),
    ("2019", "2021"),
    (None, "2021-05"),
    (None, None),
    ("2021-05-20", "2021-05-20"),
    ("2021-05", "2021-05"),
]


@pytest.mark.django_db
@pytest.mark.parametrize(
    "day",
    ["2018-12-31", "2019-01-01", "2019-10-08", "2021-05-01", "2021-05-20", "2021-12-31", "2022-01-01"],
)
def test_tenures_around_a_day_are_those_that_do_not_answer_no(day):
    official, country, day = OfficialFactory(), CountryFactory(), date.fromisoformat(day)
    for start, end in SPANS:
        TenureFactory(official=official, country=country, start=start, end=end)
    expected = {tenure.pk for tenure in Tenure.objects.all() if tenure.held_on(day) != "no"}
    assert set(Tenure.objects.around(day).values_list("pk", flat=True)) == expected
