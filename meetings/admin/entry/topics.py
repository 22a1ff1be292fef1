"""What was talked about, several wordings at once; each with the sphere that its words mean."""

import re
from types import SimpleNamespace

from agreements.models import Sphere

from ...readouts import lexicon
from ...readouts.spheres import sphere_of
from .rows import Proposal

MOST_TOPICS = 60
LONGEST_WORDING = 300


def from_topics(text):
    """Return the Proposal of discussions for lines of wordings, each with the sphere that a name or synonym says."""
    wordings = [piece.strip(" \t\r.,-–•*") for piece in re.split(r"[;\n]", text)]
    wordings = [piece[:LONGEST_WORDING] for piece in wordings if piece][:MOST_TOPICS]
    if not wordings:
        return Proposal(prefix="discussions", said=["Write what was discussed, one wording to a line."])
    spheres = {sphere.slug: sphere for sphere in Sphere.objects.order_by("code")}
    known = tuple(
        lexicon.Sphere(sphere.slug, sphere.name, tuple(sphere.synonyms), sphere.parent_id is None)
        for sphere in spheres.values()
    )
    reading = SimpleNamespace(gazetteer=lexicon.Gazetteer(spheres=known))
    rows = []
    for wording in wordings:
        sphere = spheres.get(sphere_of(reading, wording))
        rows.append({"wording": wording, "sphere": (sphere.pk, str(sphere)) if sphere else None})
    lacking = sum(row["sphere"] is None for row in rows)
    said = [f"{lacking} of them name no sphere that is known: choose it in the row."] if lacking else []
    return Proposal(prefix="discussions", rows=rows, said=said)
