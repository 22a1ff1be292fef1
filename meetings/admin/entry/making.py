"""Officials made while a meeting is entered, each with the post that he or she holds."""

from django import forms
from django.core.exceptions import ValidationError

from ... import edits
from ...desk.dates import PartialDateFormField
from ...models import Official, Rank, Tenure
from .pasted import MOST_ENTRIES, rank_of
from .people import Countries
from .rows import Proposal, row_of

NOTE = "Made while entering a meeting."


class NewOfficialForm(forms.Form):
    """Name, country, post and since when; `find` returns the country that some words name."""

    find = None

    name = forms.CharField(max_length=200, label="Full name")
    native_name = forms.CharField(max_length=200, required=False, label="In its own script")
    country = forms.CharField(max_length=200)
    post = forms.CharField(max_length=200)
    rank = forms.ChoiceField(choices=Rank.choices, initial=Rank.UNKNOWN)
    start = PartialDateFormField(
        max_length=10, required=False, label="Since", widget=forms.TextInput({"placeholder": "2019-10-08"})
    )
    said = forms.CharField(max_length=200, required=False, widget=forms.HiddenInput)

    def clean_country(self):
        """Return the Country that is named. Raises ValidationError."""
        country = self.find(self.cleaned_data["country"])
        if country is None:
            raise ValidationError(self.find.refusal(self.cleaned_data["country"]))
        return country

    def clean(self):
        """Refuse an official of this name who served this country already. Raises ValidationError."""
        cleaned = super().clean()
        name, country = cleaned.get("name"), cleaned.get("country")
        if name and country and Tenure.objects.filter(official__name__iexact=name, country=country).exists():
            raise ValidationError({"name": "An official of this name and country is on record already."})
        return cleaned


def blank_forms(unknown):
    """Return a form for each Person who is not on record, or one empty form when there is none."""
    forms_made = []
    for number, person in enumerate(unknown):
        entry = person.entry
        known = {
            "name": entry.name,
            "said": entry.name,
            "country": str(entry.country or ""),
            "post": entry.post,
            "rank": rank_of(entry.post),
        }
        forms_made.append(NewOfficialForm(prefix=f"who-new-{number}", initial=known))
    return forms_made or [NewOfficialForm(prefix="who-new-0")]


def make(data, day, user):
    """Make the officials that were filled in, in one Edit; return (Proposal of their rows, forms still to mend)."""
    find = Countries(day)
    proposal, faulty = Proposal(), []
    with edits.edit(user=user, note=NOTE):
        for form in _filled(data):
            form.find = find
            if form.is_valid():
                proposal.rows.append(_made(form.cleaned_data, day))
            else:
                faulty.append(form)
    if not proposal.rows and not faulty:
        proposal.said.append("Fill in a name, a country and a post first.")
    return proposal, faulty


def _filled(data):
    for number in range(MOST_ENTRIES):
        form = NewOfficialForm(data, prefix=f"who-new-{number}")
        if data.get(form.add_prefix("name"), "").strip():
            yield form


def _made(known, day):
    official = Official.objects.create(name=known["name"], native_name=known["native_name"])
    tenure = Tenure.objects.create(
        official=official,
        country=known["country"],
        post=known["post"],
        rank=known["rank"],
        start=known["start"],
    )
    row = row_of(official, known["country"], [tenure], day, name_in_text=known["said"] or known["name"])
    return row | {"post": tenure.post, "rank": tenure.rank}
