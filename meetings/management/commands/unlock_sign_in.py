"""Shows who must wait after too many wrong passwords, and lets them try at once."""

from django.core.management.base import BaseCommand

from meetings.models import WrongSignIn


class Command(BaseCommand):
    """Without an option it only shows; each option forgets what is counted."""

    help = "Show who must wait after too many wrong passwords, or let them try at once."

    def add_arguments(self, parser):
        """Take one of three options."""
        what = parser.add_mutually_exclusive_group()
        what.add_argument("--name", help="forget what is counted for this user name, from every address")
        what.add_argument("--address", help="forget what is counted for this address, as it is shown")
        what.add_argument("--all", action="store_true", help="forget everything")

    def handle(self, *args, name=None, address=None, **options):
        """Show the locks, or forget some counts and say how many."""
        counts = WrongSignIn.objects.all()
        if name is None and address is None and not options["all"]:
            self.show(counts.locked().select_related("account"))
            return
        if name is not None:
            counts = counts.of_name(name)
        elif address is not None:
            counts = counts.filter(address=address)
        self.stdout.write(f"Forgot {counts.delete()[0]} counts.")

    def show(self, counts):
        """Write one line for each lock."""
        for count in counts:
            self.stdout.write(f"{count}: until {count.until:%Y-%m-%d %H:%M:%S} UTC")
        if not counts:
            self.stdout.write("Nobody must wait.")
