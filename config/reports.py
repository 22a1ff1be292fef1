"""Reporting an error in a public record: a form that needs no script, for readers; what is sent goes to the desk."""

from math import ceil

from django import forms
from django.template.response import TemplateResponse
from django.urls import path
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_protect

from agreements.views import DETAILS as OF_AGREEMENTS
from meetings.browse.pages import DetailPage
from meetings.desk.visitor import address_of
from meetings.models import ErrorReport
from meetings.models.error_report import LONGEST_TEXT, LONGEST_WHERE, Reported, TooManyReports
from meetings.views import DETAILS as OF_MEETINGS

SHORTEST_TEXT = 10


class ReportForm(forms.Form):
    """What is wrong, and where it can be read. `website` is a box for machines: people do not see it."""

    text = forms.CharField(
        label="What is wrong",
        min_length=SHORTEST_TEXT,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 6, "class": "input"}),
    )
    where = forms.CharField(
        label="Where it can be read",
        required=False,
        max_length=LONGEST_WHERE,
        widget=forms.TextInput(attrs={"class": "input"}),
    )
    website = forms.CharField(
        label="Leave this empty",
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )


@method_decorator(never_cache, name="dispatch")
class ReportPage(DetailPage):
    """The form about one public record. It carries no parameters; what it takes is never shown to readers."""

    http_method_names = ["get", "head", "post", "options"]
    parameters = ()
    template_name = "report.html"

    def get(self, request, slug):
        entry = self._entry(slug)
        return (
            self.absent(request, slug) if entry is None else self._answer(request, entry, form=ReportForm())
        )

    # The view is exempt from the check for a token, so that other methods are told 405; this one is checked here.
    @method_decorator(csrf_protect)
    def post(self, request, slug):
        if faults := self._faults(request):
            return self.refuse(request, faults)
        entry = self._entry(slug)
        if entry is None:
            return self.absent(request, slug)
        form = ReportForm(request.POST)
        if not form.is_valid():
            return self._answer(request, entry, status=400, form=form)
        return self._take(request, entry, form)

    def _take(self, request, entry, form):
        words = form.cleaned_data
        if not words["website"]:
            reported = Reported(self.listing.name, self.listing.noun, entry.slug, entry.title)
            try:
                ErrorReport.objects.take(reported, words["text"], words["where"], address_of(request))
            except TooManyReports as full:
                return self._too_many(request, entry, form, full)
        # A machine that filled the hidden box is told the same.
        return self._answer(request, entry, sent=True)

    def _too_many(self, request, entry, form, full):
        seconds = max(1, ceil((full.until - timezone.now()).total_seconds()))
        response = self._answer(request, entry, status=429, form=form, minutes=ceil(seconds / 60))
        response["Retry-After"] = str(seconds)
        return response

    def _entry(self, slug):
        return self.listing.editions().filter(slug=slug).first()

    def _answer(self, request, entry, status=200, **context):
        context |= {
            "entry": entry,
            "about": self.listing,
            "record_url": f"/{self.listing.name}/{entry.slug}/",
        }
        response = TemplateResponse(request, self.template_name, context, status=status)
        response["X-Robots-Tag"] = "noindex"
        return response


def report_routes():
    """Return one route for every kind of record that has a page: /report/meetings/<slug>/ ("report-meeting")."""
    listings = [page.listing for page in (*OF_MEETINGS, *OF_AGREEMENTS)]
    return [
        path(
            f"report/{listing.name}/<slug:slug>/",
            ReportPage.as_view(listing=listing),
            name=f"report-{listing.noun}",
        )
        for listing in listings
    ]
