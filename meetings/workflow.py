"""The acts of publication: submit, return, publish, withdraw. Each is one Edit; each refuses with a reason.

What publishing requires holds as long as a record is published: whenever an act closes that touched one, it is asked
again (`keep_whole`), and an act that would leave less is refused as a whole.

Four eyes: nobody publishes what he or she changed last.

They work on meetings and agreements alike. A user of None is the system itself (loading, importing).
"""

from django.db import models

from . import edits
from .desk.trails import last_change
from .publication import Publication, Publishable, published
from .roles import ADMINISTRATOR, EDITOR, PUBLISHER, has_role

MAY_EDIT = (EDITOR, PUBLISHER, ADMINISTRATOR)
MAY_PUBLISH = (PUBLISHER, ADMINISTRATOR)


class Refused(Exception):
    """The act is not possible; `reasons` is a list of sentences for the person who asked for it."""

    def __init__(self, *reasons):
        super().__init__(" ".join(reasons))
        self.reasons = list(reasons)


class Lacking(Refused):
    """Published records would be left with less than publishing requires.

    `faults` is {record: {field or relation: sentence}}; each reason names its record.
    """

    def __init__(self, faults):
        self.faults = faults
        super().__init__(
            *(
                f"{record} is published. {' '.join(sentences.values())}"
                for record, sentences in faults.items()
            )
        )


def keep_whole(act):
    """Ask of every published record that an act touched whether it still has what publishing requires.

    Called when the act closes, before anything of it becomes public. Raises Lacking, which undoes the act.
    """
    faults = {}
    for model in {model for model, _ in act.touched if issubclass(model, Publishable)}:
        touched = [pk for other, pk in act.touched if other is model]
        for record in model.objects.filter(published(), pk__in=touched).order_by("pk"):
            if sentences := lacking(record):
                faults[record] = sentences
    if faults:
        raise Lacking(faults)


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
    """Return {field or relation: sentence} of what a record lacks to be published; empty when nothing."""
    return record.lacking()


def _move(record, user, note, roles, allowed, target):
    if user is not None and not has_role(user, *roles):
        raise Refused(f"Your role does not allow it: {' or '.join(roles)} may.")
    with edits.edit(user=user, kind=edits.Edit.Kind.PUBLICATION, note=note):
        fresh = _locked(record)
        if fresh.publication not in allowed:
            raise Refused(f"It is {fresh.get_publication_display()}, so this cannot be done now.")
        if target == Publication.PUBLISHED and (faults := lacking(fresh)):
            raise Refused(*faults.values())
        fresh.publication = target
        if target == Publication.PUBLISHED:
            _refuse_own_work(fresh, user)
        fresh.save(update_fields=["publication"])
    record.refresh_from_db()
    return record


def _refuse_own_work(record, user):
    """Raise Refused when `user` is the person who changed the content last."""
    last = last_change(record) if user is not None else None
    if last is not None and last.user_id == user.pk:
        raise Refused("You changed it last, so somebody else publishes it: four eyes see more than two.")


def _locked(record):
    model: type[models.Model] = type(record)
    return model.objects.select_for_update().get(pk=record.pk)
