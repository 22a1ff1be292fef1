"""Participants several at once: from a pasted list, by country, from an earlier meeting; new officials on the way."""

import pytest

from meetings.edits import Edit
from meetings.models import Country, Meeting, Official, Tenure
from tests import seed_facts as facts
from tests.factories import CountryFactory, OfficialFactory, TenureFactory, meeting_between
from tests.meetings.admin.posting import adding, shown

WHO = "/admin/meetings/meeting/who/"


@pytest.fixture
def data(desk, seed_records):
    """What an empty form on the day of the seed sends."""
    return shown(desk.get(adding(Meeting))) | {"date_start": "2021-05-20", "date_precision": "day"}


def step(desk, data, name, **typed):
    """Press a button of the panel as the page's script does; return (rows, html)."""
    answer = desk.post(WHO, data | {"_who": name} | typed)
    assert answer.status_code == 200 and "no-store" in answer["Cache-Control"]
    return answer.json()["rows"], answer.json()["html"]


def brief(row):
    official, country = row["official"] or (None, ""), row["country"] or (None, "")
    return official[1], country[1], row["post"], row["rank"]


ASADOV = (facts.ASADOV, "Azerbaijan", "Prime Minister", "head-of-government")
MISHUSTIN = (facts.MISHUSTIN, "Russia", "Prime Minister", "head-of-government")


@pytest.mark.parametrize(
    ("pasted", "expected", "named"),
    [
        ("Ali Asadov, Prime Minister; M. Mishustin", [ASADOV, MISHUSTIN], ["in-text", "in-text"]),
        ("Əli Əsədov; Mishustin Mikhail", [ASADOV, MISHUSTIN], ["in-text", "in-text"]),
        ("Azerbaijani Prime Minister\nRussian head of government", [ASADOV, MISHUSTIN], ["resolved"] * 2),
        (
            "Ali Asadov, Deputy Prime Minister",
            [(*ASADOV[:2], "Deputy Prime Minister", "deputy-head")],
            ["in-text"],
        ),
        ("Armenian Foreign Minister", [("", "Armenia", "Foreign Minister", "foreign-minister")], ["in-text"]),
    ],
)
def test_pasted_list_becomes_rows_with_the_posts_of_that_day(desk, data, pasted, expected, named):
    rows, html = step(desk, data, "paste", **{"who-list": pasted})
    assert [brief(row) for row in rows] == expected
    assert [row["named"] for row in rows] == named
    assert f"{len(rows)} row" in html and 'name="who-take"' not in html


def test_namesakes_are_told_apart_by_office_or_offered(desk, data):
    former = OfficialFactory(name=facts.ASADOV)
    TenureFactory(official=former, country=Country.objects.get(slug="azerbaijan"), start="1990", end="1995")
    rows, _ = step(desk, data, "paste", **{"who-list": facts.ASADOV})
    assert [brief(row) for row in rows] == [ASADOV]
    Tenure.objects.filter(official=former).update(end=None)
    rows, html = step(desk, data, "paste", **{"who-list": facts.ASADOV})
    assert rows == [] and html.count('name="who-take"') == 2


def test_part_of_a_name_is_enough_only_in_office(desk, data):
    Tenure.objects.update(end="2020")
    rows, html = step(desk, data, "paste", **{"who-list": "Asadov; Mishustin, Russia"})
    assert rows == []
    assert html.count('name="who-take"') == 2 and "may be “Asadov”" in html


def test_unknown_people_are_made_with_their_posts_in_one_edit_and_become_rows(desk, editor, data):
    pasted = (
        "Azerbaijan: Shahin Mustafayev, Deputy Prime Minister; Ali Asadov; Jeyhun Bayramov, Foreign Minister"
    )
    rows, html = step(desk, data, "paste", **{"who-list": pasted})
    assert [brief(row) for row in rows] == [ASADOV]
    assert 'value="Shahin Mustafayev"' in html and 'value="Jeyhun Bayramov"' in html
    typed = {}
    people = [
        ("Shahin Mustafayev", "Deputy Prime Minister", "deputy-head"),
        ("Jeyhun Bayramov", "Foreign Minister", "foreign-minister"),
    ]
    for number, (name, post, rank) in enumerate(people):
        known = {
            "name": name,
            "country": "azerbaijan",
            "post": post,
            "rank": rank,
            "start": "2019-10",
            "said": name,
        }
        typed |= {f"who-new-{number}-{field}": value for field, value in known.items()}
    before = Edit.objects.count()
    rows, _ = step(desk, data, "create", **(typed | {"who-new-1-country": "Nowhere"}))
    assert [brief(row)[0] for row in rows] == ["Shahin Mustafayev"]
    rows, html = step(desk, data, "create", **typed)
    assert "is on record already" in html and [brief(row)[0] for row in rows] == ["Jeyhun Bayramov"]
    assert Edit.objects.count() == before + 2
    made = Official.objects.get(name="Jeyhun Bayramov")
    assert (made.tenures.get().post, made.tenures.get().start) == ("Foreign Minister", "2019-10")
    assert made.history.get().edit.user == editor


