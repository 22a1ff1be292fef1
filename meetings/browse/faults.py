"""What an address may carry: each parameter known, each single one given once; and why it is refused otherwise."""

from dataclasses import dataclass

from .fields import shortened


@dataclass(frozen=True)
class Fault:
    """Why an address is refused: the parameter, its value as typed, a sentence, and its name in the form."""

    name: str
    value: str
    message: str
    label: str = ""


def given(params, known):
    """Return a copy of a QueryDict in which parameters that are known stand with their values that are not empty."""
    params = params.copy()
    for name in known:
        values = [value for value in params.getlist(name) if value != ""]
        if values:
            params.setlist(name, values)
        else:
            params.pop(name, None)
    return params


def unknown(params, known, place):
    """Return a Fault for each parameter that is not known; `place` is "page", "list"."""
    return [
        Fault(name, shortened(params[given_name]), f"There is no filter “{name}” on this {place}.")
        for given_name in params
        if given_name not in known
        for name in [shortened(given_name)]
    ]


def twice(params, name, label=""):
    """Return the Faults (none or one) of a parameter that may stand once."""
    values = params.getlist(name)
    return (
        [Fault(name, shortened(values[1]), f"“{name}” can be given once only.", label)] if values[1:] else []
    )
