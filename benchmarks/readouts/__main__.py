"""python -m benchmarks.readouts [FOLDER ...] [--aside] [--misses]: precision and recall per kind over labelled texts.

Without a folder the texts beside this file are read. A folder holds NAME.txt with NAME.json (README.md). What is wrong
or missed in texts set aside is told by --misses-of-texts-set-aside alone: whoever tunes rules must not see it.
"""

import argparse
import json
import os
import statistics
import sys
import time
from pathlib import Path

import django

from .floors import record
from .scoring import KINDS, score
from .tally import Tally

OWN = Path(__file__).with_name("texts")
ASIDE = Path(__file__).resolve().with_name("set_aside")


def pairs(folder):
    """Return [(name, text, label)] of a folder, by name."""
    found = []
    for path in sorted(Path(folder).glob("*.json")):
        text = path.with_suffix(".txt")
        if text.exists():
            found.append(
                (path.stem, text.read_text(encoding="utf-8"), json.loads(path.read_text(encoding="utf-8")))
            )
    return found


def run(folder, gazetteer):
    """Return ({kind: Tally}, milliseconds for each text) over a folder."""
    from meetings.readouts import read_article

    totals, times = {kind: Tally() for kind in KINDS}, []
    for name, text, label in pairs(folder):
        start = time.perf_counter()
        reading = read_article(
            text, gazetteer, url=label.get("url") or "", published=label.get("published") or ""
        )
        times.append((time.perf_counter() - start) * 1000)
        for kind, tally in score(label, reading.as_json()["drafts"]).items():
            tally.wrong = [f"{name}: {words}" for words in tally.wrong]
            tally.missed = [f"{name}: {words}" for words in tally.missed]
            totals[kind].add(tally)
    return totals, times


def table(totals):
    """Return the lines of the table of results."""
    lines = [f"{'kind':18}{'precision':>10}{'n':>6}{'recall':>9}{'n':>6}"]
    for kind, tally in totals.items():
        if tally.ticked or tally.labelled:
            shares = ["–" if share is None else f"{share:.2f}" for share in (tally.precision, tally.recall)]
            lines.append(f"{kind:18}{shares[0]:>10}{tally.ticked:>6}{shares[1]:>9}{tally.labelled:>6}")
    return lines


def main():
    """Score the folders named on the command line."""
    options = _options()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    from meetings.readouts.gazetteer import load_gazetteer

    gazetteer = load_gazetteer()
    folders = [Path(folder) for folder in options.folders] or ([] if options.aside else [OWN])
    for folder in [*folders, *([ASIDE, ASIDE / "other_languages"] if options.aside else [])]:
        totals, times = run(folder, gazetteer)
        sys.stdout.write(
            f"{folder.name}: {len(times)} texts, median {statistics.median(times or [0]):.1f} ms\n"
        )
        sys.stdout.write("\n".join(table(totals)) + "\n")
        if options.record:
            record(folder.name, totals)
        if options.misses_aside if _is_aside(folder) else options.misses:
            _tell(totals)


def _options():
    parser = argparse.ArgumentParser(description="Score readings against labels.")
    parser.add_argument("folders", nargs="*", default=[])
    parser.add_argument("--aside", action="store_true", help="Score the texts set aside too: totals only.")
    parser.add_argument("--record", action="store_true", help="Keep these figures as floors (floors.json).")
    parser.add_argument("--misses", action="store_true", help="Name every wrong and every missed fact.")
    parser.add_argument(
        "--misses-of-texts-set-aside",
        action="store_true",
        dest="misses_aside",
        help="Not while tuning rules.",
    )
    return parser.parse_args()


def _is_aside(folder):
    return ASIDE in (folder.resolve(), *folder.resolve().parents)


def _tell(totals):
    for kind, tally in totals.items():
        for word, entries in (("wrong", tally.wrong), ("missed", tally.missed)):
            for entry in entries:
                sys.stdout.write(f"{word} {kind}: {entry}\n")


if __name__ == "__main__":
    main()
