"""One POST is one Edit; a stale or faulty one saves nothing and keeps what was typed."""

import pytest
from django.db import IntegrityError
from django.urls import reverse

from agreements.models import Agreement, Step
from meetings.edits import Edit
from meetings.models import Country, Meeting, Official, Participation, Quote
from tests.meetings.admin.posting import adding, address, errors, row, shown


def test_save_with_inlines_is_one_edit_with_person_and_note(desk, editor, seed_records):
    meeting = seed_records[0]
    before, version = Edit.objects.count(), Meeting.objects.get(pk=meeting.pk).version
    data = shown(desk.get(address(meeting)))
    data |= {"title": "A new title", "note": "It was too long", "quotes-0-text": "Growing."}
    response = desk.post(address(meeting), data)
    assert response.status_code == 302
    edit = Edit.objects.latest("pk")
    assert Edit.objects.count() == before + 1
    assert (edit.user, edit.note, edit.kind) == (editor, "It was too long", "save")
    meeting.refresh_from_db()
    assert meeting.title == "A new title"
    assert meeting.quotes.first().text == "Growing."
    assert meeting.version == version + 1


def test_save_without_any_change_leaves_no_edit(desk, seed_records):
    meeting = seed_records[0]
    before, version = Edit.objects.count(), Meeting.objects.get(pk=meeting.pk).version
    assert desk.post(address(meeting), shown(desk.get(address(meeting)))).status_code == 302
    assert Edit.objects.count() == before
    assert Meeting.objects.get(pk=meeting.pk).version == version


@pytest.mark.parametrize("change", [{"quotes-0-text": "Other words."}, {"sources": []}, {"city": "Ganja"}])
def test_save_of_any_part_moves_the_version_by_one(desk, seed_records, change):
    meeting = seed_records[0]
    version = Meeting.objects.get(pk=meeting.pk).version
    assert desk.post(address(meeting), shown(desk.get(address(meeting))) | change).status_code == 302
    assert Meeting.objects.get(pk=meeting.pk).version == version + 1


def test_second_tab_stale_save_is_refused_and_keeps_what_was_typed(desk, person, client, seed_records):
    meeting = seed_records[0]
    tab = shown(desk.get(address(meeting)))
    client.force_login(person("editor", "colleague"))
    other = shown(client.get(address(meeting))) | {"city": "Ganja"}
    assert client.post(address(meeting), other).status_code == 302
    response = desk.post(address(meeting), tab | {"title": "My title", "quotes-0-text": "My words"})
    text = response.content.decode()
    assert response.status_code == 200
    assert "colleague saved this meeting on" in text
    assert "My title" in text
    assert "My words" in text
    meeting.refresh_from_db()
    assert (meeting.city, meeting.title) == ("Ganja", tab["title"])
    assert not Quote.objects.filter(text="My words").exists()


def test_stale_save_after_a_colleague_changed_only_a_part_names_the_colleague(
    desk, person, client, seed_records
):
    meeting = seed_records[0]
    tab = shown(desk.get(address(meeting)))
    client.force_login(person("editor", "colleague"))
    quote = meeting.quotes.first()
    client.post(address(quote), shown(client.get(address(quote))) | {"text": "Mended."})
    response = desk.post(address(meeting), tab | {"title": "My title"})
    assert "colleague saved this meeting on" in response.content.decode()


def test_stale_save_shows_typed_text_of_a_row_that_was_deleted_meanwhile(desk, person, client, seed_records):
    meeting = seed_records[0]
    tab = shown(desk.get(address(meeting)))
    last = int(tab["quotes-INITIAL_FORMS"]) - 1
    client.force_login(person("editor", "colleague"))
    other = shown(client.get(address(meeting))) | {"quotes-0-DELETE": "on"}
    assert client.post(address(meeting), other).status_code == 302
    typed = {"quotes-0-text": "Typed into the first", f"quotes-{last}-text": "Typed into the last"}
    text = desk.post(address(meeting), tab | typed).content.decode()
    assert "Typed into the first" in text
    assert "Typed into the last" in text
    assert meeting.quotes.count() == last


def test_stale_save_of_a_part_on_its_own_page_is_refused(desk, person, client, seed_records):
    quote = seed_records[0].quotes.first()
    tab = shown(desk.get(address(quote)))
    client.force_login(person("editor", "colleague"))
    client.post(address(quote), shown(client.get(address(quote))) | {"text": "Theirs"})
    response = desk.post(address(quote), tab | {"text": "Mine"})
    assert response.status_code == 200
    assert Quote.objects.get(pk=quote.pk).text == "Theirs"


