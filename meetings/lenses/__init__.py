"""The lenses of the list of meetings: in time, who with whom, where, and about what."""

from ..browse.lenses import Lens
from ..models import Meeting
from . import matrix, places, spheres, timeline

HELD = f"occurrence={Meeting.Occurrence.HELD}"


def _with_what_was_not_held(draw):
    """Return the drawing function of a lens, which then says how many of the meetings were planned or called off."""

    def drawn(reading, path, count):
        drawing = draw(reading, path, count)
        held = reading.filtered().filter(keys__has_all=[HELD]).count()
        if held != count:
            told = f"Planned, postponed or cancelled, and counted here: {count - held} of these {count}"
            drawing.notes.append(f"{told}; the filter “Held” can leave them out.")
        return drawing

    return drawn


LENSES = (
    Lens(
        "timeline",
        "Timeline",
        _with_what_was_not_held(timeline.draw),
        timeline.COLUMNS,
        options={"by": ("year", "month")},
    ),
    Lens("matrix", "Matrix", _with_what_was_not_held(matrix.draw), matrix.COLUMNS),
    Lens("map", "Map", _with_what_was_not_held(places.draw), places.COLUMNS),
    Lens("spheres", "Spheres", _with_what_was_not_held(spheres.draw), spheres.COLUMNS),
)
