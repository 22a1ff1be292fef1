"""Facts lead to the numbered sources of their page; sources say for whom they speak."""

from meetings.templatetags.record_sources import outward, refs, silent_sides, source_title, stance

AZERBAIJAN = {"slug": "azerbaijan", "name": "Azerbaijan", "iso3": "AZE"}
RUSSIA = {"slug": "russia", "name": "Russia", "iso3": "RUS"}
TREND = {"slug": "trend-1", "sides": []}
KREMLIN = {"slug": "kremlin-1", "sides": [RUSSIA]}


def test_refs_number_sources_as_the_page_does():
    shown = refs(["kremlin-1", "trend-1"], {"sources": [TREND, KREMLIN], "own_sources": ["trend-1"]})
    assert shown.index('href="#s2"') < shown.index('href="#s1"')
    assert 'aria-label="Source 2">2</a>' in shown


def test_refs_fact_without_source_says_so():
    assert "no source given" in refs([], {"sources": [TREND]})


def test_refs_fact_without_source_leads_to_those_of_the_whole():
    shown = refs([], {"sources": [TREND, KREMLIN], "own_sources": ["kremlin-1"]})
    assert "no source of its own" in shown
    assert 'href="#s2"' in shown
    assert 'href="#s1"' not in shown


def test_stance_source_without_sides_is_independent():
    assert stance(TREND) == "independent of the sides"


def test_stance_source_of_one_side_speaks_for_it():
    assert stance(KREMLIN) == "speaks for Russia"


def test_stance_source_of_two_sides_is_joint():
    assert stance({"sides": [AZERBAIJAN, RUSSIA]}) == "joint text of Azerbaijan and Russia"


def test_silent_sides_are_those_for_whom_no_source_speaks():
    assert silent_sides({"sources": [TREND, KREMLIN], "parties": [AZERBAIJAN, RUSSIA]}) == ["Azerbaijan"]


def test_outward_address_is_escaped():
    assert 'href="https://a.example/?b=1&amp;c=%22"' in outward("https://a.example/?b=1&c=%22", "Read")


def test_outward_without_address_is_nothing():
    assert outward(None, "Read") == ""


UNTITLED = {"title": None, "publisher": {"name": "Trend"}, "published_on": "2021-05-20", "source_url": None}


def test_source_title_is_the_headline():
    assert source_title(UNTITLED | {"title": "Prime ministers meet"}) == "Prime ministers meet"


def test_source_title_without_headline_names_publisher_and_date():
    assert source_title(UNTITLED) == "Untitled text of Trend, 20 May 2021"


def test_source_title_label_in_place_of_headline_is_not_shown():
    row = {
        "title": "Kremlin, http://a.example/1",
        "publisher": "Kremlin",
        "published_on": None,
        "source_url": "http://a.example/1",
    }
    assert source_title(row) == "Untitled text of Kremlin, undated"
