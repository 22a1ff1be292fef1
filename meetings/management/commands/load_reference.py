"""Load the reference files of meetings/data (docs/data.md)."""

from meetings.interchange.reference import load_reference
from meetings.management.loading import LoadCommand


class Command(LoadCommand):
    """manage.py load_reference [--overwrite] [-v 2]"""

    help = "Load the reference data; records that people edited since are left alone and named."

    def load(self, overwrite):
        return load_reference(overwrite)
