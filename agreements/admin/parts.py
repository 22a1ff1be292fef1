"""The desks of steps, signatures, parties and discussions, over all agreements and meetings."""

from django.contrib import admin

from agreements.models import Coverage, Discussion, Party, Signature, Step
from meetings.desk.part_admin import PartAdmin
from meetings.desk.queues import without_sources


@admin.register(Step)
class StepAdmin(PartAdmin):
    """Where agreements moved, or were spoken of."""

    list_display = ("agreement", "kind", "date", "country", "meeting")
    list_filter = ("kind", "agreement__publication")
    queues = (without_sources(Step),)
    list_select_related = ("agreement", "country", "meeting")
    name_needs = ("agreement", "country", "meeting")
    search_fields = ("agreement__title", "agreement__type_wording", "meeting__title", "country__name")
    fields = ("agreement", "kind", "date", "meeting", "country", "sources")


@admin.register(Signature)
class SignatureAdmin(PartAdmin):
    """Who signed what."""

    list_display = ("agreement", "official", "name", "post", "country", "body")
    list_filter = ("agreement__publication",)
    queues = (without_sources(Signature),)
    list_select_related = ("agreement", "official", "country")
    name_needs = ("agreement", "official", "country")
    search_fields = (
        "official__name",
        "official__aliases",
        "name",
        "post",
        "body",
        "country__name",
        "agreement__title",
    )
    fields = ("agreement", "official", "country", "name", "post", "body", "sources")


@admin.register(Party)
class PartyAdmin(PartAdmin):
    """Who is bound by what."""

    list_display = ("agreement", "country", "body")
    list_filter = ("agreement__publication",)
    list_select_related = ("agreement", "country")
    name_needs = ("agreement", "country")
    search_fields = ("country__name", "body", "agreement__title")
    fields = ("agreement", "country", "body")


@admin.register(Coverage)
class CoverageAdmin(PartAdmin):
    """What is covered by what."""

    list_display = ("agreement", "sphere", "wording")
    list_filter = ("agreement__publication",)
    list_select_related = ("agreement", "sphere")
    name_needs = ("agreement", "sphere")
    search_fields = ("sphere__name", "sphere__synonyms", "wording", "agreement__title")
    fields = ("agreement", "sphere", "wording")


@admin.register(Discussion)
class DiscussionAdmin(PartAdmin):
    """What was talked about, over all meetings."""

    list_display = ("wording", "sphere", "meeting", "source")
    list_filter = ("meeting__publication",)
    list_select_related = ("sphere", "meeting", "source", "source__publisher")
    name_needs = ("meeting", "sphere")
    search_fields = ("wording", "sphere__name", "sphere__synonyms", "meeting__title")
    fields = ("meeting", "wording", "sphere", "source", "about", "said_by")
