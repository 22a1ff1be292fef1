"""The desk of agreements: who is bound, what is covered, who signed, and where it stands."""

from django.contrib import admin
from django.utils.text import capfirst

from agreements.models import Agreement, Coverage, Party, Signature, Step
from meetings.desk.inlines import PartInline
from meetings.desk.merging import Mergeable
from meetings.desk.publishing import Published
from meetings.desk.publishing_queues import publication_queues
from meetings.desk.record_admin import RecordAdmin


class PartyInline(PartInline):
    """Who is bound."""

    model = Party
    name_needs = ("country",)
    fields = (("country", "body"),)


class CoverageInline(PartInline):
    """What is covered, in the source's words."""

    model = Coverage
    name_needs = ("sphere",)
    fields = (("sphere", "wording"),)


class SignatureInline(PartInline):
    """Who signed."""

    model = Signature
    name_needs = ("official", "country")
    fields = (("official", "country"), ("name", "post"), "body", "sources")


class StepInline(PartInline):
    """What happened to it."""

    model = Step
    name_needs = ("agreement", "country", "meeting")
    fields = (("kind", "date"), ("meeting", "country"), "sources")


@admin.register(Agreement)
class AgreementAdmin(Mergeable, Published, RecordAdmin):
    """Documents and packages of documents."""

    list_display = ("__str__", "type", "step", "between", "publication")
    list_filter = ("publication", "type", "more_spheres")
    queues = publication_queues(Agreement)
    list_prefetch_related = ("parties__country", "steps")
    search_fields = ("title", "type_wording", "slug", "parties__country__name", "coverages__sphere__name",
                     "coverages__wording")  # fmt: skip
    readonly_fields = ("step", "publication", "slug", "first_public_at")
    fieldsets = (
        (None, {"fields": ("title", ("type", "type_wording"))}),
        ("Package", {"fields": ("package", ("documents_stated", "more_spheres"))}),
        ("Text and sources", {"fields": ("text_url", "sources", "keeps")}),
        ("Derived, and in public", {"fields": ("step", ("publication", "slug", "first_public_at"))}),
    )
    inlines = (PartyInline, CoverageInline, SignatureInline, StepInline)

    @admin.display(description="current step")
    def step(self, agreement):
        """Return where it stands."""
        reached = agreement.current_step() if agreement.pk else ""
        return capfirst(Step.Kind(reached).label) if reached else ""

    @admin.display(description="between")
    def between(self, agreement):
        """Return the parties in one line."""
        return ", ".join(dict.fromkeys(str(party.country) for party in agreement.parties.all()))
