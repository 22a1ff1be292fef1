"""The files for statistics: who took part, and what each party did to each other, in codes."""

import pytest

from tests.factories import OfficialFactory, ParticipationFactory, country, meeting_between
from tests.reading import csv_rows

pytestmark = pytest.mark.django_db
PARTIES = ("Azerbaijan", "Russia")
HOST, GUEST, THIRD = "azerbaijan", "russia", "turkey"

# The table of domain.md: guest to host 042, host to guest 043, third place 044, phone 041, otherwise 040.
CODES = [
    # format, host, place basis, code of Azerbaijan to Russia, and of Russia to Azerbaijan
    ("in-person", HOST, "stated", "043", "042"),
    ("in-person", GUEST, "inferred", "042", "043"),
    ("in-person", THIRD, "stated", "044", "044"),
    ("in-person", None, "stated", "040", "040"),
    ("in-person", None, "dateline", "040", "040"),
    ("in-person", None, "unknown", "040", "040"),
    ("", HOST, "stated", "043", "042"),
    ("", None, "unknown", "040", "040"),
    ("phone", None, "unknown", "041", "041"),
    ("phone", HOST, "stated", "041", "041"),
    ("video", None, "unknown", "040", "040"),
    ("video", HOST, "stated", "040", "040"),
    ("correspondence", None, "unknown", "040", "040"),
]


def met(host=None, **fields):
    """Return a published meeting of Azerbaijan and Russia, hosted by the country with that slug."""
    host_country = country(host.title()) if host else None
    return meeting_between(*PARTIES, published=True, host_country=host_country, **fields)


@pytest.mark.parametrize(("format_", "host", "basis", "there", "back"), CODES)
def test_dyad_has_the_cameo_code_of_its_direction(client, format_, host, basis, there, back):
    met(host, format=format_, place_basis=basis)
    rows = csv_rows(client, "dyads", {})
    assert {(row["country1"], row["country2"]): row["cameo"] for row in rows} == {
        (HOST, GUEST): there,
        (GUEST, HOST): back,
    }


def test_guests_of_one_host_meet_each_other_in_a_third_place(client):
    meeting = met(HOST, format="in-person", place_basis="stated")
    ParticipationFactory(meeting=meeting, country=country("Turkey"))
    codes = {(row["country1"], row["country2"]): row["cameo"] for row in csv_rows(client, "dyads", {})}
    assert len(codes) == 6
    assert codes[(GUEST, THIRD)] == codes[(THIRD, GUEST)] == "044"
    assert codes[(HOST, THIRD)] == "043" and codes[(THIRD, HOST)] == "042"


def test_dyad_has_codes_and_highest_ranks_of_both_sides(client):
    first, second = country("Azerbaijan"), country("Russia")
    first.iso3, first.cow, second.iso3 = "AZE", 373, "RUS"
    first.save()
    second.save()
    meeting = met(HOST, format="in-person", place_basis="stated", city="Baku")
    ParticipationFactory(meeting=meeting, country=first, rank="minister")
    row = csv_rows(client, "dyads", {})[0]
    assert (row["meeting"], row["city"], row["host_country"]) == (meeting.slug, "Baku", "Azerbaijan")
    assert (row["iso3_1"], row["cow_1"], row["rank_1"]) == ("AZE", "373", "head-of-government")
    assert (row["iso3_2"], row["cow_2"], row["rank_2"]) == ("RUS", "", "head-of-government")


def test_who_only_looked_on_takes_part_but_makes_no_dyad(client):
    meeting = met()
    ParticipationFactory(meeting=meeting, country=country("Turkey"), role="witness")
    ParticipationFactory(meeting=meeting, country=country("Iran"), role="observer")
    assert {row["country"] for row in csv_rows(client, "participations", {})} == {HOST, GUEST, THIRD, "iran"}
    assert {row["country1"] for row in csv_rows(client, "dyads", {})} == {HOST, GUEST}


def test_participation_says_who_as_what_and_how_that_is_known(client):
    meeting = met()
    person = OfficialFactory(name="Recep Tayyip Erdoğan")
    ParticipationFactory(
        meeting=meeting, country=country("Turkey"), official=person, post="President", role="mediator",
        rank="head-of-state-and-government", named="resolved",
    )  # fmt: skip
    ParticipationFactory(
        meeting=meeting, country=country("Iran"), official=None, name_in_text="the envoy", post=""
    )
    rows = {row["country"]: row for row in csv_rows(client, "participations", {})}
    turkey, iran = rows["turkey"], rows["iran"]
    assert (turkey["official"], turkey["name"]) == (person.edition.slug, "Recep Tayyip Erdoğan")
    assert (turkey["post"], turkey["rank"]) == ("President", "head-of-state-and-government")
    assert (turkey["role"], turkey["named"], turkey["name_in_text"]) == ("mediator", "resolved", "")
    assert (iran["official"], iran["name"], iran["name_in_text"], iran["post"]) == (
        "",
        "the envoy",
        "the envoy",
        "",
    )
    assert [row["number"] for row in rows.values()] == ["1", "2", "3", "4"]


def test_tidy_files_take_the_filters_of_meetings_and_the_meeting_itself(client):
    first, second = met(), met(HOST, place_basis="stated")
    for name, each in (("participations", 2), ("dyads", 2)):
        assert len(csv_rows(client, name, {})) == 2 * each
        for query in ({"meeting": [second.slug]}, {"host": [HOST]}):
            rows = csv_rows(client, name, query)
            assert [row["meeting"] for row in rows] == [second.slug] * each
        assert client.get(f"/{name}.csv?meeting={first.slug}&meeting=none").status_code == 400


@pytest.mark.parametrize("name", ["participations", "dyads"])
def test_rows_are_counted_in_the_header_and_the_name_of_the_file(client, name):
    met()
    response = client.get(f"/{name}.csv")
    assert response["Communique-Rows"] == "2"
    assert "2" in response["Content-Disposition"] and name in response["Content-Disposition"]
    assert len(b"".join(response.streaming_content).splitlines()) == 3


def test_draft_has_no_row_in_either_file(client):
    meeting_between(*PARTIES)
    assert csv_rows(client, "participations", {}) == csv_rows(client, "dyads", {}) == []


def test_tidy_file_has_no_page_and_no_json(client):
    for name in ("participations", "dyads"):
        assert client.get(f"/{name}/").status_code == 404
        assert client.get(f"/api/v1/{name}/").status_code == 404


def test_cameo_of_a_cancelled_meeting_is_that_of_the_meeting_that_was_to_be(client):
    met(HOST, format="in-person", place_basis="stated", occurrence="cancelled")
    rows = csv_rows(client, "dyads", {})
    assert {row["occurrence"] for row in rows} == {"cancelled"}
    assert {row["cameo"] for row in rows} == {"042", "043"}
