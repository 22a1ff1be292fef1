"""The pages above the lists: home, search over everything, and what can be taken along."""

from django.http import HttpResponsePermanentRedirect, QueryDict
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from agreements.listings import AGREEMENTS
from config.api import LISTINGS
from meetings.browse.fields import shortened
from meetings.browse.filterset import Fault
from meetings.browse.listing import without_tracking
from meetings.browse.pages import block
from meetings.browse.paging import PagingError, read_once
from meetings.listings import COMMITMENTS, MEETINGS, PAIRS, QUOTES
from meetings.tidy import TIDY

NEWEST = 6
# The first of them leads; the others fill two columns.
LATEST = 9
# Of so many newest quotes the front page takes one of so many characters.
LOOKED_AT, SHORTEST, LONGEST = 25, 60, 280


def _block(title, listing, query="", size=NEWEST):
    return block(title, listing.read(QueryDict(query)), reverse(listing.name), size=size)


def _quoted(found):
    """Keep one quote of a block: the newest that is a sentence and not a page."""
    sentences = [entry for entry in found["rows"] if SHORTEST <= len(entry.title) <= LONGEST]
    return found | {"rows": (sentences or found["rows"])[:1]}


@require_safe
def home(request):
    """The front page: what is new in the record, and ways into it."""
    return TemplateResponse(
        request,
        "home.html",
        {
            "newest": _block("Latest meetings", MEETINGS, "occurrence=held", size=LATEST),
            "pairs": _block("Met most in this record", PAIRS),
            "agreements": _block("Agreements", AGREEMENTS, "sort=-signed"),
            "promised": _block("Promised and open", COMMITMENTS, "state=open&state=overdue"),
            "quotes": _quoted(_block("What was said", QUOTES, "kind=direct", size=LOOKED_AT)),
            "counts": [(listing, listing.editions().count()) for listing in LISTINGS],
        },
    )


@require_safe
def search(request):
    """Search over all lists: the words must occur in one record; each group leads to its filtered list."""
    untracked = without_tracking(request.GET)
    if untracked is not None:
        return HttpResponsePermanentRedirect(f"{request.path}?{untracked}" if untracked else request.path)
    words = request.GET.get("q", "").strip()
    faults = _unknown(request.GET) or (MEETINGS.read(_asking(words)).faults if words else [])
    context = {
        "words": words,
        "related": _found(words) if words and not faults else [],
        "errors": faults,
        "asked": bool(words),
    }
    return TemplateResponse(request, "search.html", context, status=400 if faults else 200)


def _asking(words):
    query = QueryDict(mutable=True)
    query["q"] = words
    return query


def _unknown(params):
    """Return the faults of an address that asks for more than words, or for words twice."""
    try:
        read_once(params, "q")
    except PagingError as error:
        return [Fault("q", shortened(error.value), str(error))]
    names = [shortened(name) for name in params if name != "q"]
    return [Fault(name, "", f"There is no filter “{name}” on this page.") for name in names]


def _found(words):
    """Return the beginnings of all lists in which something has the words."""
    blocks = [
        block(listing.title, listing.read(_asking(words)), reverse(listing.name), size=5)
        for listing in LISTINGS
    ]
    return [found for found in blocks if found["count"]]


@require_safe
def data(request):
    """What can be taken along: every list as CSV and JSON, and the tidy files for statistics."""
    files = [
        {"listing": listing, "csv": f"/{listing.name}.csv", "columns": listing.column_names()}
        | {"json": f"/api/v1/{listing.name}/" if listing.in_api else ""}
        for listing in (*LISTINGS, *TIDY)
    ]
    return TemplateResponse(request, "data.html", {"files": files})
