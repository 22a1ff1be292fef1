"""Asks the archive addresses of sources whether they still answer, those first that were not asked for longest."""

from concurrent.futures import ThreadPoolExecutor

from django.core.management.base import BaseCommand
from django.db.models import F, OuterRef, Subquery
from django.utils import timezone

from meetings.interchange.asking import ask
from meetings.models import ArchiveAnswer, Source

AT_ONCE = 4


class Command(BaseCommand):
    """Keeps the answers for the desk; changes no record."""

    help = "Ask the archive addresses of sources whether they still answer, and show the desk which do not."

    def add_arguments(self, parser):
        """Take how many to ask, and hosts of one's own network."""
        parser.add_argument("--most", type=int, default=500, help="ask no more than this many (500)")
        parser.add_argument(
            "--inside",
            action="append",
            default=[],
            metavar="HOST",
            help="a host of your own network that may be asked; all others must have public addresses",
        )

    def handle(self, *args, most, inside, **options):
        """Ask, keep each answer as it comes, forget those of sources that are gone, and say how many are silent."""
        ArchiveAnswer.objects.exclude(source_id__in=Source.objects.values("pk")).delete()
        last = ArchiveAnswer.objects.filter(source_id=OuterRef("pk"), address=OuterRef("archive_url"))
        waiting = (
            Source.objects.exclude(archive_url="")
            .annotate(asked=Subquery(last.values("checked_at")))
            .order_by(F("asked").asc(nulls_first=True), "pk")
            .values_list("pk", "archive_url")[: max(most, 0)]
        )
        sources = list(waiting)
        silent = 0
        # Only the asking is done in threads; the database is written to here.
        with ThreadPoolExecutor(AT_ONCE) as pool:
            answers = pool.map(lambda source: ask(source[1], inside), sources)
            for (key, address), answer in zip(sources, answers, strict=True):
                ArchiveAnswer.objects.update_or_create(
                    source_id=key,
                    defaults={
                        "address": address,
                        "answered": answer.answered,
                        "words": answer.words,
                        "checked_at": timezone.now(),
                    },
                )
                if not answer.answered:
                    silent += 1
                    self.stdout.write(f"{address}: {answer.words}")
        self.stdout.write(f"Asked {len(sources)}, of which {silent} did not answer.")
