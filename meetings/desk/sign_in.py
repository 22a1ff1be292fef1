"""Signing in at the desk: wrong passwords are counted, and too many of them make their sender wait."""

import logging
from math import ceil

from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth import get_user_model
from django.template.response import TemplateResponse
from django.utils import timezone

from ..models.wrong_sign_in import OF_A_NAME, OF_AN_ADDRESS, WrongSignIn, key_of
from .visitor import address_of

log = logging.getLogger(__name__)


class SignInForm(AdminAuthenticationForm):
    """Asks for the password only while attempts are left. `clean` raises Locked when there are none."""

    def clean(self):
        """Count the attempt, check the password, and forget the count when it was right."""
        username = self.cleaned_data.get("username")
        if not username or not self.cleaned_data.get("password"):
            return super().clean()
        key, address = key_of(username), address_of(self.request)
        _take(username, key, address)
        cleaned = super().clean()
        WrongSignIn.objects.give_back(key, address)
        return cleaned


def _take(username, key, address):
    account = get_user_model().objects.filter(username=username).first()
    if WrongSignIn.objects.take(key, address, OF_A_NAME, account):
        whose = username if account else "a name that no account has"
        log.warning("Last attempt to sign in as %s from %s before a pause.", whose, address)
    if WrongSignIn.objects.take("", address, OF_AN_ADDRESS):
        log.warning("Last attempt to sign in from %s before a pause.", address)


def locked_page(request, locked, context):
    """Return the answer to who must wait: 429 with Retry-After, and in words when to try again."""
    seconds = max(1, ceil((locked.until - timezone.now()).total_seconds()))
    context = {
        **context,
        "title": "Too many wrong passwords",
        "until": locked.until,
        "minutes": ceil(seconds / 60),
        "again": request.get_full_path(),
    }
    response = TemplateResponse(request, "admin/sign_in_locked.html", context, status=429)
    response["Retry-After"] = str(seconds)
    return response
