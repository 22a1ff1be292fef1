"""Lenses: one filtered list seen in other ways, each with the table of its numbers, which is also a file.

A lens changes the view and never the filter: it draws the rows that a Reading lets through, and no others.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from .faults import Fault, twice
from .fields import shortened

VIEW = "view"


@dataclass(frozen=True)
class Line:
    """A line of the table of numbers; its first cell leads to `url`, where there is one."""

    cells: tuple
    url: str = ""


@dataclass
class Drawing:
    """What a lens shows: a title, one sentence that its numbers prove, its numbers, and what its template draws."""

    title: str
    finding: str
    lines: list
    notes: list = field(default_factory=list)
    picture: dict = field(default_factory=dict)


@dataclass(frozen=True)
class Lens:
    """One view of a list. `draw(reading, path, count)` returns the Drawing of `count` rows, of which there are some.

    `columns` name the cells of its numbers: [(name in files, label)]. `options` are the parameters of the view itself,
    which files of the list do not know: {name: values}.
    """

    name: str
    label: str
    draw: Callable
    columns: tuple
    options: dict = field(default_factory=dict)

    @property
    def template(self):
        """The template of the picture."""
        return f"browse/lenses/{self.name}.html"


def parameters_of(lenses):
    """Return the names of the parameters by which a page chooses its view."""
    return (VIEW, *{name: None for lens in lenses for name in lens.options}) if lenses else ()


def chosen(reading):
    """Return the Lens that an address asks for, None for the table; what is wrong joins the faults of the Reading."""
    lenses = {lens.name: lens for lens in reading.listing.lenses}
    asked = {name: reading.params.get(name, "") for name in parameters_of(lenses.values())}
    reading.faults += [fault for name in asked for fault in twice(reading.params, name, name.capitalize())]
    lens = lenses.get(asked.pop(VIEW, ""))
    if reading.params.get(VIEW) and lens is None:
        reading.faults.append(_fault(VIEW, reading.params[VIEW], lenses))
    for name, value in asked.items():
        known = lens.options.get(name, ()) if lens else ()
        if value and value not in known:
            reading.faults.append(_fault(name, value, known))
    return lens


def _fault(name, value, known):
    message = f"Write one of: {', '.join(known)}." if known else f"This view has no “{name}”."
    return Fault(name, shortened(value), message, name.capitalize())


def without_view(reading, **changes):
    """Return the query string of a Reading's list in its table, with changes."""
    return reading.query(**dict.fromkeys(parameters_of(reading.listing.lenses)), **changes)
