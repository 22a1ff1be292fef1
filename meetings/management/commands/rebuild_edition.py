"""manage.py rebuild_edition: make the edition anew, or prove with --check that it is as it should be."""

from django.core.management.base import BaseCommand, CommandError

from meetings import edition, edits
from meetings.edits import Edit

SHOWN = 50


class Command(BaseCommand):
    """Rebuilds every public row from the records."""

    help = "Rebuild the edition from the records, or with --check compare only, and fail when they differ."

    def add_arguments(self, parser):
        parser.add_argument(
            "--check", action="store_true", help="Compare only; exit with an error when rows differ."
        )

        parser.add_argument(
            "--if-stale",
            action="store_true",
            help="Rebuild only when other code rebuilt it last: after an upgrade.",
        )

    def handle(self, *args, check, if_stale, **options):
        """Print counts. Raises CommandError when --check finds a difference."""
        if check:
            faults = edition.check()
            for fault in faults[:SHOWN]:
                self.stdout.write(fault)
            if faults:
                raise CommandError(f"{len(faults)} rows of the edition differ from the records.")
            self.stdout.write("The edition equals the records.")
            return
        if if_stale and not edition.is_stale():
            self.stdout.write("The edition was rebuilt by this code already.")
            return
        with edits.edit(kind=Edit.Kind.SAVE, note="rebuild of the edition"):
            counts = edition.rebuild()
        for kind, count in counts.items():
            self.stdout.write(f"{kind}: {count}")
