"""Agreement: a document, or a package of documents; and the spheres it covers."""

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models

from meetings.models.commitment import Commitment
from meetings.models.record import Part, Root, numbered
from meetings.models.source import Source
from meetings.publication import Publishable

from .sphere import Sphere

# The lifetime of an agreement in order; "mentioned" stands outside it. "Signed by some" precedes "signed".
LADDER = (
    "proposed",
    "under-negotiation",
    "agreed",
    "initialled",
    "signed-by-some",
    "signed",
    "exchanged",
    "ratified",
    "in-force",
    "terminated",
)
# What a party does after it has signed, or by signing.
AFTER_OWN_SIGNATURE = ("signed-by-some", "signed", "exchanged", "ratified")


class Agreement(Publishable, Root):
    """Where it stands follows from its steps; it counts anywhere only when it is itself published."""

    class Type(models.TextChoices):
        TREATY = "treaty", "treaty"
        AGREEMENT = "agreement", "agreement"
        CONVENTION = "convention", "convention"
        PROTOCOL = "protocol", "protocol"
        MEMORANDUM = "memorandum-of-understanding", "memorandum of understanding"
        DECLARATION = "declaration", "declaration"
        JOINT_STATEMENT = "joint-statement", "joint statement"
        COMMUNIQUE = "communique", "communiqué"
        CHARTER = "charter", "charter"
        PROGRAMME = "programme", "programme"
        ACTION_PLAN = "action-plan", "action plan"
        ROAD_MAP = "road-map", "road map"
        CONTRACT = "contract", "contract"
        LETTER_OF_INTENT = "letter-of-intent", "letter of intent"
        EXCHANGE_OF_NOTES = "exchange-of-notes", "exchange of notes"
        PACKAGE = "package", "package of documents"
        OTHER = "other", "other"

    title = models.CharField(
        max_length=500, blank=True, help_text="As the source gives it; empty when it gives none."
    )
    type = models.CharField(max_length=28, choices=Type, default=Type.OTHER, db_index=True)
    type_wording = models.CharField(
        "type as the source words it", max_length=120, blank=True, help_text="documents on cooperation"
    )
    package = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="parts",
        help_text="The package that this document is part of.",
    )
    more_spheres = models.BooleanField(
        "and other spheres", default=False, help_text="The source says that there are more than it names."
    )
    documents_stated = models.PositiveIntegerField(
        "documents stated",
        null=True,
        blank=True,
        help_text="How many the source says there are; listed ones count themselves.",
    )
    text_url = models.CharField(
        "text on the web", max_length=1000, blank=True, validators=[URLValidator(schemes=["http", "https"])]
    )
    keeps = models.ManyToManyField(
        Commitment,
        blank=True,
        related_name="kept_by_agreements",
        help_text="Commitments that this document kept.",
    )
    sources = models.ManyToManyField(Source, blank=True, related_name="agreements")

    _history_m2m_fields = [keeps, sources]

    class Meta:
        permissions = [("publish_agreement", "Can publish and withdraw agreements")]
        ordering = ["title", "slug"]
        constraints = [
            models.CheckConstraint(
                name="agreement_text_url_is_web",
                condition=models.Q(text_url="")
                | models.Q(text_url__startswith="http://")
                | models.Q(text_url__startswith="https://"),
                violation_error_message="The address must begin with http:// or https://.",
            ),
            models.CheckConstraint(
                name="agreement_not_in_itself",
                condition=models.Q(package=None) | ~models.Q(package=models.F("pk")),
                violation_error_message="A package cannot be part of itself.",
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def name(self):
        """The title, or where there is none the source's wording, or the type."""
        return self.title or self.type_wording or self.get_type_display()

    def clean(self):
        """A package is the only thing with parts, one level deep. Raises ValidationError."""
        if self.package_id and self.package.type != self.Type.PACKAGE:
            raise ValidationError({"package": "Only a package has parts: choose one, or change its type."})
        if self.package_id and self.type == self.Type.PACKAGE:
            raise ValidationError({"package": "A package is not part of another."})
        if self.pk and self.type != self.Type.PACKAGE and self.parts.exists():
            raise ValidationError({"type": "Documents are listed as its parts, so it stays a package."})

    def lacking(self):
        """Return {field: sentence} of what the agreement lacks to be published."""
        faults = {}
        if not self.steps.all():
            faults["steps"] = "An agreement needs at least one step: mentioned, signed, in force ..."
        if not (self.title or self.type_wording):
            faults["title"] = "An agreement needs a title, or the words in which the source speaks of it."
        if not self.sources.all():
            faults["sources"] = "An agreement needs at least one source, on which all its facts rest."
        return faults

    def current_step(self):
        """Return the kind of the step reached (a value of LADDER), "mentioned", or "" when none is recorded.

        A step of one party counts for the whole once every party has taken it. Until then its signature, and what
        follows on one, is a signature by some; what one party proposed is proposed.
        """
        steps, parties = list(self.steps.all()), {party.country_id for party in self.parties.all()}
        if not steps:
            return ""
        reached = [kind for kind in LADDER if _reached(kind, steps, parties)]
        return reached[-1] if reached else "mentioned"


def _reached(kind, steps, parties):
    of_kind = [step for step in steps if step.kind == kind]
    if any(step.country_id is None for step in of_kind) or (of_kind and kind == "proposed"):
        return True
    if kind == "signed-by-some" and any(step.kind in AFTER_OWN_SIGNATURE for step in steps):
        return True
    return bool(parties) and parties <= {step.country_id for step in of_kind}


class Coverage(Part):
    """An agreement covers a sphere, in the source's words."""

    parent_field = "agreement"
    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="coverages")
    sphere = models.ForeignKey(Sphere, on_delete=models.PROTECT, related_name="coverages")
    wording = models.CharField("as the source words it", max_length=300, blank=True)

    class Meta:
        ordering = ["agreement_id", "number"]
        verbose_name = "sphere covered"
        verbose_name_plural = "spheres covered"
        constraints = [
            numbered("agreement"),
            models.UniqueConstraint(
                fields=["agreement", "sphere", "wording"],
                name="coverage_once",
                violation_error_message="This sphere stands there already in these words.",
            ),
        ]

    def __str__(self):
        return self.wording or str(self.sphere)