def test_step_changed_on_its_agreement_meanwhile_is_not_overwritten_from_the_meeting(
    desk, person, client, seed_records
):
    meeting, package, _ = seed_records
    tab = shown(desk.get(address(meeting)))
    client.force_login(person("editor", "colleague"))
    theirs = shown(client.get(address(package))) | {"steps-0-kind": "initialled"}
    assert client.post(address(package), theirs).status_code == 302
    number = next(
        int(name.split("-")[1])
        for name, value in tab.items()
        if name.startswith("steps-") and value == "signed"
    )
    response = desk.post(address(meeting), row(tab, "steps", number, date="2021-05-21"))
    assert response.status_code == 200
    assert "colleague saved this agreement" in response.content.decode()
    assert Step.objects.get(agreement=package).kind == "initialled"


def test_change_sent_without_its_version_is_refused(desk, seed_records):
    meeting = seed_records[0]
    data = shown(desk.get(address(meeting))) | {"title": "Unseen"}
    del data["seen_version"]
    assert desk.post(address(meeting), data).status_code == 200
    assert not Meeting.objects.filter(title="Unseen").exists()


def test_faulty_row_saves_nothing_of_the_rest(desk, seed_records):
    meeting = seed_records[0]
    before = Edit.objects.count()
    data = shown(desk.get(address(meeting))) | {"title": "Half saved", "figures-0-value": "many"}
    response = desk.post(address(meeting), data)
    assert response.status_code == 200
    assert "Half saved" in response.content.decode()
    assert not Meeting.objects.filter(title="Half saved").exists()
    assert Edit.objects.count() == before


@pytest.mark.parametrize(
    "name", ["participations-0-country", "participations-0-official", "quotes-0-speakers"]
)
def test_key_beyond_sixty_four_bits_in_a_row_is_a_form_error(desk, seed_records, name):
    meeting, *_ = seed_records
    data = shown(desk.get(address(meeting)))
    data[name] = "9999999999999999999999999"
    response = desk.post(address(meeting), data)
    assert response.status_code == 200
    prefix, number, field = name.split("-")
    [formset] = [
        one.formset for one in response.context["inline_admin_formsets"] if one.formset.prefix == prefix
    ]
    assert field in formset.forms[int(number)].errors


def test_unique_clash_in_the_database_is_a_form_error(desk, seed_records, monkeypatch):
    """The check of the form passes and the row of a colleague is there when it is written: a race."""
    monkeypatch.setattr(Country, "validate_unique", lambda self, exclude=None: None)
    monkeypatch.setattr(Country, "validate_constraints", lambda self, exclude=None: None)
    before = Edit.objects.count()
    data = shown(desk.get(adding(Country))) | {"slug": "russia", "name": "Russia again", "kind": "state"}
    response = desk.post(adding(Country), data)
    assert response.status_code == 200
    assert "Somebody else saved the same just now" in errors(response)
    assert "Russia again" in response.content.decode()
    assert not Country.objects.filter(name="Russia again").exists()
    assert Edit.objects.count() == before


def test_fault_while_saving_parts_rolls_the_whole_back(desk, seed_records, monkeypatch):
    meeting = seed_records[0]
    data = shown(desk.get(address(meeting))) | {"title": "Half saved", "quotes-0-text": "x"}

    def fail(self, *args, **kwargs):
        raise IntegrityError("planted")

    monkeypatch.setattr(Quote, "save", fail)
    assert desk.post(address(meeting), data).status_code == 200
    assert not Meeting.objects.filter(title="Half saved").exists()


def test_same_official_twice_is_refused_next_to_the_rows(desk, seed_records):
    meeting = seed_records[0]
    data = shown(desk.get(address(meeting)))
    again = {
        name: data[f"participations-0-{name}"] for name in ("official", "country", "rank", "role", "named")
    }
    response = desk.post(address(meeting), row(data, "participations", 2, **again))
    assert response.status_code == 200
    assert meeting.participations.count() == 2


@pytest.mark.parametrize(
    ("typed", "precision", "kept"),
    [
        ("2021-05-20", "day", "day"),
        ("2021-05", "day", "month"),
        ("2021", "day", "year"),
        ("2021-05-20", "year", "day"),
    ],
)
def test_precision_follows_from_the_date_typed(desk, seed_records, typed, precision, kept):
    meeting = seed_records[0]
    data = shown(desk.get(address(meeting))) | {"date_start": typed, "date_precision": precision}
    assert desk.post(address(meeting), data).status_code == 302
    meeting.refresh_from_db()
    assert (meeting.date_start, meeting.date_precision) == (typed, kept)


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"date_precision": "unknown"}, "date_precision"),
        ({"date_precision": "within"}, "date_end"),
        ({"date_start": ""}, "date_start"),
        ({"date_start": "20.5.2021"}, "date_start"),
        ({"date_start": "2021-02-30"}, "date_start"),
        ({"date_end": "2021-05-19"}, "date_end"),
        ({"place_basis": "unknown"}, "place_basis"),
    ],
)
def test_date_or_place_that_does_not_fit_is_explained_next_to_the_field(desk, seed_records, typed, field):
    meeting = seed_records[0]
    response = desk.post(address(meeting), shown(desk.get(address(meeting))) | typed)
    assert field in response.context["adminform"].form.errors


