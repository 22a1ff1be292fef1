"""The JSON of meetings and of everyone and everything that takes part in them."""

from .browse.routes import api_routes
from .listings import LISTINGS, LOGS, PAIRS

# What has no page of its own.
LINES = (PAIRS, *LOGS)

urlpatterns = [
    route for listing in (*LISTINGS, *LOGS) for route in api_routes(listing, detail=listing not in LINES)
]
