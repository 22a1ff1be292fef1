"""Words in which two texts differ are marked, and nothing of a text is taken for HTML."""

from meetings.templatetags.word_differences import words_gone, words_new

BEFORE = "The trade turnover is growing fast."
AFTER = "The trade turnover is falling fast."


def test_one_changed_word_is_marked_in_both_texts():
    assert words_gone(BEFORE, AFTER) == "The trade turnover is <del>growing </del>fast."
    assert words_new(BEFORE, AFTER) == "The trade turnover is <ins>falling </ins>fast."


def test_texts_that_share_little_are_marked_as_a_whole():
    assert words_gone("Baku", "Ganja") == "<del>Baku</del>"
    assert words_new("", "one two three") == "<ins>one two three</ins>"


def test_markup_in_texts_is_escaped_and_lines_are_kept():
    marked = words_new("a b c d\n<i>e</i> f", "a b c d\n<i>x</i> f")
    assert marked == "a b c d<br><ins>&lt;i&gt;x&lt;/i&gt; </ins>f"


def test_very_long_texts_are_not_compared():
    long = "word " * 3000
    assert words_new(long, long + "more") == f"<ins>{long}more</ins>"
