"""The lenses of the list of meetings: in time, who with whom, where, and about what."""

from ..browse.lenses import Lens
from . import matrix, places, spheres, timeline

LENSES = (
    Lens("timeline", "Timeline", timeline.draw, options={"by": ("year", "month")}),
    Lens("matrix", "Matrix", matrix.draw),
    Lens("map", "Map", places.draw),
    Lens("spheres", "Spheres", spheres.draw),
)
