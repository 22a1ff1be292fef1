"""The page of a meeting arranges what its edition says, and concludes nothing that is not there."""

import pytest

from meetings.templatetags import meeting_page as page

AZERBAIJAN = {"slug": "azerbaijan", "name": "Azerbaijan", "iso3": "AZE", "rank": "head-of-government"}
RUSSIA = {"slug": "russia", "name": "Russia", "iso3": "RUS", "rank": "head-of-government"}
ARMENIA = {"slug": "armenia", "name": "Armenia", "iso3": "ARM", "rank": "head-of-state"}


def sphere(slug):
    return {"slug": slug, "name": slug.capitalize()}


def person(country, role="participant"):
    return {"country": country, "role": role}


def talk(name, wording="", **more):
    named = {
        "sphere": sphere(name) if name else None,
        "wording": wording,
        "sources": ["s"],
        "about": [],
        "said_by": [],
    }
    return named | more


def paper(*names, step="signed", slug="package", more=False):
    return {
        "slug": slug,
        "step": step,
        "step_party": None,
        "date": "2021-05-20",
        "spheres": [sphere(name) | {"wording": f"{name}, as signed"} for name in names],
        "more_spheres": more,
        "parties": [AZERBAIJAN, RUSSIA],
        "sources": ["s"],
    }


def record(discussions=(), agreements=(), participations=(), parties=(AZERBAIJAN, RUSSIA), **more):
    empty = {"quotes": [], "figures": [], "commitments": [], "conflicts": [], "sources": []}
    return (
        empty
        | {
            "discussions": list(discussions),
            "agreements": list(agreements),
            "participations": list(participations),
            "parties": list(parties),
        }
        | more
    )


def slugs(items):
    return [item["sphere"]["slug"] for item in items]


@pytest.mark.parametrize(
    ("level", "ranks", "words"),
    [
        ("head-of-government", ["head-of-government", "head-of-government"], "heads of government"),
        ("head-of-state", ["head-of-state", "head-of-state-and-government"], "heads of state"),
        ("de-facto-leader", ["head-of-state-and-government", "de-facto-leader"], "de facto leader"),
        ("head-of-organisation", ["head-of-government", "head-of-organisation"], "head of organisation"),
    ],
)
def test_level_in_words_is_plural_only_where_every_side_has_that_rank(level, ranks, words):
    assert page.level_in_words({"level": level, "parties": [{"rank": rank} for rank in ranks]}) == words


def test_talk_and_paper_sphere_stands_in_one_set_only():
    sets = page.talk_and_paper(record([talk("trade"), talk("customs")], [paper("customs", "food")]))
    assert (slugs(sets["discussed"]), slugs(sets["both"]), slugs(sets["signed"])) == (
        ["trade"],
        ["customs"],
        ["food"],
    )


def test_talk_and_paper_same_sphere_twice_keeps_both_wordings():
    sets = page.talk_and_paper(record([talk("trade", "trade"), talk("trade", "commerce", about=[ARMENIA])]))
    assert [said["wording"] for said in sets["discussed"][0]["wordings"]] == ["trade", "commerce"]
    assert sets["discussed"][0]["about"] == [ARMENIA]


def test_talk_and_paper_same_wording_twice_stands_once_with_all_sources():
    twice = [talk("trade", "trade"), talk("trade", "trade", sources=["s", "t"])]
    sets = page.talk_and_paper(record(twice))
    assert sets["discussed"][0]["wordings"] == [{"wording": "trade", "sources": ["s", "t"]}]


@pytest.mark.parametrize("step", ["mentioned", "agreed", "initialled", "signed-by-some"])
def test_talk_and_paper_agreement_not_signed_here_is_no_paper(step):
    assert page.talk_and_paper(record([], [paper("customs", step=step)]))["signed"] == []


def test_talk_and_paper_wording_without_sphere_is_kept_apart():
    sets = page.talk_and_paper(record([talk("", "the general situation")]))
    assert [row["wording"] for row in sets["unnamed"]] == ["the general situation"]
    assert sets["discussed"] == []


@pytest.mark.parametrize(
    ("discussed", "signed", "more", "sentence", "conclusion"),
    [
        (
            ["a", "b"],
            ["c"],
            True,
            "Two spheres were discussed; one was signed, and others that the source does not name.",
            "None of those named is in both.",
        ),
        (["a"], ["a"], False, "One sphere was discussed; one was signed.", "One is in both."),
        (["a", "b"], ["a", "b"], False, "Two spheres were discussed; two were signed.", "Two are in both."),
        (["a"], [], False, "One sphere was discussed.", "None of them was signed here, on this record."),
        ([], ["a"], False, "One sphere was signed.", "None of them is on record as discussed."),
        ([], [], False, "", ""),
    ],
)
def test_finding_says_what_the_sets_prove(discussed, signed, more, sentence, conclusion):
    agreements = [paper(*signed, more=more)] if signed else []
    sets = page.talk_and_paper(record([talk(name) for name in discussed], agreements))
    assert page.finding(sets) == (sentence, conclusion)


def test_agreements_here_signed_and_mentioned_stand_apart():
    groups = page.agreements_here(record([], [paper("a"), paper(step="mentioned", slug="older")]))
    assert [entry["slug"] for entry in groups["signed"]] == ["package"]
    assert [entry["slug"] for entry in groups["mentioned"]] == ["older"]
    assert groups["moved"] == []


def test_agreements_here_agreement_with_two_steps_stands_once():
    groups = page.agreements_here(record([], [paper(step="mentioned"), paper(step="exchanged")]))
    assert [step["kind"] for step in groups["signed"][0]["here"]] == ["mentioned", "exchanged"]
    assert groups["mentioned"] == []


def test_strangers_are_parties_of_the_agreement_that_were_not_there():
    agreement = paper() | {"parties": [AZERBAIJAN, RUSSIA, ARMENIA]}
    assert page.strangers(agreement, record()) == ["Armenia"]


def test_sides_mediator_comes_last_and_observers_are_none():
    people = [person(ARMENIA, "mediator"), person(AZERBAIJAN), person(RUSSIA), person(RUSSIA, "witness")]
    whole = record(participations=people, parties=[ARMENIA, AZERBAIJAN, RUSSIA])
    assert [side["country"]["slug"] for side in page.sides(whole)] == ["azerbaijan", "russia", "armenia"]
    assert [len(side["people"]) for side in page.sides(whole)] == [1, 1, 1]
    assert page.apart(whole) == [people[3]]


@pytest.mark.parametrize(
    ("parties", "equal"),
    [
        ([AZERBAIJAN, RUSSIA], True),
        ([AZERBAIJAN, ARMENIA], False),
        ([AZERBAIJAN | {"rank": "unknown"}, RUSSIA | {"rank": "unknown"}], False),
    ],
)
def test_equal_rank_needs_known_ranks(parties, equal):
    assert page.equal_rank(record(parties=parties)) is equal


def test_contents_conflicts_are_listed_only_when_there_are_any():
    without, with_one = record(), record(conflicts=[{}])
    assert "conflicts" not in [anchor for anchor, _, _ in page.contents(without)]
    assert ("conflicts", "Sources disagree", 1) in page.contents(with_one)


def test_pair_url_is_in_slug_order():
    assert page.pair_url("russia", "azerbaijan") == "/countries/azerbaijan/russia/"
