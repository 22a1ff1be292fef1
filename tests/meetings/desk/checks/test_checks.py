"""Each check notices what it is named for, at the field that it is about, and keeps quiet beside it."""

from datetime import date

import pytest

from meetings.desk.checks import CHECKS, Agreed, Known, Met, Participant, Said, Text, findings
from meetings.desk.checks.posts import fills
from meetings.models import Country, Tenure

TODAY = date(2026, 3, 1)
DAY = date(2021, 5, 20)
AZ, RU, FR, CN = 1, 2, 3, 4
ASADOV, MISHUSTIN, MACRON = 11, 12, 13


def tenure(start, end=None, post="Prime Minister", rank="head-of-government", country=AZ):
    named = Country(pk=country, name={AZ: "Azerbaijan", RU: "Russia"}[country])
    return Tenure(country=named, post=post, rank=rank, start=start, end=end)


def participant(number=0, official=ASADOV, country=AZ, rank="head-of-government", **known):
    row = f"participations-{number}"
    return Participant(row, official, f"Person {official}", country, f"Country {country}", rank=rank, **known)


def met(first=DAY, last=None, **known):
    defaults = {"to_the_day": True, "texts": [Text("Trend", "BAKU, Azerbaijan, May 20")]}
    return Met(first=first, last=last or first, **(defaults | known))


def noticed(meeting):
    """Return {check: (field, sentence)}."""
    return {one.check: (one.field, one.sentence) for one in findings(meeting, TODAY)}


def sides(first="head-of-government", second="head-of-government", **known):
    return [participant(0, rank=first, **known), participant(1, MISHUSTIN, RU, second)]


def test_meeting_in_order_gives_no_finding():
    held = [tenure("2019-10-08")]
    people = [participant(tenures=held, post="Prime Minister"), participant(1, MISHUSTIN, RU)]
    quotes = [Said("quotes-0", {ASADOV: "Ali Asadov"})]
    packages = [Agreed("steps-0", "documents", 7, 7), Agreed("steps-1", "others", None, 3)]
    known = {"city": "Baku", "place_basis": "dateline", "quotes": quotes, "packages": packages}
    assert noticed(met(participants=people, **known)) == {}


def test_every_check_says_what_it_does():
    assert all(check.__doc__ for check in CHECKS)


TOMORROW = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("occurrence", "day", "count"),
    [("held", TOMORROW, 1), ("held", TODAY, 0), ("planned", TOMORROW, 0), ("held", None, 0)],
)
def test_held_meeting_with_a_date_to_come_is_noticed(occurrence, day, count):
    found = noticed(met(day, occurrence=occurrence))
    assert list(found) == ["held-after-today"] * count
    if count:
        field, sentence = found["held-after-today"]
        assert field == "date_start" and sentence.startswith("2 March 2026 is after today")


@pytest.mark.parametrize(("city", "basis", "count"), [("BAKU", "stated", 1), ("Baku", "inferred", 1),
                                                      ("Baku", "dateline", 0), ("Bak", "stated", 0),
                                                      ("Ganja", "stated", 0), ("", "stated", 0)])  # fmt: skip
def test_city_of_the_dateline_as_place_is_noticed(city, basis, count):
    found = noticed(met(city=city, place_basis=basis))
    assert [field for field, _ in found.values()] == ["place_basis"] * count


def test_meeting_without_source_is_noticed():
    assert noticed(met(texts=[]))["no-source"][0] == "sources"


def test_official_out_of_office_on_every_possible_day_is_noticed():
    gone = [participant(tenures=[tenure("2010", "2018-04")])]
    field, sentence = noticed(met(participants=gone))["not-in-office"]
    assert field == "participations-0-official"
    assert sentence == (
        "Person 11: no tenure on record includes that day (Prime Minister, Azerbaijan, 2010–2018-04)."
    )
    within = met(date(2018, 4, 30), date(2018, 5, 31), to_the_day=False, participants=gone)
    assert "not-in-office" not in noticed(within)
    assert noticed(met(None, participants=gone, to_the_day=False)) == {}
    assert "not-in-office" not in noticed(met(participants=[participant()]))


def test_sides_of_unequal_rank_are_noticed_at_the_lower_one():
    field, sentence = noticed(met(participants=sides("head-of-state", "minister")))["unequal-ranks"]
    assert field == "participations-1-rank"
    assert "Country 1: head of state; Country 2: minister" in sentence


@pytest.mark.parametrize(("first", "second"), [("head-of-state", "head-of-state-and-government"),
                                               ("head-of-government", "head-of-state-and-government"),
                                               ("minister", "unknown")])  # fmt: skip
