"""The acts of publication: submit, return, publish, withdraw. Each is one Edit; each refuses with a reason.

They work on meetings and agreements alike. A user of None is the system itself (loading, importing).
"""

from django.db import models

from . import edits
from .publication import Publication
from .roles import ADMINISTRATOR, EDITOR, PUBLISHER, has_role

MAY_EDIT = (EDITOR, PUBLISHER, ADMINISTRATOR)
MAY_PUBLISH = (PUBLISHER, ADMINISTRATOR)


class Refused(Exception):
    """The act is not possible; `reasons` is a list of sentences for the person who asked for it."""

    def __init__(self, *reasons):
        super().__init__(" ".join(reasons))
        self.reasons = list(reasons)


def submit(record, user=None, note=""):
    """Hand a draft (or a returned one) over for review; return the record. Raises Refused."""
    return _move(
        record, user, note, MAY_EDIT, (Publication.DRAFT, Publication.RETURNED), Publication.IN_REVIEW
    )


def return_to_editor(record, user=None, note=""):
    """Send a record in review back with a comment; return the record. Raises Refused (also without a comment)."""
    if not note.strip():
        raise Refused("Say what is to be mended: the comment is what the editor reads.")
    return _move(record, user, note, MAY_PUBLISH, (Publication.IN_REVIEW,), Publication.RETURNED)


def publish(record, user=None, note=""):
    """Publish a record that is in review, or one that was withdrawn; return the record. Raises Refused."""
    return _move(
        record, user, note, MAY_PUBLISH, (Publication.IN_REVIEW, Publication.WITHDRAWN), Publication.PUBLISHED
    )


def withdraw(record, user=None, note=""):
    """Take a published record out of public view; return the record. Raises Refused (also without a reason)."""
    if not note.strip():
        raise Refused("Say why it is withdrawn: the history keeps the reason.")
    return _move(record, user, note, MAY_PUBLISH, (Publication.PUBLISHED,), Publication.WITHDRAWN)


def lacking(record):
    """Return sentences that say what a record lacks to be published; empty when nothing."""
    return record.lacking()


def _move(record, user, note, roles, allowed, target):
    if user is not None and not has_role(user, *roles):
        raise Refused(f"Your role does not allow it: {' or '.join(roles)} may.")
    with edits.edit(user=user, kind=edits.Edit.Kind.PUBLICATION, note=note):
        fresh = _locked(record)
        if fresh.publication not in allowed:
            raise Refused(f"It is {fresh.get_publication_display()}, so this cannot be done now.")
        if target == Publication.PUBLISHED and (faults := lacking(fresh)):
            raise Refused(*faults)
        fresh.publication = target
        fresh.save(update_fields=["publication"])
    record.refresh_from_db()
    return record


def _locked(record):
    model: type[models.Model] = type(record)
    return model.objects.select_for_update().get(pk=record.pk)
