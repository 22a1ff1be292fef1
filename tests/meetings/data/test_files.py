"""The rules that the reference files keep, read as plain CSV: what the loader and editors rely on."""

import csv
import re
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

DATA = Path(__file__).parents[3] / "meetings" / "data"
FILES = sorted(path.stem for path in DATA.glob("*.csv"))
RANKS = {
    "head-of-state-and-government",
    "head-of-state",
    "head-of-government",
    "de-facto-leader",
    "head-of-organisation",
    "deputy-head",
    "speaker",
    "foreign-minister",
    "minister",
    "deputy-minister",
    "ambassador",
    "special-envoy",
    "other-official",
    "unknown",
}
PUBLISHER_KINDS = {
    "news-agency",
    "newspaper",
    "broadcaster",
    "ministry",
    "presidency",
    "government",
    "parliament",
    "organisation",
    "archive",
    "other",
}


def rows(name, folder=DATA):
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def several(cell):
    return [part for part in cell.split("; ") if part]


def folded(text):
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return re.sub(r"[^\w]+", " ", plain.replace("’", "").replace("'", "")).strip()


def slugs(name):
    return {row["slug"] for row in rows(name)}


def twice(values):
    return sorted(value for value, count in Counter(values).items() if value and count > 1)


def alive_together(one, other):
    def span(row):
        return (row["valid_from"] or "0000").ljust(10, "-"), (row["valid_until"] or "9999").ljust(10, "~")

    return span(one)[0] <= span(other)[1] and span(other)[0] <= span(one)[1]


@pytest.mark.parametrize("name", FILES)
def test_file_as_stored_is_utf8_with_lf_and_even_rows(name):
    raw = (DATA / f"{name}.csv").read_bytes()
    assert b"\r" not in raw
    assert not raw.startswith(b"\xef\xbb\xbf")
    assert raw.endswith(b"\n")
    table = list(csv.reader(raw.decode("utf-8").splitlines()))
    assert {len(line) for line in table} == {len(table[0])}
    assert all(cell == cell.strip() and "  " not in cell for line in table for cell in line)


@pytest.mark.parametrize("name", ["countries", "spheres", "publishers", "officials"])
def test_slugs_in_each_file_are_unique_and_well_formed(name):
    names = [row["slug"] for row in rows(name)]
    assert not twice(names)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug) for slug in names)


def test_countries_of_today_have_codes_that_are_unique():
    today = [row for row in rows("countries") if not row["valid_until"]]
    for code in ("iso2", "iso3", "cow"):
        assert not twice(row[code] for row in today), code
    states = [row for row in today if row["kind"] == "state"]
    assert len(states) == 199
    assert all(row["iso2"] and row["iso3"] and row["region"] and row["seat"] for row in states)
    assert all(row[f"{name}{tongue}"] for row in states for name in ("name", "official_name")
               for tongue in ("", "_ru", "_fr", "_es"))  # fmt: skip


def test_countries_of_every_kind_have_valid_dates_and_coordinates():
    for row in rows("countries"):
        assert row["kind"] in {"state", "former-state", "territory", "organisation"}
        for field in ("valid_from", "valid_until"):
            assert re.fullmatch(r"(\d{4}(-\d\d(-\d\d)?)?)?", row[field]), row["slug"]
        assert not (row["valid_from"] and row["valid_until"]) or row["valid_from"] <= row["valid_until"]
        assert bool(row["latitude"]) == bool(row["longitude"]), row["slug"]
        if row["latitude"]:
            assert -90 <= float(row["latitude"]) <= 90
            assert -180 <= float(row["longitude"]) <= 180
        if row["kind"] == "former-state":
            assert row["valid_until"], row["slug"]


def test_predecessors_of_countries_are_records_that_ended_no_later_than_they_began():
    known = {row["slug"]: row for row in rows("countries")}
    for row in known.values():
        for slug in several(row["predecessors"]):
            assert slug in known, slug


