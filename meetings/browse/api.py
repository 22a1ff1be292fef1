"""A listing as read-only JSON: the list with a cursor, and the whole of one record."""

import hashlib
import json

from django.http import Http404
from django.urls import reverse
from django.utils.http import parse_etags
from rest_framework.response import Response
from rest_framework.views import APIView

from .columns import absolute
from .fields import shortened
from .filterset import Fault
from .listing import slim, without_tracking
from .pages import whereabouts
from .paging import (
    DEFAULT_CURSOR_SIZE,
    LARGEST_CURSOR_SIZE,
    PagingError,
    cursor_page,
    read_number,
    read_once,
)

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
            size, cursor = self._paging(request)
            order = self.listing.sorts.get(reading.sort)
            if reading.faults:
                return refused(reading.faults)
            filtered = reading.filtered()
            rows, following, previous = cursor_page(slim(filtered), order, reading.sort, cursor, size)
        except PagingError as error:
            reading.faults.append(Fault(error.name, shortened(error.value), str(error)))
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

    def _paging(self, request):
        text = read_once(request.GET, "page_size")
        size = read_number(text, "page_size", LARGEST_CURSOR_SIZE) if text else DEFAULT_CURSOR_SIZE
        return size, read_once(request.GET, "cursor")

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
    text = json.dumps([entry.digest, derived], sort_keys=True)
    return f'"{hashlib.sha256(text.encode()).hexdigest()[:32]}"'


def is_held(request, etag):
    """Return whether the request says (If-None-Match, RFC 9110) that its sender holds this answer already."""
    held = parse_etags(request.headers.get("If-None-Match", ""))
    return "*" in held or etag in {one.removeprefix("W/") for one in held}


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
        etag = etag_of(entry, derived)
        if is_held(request, etag):
            return Response(status=304, headers={"ETag": etag})
        return Response(entry.detail | derived, headers={"ETag": etag})

    def absent(self, slug):
        """Redirect (308), gone (410) or 404, without a word about what is not public."""
        answer = whereabouts(self.listing, slug)
        if answer == "gone":
            return Response({"detail": "This record was withdrawn."}, status=410)
        if answer:
            return moved_permanently(reverse(f"api-{self.listing.noun}", args=[answer]))
        raise Http404
