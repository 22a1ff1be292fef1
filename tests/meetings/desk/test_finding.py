"""The desk finds what is written in other letters and cases, drafts included, the same on both databases."""

import pytest
from django.core.management import call_command
from django.urls import reverse

from meetings import edits
from meetings.desk import finding
from meetings.models import Country, Finding, Meeting, Official, Quote


@pytest.fixture
def root(client, django_user_model):
    client.force_login(django_user_model.objects.create_superuser("root"))
    return client


@pytest.fixture
def records(db):
    with edits.edit():
        country = Country.objects.create(slug="azerbaijan", name="Azerbaijan", name_ru="Азербайджан")
        ali = Official.objects.create(
            name="Ali Asadov", native_name="Əli Əsədov", aliases=["Асадов", "Алёна"]
        )
        meeting = Meeting.objects.create(
            title="Əliyev’s visit", summary="On Qur'an copies", date_start="2021-05-20"
        )
        meeting.participations.create(country=country, official=ali)
        quote = Quote.objects.create(meeting=meeting, text="Growing")
        quote.speakers.set([ali])
    return ali, meeting, quote


def listed(client, name, term):
    """Return the keys that a list finds."""
    return [
        row.pk
        for row in client.get(reverse(f"admin:{name}_changelist"), {"q": term}).context["cl"].result_list
    ]


def suggested(client, term, model="participation", field="official"):
    """Return the keys (texts) that a box suggests."""
    asked = {"app_label": "meetings", "model_name": model, "field_name": field, "term": term}
    return [one["id"] for one in client.get(reverse("admin:autocomplete"), asked).json()["results"]]


def test_any_letters_and_case_find_the_same_in_boxes_and_lists(root, records):
    ali, meeting, quote = records
    for term in (
        "ƏLI",
        "əli",
        "ali",
        "ALI",
        "əsəd",
        "асадов",
        "АСАДОВ",
        "алена",
        "АЛЁНА",
        "asadov ali",
        '"ali asadov"',
    ):
        assert suggested(root, term) == [str(ali.pk)], term
        assert listed(root, "meetings_official", term) == [ali.pk], term
    for term in ("əsədov АЗЕРБАЙДЖАН", "ALIYEV", "quran", "2021-05", "visit əli copies"):
        assert listed(root, "meetings_meeting", term) == [meeting.pk], term
    for term in ("ƏLI", "growing əliyev", "GROWING"):
        assert listed(root, "meetings_quote", term) == [quote.pk], term
    for term in ('"asadov ali"', "sadov", "---", "alix", "əli nobody"):
        assert suggested(root, term) == [], term


def test_words_follow_what_is_changed_and_go_with_what_is_deleted(root, records):
    ali, meeting, _ = records
    ali.refresh_from_db()
    ali.name, ali.native_name = "Ыван", ""
    ali.save()
    assert suggested(root, "əli") == []
    assert suggested(root, "ЫВАН") == [str(ali.pk)]
    assert listed(root, "meetings_meeting", "ыван") == [meeting.pk]
    someone = Official.objects.create(name="Gone Soon")
    assert suggested(root, "gone") == [str(someone.pk)]
    someone.delete()
    assert not Finding.objects.filter(kind="meetings.official", record_id=someone.pk or 0).exists()
    assert Finding.objects.filter(kind="meetings.official").count() == 1


def test_command_writes_the_words_that_lack(root, records, capsys):
    Finding.objects.all().delete()
    assert suggested(root, "ali") == []
    call_command("fill_desk_search")
    call_command("fill_desk_search")
    call_command("fill_desk_search", "--anew")
    assert [line.split()[4] for line in capsys.readouterr().out.splitlines()] == ["3", "0", "3"]
    assert suggested(root, "ali") == [str(records[0].pk)]


def test_every_record_that_stands_alone_and_has_a_list_has_words(db):
    assert {model.__name__ for model in finding.record_models() if finding.own_fields(model)} == {
        "Agreement", "Country", "Event", "Meeting", "Official", "Publisher", "Source", "Sphere",
    }  # fmt: skip
