"""manage.py read_article FILE: what an article proposes, without saving anything."""

import json
import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from meetings.readouts import BadDate, read_article
from meetings.readouts.gazetteer import load_gazetteer


class Command(BaseCommand):
    """Reads a file (or standard input for "-") and prints the drafts."""

    help = "Propose meetings from the text of an article; nothing is saved."

    def add_arguments(self, parser):
        parser.add_argument("file", help="The text, plain or HTML, UTF-8; - for standard input.")
        parser.add_argument("--url", default="", help="Where it was published.")
        parser.add_argument("--published", default="", metavar="DATE", help="When: 2021-05-20.")
        parser.add_argument(
            "--json", action="store_true", help="Print every fact as JSON instead of a summary."
        )

    def handle(self, *args, file, url, published, **options):
        """Print the proposals. Raises CommandError for a file that cannot be read or a date that is none."""
        try:
            reading = read_article(_text(file), load_gazetteer(), url=url, published=published)
        except BadDate as error:
            raise CommandError(str(error)) from error
        if options["json"]:
            self.stdout.write(json.dumps(reading.as_json(), ensure_ascii=False, indent=1))
            return
        for notice in reading.notices:
            self.stdout.write(notice)
        for number, draft in enumerate(reading.drafts, 1):
            self._summary(number, draft.as_json())

    def _summary(self, number, draft):
        self.stdout.write(f"Draft {number}")
        for key, facts in draft.items():
            for fact in facts if isinstance(facts, list) else filter(None, [facts]):
                mark = "x" if fact["ticked"] else " "
                words = (
                    fact.get("name")
                    or fact.get("text")
                    or fact.get("wording")
                    or fact.get("title")
                    or fact.get("what")
                    or fact.get("value")
                )
                self.stdout.write(
                    f"  [{mark}] {key}: {words or fact.get('type_wording') or fact.get('post')}"
                )


def _text(file):
    try:
        raw = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except OSError as error:
        raise CommandError(f"{file} cannot be read: {error.strerror}.") from error
    return raw.decode("utf-8", errors="replace")
