"""The desk of meetings: the whole meeting on one page, in the order in which a readout is read."""

from django.contrib import admin
from django.db.models import prefetch_related_objects
from django.utils.text import capfirst

from agreements.models import Agreement, Discussion, Step

from ..desk.forms import RecordForm
from ..desk.inlines import PartInline
from ..desk.merging import Mergeable
from ..desk.part_admin import PartAdmin
from ..desk.publishing import Published
from ..desk.publishing_queues import publication_queues
from ..desk.queues import without_sources
from ..desk.record_admin import RecordAdmin
from ..models import Commitment, Conflict, Figure, Meeting, Participation, Quote
from ..publication import Publication
from .entry.attaching import Attaching
from .entry.checking import Checked
from .entry.proposing import Proposing, SteppedForm
from .entry.sourcing import FROM_SOURCE, Sourced, SourcedForm
from .layout import COMMITMENT_FIELDS, FIGURE_FIELDS, PARTICIPATION_FIELDS, QUOTE_FIELDS
from .posts import ParticipationForm
from .steps import StepHereForm, StepHereFormSet

TYPED = ("day", "month", "year")
NOT_YET_PUBLIC = (Publication.DRAFT, Publication.IN_REVIEW)


class MeetingForm(SteppedForm, SourcedForm, RecordForm):
    """A meeting. How exactly its date is known follows from what is typed."""

    def clean(self):
        """Set the precision to that of the date, unless the editor chose a span or "unknown"."""
        cleaned = super().clean()
        start, precision = cleaned.get("date_start"), cleaned.get("date_precision")
        if start and precision in TYPED:
            cleaned["date_precision"] = start.precision
        if precision == Meeting.DatePrecision.UNKNOWN and not start:
            cleaned["date_basis"] = ""
        return cleaned


class ParticipationInline(PartInline):
    """Who took part."""

    model = Participation
    form = ParticipationForm
    name_needs = ("official", "country")
    fields = PARTICIPATION_FIELDS
    verbose_name = "participant"
    verbose_name_plural = "participants"


class DiscussionInline(PartInline):
    """What the sides talked about."""

    model = Discussion
    name_needs = ("sphere", "source", "source__publisher")
    fields = (("wording", "sphere", "source"), ("about", "said_by"))


class QuoteInline(PartInline):
    """What was said."""

    model = Quote
    fields = QUOTE_FIELDS


class FigureInline(PartInline):
    """Numbers that were claimed."""

    model = Figure
    fields = FIGURE_FIELDS


class CommitmentInline(PartInline):
    """What was promised."""

    model = Commitment
    fk_name = "meeting"
    name_needs = ("event", "kept_by")
    fields = COMMITMENT_FIELDS
    show_change_link = True


class StepHereInline(PartInline):
    """What happened here to an agreement, or that it was mentioned; the step belongs to the agreement."""

    model = Step
    form = StepHereForm
    formset = StepHereFormSet
    name_needs = ("agreement", "country")
    fields = ("agreement", ("kind", "country", "date"), "sources", "agreement_version")
    verbose_name = "agreement signed or mentioned here"
    verbose_name_plural = "agreements signed or mentioned here"

    def get_formset(self, request, obj=None, **kwargs):
        """Return the form set class, whose forms know who saves."""
        formset = super().get_formset(request, obj, **kwargs)
        formset.form.user = request.user
        return formset


class ConflictInline(PartInline):
    """On what the sources disagree."""

    model = Conflict
    fields = (("field", "chosen"), "reason")
    show_change_link = True


