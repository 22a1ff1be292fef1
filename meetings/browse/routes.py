"""The addresses that every listing has: the page and its file twins, the records, the JSON of both."""

from django.urls import path

from .api import DetailJson, ListJson
from .calendar import ListCalendar
from .feeds import ListFeed
from .pages import LensCsv, ListCsv, ListPage
from .schema import detail_schema, list_schema


def list_routes(listing, page=True):
    """Return the routes of a listing: /meetings/ (named "meetings") and its twins, /meetings.csv ("meetings-csv")."""
    twins = {"csv": ListCsv}
    twins |= {"atom": ListFeed} if listing.has_feed else {}
    twins |= {"ics": ListCalendar} if listing.has_calendar else {}
    routes = [
        path(f"{listing.name}.{ending}", view.as_view(listing=listing), name=f"{listing.name}-{ending}")
        for ending, view in twins.items()
    ]
    routes += [
        path(
            f"{listing.name}/{lens.name}.csv",
            LensCsv.as_view(listing=listing, lens=lens),
            name=f"{listing.name}-{lens.name}-csv",
        )
        for lens in listing.lenses
    ]
    if page:
        routes.append(path(f"{listing.name}/", ListPage.as_view(listing=listing), name=listing.name))
    return routes


def detail_routes(view):
    """Return the route of a DetailPage: /meetings/<slug>/ (named "meeting")."""
    listing = view.listing
    return [path(f"{listing.name}/<slug:slug>/", view.as_view(), name=listing.noun)]


def api_routes(listing, detail=True):
    """Return the routes below /api/v1/ of a listing: "api-meetings" and "api-meeting"."""
    name = listing.name
    views = _documented(listing)
    routes = [path(f"{name}/", views[0].as_view(listing=listing), name=f"api-{name}")]
    if detail:
        routes.append(
            path(f"{name}/<slug:slug>/", views[1].as_view(listing=listing), name=f"api-{listing.noun}")
        )
    return routes


def _documented(listing):
    """Return the two views of a listing as classes of their own, since a schema describes classes."""

    class Many(ListJson):
        def get(self, request):
            return super().get(request)

    class One(DetailJson):
        def get(self, request, slug):
            return super().get(request, slug)

    Many.get = list_schema(listing)(Many.get)
    One.get = detail_schema(listing)(One.get)
    return Many, One
