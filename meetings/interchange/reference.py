"""The reference files of meetings/data as trees: countries, spheres, publishers, sources, officials and tenures."""

import csv
from pathlib import Path

from agreements.models.sphere import Sphere

from ..models.country import Country, CountryAlias
from ..models.official import Official
from ..models.publisher import Publisher
from ..models.source import Source
from ..models.tenure import Tenure
from .loading import load
from .trees import tree_of_row

FOLDER = Path(__file__).resolve().parent.parent / "data"


def load_reference(overwrite=False, folder=FOLDER):
    """Load all reference files as one Edit; return the Report. Raises loading.LoadError."""
    return load(jobs(folder), "reference data", overwrite)


def jobs(folder=FOLDER):
    """Return (model, tree) of every reference record in the files of `folder`."""
    countries = _trees(folder / "countries.csv", Country)
    _hang(countries, "dated_aliases", _rows(folder / "country_aliases.csv"), "slug", CountryAlias)
    officials = _trees(folder / "officials.csv", Official)
    tenures = _rows(folder / "tenures.csv")
    for row in tenures:
        # The address of each person's page is the official's Wikidata id once more; the source is the data set.
        row.pop("source_url")
        row["sources"] = row.pop("source")
    _hang(officials, "tenures", tenures, "official", Tenure)
    return [
        *((Country, tree) for tree in countries),
        *((Sphere, tree) for tree in _trees(folder / "spheres.csv", Sphere)),
        *((Publisher, tree) for tree in _trees(folder / "publishers.csv", Publisher)),
        *((Source, tree) for tree in _trees(folder / "sources.csv", Source)),
        *((Official, tree) for tree in officials),
    ]


def _rows(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _trees(path, model):
    return [tree_of_row(model, {"key": row.pop("slug"), **row}) for row in _rows(path)]


def _hang(trees, relation, rows, owner, model):
    """Hang the rows of a second file on the trees that their column `owner` names."""
    by_key = {tree["key"]: tree for tree in trees}
    for row in rows:
        by_key[row.pop(owner)].setdefault(relation, []).append(tree_of_row(model, row))
