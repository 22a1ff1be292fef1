"""Nothing typed at the desk is lost: forms sent twice, forms that started from an older version, work put back.

A page's form has a token. The browser keeps what is typed under it (static/js/unsaved.js) until the form was saved; the
server knows which tokens were saved. The server keeps nothing that was not saved.
"""

from base64 import b64encode
from hashlib import sha256

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.forms.utils import ErrorDict, ErrorList
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.html import format_html

from ..edits import Edit, StaleSave
from ..models.sent_form import SentForm
from .forms import SEEN_VERSION, TOKEN, new_token, words_of
from .meanwhile import Meanwhile

# Posted beside a form that the browser kept: show it filled in, save nothing.
PUT_BACK = "_put_back"
# Read, and removed, by static/js/unsaved.js: the tokens of forms that were saved.
SAVED_COOKIE = "desk_saved"
MOST_SAVED = 20
BACK = "This is the unsaved work that this browser kept."


class Keeping:
    """Mixin of a ModelAdmin whose forms are RecordForms."""

    def get_form(self, request, obj=None, change=False, **kwargs):
        """Return the form class, which knows for whom its text is kept, and whether it is only shown."""
        form = super().get_form(request, obj, change, **kwargs)
        form.kept_for = f"{request.user.pk}/{self.opts.label_lower}/{obj.pk if obj else 'new'}"
        form.kept_key = key_of(request.user)
        form.seen_edit_now = getattr(request, "desk_seen_edit", None)
        form.only_shown = hasattr(request, "desk_shown")
        return form

    def get_inline_formsets(self, request, formsets, inline_instances, obj=None):
        """Wrap the form sets for the page; one that is only shown has no errors yet."""
        if hasattr(request, "desk_shown"):
            for formset in formsets:
                if formset.is_bound:
                    _forget_errors(formset)
        return super().get_inline_formsets(request, formsets, inline_instances, obj)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        """Show the form, above it what differs from what is stored."""
        context["meanwhile"] = getattr(request, "desk_meanwhile", None)
        context["shown"] = getattr(request, "desk_shown", "")
        return super().render_change_form(request, context, add, change, form_url, obj)

    def save_related(self, request, form, formsets, change):
        """Save the parts, and note which record the form became."""
        super().save_related(request, form, formsets, change)
        request.desk_stored = form.instance

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """Show the form, or save it once. What cannot be saved as it is comes back with all that was typed."""
        arguments = object_id, form_url, extra_context
        if request.method != "POST":
            request.desk_seen_edit = latest()
            return super().changeform_view(request, *arguments)
        request.desk_stored = None
        record = self.get_object(request, unquote(object_id)) if object_id else None
        sent = SentForm.objects.of(request.user, request.POST.get(TOKEN, ""))
        if sent is not None:
            if sent.digest == digest_of(request.POST):
                return self._sent_again(request, sent, is_new=record is None)
            if record is None:
                self._show(request, self._words_of_sent(sent), token=new_token())
        if PUT_BACK in request.POST and not hasattr(request, "desk_shown"):
            self._put_back(request, record)
        try:
            response = super().changeform_view(request, *arguments)
        except StaleSave as stale:
            self._bring_up(request, self.get_object(request, unquote(object_id)), words_of(stale))
            return super().changeform_view(request, *arguments)
        if sent is not None:
            _tell_saved(request, response, sent.token)
        return self._noted(request, response)

    # Sent twice

    def _noted(self, request, response):
        stored, token = getattr(request, "desk_stored", None), request.POST.get(TOKEN, "")[:32]
        if stored is None or not token:
            return response
        SentForm.objects.note(request.user, token, stored, digest_of(request.POST))
        return _tell_saved(request, response, token)

    def _sent_again(self, request, sent, is_new):
        """Answer as the first time, without saving again; work that a browser put back was saved, and is told so."""
        record, name = (
            self.get_object(request, str(sent.record_id)),
            f"{self.opts.app_label}_{self.opts.model_name}",
        )
        if record is None:
            self.message_user(request, "This was saved before, and is deleted since.", messages.WARNING)
            response = HttpResponseRedirect(reverse(f"admin:{name}_changelist"))
        elif PUT_BACK in request.POST:
            self.message_user(request, f"This was saved already, on {sent.at:%d %b %Y at %H:%M} UTC.")
            response = HttpResponseRedirect(reverse(f"admin:{name}_change", args=[record.pk]))
        else:
            response = (self.response_add if is_new else self.response_change)(request, record)
        return _tell_saved(request, response, sent.token)

    def _words_of_sent(self, sent):
        url = reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", args=[sent.record_id])
        return format_html(
            'This form was saved already, at {} UTC, as <a href="{}">this {}</a>. What stands below is not saved: '
            "carry over there what is new. Saving here makes another {}.",
            f"{sent.at:%H:%M}",
            url,
            self.opts.verbose_name,
            self.opts.verbose_name,
        )

    # Put back, and brought up to date

    def _put_back(self, request, record):
        if record is not None and request.POST.get(SEEN_VERSION) != str(record.root().version):
            words = words_of(StaleSave(record.root()))
            self._bring_up(request, record, format_html("{} {}", BACK, words))
        else:
            self._show(request, f"{BACK} Nothing of it is saved yet.")

    def _bring_up(self, request, record, words):
        meanwhile = Meanwhile(self, request, record)
        request.POST = meanwhile.data
        request.desk_meanwhile = meanwhile
        self._show(request, words)

    def _show(self, request, words, token=""):
        """Let the form be shown as posted, with some words (HTML) above it, and not be saved."""
        request.desk_shown = words
        if token:
            request.POST = request.POST.copy()
            request.POST[TOKEN] = token


def latest():
    """Return the number of the latest Edit, 0 without any; read before the record is, so that none is overlooked."""
    return Edit.objects.order_by("-pk").values_list("pk", flat=True).first() or 0


def key_of(user):
    """Return the key (base64, 256 bits) that hides what a browser keeps for this person from everybody else's pages."""
    return b64encode(salted_hmac("communique.unsaved", str(user.pk), algorithm="sha256").digest()).decode()


def digest_of(data):
    """Return a digest of what a form holds, whatever button sent it."""
    held = [
        (name, data.getlist(name))
        for name in sorted(data)
        if name != "csrfmiddlewaretoken" and name[0] != "_"
    ]
    return sha256(repr(held).encode()).hexdigest()


def _tell_saved(request, response, token):
    """Tell the browser that it need not keep this form any more."""
    tokens = [*request.COOKIES.get(SAVED_COOKIE, "").split("."), token][-MOST_SAVED:]
    response.set_cookie(
        SAVED_COOKIE,
        ".".join(filter(str.isalnum, tokens)),
        path=reverse("admin:index"),
        secure=request.is_secure(),
        samesite="Lax",
    )
    return response


def _forget_errors(formset):
    formset.errors  # noqa: B018 (validates, so that it is not done later)
    formset._non_form_errors = ErrorList()
    formset._errors = [{} for _ in formset.forms]
    for form in formset.forms:
        form._errors = ErrorDict()
