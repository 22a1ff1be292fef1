"""Conditional requests, as RFC 9110 has them in section 13."""

import pytest
from django.http import HttpResponse

from meetings.browse.conditional import etag_over, unless_known

TAG = etag_over(b"text")


def status(rf, **headers):
    headers = {name.replace("_", "-"): value for name, value in headers.items()}
    return unless_known(rf.get("/", headers=headers), HttpResponse("text")).status_code


@pytest.mark.parametrize("held", [TAG, f"W/{TAG}", "*", f'"other", W/{TAG}', f' {TAG} , "x"'])
def test_answer_that_is_held_is_not_sent_again(rf, held):
    response = unless_known(rf.get("/", headers={"If-None-Match": held}), HttpResponse("text"))
    assert (response.status_code, response.content, response["ETag"]) == (304, b"", TAG)


@pytest.mark.parametrize("held", ["", '"other"', "junk", '"', 'W/"', TAG.strip('"'), "é" * 99])
def test_other_answer_that_is_held_changes_nothing(rf, held):
    assert status(rf, If_None_Match=held) == 200


def test_answer_other_than_the_one_wanted_is_refused(rf):
    assert status(rf, If_Match='"other"') == status(rf, If_Match=f"W/{TAG}") == 412
    assert status(rf, If_Match=TAG) == status(rf, If_Match="*") == 200
    assert status(rf, If_Match=TAG, If_None_Match=TAG) == 304
    assert status(rf, If_Match='"other"', If_None_Match=TAG) == 412


def test_dates_are_ignored_since_nothing_has_one(rf):
    past = "Mon, 01 Jan 2001 00:00:00 GMT"
    assert status(rf, If_Modified_Since=past) == status(rf, If_Unmodified_Since=past) == 200
    assert status(rf, If_None_Match='"other"', If_Modified_Since="Fri, 01 Jan 2100 00:00:00 GMT") == 200
