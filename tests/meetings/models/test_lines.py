"""A list of short texts, one to a line: kept in order, each once, without the blanks around."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.models import Official
from meetings.models.lines import LinesField

from ...factories import OfficialFactory

FIELD = LinesField()
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30)


@given(st.lists(TEXTS, max_size=6))
def test_what_is_stored_reads_back_the_same(lines):
    kept = FIELD.to_python(lines)
    assert FIELD.to_python(FIELD.get_prep_value(lines)) == kept
    assert FIELD.to_python(kept) == kept


@given(TEXTS)
def test_lines_are_never_empty_repeated_or_broken(text):
    lines = FIELD.to_python(text)
    assert len(set(lines)) == len(lines)
    assert all(line and line == " ".join(line.split()) for line in lines)


@pytest.mark.parametrize("empty", [None, "", [], " \n\t\r\n "])
def test_nothing_is_an_empty_list(empty):
    assert FIELD.to_python(empty) == []


@pytest.mark.django_db
def test_lines_come_back_from_the_database_in_order_and_a_form_shows_them_below_each_other():
    OfficialFactory(aliases=["Əli Əsədov", "Ali  Asadov ", "Əli Əsədov"])
    official = Official.objects.get()
    assert official.aliases == ["Əli Əsədov", "Ali Asadov"]
    assert Official._meta.get_field("aliases").value_from_object(official) == "Əli Əsədov\nAli Asadov"


@pytest.mark.django_db
def test_a_record_made_without_lines_has_an_empty_list_of_its_own():
    assert OfficialFactory().aliases == []
    assert Official().aliases is not Official().aliases
