"""A source that turns out to tell of a meeting on record: it and all that was typed from it go there, at one press."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html

from ... import edits
from ...desk.forms import NOTE
from ...desk.keys import is_key
from ...interchange.merging import merge, plan_of
from ...models import Meeting
from ...workflow import Refused

BUTTON = "_attach"
# The meeting on record stays as it is wherever the two differ.
AS_ON_RECORD = "kept"


class Attaching:
    """Mixin of the meeting's admin: the button of the check for likely duplicates."""

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """Save as always; when the button was pressed, a title that is still missing is that of the other meeting."""
        key = request.POST.get(BUTTON, "")
        request.desk_attach = Meeting.objects.filter(pk=key).first() if is_key(key) else None
        if other := request.desk_attach:
            request.POST = request.POST.copy()
            request.POST["title"] = request.POST.get("title", "").strip() or other.title
            request.POST[NOTE] = request.POST.get(NOTE, "") or f"Its source tells of “{other.title}”."
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except Refused as refused:
            # Everything was undone: save what was typed as it stands.
            request.desk_attach = None
            self._not_attached(request, refused.reasons)
            return super().changeform_view(request, object_id, form_url, extra_context)

    def response_add(self, request, obj, post_url_continue=None):
        """Go to the other meeting when the source was attached there."""
        return self._attached(request, obj) or super().response_add(request, obj, post_url_continue)

    def response_change(self, request, obj):
        """Go to the other meeting when the source was attached there."""
        return self._attached(request, obj) or super().response_change(request, obj)

    def _attached(self, request, draft):
        other = getattr(request, "desk_attach", None)
        if other is None or other.pk == draft.pk:
            return None
        if reasons := plan_of(other, draft).refusals(request.user):
            self._not_attached(request, reasons)
            return None
        differing = attach(draft, other, request.user)
        self.message_user(request, _words(other, differing), messages.SUCCESS)
        return HttpResponseRedirect(reverse("admin:meetings_meeting_change", args=[other.pk]))

    def _not_attached(self, request, reasons):
        said = f"Saved as it stands, and not attached: {' '.join(reasons)}"
        self.message_user(request, said, messages.WARNING)


def attach(draft, other, user):
    """Merge a draft into the meeting on record, within the Edit that is open; what is there stays.

    Returns [(label, value)] of what the draft says otherwise: the history keeps it, and the note of the Edit names it.
    """
    plan = plan_of(other, draft)
    differing = [
        (difference.unit.label, ", ".join(_said(pair.gone, difference.unit)))
        for pair in plan.fusion.whole()
        for difference in pair.decision.differences
    ]
    merge(other, draft, user, choices={item.name: AS_ON_RECORD for item in plan.differences()})
    act = edits.current()
    if differing and act is not None:
        act.edit.note = f"{act.edit.note} It said otherwise: {_told(differing)}.".strip()
        act.edit.save(update_fields=["note"])
    return differing


def _said(record, unit):
    return [str(value) for value in (getattr(record, item.name) for item in unit.fields) if value]


def _told(differing):
    return "; ".join(f"{label} “{value}”" for label, value in differing)


def _words(other, differing):
    otherwise = f" Where it says otherwise, this meeting stays as it was: {_told(differing)}."
    return format_html(
        "The source and all that you entered from it are part of {} now.{}",
        other,
        otherwise if differing else "",
    )
