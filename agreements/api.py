"""The JSON of agreements and spheres."""

from meetings.browse.routes import api_routes

from .listings import LISTINGS

urlpatterns = [route for listing in LISTINGS for route in api_routes(listing)]
