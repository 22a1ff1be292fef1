"""Dates are shown as exactly as they are known, and no more."""

from datetime import UTC, datetime

import pytest

from meetings.templatetags.record_dates import (
    date_in_words,
    day_of,
    in_words,
    post_words,
    span_in_words,
    when,
)


@pytest.mark.parametrize(
    ("text", "words"),
    [("2021-05-20", "20 May 2021"), ("2013-09", "Sept 2013"), ("2015", "2015"), (None, ""), ("", "")],
)
def test_in_words_partial_date_keeps_its_precision(text, words):
    assert in_words(text) == words


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("1978-09-05", "1978-09-17", "5–17 Sept 1978"),
        ("1972-02-21", "1972-03-03", "21 Feb – 3 March 1972"),
        ("1999-12-30", "2000-01-02", "30 Dec 1999 – 2 Jan 2000"),
        ("2020-05-05", "2021-05-05", "5 May 2020 – 5 May 2021"),
        ("2021-01", "2021-03", "Jan–March 2021"),
        ("2020-11", "2021-01", "Nov 2020 – Jan 2021"),
        ("2019", "2021", "2019–2021"),
        ("2019", "2021-03", "2019 – March 2021"),
        ("2021-05-20", None, "20 May 2021"),
        ("2021-05-20", "2021-05-20", "20 May 2021"),
        (None, None, ""),
    ],
)
def test_span_says_what_both_dates_share_once(start, end, words):
    assert span_in_words(start, end) == words


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2014-02-05", "2014-02-09", "some day between 5 and 9 Feb 2014"),
        ("2014-02-27", "2014-03-02", "some day between 27 Feb and 2 March 2014"),
    ],
)
def test_date_within_a_span_is_some_day_of_it(start, end, words):
    assert date_in_words({"date_start": start, "date_end": end, "date_precision": "within"}) == words


def test_date_unknown_is_said_to_be_unknown():
    shown = when({"date_start": None, "date_precision": "unknown"})
    assert "date not known" in shown
    assert "<time" not in shown


def test_when_stated_date_is_a_time_without_doubt():
    shown = when({"date_start": "2021-05-20", "date_precision": "day", "date_basis": "stated"})
    assert shown == '<time datetime="2021-05-20">20 May 2021</time>'


@pytest.mark.parametrize("basis", ["inferred", "publication-date", "relative"])
def test_when_date_that_is_not_stated_is_dotted(basis):
    assert 'class="basis"' in when({"date_start": "2021-05", "date_precision": "month", "date_basis": basis})


def test_when_fact_without_basis_of_its_own_is_not_dotted():
    assert "basis" not in when({"date_start": "2021-05", "date_precision": "month"})


def test_day_of_moment_is_its_day():
    assert day_of(datetime(2026, 11, 24, 23, 59, tzinfo=UTC)) == "24 Nov 2026"


@pytest.mark.parametrize(
    ("label", "shown"),
    [
        ("Prime Minister (Azerbaijan, 2019-10-08–)", "Prime Minister (Azerbaijan, from 8 Oct 2019)"),
        ("Tax Service (Russia, 2010–2020-01)", "Tax Service (Russia, 2010 – Jan 2020)"),
        ("Minister, Trade (Congo, Rep., ?–2015)", "Minister, Trade (Congo, Rep., until 2015)"),
        ("President (France)", "President (France)"),
    ],
)
def test_post_words_dates_of_a_post_are_in_words(label, shown):
    assert post_words(label) == shown
