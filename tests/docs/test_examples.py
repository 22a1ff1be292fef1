"""The examples of the guide for analysts run as they stand, and read every cell back as it was."""

import pytest

from meetings.browse.export import guard, join_cell, list_of_cell, text_of_cell
from tests import seed
from tests.docs.guides import blocks
from tests.factories import QuoteFactory, meeting_between

GUIDE = "docs/browse.md"
SITE = '"http://127.0.0.1:8000"'
AWKWARD = (
    "", "plain", "a; b", "a\\", "\\;", ";", "=1+1", "'=1", "''", "'plain", "-2", "line\nbreak", "\r", "\t", "\x00",
    "\\n", "one, two", '"quoted"', "é; ə", "\u2028",
)  # fmt: skip


def run(examples, site):
    """Run some examples in order with `site` in place of the demo's address; return the names that they define."""
    known = {}
    for example in examples:
        exec(compile(example.replace(SITE, f'"{site}"'), GUIDE, "exec"), known)
    return known


@pytest.mark.django_db(transaction=True)
def test_examples_find_the_published_world_as_it_was_entered(live_server):
    seed.load_reference()
    seed.publish_seed()
    hosted = meeting_between("Azerbaijan", "Russia", published=True, title="=Ministers; others")
    QuoteFactory(meeting=hosted, text="-1\nand a \\ line")
    found = run(blocks(GUIDE, "python"), live_server.url)
    assert sorted(found["meetings"]["title"]) == [
        "'=Ministers; others",
        "Asadov and Mishustin meet; documents on cooperation signed",
    ]
    assert list(found["meetings"]["country_list"]) == [["Azerbaijan", "Russia"]] * 2
    assert set(found["meetings"]["year"]) == {"2021"}
    assert sorted(found["figures"]["number"]) == [6, 80, 230, 680, 1000]
    assert set(found["dyads"]["cameo"]) == {"040"}
    assert found["busiest"]["ali-asadov"] == 1
    read, text = found["read"], found["text"]
    assert text(read("/meetings.csv?q=%22ministers+others%22")["title"][0]) == "=Ministers; others"
    assert "-1\nand a \\ line" in [text(cell) for cell in read("/quotes.csv")["text"]]


def test_functions_of_the_examples_read_any_cell_as_the_product_does():
    [functions, *_] = blocks(GUIDE, "python")
    assert SITE in functions
    found = run([functions], "http://nowhere.invalid")
    for one in AWKWARD:
        for other in AWKWARD:
            cell = guard(join_cell([one, other]))
            assert found["items"](cell) == list_of_cell(cell) == [one, other]
        assert found["text"](guard(join_cell([one]))) == text_of_cell(guard(join_cell([one])))
