"""The JSON of meetings and of everyone and everything that takes part in them."""

from .browse.routes import api_routes
from .listings import LISTINGS, PAIRS

urlpatterns = [route for listing in LISTINGS for route in api_routes(listing, detail=listing is not PAIRS)]
