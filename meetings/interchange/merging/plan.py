"""What a merge would do, found out without writing anything, and whether it may be done by this person."""

from dataclasses import dataclass, field

from agreements.models import Agreement

from ...edition.kinds import KIND_OF
from ...models import Meeting
from ...publication import Publication, Publishable, was_public
from ...roles import has_role
from ...workflow import MAY_EDIT, MAY_PUBLISH
from .fusion import Fusion, fuse
from .rules import KINDS, NAMES

# More rows would hold up every other editor, and outlast a request; the command has no such limit.
MOST_ROWS = 1_000
OPEN_TO_EDITORS = (Publication.DRAFT, Publication.RETURNED)
NEVER, ONCE, NOW = range(3)


def standing(record):
    """Return what readers know of a record: NOW, ONCE (its address is taken for good) or NEVER."""
    if KIND_OF[type(record)].edition.objects.filter(pk=record.pk).exists():
        return NOW
    return ONCE if was_public(record) else NEVER


def survivor_first(first, second):
    """Return two records in the order (survivor, absorbed) proposed: what readers know stays, or else the older."""
    return sorted((first, second), key=lambda record: (-standing(record), record.pk))


@dataclass
class Plan:
    """A merge of `gone` into `kept`. `standings` are those of the two."""

    kept: object
    gone: object
    fusion: Fusion
    standings: tuple
    moved: list = field(default_factory=list)

    def differences(self):
        """Return every Difference that an editor must choose from."""
        return self.fusion.differences()

    def unsettled(self, choices):
        """Return the differences that `choices` ({name: option}) leaves open."""
        return [item for item in self.differences() if choices.get(item.name) not in item.options]

    def refusals(self, user):
        """Return sentences that say why this cannot be done (by `user`; None is the system); empty when it can."""
        return [*_hindrances(self), *([] if user is None else _forbidden(self, user))]

    def notices(self):
        """Return sentences that say what readers will notice."""
        ours, theirs = self.standings
        said = []
        if theirs is not NEVER:
            said.append("The old address leads to the survivor for good, on pages and in the API.")
        if ours is NOW and theirs is not NOW and isinstance(self.kept, Publishable):
            said.append("The survivor is public: what it gains becomes public with the merge.")
        if any(
            item.unit.fields[0].name in NAMES.get(type(self.kept), ())
            for item in self.fusion.decision.differences
        ):
            said.append("The name that is not chosen becomes an alias.")
        return said


def plan_of(kept, gone):
    """Return the Plan of merging `gone` into `kept`, two records of one kind. Raises ValueError for any other two."""
    if type(kept) is not type(gone) or type(kept) not in KINDS or kept.pk == gone.pk:
        raise ValueError("Two different records of one kind can be merged.")
    fusion = fuse(kept, gone)
    return Plan(kept, gone, fusion, (standing(kept), standing(gone)), list(fusion.moved()))


def _hindrances(plan):
    found = []
    if plan.standings[0] < plan.standings[1]:
        found.append("Readers know the other one better: keep that, so that its address stays.")
    if isinstance(plan.kept, Agreement) and _one_holds_the_other(plan.kept, plan.gone):
        found.append("One is part of the other, a package: these are two records.")
    if isinstance(plan.kept, Meeting) and _one_keeps_the_other(plan.kept, plan.gone):
        found.append("At one a commitment was made that the other kept: these are two meetings.")
    return found


def _one_holds_the_other(kept, gone):
    return kept.package_id == gone.pk or gone.package_id == kept.pk


def _one_keeps_the_other(kept, gone):
    return kept.commitments.filter(kept_by=gone).exists() or gone.commitments.filter(kept_by=kept).exists()


def _forbidden(plan, user):
    if len(plan.moved) > MOST_ROWS:
        return [
            f"{len(plan.moved):,} facts would move, and at most {MOST_ROWS:,} do so here. Keep the other one "
            "instead, or let an operator merge them: manage.py merge_records."
        ]
    if not has_role(user, *MAY_EDIT):
        return ["Your role does not allow it: editors merge drafts, publishers everything."]
    if has_role(user, *MAY_PUBLISH):
        return []
    if max(plan.standings) is not NEVER:
        return ["Readers know one of the two: a publisher merges them."]
    if any(_is_locked(record) for record in (plan.kept, plan.gone, *plan.moved)):
        return ["This touches what is in review, published or withdrawn: a publisher merges them."]
    return []


def _is_locked(record):
    root = record.root()
    return isinstance(root, Publishable) and root.publication not in OPEN_TO_EDITORS
