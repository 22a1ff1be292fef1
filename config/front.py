"""The pages above the lists: home, search over everything, and what can be taken along."""

from django.http import QueryDict
from django.template.response import TemplateResponse
from django.urls import reverse

from agreements.listings import AGREEMENTS
from config.api import LISTINGS
from meetings.browse.pages import block
from meetings.browse.safe import SafeView
from meetings.listings import COMMITMENTS, LOGS, MEETINGS, PAIRS, QUOTES
from meetings.tidy import TIDY

NEWEST = 6
# The first of them leads; the others fill two columns.
LATEST = 9
# Among so many newest quotes the front page looks for sentences of so many characters.
LOOKED_AT, SHORTEST, LONGEST = 40, 30, 280


def _block(title, listing, query="", size=NEWEST):
    return block(title, listing.read(QueryDict(query)), reverse(listing.name), size=size)


def _quoted(found):
    """Keep of a block of quotes the newest that are sentences and not pages, one from each meeting.

    Where there are none, any that have words stand in for them.
    """
    spoken = [entry for entry in found["rows"] if entry.row["text"]]
    sentences = [entry for entry in spoken if SHORTEST <= len(entry.row["text"]) <= LONGEST] or spoken
    of_meetings = {}
    for entry in sentences:
        of_meetings.setdefault(entry.row["meeting"], entry)
    return found | {"rows": list(of_meetings.values())[:NEWEST]}


class HomePage(SafeView):
    """The front page: what is new in the record, and ways into it."""

    def get(self, request):
        context = {
            "newest": _block("Latest meetings", MEETINGS, "occurrence=held", size=LATEST),
            "pairs": _block("Met most in this record", PAIRS),
            "agreements": _block("Agreements", AGREEMENTS, "sort=-signed"),
            "promised": _block("Promised and open", COMMITMENTS, "state=open&state=overdue"),
            "quotes": _quoted(_block("What was said", QUOTES, "kind=direct", size=LOOKED_AT)),
            "counts": [(listing, listing.editions().count()) for listing in LISTINGS],
        }
        return TemplateResponse(request, "home.html", context)


class SearchPage(SafeView):
    """Search over all lists: the words must occur in one record; each group leads to its filtered list."""

    parameters = ("q",)

    def get(self, request):
        words = self.params.get("q", "").strip()
        faults = MEETINGS.read(_asking(words)).faults if words else []
        return self.answer(request, words, faults, _found(words) if words and not faults else [])

    def refuse(self, request, faults):
        """Answer 400 with the reasons, in the page that has the words to mend."""
        return self.answer(request, self.params.get("q", "").strip(), faults, [])

    @staticmethod
    def answer(request, words, faults, found):
        """Return the page with what was found, or why nothing was looked for."""
        context = {"words": words, "related": found, "errors": faults, "asked": bool(words)}
        return TemplateResponse(request, "search.html", context, status=400 if faults else 200)


def _asking(words):
    query = QueryDict(mutable=True)
    query["q"] = words
    return query


def _found(words):
    """Return the beginnings of all lists in which something has the words."""
    blocks = [
        block(listing.title, listing.read(_asking(words)), reverse(listing.name), size=5)
        for listing in LISTINGS
    ]
    return [found for found in blocks if found["count"]]


class DataPage(SafeView):
    """What can be taken along: every list as CSV and JSON, and the tidy files for statistics."""

    def get(self, request):
        files = [
            {"listing": listing, "csv": f"/{listing.name}.csv", "columns": listing.column_names()}
            | {"json": f"/api/v1/{listing.name}/" if listing.in_api else ""}
            for listing in (*LISTINGS, *LOGS, *TIDY)
        ]
        return TemplateResponse(request, "data.html", {"files": files})
