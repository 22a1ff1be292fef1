"""When and where: what is stated, what is relative to publication, and what stays unknown."""

import pytest

from meetings.readouts import read_article
from tests.meetings.readouts.world import WORLD

WHO = "Russian Prime Minister Mikhail Mishustin met with Azerbaijani Prime Minister Ali Asadov"


def scalars(text, **options):
    (draft,) = read_article(text, WORLD, **options).drafts
    return {
        key: fact["value"]
        for key, fact in draft.as_json().items()
        if isinstance(fact, dict) and fact["ticked"]
    }


@pytest.mark.parametrize(
    ("tail", "published", "date", "precision", "basis"),
    [
        ("on 6 May 2022.", "", "2022-05-06", "day", "stated"),
        ("on May 6, 2022.", "", "2022-05-06", "day", "stated"),
        ("on May 6.", "2022-05-07", "2022-05-06", "day", "stated"),
        ("on December 30.", "2022-01-02", "2021-12-30", "day", "stated"),
        ("today.", "2022-05-06", "2022-05-06", "day", "relative"),
        ("yesterday.", "2022-05-06", "2022-05-05", "day", "relative"),
        ("on Wednesday.", "2022-05-06", "2022-05-04", "day", "relative"),
        ("this week.", "2022-05-06", "2022-05-02", "within", "relative"),
    ],
)
def test_date_is_read_with_its_basis(tail, published, date, precision, basis):
    found = scalars(f"{WHO} {tail}", published=published)
    assert (found["meeting_date"], found["date_precision"], found["date_basis"]) == (date, precision, basis)


@pytest.mark.parametrize("tail", [".", " on Wednesday.", " on May 6."])
def test_date_without_year_or_publication_stays_unknown(tail):
    found = scalars(WHO + tail)
    assert "meeting_date" not in found and found["date_precision"] == "unknown"


def test_day_of_publication_alone_is_proposed_but_not_ticked():
    (draft,) = read_article(WHO + ".", WORLD, published="2022-05-06").drafts
    fact = draft.as_json()["meeting_date"]
    assert (fact["value"], fact["ticked"]) == ("2022-05-06", False)


@pytest.mark.parametrize(
    ("tail", "expected"),
    [
        ("in Baku.", ("Baku", None, "azerbaijan", "stated")),
        ("in the Kremlin.", ("Moscow", "Kremlin", "russia", "inferred")),
        ("on the sidelines of a forum in Geneva, Switzerland.", ("Geneva", None, "switzerland", "stated")),
        ("ahead of the summit in Tashkent.", (None, None, None, "unknown")),
    ],
)
def test_place_is_read_with_its_basis(tail, expected):
    found = scalars(f"{WHO} {tail}")
    assert tuple(found.get(key) for key in ("city", "venue", "host_country", "place_basis")) == expected


def test_call_has_a_format_and_no_place():
    found = scalars(
        "BAKU, May 20 (Trend) - " + WHO.replace("met with", "spoke by phone with") + " on 20 May 2021."
    )
    assert (found["format"], found["place_basis"]) == ("phone", "unknown") and "city" not in found


def test_planned_and_postponed_meetings_say_so():
    planned = WHO.replace("met with", "will meet") + " in Baku on 6 May 2022."
    assert scalars(planned)["occurrence"] == "planned"
    text = (
        WHO.replace("Russian", "The meeting between Russian").replace("met with", "and") + " was postponed."
    )
    assert scalars(text)["occurrence"] == "postponed"
