"""A listing as read-only JSON: the list with a cursor, and the whole of one record."""

import json

from django.http import Http404
from django.urls import reverse
from rest_framework.response import Response
from rest_framework.views import APIView

from .columns import absolute
from .conditional import etag_over, unless_known
from .listing import slim
from .pages import whereabouts
from .paging import (
    DEFAULT_CURSOR_SIZE,
    LARGEST_CURSOR_SIZE,
    PagingError,
    cursor_page,
    fault_of,
    read_number,
    read_once,
)
from .queries import without_tracking

PAGING = ("cursor", "page_size")


def refused(faults):
    """Return the 400 of the API: {"errors": [{"parameter", "value", "message"}]}."""
    errors = [{"parameter": fault.name, "value": fault.value, "message": fault.message} for fault in faults]
    return Response({"errors": errors}, status=400)


def moved_permanently(url):
    """Return the 308 that keeps method and meaning of a program's request."""
    return Response(status=308, headers={"Location": url})


class ListJson(APIView):
    """The list under its filters: count, next, previous, results."""

    listing = None
    http_method_names = ["get", "head", "options"]

    def get(self, request):
        query = without_tracking(request.GET)
        if query is not None:
            return moved_permanently(f"{request.path}?{query}" if query else request.path)
        reading = self.listing.read(request.GET, also=PAGING)
        try:
            size, cursor = self._paging(reading)
            order = self.listing.sorts.get(reading.sort)
            if reading.faults:
                return refused(reading.faults)
            filtered = reading.filtered()
            rows, following, previous = cursor_page(slim(filtered), order, reading.sort, cursor, size)
        except PagingError as error:
            reading.faults.append(fault_of(error))
            return refused(reading.faults)
        base = request.build_absolute_uri("/").rstrip("/")
        return Response(
            {
                "count": filtered.count(),
                "next": self._link(request, reading, following, size),
                "previous": self._link(request, reading, previous, size),
                "results": [self.item(row, base) for row in rows],
            }
        )

    def _paging(self, reading):
        text = read_once(reading.params, "page_size")
        size = read_number(text, "page_size", LARGEST_CURSOR_SIZE) if text else DEFAULT_CURSOR_SIZE
        return size, read_once(reading.params, "cursor")

    def _link(self, request, reading, cursor, size):
        if cursor is None:
            return None
        asked = {"page_size": size} if size != DEFAULT_CURSOR_SIZE else {}
        return f"{request.build_absolute_uri(request.path)}?{reading.query(cursor=cursor, **asked)}"

    def item(self, row, base):
        """Return one row as JSON: the columns of the list, under the names that the CSV has."""
        return {
            column.name: absolute(column.of(row), column, base)
            for column in self.listing.columns
            if column.in_json
        }


def etag_of(entry, derived):
    """Return the ETag of what is answered: of the public form, and of what depends on the day and address of asking."""
    return etag_over(json.dumps([entry.digest, derived], sort_keys=True).encode())


class DetailJson(APIView):
    """One record with everything in it."""

    listing = None
    http_method_names = ["get", "head", "options"]

    def get(self, request, slug):
        entry = self.listing.editions().filter(slug=slug).first()
        if entry is None:
            return self.absent(slug)
        base = request.build_absolute_uri("/").rstrip("/")
        derived = {
            column.name: absolute(column.of(entry), column, base)
            for column in self.listing.columns
            if column.value is not None and column.in_json
        }
        return unless_known(request, Response(entry.detail | derived), etag_of(entry, derived))

    def absent(self, slug):
        """Redirect (308), gone (410) or 404, without a word about what is not public."""
        answer = whereabouts(self.listing, slug)
        if answer == "gone":
            return Response({"detail": "This record was withdrawn."}, status=410)
        if answer:
            return moved_permanently(reverse(f"api-{self.listing.noun}", args=[answer]))
        raise Http404
