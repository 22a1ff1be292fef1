"""Floors under the figures of readings: floors.json beside this file keeps what each set and kind once reached."""

import json
import math
from pathlib import Path

FILE = Path(__file__).with_name("floors.json")


def fallen(name, totals):
    """Return lines that name each figure of the set `name` ({kind: Tally}) that is lower than its floor."""
    floors = json.loads(FILE.read_text(encoding="utf-8"))[name]
    return [
        f"{name}, {kind}: {figure} {share:.2f}, once {floors[kind][figure]:.2f}"
        for kind, shares in figures(totals).items()
        for figure, share in shares.items()
        if share < floors.get(kind, {}).get(figure, 0)
    ]


def figures(totals):
    """Return {kind: {"precision", "recall"}} of {kind: Tally}, rounded down to hundredths; only what is labelled."""
    return {
        kind: {
            figure: math.floor(100 * share + 1e-9) / 100
            for figure, share in (("precision", tally.precision), ("recall", tally.recall))
            if share is not None
        }
        for kind, tally in totals.items()
        if tally.ticked or tally.labelled
    }


def record(name, totals):
    """Keep the figures of the set `name` as its floors."""
    floors = json.loads(FILE.read_text(encoding="utf-8")) if FILE.exists() else {}
    floors[name] = figures(totals)
    FILE.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", encoding="utf-8")
