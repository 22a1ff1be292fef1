"""Load the demo files of meetings/data (docs/data.md)."""

from meetings.interchange.demo import load_demo
from meetings.management.loading import LoadCommand


class Command(LoadCommand):
    """manage.py load_demo [--overwrite] [-v 2]"""

    help = "Load the demo data; records that people edited since are left alone and named."

    def load(self, overwrite):
        return load_demo(overwrite)
