"""The demo files of meetings/data/demo as trees: one file per published text, with its events and meetings."""

import json

from agreements.models.agreement import Agreement

from ..models.event import Event
from ..models.meeting import Meeting
from ..models.source import Source
from .loading import load
from .reference import FOLDER

KINDS = {"sources": Source, "events": Event, "meetings": Meeting, "agreements": Agreement}


def load_demo(overwrite=False, folder=FOLDER / "demo"):
    """Load all demo files as one Edit, published; return the Report. Raises loading.LoadError."""
    return load(jobs(folder), "demo data", overwrite)


def jobs(folder=FOLDER / "demo"):
    """Return (model, tree) of every record in the demo files, sources first.

    A record may stand in several files: its lists (the steps of an agreement, say) are joined in the order of the
    files, everything else may be said once only.
    """
    trees = {kind: {} for kind in KINDS}
    for path in sorted(folder.glob("*.json")):
        for kind, records in json.loads(path.read_text(encoding="utf-8")).items():
            for record in records:
                _join(trees[kind].setdefault(record["key"], {}), record)
    return [(model, tree) for kind, model in KINDS.items() for tree in trees[kind].values()]


def _join(tree, more):
    for name, value in more.items():
        if isinstance(value, list):
            tree.setdefault(name, []).extend(value)
        elif tree.setdefault(name, value) != value:
            raise ValueError(f"{tree['key']}: {name} stands in two files, differently")
