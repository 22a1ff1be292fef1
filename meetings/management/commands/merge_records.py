"""manage.py merge_records: merge two records by their addresses, without the desk's limit on how much may move."""

from django.core.management.base import BaseCommand, CommandError

from meetings.edition.addresses import LISTS
from meetings.edition.kinds import KIND_OF
from meetings.interchange.merging import KINDS, merge, plan_of
from meetings.workflow import Refused

MODEL_OF = {LISTS[KIND_OF[model].name]: model for model in KINDS}


class Command(BaseCommand):
    """Merges one record into another; where the two differ, the survivor's value holds."""

    help = "Merge a record into another of its kind. Where the two differ, what the survivor says holds."

    def add_arguments(self, parser):
        parser.add_argument("list", choices=sorted(MODEL_OF), help="The list in which both stand.")
        parser.add_argument("survivor", help="Address of the record that stays: ali-asadov.")
        parser.add_argument("absorbed", help="Address of the record that goes into it.")
        parser.add_argument("--note", default="", help="Why; the history keeps it.")
        parser.add_argument(
            "--dry-run", action="store_true", help="Only say what would move and what differs."
        )

    def handle(self, *args, survivor, absorbed, note, dry_run, **options):
        """Print what moves. Raises CommandError for unknown addresses and for what cannot be merged."""
        model = MODEL_OF[options["list"]]
        kept, gone = (self._record(model, slug) for slug in (survivor, absorbed))
        try:
            plan = plan_of(kept, gone)
            self._tell(plan)
            if not dry_run:
                merge(kept, gone, note=note, choices={item.name: "kept" for item in plan.differences()})
                self.stdout.write(f"“{gone}” is merged into “{kept}”.")
        except Refused as refused:
            raise CommandError(" ".join(refused.reasons)) from refused
        except ValueError as error:
            raise CommandError(str(error)) from error

    def _record(self, model, slug):
        record = model.objects.filter(slug=slug).first()
        if record is None:
            raise CommandError(f"No {model._meta.verbose_name} has the address {slug}.")
        return record

    def _tell(self, plan):
        for group in plan.fusion.movings:
            for label, before, moving, folding in group.lines():
                if moving or folding:
                    self.stdout.write(f"{label}: {before} there, {moving} move, {folding} become one")
        for item in plan.differences():
            self.stdout.write(f"Differs: {item.unit.label}; the survivor's value holds")
