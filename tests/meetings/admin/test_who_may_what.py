"""Who may do what at the desk: each role, each kind of record, each action, against one table.

Views are called behind the desk's own door, with what the address resolves to, and are not rendered: thousands of cells
in one world, and every difference from the table at once.
"""

from contextlib import contextmanager

import pytest
from django.contrib import admin
from django.contrib.auth.models import AnonymousUser
from django.contrib.messages.storage.fallback import FallbackStorage
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.test import RequestFactory
from django.urls import resolve, reverse
from django.utils import timezone

from agreements.models import Agreement
from meetings import edits, workflow
from meetings.corrections import Correction
from meetings.desk.merging import Mergeable
from meetings.models import ErrorReport, Meeting, WrongSignIn
from tests import factories, seed

pytestmark = pytest.mark.django_db

READ = "list view history"
WRITE = f"{READ} add change delete"
EDITOR, PUBLISHER = ("editor", "publisher", "administrator", "root"), ("publisher", "administrator", "root")
KEEPER = ("administrator", "root")
NAMED = ("viewer", *EDITOR)
ROLES = ("anonymous", "reader", "nobody", *NAMED)
PUBLISHABLE = "meetings.Meeting agreements.Agreement"
OF_THEM = (
    "meetings.Participation meetings.Quote meetings.Figure meetings.Commitment meetings.Conflict "
    "agreements.Step agreements.Party agreements.Coverage agreements.Signature agreements.Discussion"
)
FREE = "meetings.Source meetings.Official meetings.Event"
OF_FREE = "meetings.Tenure meetings.Attendance"
REFERENCE = "meetings.Country meetings.Publisher agreements.Sphere"

# State of the meeting and its agreements, kinds of record, and who may do what: {actions: roles}. Who is not named in
# any line may do nothing; what is named in no line nobody may do.
TABLE = [
    (
        "draft",
        PUBLISHABLE,
        {
            f"{READ} preview corrections": NAMED,
            "add change delete merge submit": EDITOR,
            "review return publish withdraw check": PUBLISHER,
        },
    ),
    (
        "published",
        PUBLISHABLE,
        {f"{READ} preview corrections": NAMED, "add": EDITOR, "change merge review": PUBLISHER},
    ),
    ("draft", OF_THEM, {READ: NAMED, "add change delete": EDITOR}),
    ("published", OF_THEM, {READ: NAMED, "add": EDITOR, "change delete": PUBLISHER}),
    ("draft", FREE, {READ: NAMED, "add change delete merge": EDITOR}),
    # What readers know is kept; merging is for those who may publish.
    ("published", FREE, {READ: NAMED, "add change": EDITOR, "merge": PUBLISHER}),
    ("draft published", OF_FREE, {READ: NAMED, "add change delete": EDITOR}),
    ("draft published", REFERENCE, {READ: NAMED, "add change": EDITOR, "merge": PUBLISHER, "delete": KEEPER}),
    ("draft", "meetings.Edit", {READ: NAMED}),
    ("draft", "meetings.ErrorReport", {READ: NAMED, "change": EDITOR}),
    ("draft", "meetings.Redirect", {READ: NAMED, "add change delete": KEEPER}),
    ("draft", "meetings.WrongSignIn", {f"{READ} delete": KEEPER}),
    ("draft", "auth.User", {WRITE: KEEPER}),
]
ACTS = {"submit": "draft", "return": "in-review", "publish": "in-review", "withdraw": "published"}


