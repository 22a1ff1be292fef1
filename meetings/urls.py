"""The addresses of the pages and files of meetings and what belongs to them."""

from django.urls import path

from .browse.routes import detail_routes, list_routes
from .listings import LISTINGS, LOGS
from .tidy import TIDY
from .views import DETAILS, PairPage

urlpatterns = [
    path("countries/<slug:first>/<slug:second>/", PairPage.as_view(), name="pair"),
    *(route for listing in (*LISTINGS, *LOGS) for route in list_routes(listing)),
    *(route for listing in TIDY for route in list_routes(listing, page=False)),
    *(route for view in DETAILS for route in detail_routes(view)),
]
