"""Makes the accounts that a visitor of the demo signs in with: four eyes take two publishers."""

import secrets

from django.contrib.auth.models import Group, User
from django.core.management.base import BaseCommand
from django.db import transaction

ACCOUNTS = {
    "demo-editor": "editor",
    "demo-publisher": "publisher",
    "demo-second-publisher": "publisher",
}


class Command(BaseCommand):
    """Creates each account that is missing, with a fresh password that is shown this once."""

    help = "Create the demo editor and two demo publishers, and show their new passwords once."

    def handle(self, *args, **options):
        """Create what is missing; an existing account keeps its password and its groups."""
        for username, role in ACCOUNTS.items():
            password = create_account(username, role)
            if password:
                self.stdout.write(
                    f"Sign in at /admin/ as {username} with the password {password} (shown only now)."
                )


@transaction.atomic
def create_account(username, role):
    """Return the password of the account created, or None when it was there already."""
    user, created = User.objects.get_or_create(username=username, defaults={"is_staff": True})
    if not created:
        return None
    password = secrets.token_urlsafe(12)
    user.set_password(password)
    user.save(update_fields=["password"])
    user.groups.add(Group.objects.get_or_create(name=role)[0])
    return password
