"""The pages above the lists: home, search over everything, and what can be taken along."""

from django.http import QueryDict
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from agreements.listings import AGREEMENTS
from config.api import LISTINGS
from meetings.browse.pages import block
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
    words = request.GET.get("q", "")
    searched, faults = [], []
    if words.strip():
        query = QueryDict(mutable=True)
        query["q"] = words
        for listing in LISTINGS:
            reading = listing.read(query)
            faults = reading.faults
            if faults:
                break
            found = block(listing.title, reading, reverse(listing.name), size=5)
            if found["count"]:
                searched.append(found)
    context = {"words": words, "related": searched, "errors": faults, "asked": bool(words.strip())}
    return TemplateResponse(request, "search.html", context, status=400 if faults else 200)


@require_safe
def data(request):
    """What can be taken along: every list as CSV and JSON, and the tidy files for statistics."""
    files = [
        {"listing": listing, "csv": f"/{listing.name}.csv", "columns": listing.column_names()}
        | {"json": f"/api/v1/{listing.name}/" if listing.in_api else ""}
        for listing in (*LISTINGS, *TIDY)
    ]
    return TemplateResponse(request, "data.html", {"files": files})
