"""The addresses of the pages and files of agreements and spheres."""

from meetings.browse.routes import detail_routes, list_routes

from .listings import LISTINGS
from .views import DETAILS

urlpatterns = [
    *(route for listing in LISTINGS for route in list_routes(listing)),
    *(route for view in DETAILS for route in detail_routes(view)),
]
