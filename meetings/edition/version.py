"""Which code the stored edition was projected by, so that only an upgrade that matters has it rebuilt."""

import hashlib
from importlib.metadata import version
from pathlib import Path

from ..models import BuiltEdition

ROOT = Path(__file__).resolve().parents[2]
# What a projection follows from: the records, the gate, the words; and the library that romanises names.
SOURCES = (
    "meetings/edition",
    "meetings/models",
    "agreements/models",
    "meetings/browse/database",
    "meetings/browse/dates.py",
    "meetings/browse/folding.py",
    "meetings/browse/listing.py",
    "meetings/publication.py",
)
LIBRARIES = ("anyascii",)


def digest_of_code():
    """Return the sha256 of all code that a projection follows from. A changed comment changes it too, which costs
    one rebuild and forgets nothing."""
    found = hashlib.sha256()
    for library in LIBRARIES:
        found.update(f"{library} {version(library)}\n".encode())
    for path in sorted(path for source in SOURCES for path in _files(ROOT / source)):
        found.update(f"{path.relative_to(ROOT)}\n".encode())
        found.update(path.read_bytes())
    return found.hexdigest()


def _files(path):
    return [path] if path.is_file() else path.rglob("*.py")


def is_stale():
    """Return whether the edition was last rebuilt by other code than today's, or never."""
    return not BuiltEdition.objects.filter(digest=digest_of_code()).exists()


def remember():
    """Note that today's code has rebuilt the whole edition."""
    BuiltEdition.objects.update_or_create(pk=BuiltEdition.ONLY, defaults={"digest": digest_of_code()})
