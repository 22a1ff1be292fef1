"""What must hold of the records of meetings holds in the database itself, and forms say so in words."""

from decimal import Decimal

import pytest

from meetings.models import Country, Meeting, Participation

from ...factories import (
    CommitmentFactory,
    CountryFactory,
    EventFactory,
    FigureFactory,
    MeetingFactory,
    OfficialFactory,
    ParticipationFactory,
    PublisherFactory,
    QuoteFactory,
    RedirectFactory,
    SourceFactory,
    meeting_between,
    record_models,
)
from ...violations import attempt, complaint_of, constraints_of, database_refuses

pytestmark = pytest.mark.django_db

CHECKS = [
    ("country_coordinates_in_range", CountryFactory, {"latitude": 40.4}, "both a latitude"),
    ("country_coordinates_in_range", CountryFactory, {"longitude": 40.4}, "both a latitude"),
    ("country_coordinates_in_range", CountryFactory, {"latitude": 91, "longitude": 0}, "90"),
    ("country_coordinates_in_range", CountryFactory, {"latitude": 0, "longitude": -181}, "180"),
    ("source_url_is_web", SourceFactory, {"url": "javascript:alert(1)"}, "valid URL"),
    ("source_url_is_web", SourceFactory, {"url": "ftp://example.org/a"}, "valid URL"),
    ("source_archive_url_is_web", SourceFactory, {"archive_url": "example.org"}, "valid URL"),
    ("meeting_date_fits_precision", MeetingFactory, {"date_precision": "unknown"}, "A date is given"),
    ("meeting_date_fits_precision", MeetingFactory, {"date_start": None}, "Write the date"),
    ("meeting_date_fits_precision", MeetingFactory, {"date_start": "2021-05"}, "is a month"),
    ("meeting_date_fits_precision", MeetingFactory, {"date_precision": "month"}, "is a day"),
    ("meeting_date_fits_precision", MeetingFactory, {"date_precision": "year"}, "is a day"),
    ("meeting_date_fits_precision", MeetingFactory, {"date_precision": "within"}, "needs its last day"),
    ("meeting_date_fits_precision", MeetingFactory, {"date_end": "2021-06"}, "in full"),
    (
        "meeting_date_fits_precision",
        MeetingFactory,
        {"date_start": "2021", "date_precision": "year", "date_end": "2022"},
        "has no last day",
    ),
    (
        "meeting_date_fits_precision",
        MeetingFactory,
        {"date_start": None, "date_precision": "unknown", "date_end": "2021-05-21"},
        "A date is given",
    ),
    ("meeting_ends_after_start", MeetingFactory, {"date_end": "2021-05-19"}, "before the first"),
    ("meeting_unknown_place_is_empty", MeetingFactory, {"city": "Baku"}, "A place is given"),
    ("meeting_unknown_place_is_empty", MeetingFactory, {"venue": "Palace"}, "A place is given"),
    ("commitment_kept_by_only_when_kept", CommitmentFactory, {"kept_by": MeetingFactory}, "“kept”"),
    ("figure_says_a_number", FigureFactory, {"value": None}, "Give a value or a change"),
    (
        "figure_period_ends_after_start",
        FigureFactory,
        {"period_start": "2021-03", "period_end": "2021-01"},
        "before it begins",
    ),
    ("figure_period_ends_after_start", FigureFactory, {"period_end": "2021-01"}, "before it begins"),
    ("quote_has_text", QuoteFactory, {"text": ""}, "blank"),
    ("redirect_leads_elsewhere", RedirectFactory, {"old_slug": "a", "target_slug": "a"}, "leads_elsewhere"),
]

UNIQUE = [
    ("country.slug", CountryFactory, {"slug": "azerbaijan"}),
    ("country_of_today_iso2", CountryFactory, {"iso2": "AZ"}),
    ("country_of_today_iso3", CountryFactory, {"iso3": "AZE"}),
    ("country_of_today_cow", CountryFactory, {"cow": 373}),
    ("publisher.slug", PublisherFactory, {"slug": "trend"}),
    ("official.wikidata", OfficialFactory, {"wikidata": "Q42"}),
    ("official.slug", OfficialFactory, {"slug": "ali-asadov"}),
    ("event.slug", EventFactory, {"slug": "summit-2021"}),
    ("source.slug", SourceFactory, {"slug": "trend-2021"}),
    ("meeting.slug", MeetingFactory, {"slug": "2021-a-b"}),
    ("quote.slug", QuoteFactory, {"slug": "bcdfghjk"}),
    ("figure.slug", FigureFactory, {"slug": "bcdfghjk"}),
    ("commitment.slug", CommitmentFactory, {"slug": "bcdfghjk"}),
    ("redirect_once", RedirectFactory, {"kind": "officials", "old_slug": "a"}),
]
OTHERS = {"meeting_dateline_has_no_host", "participation_once"}


