"""Names of one person are alike in any script and romanisation; those of two persons are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.interchange.merging.proposals import ENOUGH
from meetings.interchange.merging.similarity import Name, latin, likeness, look_alikes, most_alike, names

ONE = [
    ("Ali Asadov", "Əli Əsədov"),
    ("Mikhail Mishustin", "Михаил Мишустин"),
    ("Mikhail Mishustin", "Mishustin, Mikhail"),
    ("Mikhail Mishustin", "M. Mishustin"),
    ("Ilham Aliyev", "İlham Əliyev"),
    ("Ilham Aliyev", "Ильхам Алиев"),
    ("Ceyhun Bayramov", "Jeyhun Bayramov"),
    ("Xi Jinping", "习近平"),
    ("Kassym-Jomart Tokayev", "Қасым-Жомарт Тоқаев"),
    ("Volodymyr Zelenskyy", "Volodymyr Zelensky"),
    ("Recep Tayyip Erdoğan", "Recep Tayyip Erdogan"),
    ("Muammar Gaddafi", "Muammar Qaddafi"),
    ("Lech Wałęsa", "Lech Walesa"),
    ("Nikol Pashinyan", "Nikol Pashinian"),
    ("Emomali Rahmon", "Emomalii Rahmon"),
    ("Luiz Inácio Lula da Silva", "Lula da Silva"),
]
TWO = [
    ("Ilham Aliyev", "Heydar Aliyev"),
    ("George Bush", "Kate Brown"),
    ("Vladimir Putin", "Vladimir Zelensky"),
    ("Xi Jinping", "Li Keqiang"),
    ("Ali Asadov", "Arif Alasov"),
    ("Shavkat Mirziyoyev", "Shavkat Rahmonov"),
]


def alike(first, second):
    return likeness(Name.of(first), Name.of(second))


@pytest.mark.parametrize(("first", "second"), ONE)
def test_names_of_one_person_are_alike(first, second):
    assert alike(first, second) >= 80
    assert alike(first, second) == alike(second, first)


@pytest.mark.parametrize(("first", "second"), TWO)
def test_names_of_two_persons_are_not(first, second):
    assert alike(first, second) < ENOUGH


def test_a_surname_alone_proposes_but_weakly():
    assert ENOUGH < alike("Mishustin", "Mikhail Mishustin") < alike("M. Mishustin", "Mikhail Mishustin")


def test_latin_letters_of_any_script():
    assert latin("Михаил Мишустин") == "mikhail mishustin"
    assert latin("Əli Əsədov") == "ali asadov"


@given(st.text(max_size=40), st.text(max_size=40))
def test_likeness_is_symmetric_bounded_and_whole_for_the_same(first, second):
    for one, other in ((first, second), (first, first)):
        score, _, _ = most_alike(names(one), names(other))
        assert 0 <= score <= 100
        assert score == most_alike(names(other), names(one))[0]
        assert one != other or not names(one) or score == 100


def test_look_alikes_are_found_among_many():
    known = {number: names(f"Person{number} Family{number * 7}") for number in range(2_000)}
    known[-1] = names("Somebody Else", "Михаил Мишустин")
    assert look_alikes(names("Mikhail Mishustin"), known).get(-1) == 100
    assert look_alikes(names("!!!"), known) == {}
