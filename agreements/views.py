"""The pages of agreements and spheres."""

from django.http import QueryDict
from django.urls import reverse

from meetings.browse.pages import DetailPage, block

from .listings import AGREEMENTS, SPHERES


class AgreementPage(DetailPage):
    """One agreement: parties, spheres, signatures, steps."""

    listing = AGREEMENTS
    template_name = "agreements/agreement_detail.html"

    @staticmethod
    def related(entry):
        """Return the documents of a package."""
        if entry.row["type"] != "package":
            return []
        reading = AGREEMENTS.read(QueryDict(f"package={entry.slug}"))
        return [block("Documents of this package on record", reading, reverse("agreements"))]


class SpherePage(DetailPage):
    """One sphere: its subs, and the agreements that cover it."""

    listing = SPHERES
    template_name = "agreements/sphere_detail.html"

    @staticmethod
    def related(entry):
        """Return the agreements that cover the sphere; its meetings are a link, since they are another app's list."""
        reading = AGREEMENTS.read(QueryDict(f"sphere={entry.slug}"))
        return [block("Agreements", reading, reverse("agreements"))]


DETAILS = (AgreementPage, SpherePage)
