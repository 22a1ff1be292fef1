"""How long a person stays signed in at the desk, and what happens to a form that is sent after that."""

import time

from django.contrib import messages
from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpResponseRedirect
from django.views.csrf import csrf_failure

RENEWED = "renewed"
# A session is written anew at most this often (seconds), so that reading does not mean writing.
EVERY = 600
KEPT = "Nothing was saved. What you typed is kept in this browser: {}, and it is offered back above the form."


def renew(request):
    """Let the session of somebody who works go on: its age counts from the last request, not from the login."""
    now = int(time.time())
    if now - request.session.get(RENEWED, 0) >= EVERY:
        request.session[RENEWED] = now


@receiver(user_logged_in)
def begin(sender, request, user, **kwargs):
    """Note when the session began, in the write that begins it."""
    request.session[RENEWED] = int(time.time())


def tell_expired(request):
    """Say on the sign-in page that the form just sent is not lost."""
    messages.warning(request, "Your sign-in has ended. " + KEPT.format("sign in"))


def refused(request, reason=""):
    """Answer a form whose page belongs to an earlier sign-in (CSRF_FAILURE_VIEW).

    A form of the desk comes back fresh, with the unsaved work offered; anything else gets Django's answer.
    """
    from .forms import TOKEN

    if request.user.is_authenticated and request.path.startswith("/admin/") and TOKEN in request.POST:
        messages.warning(
            request, "This page was opened before you signed in again. " + KEPT.format("look below")
        )
        return HttpResponseRedirect(request.get_full_path(), status=303)
    return csrf_failure(request, reason)
