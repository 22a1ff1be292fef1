"""The facts of a meeting as they stand in its form, typed or saved, for the checks: some ten queries at any size."""

from django.db.models import Count, Q
from django.urls import reverse

from agreements.models import Agreement

from ...desk.checks import Agreed, Known, Met, Participant, Said, Text
from ...desk.checks.duplicates import CLOSE, LONGEST
from ...desk.keys import is_key
from ...desk.permissions import reason_locked
from ...models import Country, Meeting, Official, Participation, Source, Tenure
from ...models.partial_dates import PartialDate, bounds

MOST_OTHERS = 50


class FormReader:
    """Reads the values of a form and its form sets, bound or not, valid or not.

    Values are keys (int), texts and lists; what is no key is left out, so that a hostile value asks no database.
    """

    def __init__(self, form, formsets):
        self.form = form
        self.formsets = {formset.prefix: formset for formset in formsets}

    def text(self, name, form=None):
        """Return the text of a field, "" where the form has none (a page that is only read)."""
        form = form or self.form
        value = form[name].value() if name in form.fields else getattr(form.instance, name, "")
        return str(value).strip() if value is not None else ""

    def key(self, name, form=None):
        """Return the key of a chosen record, or None."""
        form = form or self.form
        value = form[name].value() if name in form.fields else getattr(form.instance, f"{name}_id", None)
        return int(value) if value is not None and is_key(value) else None

    def keys(self, name, form=None):
        """Return the keys of several chosen records."""
        form = form or self.form
        if name not in form.fields:
            chosen = getattr(form.instance, name).all() if form.instance.pk else []
        else:
            chosen = form[name].value() or []
        values = [getattr(one, "pk", one) for one in chosen]
        return [int(value) for value in values if is_key(value)]

    def rows(self, prefix):
        """Yield (name of the row, its form) of the rows that are to stay and hold something."""
        formset = self.formsets.get(prefix)
        for form in formset.forms if formset else ():
            dropped = formset.can_delete and "DELETE" in form.fields and form["DELETE"].value()
            if not dropped and (form.instance.pk or form.has_changed()):
                yield form.prefix, form


def gather(form, formsets, user):
    """Return the Met of a meeting's form. `user` decides which other meetings can be added to."""
    reader = FormReader(form, formsets)
    met = Met(
        occurrence=reader.text("occurrence"), city=reader.text("city"), place_basis=reader.text("place_basis")
    )
    _set_days(met, reader)
    met.texts = [
        Text(str(source), source.dateline)
        for source in Source.objects.select_related("publisher").filter(pk__in=reader.keys("sources"))
    ]
    speakers = {row: reader.keys("speakers", one) for row, one in reader.rows("quotes")}
    met.participants = list(_participants(reader))
    _name(met, speakers)
    met.packages = list(_packages(reader))
    met.others = list(_others(met, form.instance, user))
    return met


def day_of(date_start, date_end, precision):
    """Return (first day, last day, whether known to the day) of what was typed; (None, None, False) for no date."""
    try:
        start = PartialDate(date_start) if date_start else None
        end = PartialDate(date_end) if date_end else None
    except ValueError:
        return None, None, False
    first, last = bounds(start, end)
    if first is None or last < first:
        return None, None, False
    return first, last, start.precision == "day" and precision != Meeting.DatePrecision.WITHIN


def _set_days(met, reader):
    typed = (reader.text(name) for name in ("date_start", "date_end", "date_precision"))
    met.first, met.last, met.to_the_day = day_of(*typed)


def _participants(reader):
    for row, form in reader.rows("participations"):
        yield Participant(
            row=row,
            official=reader.key("official", form),
            name=reader.text("name_in_text", form),
            country=reader.key("country", form),
            post=reader.text("post", form),
            rank=reader.text("rank", form) or "unknown",
            makes_party=reader.text("role", form) not in Participation.APART,
        )


def _name(met, speakers):
    """Give names and tenures to participants and quotes, fetched at once for all of them."""
    wanted = met.officials.union(*speakers.values())
    officials = dict(Official.objects.filter(pk__in=wanted).values_list("pk", "name")) if wanted else {}
    tenures = {}
    for tenure in Tenure.objects.filter(official__in=met.officials).select_related("country"):
        tenures.setdefault(tenure.official_id, []).append(tenure)
    chosen = {one.country for one in met.participants if one.country}
    countries = dict(Country.objects.filter(pk__in=chosen).values_list("pk", "name")) if chosen else {}
    for one in met.participants:
        one.name = officials.get(one.official, one.name)
        one.country_name = countries.get(one.country, "")
        one.tenures = tenures.get(one.official, [])
    met.quotes = [
        Said(row, {key: officials[key] for key in keys if key in officials}) for row, keys in speakers.items()
    ]


def _packages(reader):
    rows = {row: reader.key("agreement", form) for row, form in reader.rows("steps")}
    found = Agreement.objects.filter(pk__in=filter(None, rows.values()), type=Agreement.Type.PACKAGE)
    packages = {package.pk: package for package in found.annotate(listed=Count("parts"))} if rows else {}
    for row, key in rows.items():
        if package := packages.get(key):
            yield Agreed(row, package.name, package.documents_stated, package.listed)


def _others(met, meeting, user):
    """Yield the meetings of about those days in which one of the countries or people took part."""
    if not met.first or met.last - met.first > LONGEST or not (met.parties or met.officials):
        return
    shared = Participation.objects.filter(
        Q(country__in=met.parties) | Q(official__in=met.officials), _about(met.first, met.last)
    )
    nearby = Meeting.objects.filter(pk__in=shared.values("meeting")).exclude(pk=meeting.pk)
    for other in nearby.prefetch_related("participations")[:MOST_OTHERS]:
        rows = other.participations.all()
        first, last = bounds(other.date_start, other.date_end)
        yield Known(
            key=other.pk,
            name=f"“{other.title}” ({other.date_start.words}, {other.get_publication_display()})",
            first=first,
            last=last,
            countries=frozenset(row.country_id for row in rows if row.makes_party),
            officials=frozenset(row.official_id for row in rows if row.official_id),
            url=reverse("admin:meetings_meeting_change", args=[other.pk]),
            lock=reason_locked(user, other),
        )


def _about(first, last):
    """Return the condition on participations that their meeting begins about those days, or in that month."""
    earliest, latest = _moved(first, -(CLOSE + LONGEST / 2)), _moved(last, CLOSE)
    months = {day.isoformat()[:7] for day in (_moved(first, -CLOSE), first, last, latest)}
    return Q(meeting__date_start__gte=earliest.isoformat(), meeting__date_start__lte=latest.isoformat()) | Q(
        meeting__date_start__in=months
    )


def _moved(day, by):
    """Return the day so much earlier or later; the first and last days of the calendar stay."""
    try:
        return day + by
    except OverflowError:
        return day
