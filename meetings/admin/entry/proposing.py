"""The panels above participants and discussions: several at once, from a list, by country, from an earlier meeting.

With JavaScript the rows come into the page as they are; without it the form comes back with the rows in it, nothing
saved and nothing lost.
"""

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.forms.utils import ErrorDict, ErrorList
from django.http import HttpResponseNotAllowed, JsonResponse
from django.template.loader import render_to_string
from django.urls import path

from ...desk.choices import ChooseOne
from ...desk.keys import is_key
from ...models import Meeting, Official, Quote
from .gathering import day_of
from .making import blank_forms, make
from .pasted import LONGEST
from .rows import Offered, Proposal, from_choice, from_list, from_meeting, offered_for
from .topics import from_topics

STEP = "_who"
PREFIX = "participations"
NOT_SAVED = "The participants were looked up; nothing is saved yet."


class WhoForm(forms.Form):
    """What the panel asks; everything is optional."""

    list = forms.CharField(
        required=False,
        max_length=LONGEST,
        label="Delegation list (Ctrl and Enter turn it into rows)",
        widget=forms.Textarea(
            {"rows": 2, "placeholder": "Ali Asadov, Prime Minister, Azerbaijan; Russian Prime Minister …"}
        ),
    )
    countries = forms.CharField(
        required=False, max_length=200, widget=forms.TextInput({"placeholder": "Azerbaijan, Russia"})
    )
    topics = forms.CharField(
        required=False,
        max_length=LONGEST,
        label="Topics, one to a line (Ctrl and Enter turn them into discussions)",
        widget=forms.Textarea({"rows": 2, "placeholder": "trade; joint fight against COVID-19"}),
    )
    meeting = forms.ModelChoiceField(Meeting.objects.all(), required=False, label="Earlier meeting")

    def __init__(self, *args, site=None, **kwargs):
        super().__init__(*args, prefix="who", **kwargs)
        field = self.fields["meeting"]
        chooser = ChooseOne(Quote._meta.get_field("meeting"), site)
        chooser.choices, chooser.is_required = field.choices, False
        field.widget = chooser


class SteppedForm(forms.ModelForm):
    """Mixin of the meeting's form: while a step is done (`stepping`), nothing is saved."""

    stepping = False

    def clean(self):
        """Refuse a form that was sent for a step. Raises ValidationError."""
        if self.stepping:
            raise ValidationError(NOT_SAVED)
        return super().clean()


class Proposing:
    """Mixin of the meeting's admin: proposes rows of participants and discussions."""

    def get_form(self, request, obj=None, change=False, **kwargs):
        """Return the form class, which knows whether a step is done."""
        form = super().get_form(request, obj, change, **kwargs)
        form.stepping = hasattr(request, "desk_step")
        return form

    def get_urls(self):
        """Add the addresses that answer with rows."""
        view = self.admin_site.admin_view(self.who_view)
        return [
            path("who/", view, name="meetings_meeting_who_new"),
            path("<int:object_id>/who/", view, name="meetings_meeting_who"),
            *super().get_urls(),
        ]

    def who_view(self, request, object_id=None):
        """Answer one step with rows and the panel anew; never cached.

        Raises PermissionDenied for those who may not save the meeting.
        """
        self.require_writer(request, object_id)
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        proposal, unmade = self.step(request, object_id)
        if proposal.prefix == PREFIX:
            html = render_to_string("admin/meeting_who_found.html", {"who": found(proposal, unmade)})
        else:
            html = render_to_string("admin/meeting_topics_found.html", {"proposal": proposal})
        answer = {"prefix": proposal.prefix, "rows": proposal.rows, "html": html}
        return JsonResponse(answer, headers={"Cache-Control": "no-store, private"})

    def require_writer(self, request, object_id):
        """Raise PermissionDenied for those who may not save the meeting with this number (None: a new one)."""
        record = self.get_object(request, str(object_id)) if object_id is not None else None
        missing = object_id is not None and record is None
        may = self.has_change_permission(request, record) if record else self.has_add_permission(request)
        if missing or not may:
            raise PermissionDenied

    def step(self, request, object_id):
        """Do the step whose button was pressed; return (Proposal, forms of officials still to mend)."""
        data, unmade = request.POST, []
        first, last, to_the_day = day_of(
            *(data.get(name, "").strip() for name in ("date_start", "date_end", "date_precision"))
        )
        day = first if to_the_day and first == last else None
        name, _, argument = data.get(STEP, "").partition(":")
        if name == "paste":
            proposal = from_list(data.get("who-list", ""), day)
        elif name == "suggest":
            proposal = offered_for(data.get("who-countries", ""), day, object_id)
        elif name == "take":
            proposal = from_choice([value for value in data.getlist("who-take") if _is_pair(value)], day)
        elif name == "copy":
            proposal = _copied(argument or data.get("who-meeting", ""), day)
        elif name == "topics":
            proposal = from_topics(data.get("who-topics", "")[:LONGEST])
        elif name == "create" and self.admin_site.get_model_admin(Official).has_add_permission(request):
            proposal, unmade = make(data, day, request.user)
        else:
            raise PermissionDenied
        if proposal.prefix == PREFIX:
            _leave_out_present(proposal, data)
        return proposal, unmade

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """Show the form again with the rows of a step, or go on as usual."""
        if request.method == "POST" and STEP in request.POST:
            self.require_writer(request, object_id)
            proposal, unmade = self.step(request, object_id)
            request.desk_step = (proposal, unmade)
            request.POST = _with_rows(request.POST, proposal)
        return super().changeform_view(request, object_id, form_url, extra_context)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        """Show the panel; after a step without complaints about what is not filled in yet."""
        proposal, unmade = getattr(request, "desk_step", (Proposal(), []))
        if hasattr(request, "desk_step"):
            _hush(context)
        data = request.POST if request.method == "POST" else None
        may = any(
            inline.formset.prefix == PREFIX and inline.has_add_permission
            for inline in context["inline_admin_formsets"]
        )
        if may:
            of_people = proposal.prefix == PREFIX
            context["who"] = found(proposal if of_people else Proposal(), unmade)
            context["topics"] = None if of_people else proposal
            context["who_form"] = WhoForm(data, site=self.admin_site)
        return super().render_change_form(request, context, add, change, form_url, obj)