def test_sides_of_equal_or_unknown_rank_are_not_noticed(first, second):
    assert noticed(met(participants=sides(first, second))) == {}


def test_witness_makes_no_side():
    assert (
        noticed(met(participants=[*sides(), participant(2, MACRON, FR, "minister", makes_party=False)])) == {}
    )


def test_post_other_than_the_tenure_is_marked_and_the_tenure_offered():
    held = [tenure("2019-10-08")]
    one = participant(tenures=held, post="Deputy Prime Minister", rank="deputy-head")
    [finding] = findings(met(participants=[one]), TODAY)
    assert (finding.check, finding.field) == ("differs-from-tenure", "participations-0-post")
    [(label, values)] = finding.offers
    assert label == "Prime Minister, Azerbaijan"
    assert values["participations-0-rank"] == "head-of-government"


def test_post_possibly_held_is_offered_and_fills_nothing():
    meeting = met(participants=[participant(tenures=[tenure("2021")], rank="unknown")])
    [finding] = findings(meeting, TODAY)
    assert finding.check == "possibly-held" and len(finding.offers) == 1
    assert "possibly, by dates that are not exact: “Prime Minister, Azerbaijan”" in finding.sentence
    assert fills(meeting) == {}


def test_several_certain_posts_are_offered_and_fill_nothing():
    held = [tenure("2019"), tenure("2019", post="Party chairman", rank="other-official")]
    meeting = met(participants=[participant(tenures=held, rank="unknown")])
    [finding] = findings(meeting, TODAY)
    assert "several posts that day" in finding.sentence and len(finding.offers) == 2
    assert fills(meeting) == {}


def test_one_certain_post_fills_what_is_empty_and_only_that():
    held = [tenure("2019-10-08")]
    empty = participant(0, country=None, rank="unknown", tenures=held)
    typed = participant(1, country=AZ, rank="unknown", tenures=held, post="prime minister")
    other = participant(2, country=AZ, rank="unknown", tenures=held, post="Acting Prime Minister")
    assert fills(met(participants=[empty, typed, other])) == {
        "participations-0-country": (AZ, "Azerbaijan"),
        "participations-0-post": "Prime Minister",
        "participations-0-rank": "head-of-government",
        "participations-1-rank": "head-of-government",
    }
    assert fills(met(participants=[empty], to_the_day=False)) == {}


def test_speaker_who_took_no_part_is_noticed_at_the_quote():
    quotes = [Said("quotes-0", {MISHUSTIN: "Mikhail Mishustin", MACRON: "Emmanuel Macron"})]
    found = noticed(met(participants=sides(), quotes=quotes))
    assert found == {
        "speaker-took-no-part": ("quotes-0-speakers", "Emmanuel Macron is not among the participants.")
    }


def test_seven_documents_stated_and_six_listed_are_noticed():
    packages = [Agreed("steps-0", "documents on cooperation", 7, 6), Agreed("steps-1", "unlisted", 7, 0)]
    field, sentence = noticed(met(packages=packages))["stated-and-listed"]
    assert field == "steps-0-agreement"
    assert sentence == "“documents on cooperation”: 7 stated and 6 listed."


def known(first=DAY, last=None, countries=(AZ, RU), officials=(ASADOV, MISHUSTIN)):
    return Known(7, "“Talks”", first, last or first, frozenset(countries), frozenset(officials))


@pytest.mark.parametrize(
    ("other", "likely"),
    [
        (known(), True),
        (known(date(2021, 5, 22)), True),
        (known(date(2021, 5, 23)), False),
        (known(date(2021, 5, 18)), True),
        (known(date(2021, 5, 1), date(2021, 5, 31)), True),
        (known(date(2021, 1, 1), date(2021, 12, 31)), False),
        (known(officials=()), True),
        (known(countries=(AZ,), officials=(ASADOV,)), True),
        (known(countries=(AZ, FR), officials=(ASADOV, MACRON)), False),
        (known(countries=(FR, CN), officials=(MACRON,)), False),
    ],
)
def test_meeting_within_two_days_with_the_same_countries_or_people_is_a_likely_duplicate(other, likely):
    found = [one for one in findings(met(participants=sides(), others=[other]), TODAY) if one.other]
    assert [one.other for one in found] == [other] * likely


def test_likeliest_three_duplicates_come_first_and_days_at_the_end_of_the_calendar_are_no_trouble():
    day = date.max
    others = [known(day, countries=(AZ, RU, *range(20, 20 + more))) for more in range(5)]
    meeting = met(day, participants=[*sides(), participant(2, 99, 20)], others=others, occurrence="planned")
    found = [one for one in findings(meeting, TODAY) if one.other]
    assert len(found) == 3 and found[0].other is others[1]
