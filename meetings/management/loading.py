"""What the two loading commands share: their option, and how they tell what they did."""

from django.core.management.base import BaseCommand, CommandError

from meetings.interchange.loading import LoadError

ACTS = ("created", "changed", "unchanged", "left alone", "withdrawn", "published again")
TOLD = ("changed", "left alone", "withdrawn", "published again")
QUIET, LOUD = 0, 2


class LoadCommand(BaseCommand):
    """A command whose load(overwrite) returns a Report."""

    def add_arguments(self, parser):
        parser.add_argument(
            "--overwrite", action="store_true", help="Write over what people changed since the last load."
        )

    def load(self, overwrite):
        """Load and return the Report. Raises LoadError."""
        raise NotImplementedError

    def handle(self, *args, overwrite=False, verbosity=1, **options):
        """Load; name every record that was changed, left alone or withdrawn, with -v 2 every record; count by kind."""
        try:
            report = self.load(overwrite)
        except LoadError as error:
            raise CommandError(str(error)) from error
        if verbosity > QUIET:
            for line in report.lines:
                if verbosity >= LOUD or line.startswith(TOLD):
                    self.stdout.write(line)
            for act in ACTS:
                self.stdout.write(f"{act}: {_by_kind(report, act)}")


def _by_kind(report, act):
    kinds = [f"{count} {kind}" for (done, kind), count in report.counts.items() if done == act]
    return ", ".join(kinds) or "nothing"