@admin.register(Meeting)
class MeetingAdmin(Attaching, Proposing, Checked, Sourced, Mergeable, Published, RecordAdmin):
    """Meetings. The form follows the order in which a readout is read (`order`)."""

    form = MeetingForm
    change_form_template = "admin/meeting_form.html"
    # Templates that stand above the rows of an inline.
    panels = {"participations": "admin/meeting_who.html", "discussions": "admin/meeting_topics.html"}
    # Fieldsets by their names, inlines by the prefixes of their forms.
    order = (
        None,
        "Source",
        "When",
        "participations",
        "Where",
        "How",
        "discussions",
        "quotes",
        "figures",
        "commitments",
        "steps",
        "conflicts",
    )
    list_display = ("title", "date_start", "sides", "city", "occurrence", "publication")
    list_filter = ("publication", "occurrence", "format", "setting", "place_basis", "date_precision")
    list_prefetch_related = ("participations__country",)
    search_fields = ("title", "summary", "city", "venue", "slug", "^date_start", "participations__official__name",
                     "participations__country__name")  # fmt: skip
    history_also = ((Step, "meeting"),)
    queues = publication_queues(Meeting)
    readonly_fields = ("laterality_derived", "level_derived", "publication", "slug", "first_public_at")
    fieldsets = (
        (None, {"fields": ("title",)}),
        ("Source", {"fields": (("sources", FROM_SOURCE),)}),
        ("When", {"fields": (("date_start", "date_end", "date_precision", "date_basis"), "date_sources")}),
        ("Where", {"fields": (("city", "place_basis", "venue", "host_country"), "place_sources")}),
        ("How", {"fields": (("format", "setting", "occurrence"), "event")}),
        ("Summary", {"fields": ("summary",)}),
        (
            "Derived, and in public",
            {
                "classes": ("collapse",),
                "fields": (
                    ("laterality_derived", "level_derived"),
                    ("publication", "slug", "first_public_at"),
                ),
            },
        ),
    )
    inlines = (
        ParticipationInline,
        DiscussionInline,
        QuoteInline,
        FigureInline,
        CommitmentInline,
        StepHereInline,
        ConflictInline,
    )

    class Media:
        js = ("js/desk/keys.js", "js/desk/checks.js", "js/desk/participants.js", "js/desk/nearby.js")

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        """Show fieldsets and inlines in their order; the note for the history comes last."""
        fieldsets = {fieldset.name: {"fieldset": fieldset} for fieldset in context["adminform"]}
        inlines = {
            inline.formset.prefix: {
                "prefix": inline.formset.prefix,
                "formset": inline,
                "panel": self.panels.get(inline.formset.prefix) if inline.has_add_permission else None,
            }
            for inline in context["inline_admin_formsets"]
        }
        sections = fieldsets | inlines
        first = [sections.pop(name) for name in self.order if name in sections]
        context["sections"] = [*first, *sections.values()]
        return super().render_change_form(request, context, add, change, form_url, obj)

    def goes_along(self, record):
        """Return the agreements signed or mentioned here that were never public and are not with their editor."""
        here = Agreement.objects.filter(steps__meeting=record, publication__in=NOT_YET_PUBLIC)
        return list(here.distinct().order_by("pk"))

    def get_object(self, request, object_id, from_field=None):
        """Return the meeting; a page that shows it has the countries of the parties fetched at once."""
        meeting = super().get_object(request, object_id, from_field)
        if meeting is not None and request.method == "GET":
            prefetch_related_objects([meeting], "participations__country")
        return meeting

    @admin.display(description="sides")
    def sides(self, meeting):
        """Return the parties in one line."""
        return ", ".join(map(str, meeting.parties()))

    @admin.display(description="laterality")
    def laterality_derived(self, meeting):
        """Return what follows from the participants."""
        return capfirst(meeting.laterality()) if meeting.pk else ""

    @admin.display(description="level")
    def level_derived(self, meeting):
        """Return what follows from the participants' ranks."""
        return capfirst(meeting.level().label) if meeting.pk and meeting.parties() else ""


@admin.register(Participation)
class ParticipationAdmin(PartAdmin):
    """Who took part, over all meetings."""

    list_display = ("meeting", "official", "name_in_text", "post", "country", "rank", "role")
    list_filter = ("role", "rank", "named", "meeting__publication")
    queues = (without_sources(Participation),)
    list_select_related = ("meeting", "official", "country")
    name_needs = ("meeting", "official", "country")
    search_fields = (
        "official__name",
        "official__aliases",
        "name_in_text",
        "post",
        "country__name",
        "meeting__title",
    )
    fields = ("meeting", *PARTICIPATION_FIELDS)
