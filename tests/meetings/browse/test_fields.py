"""The fields of the filter language, one value at a time."""

import copy
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.http import QueryDict

from meetings.browse.fields import DayField, LookedUpField, SlugTextField, ValuesField, WordsField, shortened

COLOURS = {"red": "red", "dark-blue": "dark blue"}


def values_field(**kwargs):
    return ValuesField(choices=COLOURS, noun="colour", **kwargs)


def looked_up(known):
    return LookedUpField(
        noun="official",
        listed=dict,
        lookup=lambda values: {one: known[one] for one in values if one in known},
    )


def test_values_are_cleaned_to_slugs_each_once():
    field = values_field()
    assert field.clean(["dark-blue", "red", "red"]) == ["dark-blue", "red"]
    assert field.labels == {"dark-blue": "dark blue", "red": "red"}


def test_value_that_is_unknown_is_refused_with_those_that_are_known():
    with pytest.raises(
        ValidationError, match=r"“green” is not a colour in this record\. Write one of: red, dark-blue\."
    ):
        values_field().clean(["red", "green"])


def test_long_list_of_choices_is_not_written_out():
    field = ValuesField(choices={str(n): str(n) for n in range(21)}, noun="number")
    with pytest.raises(ValidationError) as refused:
        field.clean(["x"])
    assert refused.value.messages == ["“x” is not a number in this record."]


def test_old_slugs_are_cleaned_to_the_new_one_and_keep_their_name():
    field = looked_up({"new": ("new", "Her Name"), "old": ("new", "Her Name")})
    assert field.clean(["old", "new"]) == ["new"]
    assert field.labels == {"old": "Her Name", "new": "Her Name"}


def test_slug_too_long_for_any_record_is_not_looked_up():
    field = LookedUpField(
        noun="official", listed=dict, lookup=lambda values: dict.fromkeys(values, ("a", "A"))
    )
    with pytest.raises(ValidationError):
        field.clean(["x" * 201])


def test_copies_of_a_field_do_not_share_what_was_typed():
    field = values_field()
    field.clean(["red"])
    other = copy.deepcopy(field)
    assert other.labels == {} and other.widget.field is other


def test_widget_reads_all_values_and_leaves_out_empty_ones():
    widget = values_field().widget
    assert widget.value_from_datadict(QueryDict("c=red&c=&c=dark-blue"), {}, "c") == ["red", "dark-blue"]
    assert widget.value_from_datadict({"c": ["red"]}, {}, "c") == ["red"]


def test_day_field_takes_day_month_and_year_only():
    assert DayField().clean(" 2021-02 ").last == date(2021, 2, 28)
    assert DayField().clean("") is DayField().clean(None) is None
    for text in ("2021-2", "21", "2021-02-30", "today", "2021-02-01T00:00"):
        with pytest.raises(ValidationError, match="is not a date"):
            DayField().clean(text)


def test_words_field_takes_at_most_eight_words():
    assert WordsField().clean("Trade “joint venture”").phrases == (("joint", "venture"),)
    assert WordsField().clean("  ") is None
    for text in ("---", "a b c d e f g h i"):
        with pytest.raises(ValidationError):
            WordsField().clean(text)


def test_slug_text_compares_by_slug():
    assert SlugTextField().clean(" New  York ") == SlugTextField().clean("new-york") == "new-york"
    assert SlugTextField().clean("") is None
    for text in ("---", "☂", "x" * 201):
        with pytest.raises(ValidationError, match="is not a name"):
            SlugTextField().clean(text)


def test_long_value_is_shortened_where_it_is_repeated():
    assert shortened("x" * 80) == "x" * 80
    assert shortened("x" * 81) == "x" * 79 + "…"