def test_undated_names_of_countries_mean_one_record_at_a_time():
    named = {}
    for row in rows("countries"):
        tongues = [
            f"{name}{tongue}" for name in ("name", "official_name") for tongue in ("", "_ru", "_fr", "_es")
        ]
        own = [*(row[field] for field in tongues), row["iso3"], *several(row["aliases"])]
        for name in {folded(name) for name in own if name}:
            named.setdefault(name, []).append(row)
    clashes = {
        name: sorted(row["slug"] for row in owners)
        for name, owners in named.items()
        if any(alive_together(a, b) for i, a in enumerate(owners) for b in owners[i + 1 :])
    }
    assert clashes == {}


def test_dated_names_of_countries_belong_to_a_record_and_mean_one_at_a_time():
    known, aliases = slugs("countries"), rows("country_aliases")
    assert {row["slug"] for row in aliases} <= known
    clashes = set()
    for one in aliases:
        assert one["valid_from"] or one["valid_until"], one
        for other in aliases:
            if (
                one is not other
                and folded(one["name"]) == folded(other["name"])
                and alive_together(one, other)
            ):
                clashes.add((one["name"], one["slug"]))
    # Both Congos bear these rightly: such a name is ambiguous, and no guess is made.
    names = ("Congo", "Конго", "Republic of the Congo", "République du Congo")
    assert clashes == {(name, slug) for name in names for slug in ("dr-congo", "republic-of-the-congo")}


def test_spheres_form_a_tree_of_two_levels_with_codes_and_single_synonyms():
    table = rows("spheres")
    tops = {row["slug"]: row["code"] for row in table if not row["parent"]}
    assert len(tops) == 15
    assert not twice(row["code"] for row in table)
    for row in table:
        assert not row["parent"] or row["code"].startswith(tops[row["parent"]] + "-")
    owners = {}
    for row in table:
        for word in [row["name"], *several(row["synonyms"])]:
            assert owners.setdefault(folded(word), row["slug"]) == row["slug"], word
    assert not twice(subject for row in table for subject in several(row["treaty_subjects"]))
    assert all(re.match(r"\d{4} [a-z]", code) for row in table for code in several(row["eurovoc"]))


def test_sphere_words_of_the_treaty_list_readouts_and_seed_all_have_a_place():
    table = rows("spheres")
    outside = {row["word"]: row["reason"] for row in rows("spheres_outside")}
    words = {folded(word): row["slug"] for row in table for word in [*several(row["synonyms"]), row["name"]]}
    subjects = {subject: row["slug"] for row in table for subject in several(row["treaty_subjects"])}
    asked = rows("sphere_words", Path(__file__).parent)
    assert sum(row["where"] == "treaty-subject" for row in asked) == 121
    for row in asked:
        if row["spheres"]:
            assert set(several(row["spheres"])) <= slugs("spheres")
        else:
            assert outside[row["word"]]
        if row["where"] == "seed":
            assert words[folded(row["word"])] == row["spheres"], row["word"]
        if row["where"] == "treaty-subject":
            assert subjects.get(row["word"], "") == row["spheres"], row["word"]


def test_publishers_have_a_kind_and_a_known_country():
    for row in rows("publishers"):
        assert row["kind"] in PUBLISHER_KINDS
        assert not row["country"] or row["country"] in slugs("countries")


def test_tenures_lead_to_officials_countries_and_sources_with_dates_in_order():
    officials, countries, sources = slugs("officials"), slugs("countries"), slugs("sources")
    for row in rows("tenures"):
        assert row["official"] in officials, row
        assert row["country"] in countries, row
        assert row["rank"] in RANKS, row
        assert set(several(row["source"])) <= sources, row
        assert row["source_url"].startswith("https://"), row
        assert not row["end"] or row["start"] <= row["end"]
        assert bool(row["end"]) != bool(row["known_until"]), row


def test_tenures_from_wikidata_claim_years_only():
    for row in rows("tenures"):
        if row["source"] == "wikidata-world-leaders":
            assert re.fullmatch(r"https://www\.wikidata\.org/wiki/Q\d+", row["source_url"])
            assert re.fullmatch(r"\d{4}", row["start"])
            assert re.fullmatch(r"(\d{4})?", row["end"])


def test_officials_have_unique_wikidata_ids():
    table = rows("officials")
    assert not twice(row["wikidata"] for row in table)
    assert all(re.fullmatch(r"(Q[1-9]\d*)?", row["wikidata"]) for row in table)
    assert {"ali-asadov", "mikhail-mishustin"} <= slugs("officials")
