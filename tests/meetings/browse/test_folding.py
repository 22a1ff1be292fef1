"""Folding: what search, sorting and addresses take for the same."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.browse.folding import (
    LONGEST_SORT_KEY,
    LONGEST_WORD,
    QueryError,
    SearchQuery,
    fold,
    parse_query,
    slug_of,
    sort_key,
    words,
)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("İlham ƏLİYEV", "ilham aliyev"),
        ("Ilham Aliyev", "ilham aliyev"),
        ("ışık", "isik"),
        ("Lech Wałęsa", "lech walesa"),
        ("Đorđe Šagovnović", "dorde sagovnovic"),
        ("Støre", "store"),
        ("Straße STRASSE ẞ", "strasse strasse ss"),
        ("Æ Œuvre Þór Guðni", "ae oeuvre thor gudni"),
        ("Ŋ Ħ Ŧ Ɗ", "n h t d"),
        ("Алиев Йошкар-Ола ёлка", "алиев иошкар ола елка"),
        ("Σίσυφος ΣΊΣΥΦΟΣ", "σισυφοσ σισυφοσ"),
        ("中国 한국", "中国 " + unicodedata.normalize("NFD", "한국")),
        ("Qur'an Qurʾān Qur’an Qur`an Qurʻan", "quran quran quran quran quran"),
        ("COVID-19", "covid 19"),
        ("U.S.", "u s"),
        ("$680 million, 3.5 %", "680 million 3 5"),
        ("snake_case", "snake case"),
        ("①② ½ Ⅳ ﬁn ＡＢＣ", "12 1 2 iv fin abc"),
        ("agree\u00adment می\u200cخواهم", "agreement میخواهم"),
        ("a\u200bb c\u00a0d\x00e\ud800f", "a b c d e f"),
        ("— … !", ""),
        ("", ""),
    ],
)
def test_fold_text_becomes_plain_words(text, folded):
    assert fold(text) == folded


def test_fold_composed_and_decomposed_give_the_same():
    assert fold(unicodedata.normalize("NFD", "Çîğdem Şahin")) == fold("Çîğdem Şahin") == "cigdem sahin"


def test_fold_every_character_is_settled_after_one_pass():
    for code in range(sys.maxunicode + 1):
        folded = fold(chr(code))
        assert fold(folded) == folded == folded.casefold(), hex(code)
        assert all(word.isalnum() for word in folded.split(" ") if folded), hex(code)


@given(st.text())
def test_fold_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(st.text(), st.text())
def test_fold_texts_side_by_side_fold_alike(left, right):
    assert fold(f"{left} {right}") == f"{fold(left)} {fold(right)}".strip()


@given(st.text())
def test_words_any_text_gives_the_folded_words(text):
    assert words(text) == [word[:LONGEST_WORD] for word in fold(text).split()]


def test_words_long_run_is_cut():
    assert words("x" * 65 + " y") == ["x" * 64, "y"]


def test_sort_key_long_title_is_cut_without_a_trailing_space():
    key = sort_key("É" * (LONGEST_SORT_KEY - 1) + " tail")
    assert key == "e" * (LONGEST_SORT_KEY - 1)


def test_sort_key_marks_and_case_do_not_part_names():
    assert sorted(["Zypries", "Ödön", "ahmet", "Østby"], key=sort_key) == [
        "ahmet",
        "Ödön",
        "Østby",
        "Zypries",
    ]


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Əliyev", "aliyev"),
        ("Côte d'Ivoire", "cote-divoire"),
        ("Bosnia & Herzegovina", "bosnia-herzegovina"),
        ("  20 May, 2021 ", "20-may-2021"),
        ("Baku Баку", "baku-baku"),
        ("Сергей Кириенко", "sergey-kirienko"),
        ("მიხეილ სააკაშვილი", "mikheil-saakashvili"),
        ("习近平", "xijinping"),
        ("محمد بن سلمان", "mhmd-bn-slmn"),
        ("김정은", "gimjeongeun"),
        ("नरेन्द्र मोदी", "nrendr-modi"),
        ("e\u0301", "e"),
        ("🎉", ""),
        ("---", ""),
    ],
)
def test_slug_of_name_is_plain_ascii(text, slug):
    assert slug_of(text) == slug


@given(st.text())
def test_slug_of_any_text_stays_in_the_alphabet(text):
    slug = slug_of(text)
    assert set(slug) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert slug == slug_of(slug) == slug.strip("-")
    assert "--" not in slug


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("Trade turnover", SearchQuery(("trade", "turnover"))),
        ('"road map" Baku', SearchQuery(("baku",), (("road", "map"),))),
        ("“Road Map” «Шуша»", SearchQuery((), (("road", "map"), ("шуша",)))),
        ("„Straße”x", SearchQuery(("x",), (("strasse",),))),
        ('one "two three', SearchQuery(("one",), (("two", "three"),))),
        ('"" one " - "', SearchQuery(("one",))),
        ("don't", SearchQuery(("dont",))),
        ("a b c d e f g h", SearchQuery(tuple("abcdefgh"))),
        ("é" * 100, SearchQuery(("e" * 64,))),
    ],
)
def test_parse_query_typed_text_is_taken_apart(text, query):
    assert parse_query(text) == query


@pytest.mark.parametrize("text", ["", " ", "---", '""', "'", "\x00", "“”"])
def test_parse_query_nothing_searchable_is_refused(text):
    with pytest.raises(QueryError, match="nothing to search for"):
        parse_query(text)


@pytest.mark.parametrize("text", ["a b c d e f g h i", '"a b c d e" f g h i', "1-2-3-4-5-6-7-8-9"])
def test_parse_query_more_than_eight_words_is_refused(text):
    with pytest.raises(QueryError, match="at most 8 words; this one has 9"):
        parse_query(text)


def test_parse_query_thousand_words_is_refused_with_the_number():
    with pytest.raises(QueryError, match="this one has 1,000"):
        parse_query("a " * 1000)


@given(st.text())
def test_parse_query_any_text_is_answered_or_refused(text):
    try:
        query = parse_query(text)
    except QueryError:
        return
    found = [*query.words, *(word for phrase in query.phrases for word in phrase)]
    assert 1 <= len(found) <= 8
    assert all(words(word) == [word] for word in found)