def made(fields):
    return {name: value() if isinstance(value, type) else value for name, value in fields.items()}


def test_every_constraint_of_the_records_is_tried_here():
    tried = {name for name, *_ in [*CHECKS, *UNIQUE]} | OTHERS
    assert constraints_of("meetings", record_models()) == tried


@pytest.mark.parametrize(("name", "factory", "fields", "words"), CHECKS)
def test_a_broken_check_is_a_form_error_in_words_and_refused_by_the_database(name, factory, fields, words):
    record, save = attempt(factory, **made(fields))
    assert words in complaint_of(record)
    database_refuses(save)


@pytest.mark.parametrize(("name", "factory", "fields"), UNIQUE, ids=lambda value: str(value)[:30])
def test_the_same_value_twice_is_a_form_error_and_refused_by_the_database(name, factory, fields):
    factory(**fields)
    record, save = attempt(factory, **fields)
    if record._meta.get_field(next(iter(fields))).editable:
        assert complaint_of(record)
    database_refuses(save)


@pytest.mark.parametrize("model", record_models(), ids=lambda model: model.__name__)
def test_a_number_is_given_once_within_a_parent(model):
    numbered = [c for c in model._meta.constraints if c.name.endswith("_number")]
    assert bool(numbered) == hasattr(model, "number")
    if numbered:
        assert numbered[0].fields == (model.parent_field, "number")


def test_a_second_part_with_the_same_number_is_refused_by_the_database():
    quote = QuoteFactory()
    database_refuses(lambda: QuoteFactory(meeting=quote.meeting, number=quote.number))


def test_a_code_that_a_former_state_had_is_free_for_one_of_today():
    CountryFactory(name="Old", iso3="AZE", valid_until="1991")
    today = CountryFactory(name="New", iso3="AZE")
    today.full_clean()
    assert Country.objects.filter(iso3="AZE").count() == 2


def test_a_dateline_with_a_host_is_refused_next_to_the_field_and_by_the_database():
    fields = {"place_basis": "dateline", "city": "Baku", "host_country": CountryFactory()}
    meeting, save = attempt(MeetingFactory, **fields)
    assert "A dateline says nothing of the host" in complaint_of(meeting)
    database_refuses(save)


def test_a_dateline_with_a_city_alone_is_kept():
    meeting = MeetingFactory(place_basis="dateline", city="Baku")
    meeting.full_clean()
    assert Meeting.objects.get().city == "Baku"


def test_an_official_who_takes_part_twice_for_a_country_is_refused_in_words_and_by_the_database():
    first = ParticipationFactory()
    again = Participation(
        meeting=first.meeting, official=first.official, country=first.country, number=9, rank="minister"
    )
    assert "takes part for this country already" in complaint_of(again)
    database_refuses(again.save)


def test_two_unnamed_people_may_take_part_for_a_country():
    first = ParticipationFactory(official=None)
    ParticipationFactory(meeting=first.meeting, country=first.country, official=None).full_clean()
    assert first.meeting.participations.count() == 2


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"date_end": "2021-05-21"},
        {"date_end": "2021-05-20"},
        {"date_precision": "within", "date_end": "2021-05-27"},
        {"date_precision": "month", "date_start": "2021-05"},
        {"date_precision": "year", "date_start": "2021"},
        {"date_precision": "unknown", "date_start": None, "date_basis": ""},
    ],
)
def test_each_precision_has_its_shape_of_date(fields):
    meeting = meeting_between(published=True, **fields)
    meeting.full_clean()
    assert meeting.edition.row["date_start"] == meeting.date_start


@pytest.mark.parametrize("value", ["99999999999.9999", "0.0001", "-5"])
def test_a_figure_of_fifteen_digits_is_kept_exactly(value):
    figure = FigureFactory(value=Decimal(value))
    figure.refresh_from_db()
    assert figure.value == Decimal(value)


def test_a_figure_of_more_digits_is_a_form_error():
    figure, _ = attempt(FigureFactory, value=Decimal("123456789012.5"))
    assert "digits" in complaint_of(figure)
