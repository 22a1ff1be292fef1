"""The steps of an agreement as a ladder: what is recorded, what is reached, what is not recorded."""

from django import template

from agreements.models.agreement import LADDER

register = template.Library()

# Shown only when they are recorded; the other rungs always, as "not recorded".
SELDOM = ("signed-by-some", "exchanged", "terminated")


@register.filter
def rungs(steps, reached):
    """Return the ladder as [{"kind", "css", "steps"}].

    `steps` are {"kind", "party", "date"}, `reached` the kind of the step that the agreement has reached. A step that
    only some parties took is a "part" of its rung.
    """
    recorded = {kind: [step for step in steps if step["kind"] == kind] for kind in LADDER}
    return [
        {"kind": kind, "css": _css(kind, recorded[kind], reached), "steps": recorded[kind]}
        for kind in LADDER
        if recorded[kind] or kind == reached or kind not in SELDOM
    ]


def _css(kind, steps, reached):
    if kind == reached:
        return "now"
    if not steps:
        return ""
    below = reached in LADDER and LADDER.index(kind) < LADDER.index(reached)
    return "done" if below or any(step["party"] is None for step in steps) else "part"