def test_countries_offer_holders_of_that_day_and_recent_counterparts(desk, data):
    earlier = meeting_between("Azerbaijan", "Russia", date_start="2020-12-29", title="An earlier talk")
    later = meeting_between("Azerbaijan", "Russia", date_start="2022-12-29", title="A later talk")
    for name in ("West Congo", "East Congo"):
        CountryFactory(name=name, aliases=["Congo"])
    retired = earlier.participations.first().official
    TenureFactory(official=retired, country=CountryFactory(), start="2001", end="2002")
    _, html = step(desk, data, "suggest", **{"who-countries": "Azerbaijani, russia, Narnia, Congo"})
    assert html.index("Ali Asadov, Prime Minister (Azerbaijan)") < html.index(
        "Mikhail Mishustin, Prime Minister"
    )
    assert "in office that day" in html and "“Narnia” names no country" in html
    assert "“Congo” may mean East Congo or West Congo: write which." in html
    counterpart = earlier.participations.last().official
    assert f"{counterpart}," in html and "met on 29 Dec 2020" in html
    assert f"{retired}," not in html
    assert earlier.title in html and later.title not in html
    asadov = Official.objects.get(name=facts.ASADOV)
    ticked = [f"{asadov.pk}-{asadov.tenures.get().country_id}", "x-1", f"{2**64}-1", f"{asadov.pk}"]
    rows, _ = step(desk, data, "take", **{"who-take": ticked})
    assert [brief(row) for row in rows] == [ASADOV]


def test_participants_of_an_earlier_meeting_are_copied_in_their_posts_of_this_day(desk, data, seed_records):
    tenure = Tenure.objects.get(official__name=facts.ASADOV)
    tenure.post = "President"
    tenure.save()
    Tenure.objects.filter(official__name=facts.MISHUSTIN).update(end="2021-01-01")
    seed = seed_records[0]
    rows, _ = step(desk, data, f"copy:{seed.pk}")
    assert [brief(row)[2] for row in rows] == ["President", ""]
    Tenure.objects.filter(official__name=facts.MISHUSTIN).delete()
    rows, _ = step(desk, data, "copy", **{"who-meeting": str(seed.pk)})
    assert brief(rows[1]) == MISHUSTIN
    rows, html = step(desk, data, "copy", **{"who-meeting": "abc"})
    assert rows == [] and "Choose the meeting" in html


def test_who_stands_there_already_is_not_added_again(desk, data):
    asadov = Official.objects.get(name=facts.ASADOV)
    there = {"participations-TOTAL_FORMS": "1", "participations-0-official": str(asadov.pk)}
    rows, html = step(
        desk, data | there, "paste", **{"who-list": "Ali Asadov; Ali Asadov; Mishustin; Mishustin"}
    )
    assert [brief(row) for row in rows] == [MISHUSTIN]
    assert "Ali Asadov stands there already." in html


def test_without_script_the_form_comes_back_with_the_rows_and_nothing_is_saved(desk, data):
    typed = data | {
        "title": "",
        "city": "Baku",
        "_who": "paste",
        "who-list": "Ali Asadov; Nobody Known, Envoy, Russia",
    }
    page = desk.post(adding(Meeting), typed)
    assert page.status_code == 200 and Meeting.objects.count() == 1
    assert "correct the error" not in page.text and 'class="errorlist' not in page.text
    again = shown(page)
    assert again["city"] == "Baku" and again["participations-0-post"] == "Prime Minister"
    assert 'value="Nobody Known"' in page.text
    made = {"name": "Nobody Known", "country": "Russia", "post": "Envoy", "rank": "special-envoy"}
    page = desk.post(
        adding(Meeting), again | {"_who": "create"} | {f"who-new-0-{k}": v for k, v in made.items()}
    )
    final = shown(page) | {"title": "Two of them meet", "place_basis": "dateline"}
    assert desk.post(adding(Meeting), final).status_code == 302
    meeting = Meeting.objects.get(title="Two of them meet")
    assert [str(one) for one in meeting.participations.all()] == [
        "Ali Asadov (Prime Minister, Azerbaijan)",
        "Nobody Known (Envoy, Russia)",
    ]


def test_step_that_does_not_exist_is_refused(desk, data):
    assert desk.post(WHO, data | {"_who": "delete"}).status_code == 403
    assert desk.post(adding(Meeting), data | {"_who": ""}).status_code == 403