def test_dateline_with_a_host_is_explained_next_to_the_host(desk, seed_records):
    meeting = seed_records[0]
    host = Country.objects.get(slug="azerbaijan").pk
    response = desk.post(address(meeting), shown(desk.get(address(meeting))) | {"host_country": host})
    assert "host_country" in response.context["adminform"].form.errors


def test_date_not_known_has_no_basis(desk, seed_records):
    meeting = seed_records[0]
    data = shown(desk.get(address(meeting))) | {"date_start": "", "date_precision": "unknown"}
    assert desk.post(address(meeting), data).status_code == 302
    meeting.refresh_from_db()
    assert (meeting.date_start, meeting.date_basis) == (None, "")


def test_step_at_a_meeting_added_on_the_meeting_belongs_to_its_agreement(desk, seed_records):
    meeting = seed_records[0]
    other = Agreement.objects.create(title="Visa agreement")
    version = other.version
    data = shown(desk.get(address(meeting)))
    number = int(data["steps-TOTAL_FORMS"])
    typed = row(data, "steps", number, agreement=other.pk, kind="mentioned")
    assert desk.post(address(meeting), typed).status_code == 302
    assert other.steps.get().meeting == meeting
    other.refresh_from_db()
    assert other.version == version + 1


def test_lines_are_typed_one_to_a_line(desk, seed_records):
    official = Official.objects.first()
    data = shown(desk.get(address(official))) | {"aliases": "One\r\n\r\n  Two  names \r\nOne"}
    assert desk.post(address(official), data).status_code == 302
    official.refresh_from_db()
    assert official.aliases == ["One", "Two names"]


def test_numbers_are_shown_as_stated(desk, seed_records):
    page = shown(desk.get(address(seed_records[0])))
    assert (page["figures-0-value"], page["figures-0-change"], page["figures-1-value"]) == (
        "680",
        "3.5",
        "1000",
    )


def test_same_address_of_two_sources_warns_and_saves(desk, seed_records):
    source = seed_records[0].sources.get()
    page = shown(desk.get(adding(type(source))))
    typed = page | {"publisher": source.publisher_id, "language": "en", "url": "https://example.org/1"}
    assert desk.post(adding(type(source)), typed).status_code == 302
    response = desk.post(adding(type(source)), typed | {"form_token": "of another page"}, follow=True)
    assert "Another source has this address" in response.content.decode()
    assert type(source).objects.filter(url="https://example.org/1").count() == 2


def test_change_form_queries_do_not_grow_with_the_rows(desk, seed_records, django_assert_max_num_queries):
    meeting = seed_records[0]
    azerbaijan = Country.objects.get(slug="azerbaijan")
    source = meeting.sources.get()
    desk.get(address(meeting))
    with django_assert_max_num_queries(200) as few:
        desk.get(address(meeting))
    for number in range(30):
        official = Official.objects.create(name=f"Official {number}")
        fact = Participation.objects.create(meeting=meeting, official=official, country=azerbaijan)
        fact.sources.set([source])
        quote = Quote.objects.create(meeting=meeting, text=f"Words {number}")
        quote.speakers.set([official])
        quote.sources.set([source])
    with django_assert_max_num_queries(len(few.captured_queries)):
        desk.get(address(meeting))


@pytest.mark.parametrize("name", ["meetings_meeting", "meetings_official", "meetings_source", "meetings_quote",
                                  "agreements_agreement", "agreements_step"])  # fmt: skip
def test_list_queries_do_not_grow_with_the_rows(desk, seed_records, django_assert_max_num_queries, name):
    url = reverse(f"admin:{name}_changelist")
    desk.get(url)
    with django_assert_max_num_queries(40) as few:
        desk.get(url)
    meeting, source = seed_records[0], seed_records[0].sources.get()
    for number in range(10):
        official = Official.objects.create(name=f"Official {number}")
        official.tenures.create(country=Country.objects.first(), post="Minister")
        Meeting.objects.create(title=f"Meeting {number}", date_precision="unknown").sources.set([source])
        meeting.quotes.create(text=f"Words {number}").speakers.set([official])
        agreement = Agreement.objects.create(title=f"Agreement {number}")
        agreement.parties.create(country=Country.objects.first())
        agreement.steps.create(kind="mentioned")
        type(source).objects.create(publisher=source.publisher, title=f"Text {number}")
    with django_assert_max_num_queries(len(few.captured_queries)):
        desk.get(url)
