"""Writes the words by which the desk finds records, for those that came past it (a restore, rows written in SQL)."""

from django.core.management.base import BaseCommand

from meetings.desk import finding
from meetings.models import Finding


class Command(BaseCommand):
    """Fills what lacks, or writes all anew."""

    help = "Write the words by which the desk finds records, where they lack."

    def add_arguments(self, parser):
        """Take one option."""
        parser.add_argument("--anew", action="store_true", help="forget all words first")

    def handle(self, *args, anew=False, **options):
        """Fill, and say how many records got words."""
        if anew:
            Finding.objects.all().delete()
        self.stdout.write(f"Wrote the words of {finding.fill()} records.")
