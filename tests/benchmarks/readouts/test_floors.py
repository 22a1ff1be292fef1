"""What readings once reached over the labelled texts does not fall unseen."""

import pytest

from benchmarks.readouts.__main__ import ASIDE, OWN, run
from benchmarks.readouts.floors import fallen
from benchmarks.readouts.tally import Tally
from meetings.interchange.reference import load_reference
from meetings.readouts.gazetteer import load_gazetteer


@pytest.mark.django_db
def test_no_figure_over_the_labelled_texts_is_below_its_floor():
    load_reference()
    gazetteer = load_gazetteer()
    found = [line for folder in (OWN, ASIDE) for line in fallen(folder.name, run(folder, gazetteer)[0])]
    assert found == []


def test_figure_below_its_floor_is_named():
    nothing = {"parties": Tally(right=0, ticked=10, found=0, labelled=10)}
    assert [line.split(",")[1] for line in fallen("texts", nothing)] == [
        " parties: precision 0.00",
        " parties: recall 0.00",
    ]
