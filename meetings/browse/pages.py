"""A listing as pages for people: the list, and the page of one record.

Both read editions only: what has no edition is not public, and cannot be seen here.
"""

from django.http import Http404, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.template.response import TemplateResponse
from django.urls import reverse

from .chips import chips, drops
from .export import csv_of, csv_response
from .facets import show_on
from .faults import Fault, twice
from .lenses import VIEW, chosen, parameters_of, without_view
from .paging import DEEPEST_PAGE, PagingError, fault_of, page_numbers, read_number, read_once
from .queries import address
from .safe import SafeView


class ListingView(SafeView):
    """What every format of a listing shares: its own reading of the address."""

    listing = None
    parameters = None


class ListPage(ListingView):
    """The list under its filters, as a table with a filter form."""

    template_name = "browse/list.html"

    def get(self, request):
        reading = self.listing.read(request.GET, also=("page", *parameters_of(self.listing.lenses)))
        lens, number = chosen(reading), self._number(reading)
        context = frame(reading, request.path) | {"rows": [], "count": None, "page": None, "lens": lens}
        if reading.faults:
            return TemplateResponse(request, self.template_name, context, status=400)
        if number is None:
            return TemplateResponse(request, self.template_name, context | {"too_deep": True}, status=400)
        show_on(reading, request.path)
        context |= self._filled(reading, number, request.path)
        if lens and context["count"]:
            context["drawing"] = lens.draw(reading, request.path, context["count"])
        return TemplateResponse(request, self.template_name, context)

    def _number(self, reading):
        """Return the page asked for, None when it is too deep; a page that is no number is one more fault."""
        try:
            text = read_once(reading.params, "page")
            number = read_number(text, "page", 10**9) if text else 1
        except PagingError as error:
            reading.faults.append(fault_of(error))
            return 1
        return number if number <= DEEPEST_PAGE else None

    def _filled(self, reading, number, path):
        rows, size = reading.rows(), self.listing.page_size
        count = rows.count()
        pages = max(1, -(-count // size))
        if number > pages:
            raise Http404("There is no such page of this list.")
        start = (number - 1) * size
        shown = list(rows[start : start + size])
        return {
            "rows": shown,
            "count": count,
            "total": self.listing.editions().count(),
            "drops": drops(reading, path) if not count else [],
            "page": {
                "number": number,
                "pages": pages,
                "first": start + 1 if shown else 0,
                "last": start + len(shown),
                "previous": _page_url(reading, path, number - 1) if number > 1 else "",
                "next": _page_url(reading, path, number + 1) if number < min(pages, DEEPEST_PAGE) else "",
                "numbers": [
                    {"number": page, "url": page and page != number and _page_url(reading, path, page)}
                    for page in page_numbers(number, min(pages, DEEPEST_PAGE))
                ],
            },
        }


def _page_url(reading, path, number):
    return address(path, reading.query(page=number if number > 1 else None))


def frame(reading, path):
    """Return what a list page shows around its rows: form, chips, headings, exports."""
    listing = reading.listing
    form = reading.filters.form
    return {
        "listing": listing,
        "form": form,
        "fieldsets": [(legend, [form[name] for name in names]) for legend, names in reading.filters.panel],
        "errors": reading.faults,
        "chips": chips(reading, path),
        "clear_url": path,
        "views": views(reading, path),
        "headings": headings(reading, path),
        "sort": reading.sort,
        "sorts": [(name, sort.label) for name, sort in listing.sorts.items()],
        "described": "" if reading.faults else reading.described(),
        "exports": exports(listing, without_view(reading)),
    }


def views(reading, path):
    """Return the ways to see the list, the table first, and what keeps the one in use in the form."""
    lenses = reading.listing.lenses
    asked = {name: reading.params[name] for name in parameters_of(lenses) if reading.params.get(name)}
    if not lenses or reading.faults:
        return {"links": [], "kept": asked}
    tabs = [("", "Table"), *((lens.name, lens.label) for lens in lenses)]
    links = [
        {
            "label": label,
            "url": address(path, without_view(reading) if not name else _seen_by(reading, name)),
            "current": name == asked.get(VIEW, ""),
        }
        for name, label in tabs
    ]
    files = f"/{reading.listing.name}/{asked[VIEW]}.csv" if VIEW in asked else ""
    return {"links": links, "kept": asked, "file": address(files, reading.query(**{VIEW: None}))}


def _seen_by(reading, name):
    others = dict.fromkeys(parameters_of(reading.listing.lenses))
    return reading.query(**others | {VIEW: name})


def headings(reading, path):
    """Return the headings of the table; those that sort carry the address that does so."""
    found = []
    for heading in reading.listing.headings:
        entry = {"name": heading.name, "label": heading.label, "css": heading.css, "url": "", "sort": ""}
        if heading.sort and not reading.faults:
            entry |= _sorting(reading, heading.sort, path)
        found.append(entry)
    return found


def _sorting(reading, sort, path):
    down, sorts = f"-{sort}", reading.listing.sorts
    current = {sort: "ascending", down: "descending"}.get(reading.sort, "")
    if sorts[sort].descending:
        current = current and "descending"
    wanted = sort if reading.sort == down or down not in sorts else down
    default = reading.listing.default_sort
    return {"sort": current, "url": address(path, reading.query(sort=None if wanted == default else wanted))}


def exports(listing, query):
    """Return the formats in which the same list can be taken along."""
    found = [_export("CSV", f"/{listing.name}.csv", "text/csv")]
    if listing.in_api:
        found.append(_export("JSON", f"/api/v1/{listing.name}/", "application/json"))
    if listing.has_feed:
        found.append(_export("Atom feed", f"/{listing.name}.atom", "application/atom+xml"))
    if listing.has_calendar:
        found.append(_export("Calendar", f"/{listing.name}.ics", "text/calendar"))
    return [export | {"url": address(export["url"], query)} for export in found]


def _export(label, url, media_type):
    return {"label": label, "url": url, "type": media_type}


class ListCsv(ListingView):
    """The list under its filters, as CSV: every row, streamed."""

    def get(self, request):
        reading = self.listing.read(request.GET)
        if reading.faults:
            return refusal(reading.faults)
        base = request.build_absolute_uri("/").rstrip("/")
        return csv_of(self.listing, reading, base, head=request.method == "HEAD")


class LensCsv(ListingView):
    """The numbers of a lens under the filters, as CSV."""

    lens = None

    def get(self, request):
        reading = self.listing.read(request.GET, also=tuple(self.lens.options))
        for name, values in self.lens.options.items():
            reading.faults += twice(reading.params, name)
            if reading.params.get(name, values[0]) not in values:
                reading.faults.append(Fault(name, "", f"Write one of: {', '.join(values)}."))
        if reading.faults:
            return refusal(reading.faults)
        count = reading.filtered().count()
        rows = []
        if count:
            drawing = self.lens.draw(reading, f"/{self.listing.name}/", count)
            rows = [line.cells for line in drawing.lines]
        names = [name for name, _ in self.lens.columns]
        name = f"{self.listing.name}-{self.lens.name}"
        return csv_response(name, names, len(rows), rows, head=request.method == "HEAD")


def refusal(faults):
    """Return the 400 of a file: the reasons as plain text, one to a line."""
    text = "".join(f"{fault.name}: {fault.message}\n" for fault in faults)
    return HttpResponse(text, status=400, content_type="text/plain; charset=utf-8")


class DetailPage(SafeView):
    """One public record. `related(entry)` adds the beginnings of lists that lead on from it.

    A record is the same whatever follows its address, so parameters are let pass.
    """

    listing = None
    parameters = None
    template_name = ""
    related = None

    def get(self, request, slug):
        entry = self.listing.editions().filter(slug=slug).first()
        if entry is None:
            return self.absent(request, slug)
        context = {
            "entry": entry,
            "record": entry.detail,
            "listing": self.listing,
            "exports": self.exports(entry),
        }
        if self.related:
            context["related"] = self.related(entry)
        return TemplateResponse(request, self.template_name, context)

    def exports(self, entry):
        """Return the formats in which the record can be taken along."""
        if not self.listing.in_api:
            return []
        return [{"label": "JSON", "url": f"/api/v1/{self.listing.name}/{entry.slug}/"}]

    def absent(self, request, slug):
        """Redirect from an old address, say that a record is gone (410), or that there never was one (404)."""
        answer = whereabouts(self.listing, slug)
        if answer == "gone":
            return render(request, "410.html", status=410)
        if answer:
            return HttpResponsePermanentRedirect(reverse(self.listing.noun, args=[answer]))
        raise Http404(f"There is no {self.listing.noun} at this address.")


def whereabouts(listing, slug):
    """Return the slug to which an old one leads, "gone" for a record that was public once, or "" for neither."""
    editions = listing.editions()
    target = editions.moved(slug)
    if target and editions.filter(slug=target).exists():
        return target
    return "gone" if editions.was_public(target or slug) else ""


def block(title, reading, path, size=10):
    """Return the beginning of a filtered list, for the page of a record: rows, count and the address of the whole."""
    rows = reading.rows()
    return {
        "title": title,
        "nouns": reading.listing.nouns,
        "listing": reading.listing,
        "row_template": reading.listing.row_template,
        "headings": headings(reading, path),
        "rows": list(rows[:size]),
        "count": rows.count(),
        "url": address(path, reading.query()),
    }