def found(proposal, unmade):
    """Return what the lower part of the panel shows."""
    likely = [
        Offered(f"{one.pk}-{country.pk}", f"{one} ({country})", f"may be “{person.entry.text}”")
        for person in proposal.unknown
        for one in person.likely
        for country in [person.entry.country or _served(one)]
        if country
    ]
    return {
        "proposal": proposal,
        "offered": [*likely, *proposal.offered],
        "unknown": bool(proposal.unknown or unmade),
        "forms": unmade or blank_forms(proposal.unknown),
    }


def _served(official):
    tenure = official.tenures.select_related("country").last()
    return tenure.country if tenure else None


def _is_pair(value):
    official, _, country = value.partition("-")
    return is_key(official) and is_key(country)


def _copied(key, day):
    meeting = Meeting.objects.filter(pk=key).first() if is_key(key) else None
    if meeting is None:
        return Proposal(said=["Choose the meeting whose participants are to be copied."])
    return from_meeting(meeting, day)


def _leave_out_present(proposal, data):
    """Leave out who stands in a row already, and say so."""
    total = data.get(f"{PREFIX}-TOTAL_FORMS", "0")
    present = {
        data.get(f"{PREFIX}-{number}-official")
        for number in range(min(int(total), 2000) if is_key(total) else 0)
    }
    fresh = []
    for row in proposal.rows:
        if row["official"] and str(row["official"][0]) in present:
            proposal.said.append(f"{row['official'][1]} stands there already.")
        else:
            fresh.append(row)
            if row["official"]:
                present.add(str(row["official"][0]))
    proposal.rows[:] = fresh


def _with_rows(data, proposal):
    """Return the data of the form with the proposed rows at the end of their form set."""
    data, prefix = data.copy(), proposal.prefix
    total = data.get(f"{prefix}-TOTAL_FORMS", "0")
    number = int(total) if is_key(total) else 0
    for row in proposal.rows:
        for name, value in row.items():
            data[f"{prefix}-{number}-{name}"] = (value[0] if isinstance(value, tuple) else value) or ""
        number += 1
    data[f"{prefix}-TOTAL_FORMS"] = str(number)
    return data


def _hush(context):
    """Take back every complaint of a form that was not meant to be saved."""
    form = context["adminform"].form
    context["errors"] = ErrorList()
    form._errors = ErrorDict()
    for inline in context["inline_admin_formsets"]:
        formset = inline.formset
        formset._non_form_errors = ErrorList()
        formset._errors = [{} for _ in formset.forms]
        for row in formset.forms:
            row._errors = ErrorDict()
