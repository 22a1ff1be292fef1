"""A pasted delegation list comes apart into names, posts and countries, however it is written."""

import pytest

from meetings.admin.entry.pasted import is_same_name, rank_of, read_list

COUNTRIES = {
    "azerbaijan": "AZ",
    "azerbaijani": "AZ",
    "russia": "RU",
    "russian": "RU",
    "russian federation": "RU",
}


def read(text):
    entries = read_list(text, lambda words: COUNTRIES.get(words.lower()))
    return [(entry.name, entry.post, entry.country) for entry in entries]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ali Asadov, Prime Minister", ("Ali Asadov", "Prime Minister", None)),
        ("Ali Asadov, Prime Minister, Azerbaijan", ("Ali Asadov", "Prime Minister", "AZ")),
        ("Ali Asadov, Prime Minister of the Azerbaijan", ("Ali Asadov", "Prime Minister", "AZ")),
        ("- Ali Asadov – Prime Minister of Azerbaijan.", ("Ali Asadov", "Prime Minister", "AZ")),
        ("1. Ali Asadov (Prime Minister, Azerbaijan)", ("Ali Asadov", "Prime Minister", "AZ")),
        ("Azerbaijani Prime Minister Ali Asadov", ("Ali Asadov", "Prime Minister", "AZ")),
        ("Prime Minister Ali Asadov", ("Ali Asadov", "Prime Minister", None)),
        ("Russian Prime Minister", ("", "Prime Minister", "RU")),
        ("Prime Minister of Russia", ("", "Prime Minister", "RU")),
        ("Ali Asadov", ("Ali Asadov", "", None)),
        (
            "Mikayil Jabbarov, Minister of Economy, co-chair, Azerbaijan",
            ("Mikayil Jabbarov", "Minister of Economy, co-chair", "AZ"),
        ),
    ],
)
def test_entry_is_taken_apart(text, expected):
    assert read(text) == [expected]


def test_entries_under_a_heading_belong_to_its_side():
    text = "From the Azerbaijani side: Ali Asadov, Prime Minister; Shahin Mustafayev, Deputy Prime Minister\n" \
           "Russia:\n  Mikhail Mishustin\n\n"  # fmt: skip
    assert [entry[2] for entry in read(text)] == ["AZ", "AZ", "RU"]


def test_endless_list_is_cut_and_an_empty_one_is_empty():
    assert len(read("A B;" * 5000)) == 60
    assert read(" ;\n; ") == []


@pytest.mark.parametrize(
    ("post", "rank"),
    [("Deputy Prime Minister", "deputy-head"), ("Acting Foreign Minister", "foreign-minister"),
     ("Gardener", "unknown")],
)  # fmt: skip
def test_post_in_words_has_its_rank(post, rank):
    assert rank_of(post) == rank


@pytest.mark.parametrize(
    ("asked", "degree"), [("ali asadov", 2), ("asadov ali", 2), ("asadov", 1), ("a asadov", 1), ("a", 0), ("ali", 1),
                          ("ali aliyev", 0)]
)  # fmt: skip
def test_name_is_the_same_or_a_part_or_neither(asked, degree):
    assert is_same_name(asked, ["ali asadov", "ali esedov"]) == degree