@pytest.fixture(scope="module")
def desk(django_db_setup, django_db_blocker):
    """One world for all: the seed as drafts, and something of every kind; undone at the end."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield Desk()
        transaction.set_rollback(True)


class Desk:
    """The people, the records, and what happens when one of them asks for something."""

    def __init__(self):
        self.people = {role: factories.UserFactory(role=role) for role in NAMED if role != "root"}
        self.people["root"] = factories.UserFactory(is_superuser=True)
        self.people["nobody"] = factories.UserFactory()
        self.people["reader"] = factories.UserFactory(is_staff=False)
        self.people["anonymous"] = AnonymousUser()
        self.author = factories.UserFactory(role="editor")
        seed.load_reference()
        self.seed = seed.enter_seed(self.author)
        meeting = self.seed[0]
        made = [factories.AttendanceFactory(), factories.ConflictFactory(meeting=meeting)]
        made += [factories.RedirectFactory(), made[0].event]
        meeting.event = made[0].event
        meeting.save()
        made.append(ErrorReport.objects.create(listing="meetings", kind="meeting", slug="a", text="Wrong"))
        made.append(WrongSignIn.objects.create(key="somebody", since=timezone.now()))
        self.records = {type(record): record for record in made}
        for model in admin.site._registry:
            self.records.setdefault(model, model._base_manager.order_by("pk").first())
        self.records |= {Meeting: meeting, Agreement: self.seed[1]}
        self.doubles = {
            model: getattr(factories, f"{model.__name__}Factory")()
            for model, of_model in admin.site._registry.items()
            if isinstance(of_model, Mergeable)
        }

    def publish(self):
        for record in self.seed:
            workflow.publish(workflow.submit(record))

    def may(self, role, model, action):
        """Return whether the person may do one thing with the record of this kind."""
        with undone():
            try:
                return getattr(self, f"_{action}", self._opens)(role, model, action)
            except PermissionDenied:
                return False

    def ask(self, role, model, page, *keys, data=None):
        """Return the answer of a page (not rendered) to a GET, or to a POST of `data`."""
        name = f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}"
        path = reverse(name, args=keys)
        request = RequestFactory().get(path) if data is None else RequestFactory().post(path, data)
        request.user, request.session, request._dont_enforce_csrf_checks = self.people[role], {}, True
        request._messages = FallbackStorage(request)
        request.resolver_match = found = resolve(path)
        return found.func(request, *found.args, **found.kwargs)

    def _opens(self, role, model, action):
        page, keys = {"list": ("changelist", ()), "add": ("add", ())}.get(
            action, (action, (self.records[model].pk,))
        )
        return self.ask(role, model, page, *keys).status_code == 200

    def _view(self, role, model, action):
        return self._opens(role, model, "change")

    def _change(self, role, model, action):
        answer = self.ask(role, model, "change", self.records[model].pk)
        return answer.status_code == 200 and answer.context_data["has_change_permission"]

    def _merge(self, role, model, action):
        keys = (self.records[model].pk, self.doubles[model].pk)
        answer = self.ask(role, model, "merge_preview", *keys)
        return answer.status_code == 200 and not answer.context_data["refusals"]

    def _act(self, role, model, action):
        record = self.records[model]
        model.objects.filter(pk=record.pk).update(publication=ACTS[action])
        data = {"action": f"act_{action}", "_selected_action": [record.pk], "confirmed": "1", "note": "Why"}
        self.ask(role, model, "changelist", data=data)
        return model.objects.get(pk=record.pk).publication != ACTS[action]

    _submit = _return = _publish = _withdraw = _act

    def _check(self, role, model, action):
        record, act = self.records[model], edits.Edit.objects.create(user=self.author)
        waits = Correction.objects.create(edit=act, model=model._meta.label_lower, key=record.pk)
        self.ask(role, model, "corrections", record.pk, data={"seen": str(waits.pk)})
        return not Correction.objects.unchecked().exists()


@contextmanager
def undone():
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def differences(desk, state):
    """Return every cell in which the desk differs from the table."""
    models = {model._meta.label: model for model in admin.site._registry}
    found = []
    for states, kinds, lines in TABLE:
        if state not in states.split():
            continue
        expected = {action: roles for actions, roles in lines.items() for action in actions.split()}
        for label in kinds.split():
            for action in actions_of(models[label], state):
                for role in ROLES:
                    may, should = (
                        desk.may(role, models[label], action),
                        role in expected.get(action, ()),
                    )
                    if may != should:
                        found.append(f"{role} {'may' if may else 'may not'} {action} {label} ({state})")
    return found


def actions_of(model, state):
    """Return the actions to try; acts of publication choose their own state, once."""
    actions = WRITE.split()
    if isinstance(admin.site._registry[model], Mergeable):
        actions.append("merge")
    if model in (Meeting, Agreement):
        actions += ["preview", "review", "corrections"]
        actions += [*ACTS, "check"] if state == "draft" else []
    return actions


def test_table_names_every_record_of_the_desk():
    labels = [label for state, kinds, _ in TABLE if "draft" in state.split() for label in kinds.split()]
    assert sorted(labels) == sorted(model._meta.label for model in admin.site._registry)


def test_every_role_may_do_with_every_record_what_the_table_says(desk):
    found = differences(desk, "draft")
    with undone():
        desk.publish()
        found += differences(desk, "published")
    assert not found, "\n".join(found)


def test_no_role_publishes_what_it_changed_last(desk):
    for model in (Meeting, Agreement):
        for role in PUBLISHER:
            with undone():
                with edits.edit(user=desk.people[role]):
                    model.objects.get(pk=desk.records[model].pk).save()
                assert not desk.may(role, model, "publish"), (role, model)
