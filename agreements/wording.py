"""How one agreement or sphere is told in a line and in a few sentences: for feeds, previews and citations."""

from meetings.browse.telling import Telling, sentences
from meetings.models.partial_dates import PartialDate

from .models import Agreement, Step

TYPES = {str(value): label for value, label in Agreement.Type.choices}
STEPS = {str(value): label for value, label in Step.Kind.choices}


def _capital(text):
    return text[:1].upper() + text[1:]


def agreement_title(entry):
    """Return the agreement's name, which for one without a title is made of what is known."""
    return _capital(entry.title)


def agreement_words(entry):
    """Return what the document is, between whom, on what, and how far it came."""
    row = entry.row
    day = PartialDate(row["step_date"]).words if row["step_date"] else "date not known"
    return sentences(
        _capital(agreement_kind(entry)),
        f"Parties: {'; '.join(row['parties'])}" if row["parties"] else "Parties not recorded",
        f"{_capital(STEPS[row['step']])}: {day}" if row["step"] else "No step recorded",
        f"Spheres: {'; '.join(row['spheres'])}" if row["spheres"] else "",
        "And other spheres, which the source does not name" if row["more_spheres"] else "",
    )


def agreement_kind(entry):
    """Return the type of document, as a citation names it; "document" where none of ours fits."""
    kind = entry.row["type"]
    return TYPES[kind] if kind != Agreement.Type.OTHER else "document"


def sphere_words(entry):
    """Return the words that mean a sphere."""
    synonyms = entry.row["synonyms"]
    return sentences("Sphere of cooperation", f"Also: {'; '.join(synonyms)}" if synonyms else "")


AGREEMENT = Telling(agreement_words, title=agreement_title, kind=agreement_kind)
SPHERE = Telling(sphere_words)
