"""What a role may do with a record, beyond what its permissions say: publication locks, and deletion."""

from ..publication import Addressed, Publication, Publishable, was_public
from ..roles import ADMINISTRATOR, has_role
from ..workflow import MAY_PUBLISH

OPEN_TO_EDITORS = (Publication.DRAFT, Publication.RETURNED)


def may_publish(user, record):
    """Return whether the person may publish, return and withdraw records of this kind."""
    opts = record._meta
    return user.has_perm(f"{opts.app_label}.publish_{opts.model_name}")


def may_make_public(user):
    """Return whether the person may decide that something is read by the public."""
    return has_role(user, *MAY_PUBLISH)


def reason_locked(user, record):
    """Return why this person may not change `record` or its parts, "" when nothing stands against it.

    Only publishers change what is in review, published or withdrawn.
    """
    root = record.root()
    if not isinstance(root, Publishable) or root.publication in OPEN_TO_EDITORS or may_publish(user, root):
        return ""
    return f"This {root._meta.verbose_name} is {root.get_publication_display()}: only a publisher changes it now."


def reason_kept(user, record):
    """Return why this person may not delete `record`, "" when nothing stands against it.

    What was public once keeps its address for good. Countries, publishers and spheres are public from the start:
    administrators delete them, while nothing refers to them.
    """
    if locked := reason_locked(user, record):
        return locked
    root = record.root()
    if root is not record:
        return ""
    if isinstance(record, Addressed):
        return (
            "It was public, and what was public is withdrawn or merged, not deleted."
            if was_public(record)
            else ""
        )
    return (
        "" if has_role(user, ADMINISTRATOR) else "It is public: an administrator deletes it, or it is merged."
    )
