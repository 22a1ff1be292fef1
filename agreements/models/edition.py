"""The editions of agreements and spheres; what an edition is says meetings.models.edition."""

from django.db import models

from meetings.models.edition import Edition, edition_of

from .agreement import Agreement
from .sphere import Sphere


class SphereEdition(Edition):
    """The public form of a sphere."""

    listing = "spheres"
    record = edition_of(Sphere)


class AgreementEdition(Edition):
    """`earliest` and `latest` are the possible days of the step reached; of the signing in the two below."""

    listing = "agreements"
    record = edition_of(Agreement)
    signed_earliest = models.DateField(null=True, db_index=True)
    signed_latest = models.DateField(null=True, db_index=True)
