"""Values to ask each filter for: all that it knows of the made world, and some that only look like others."""

from functools import cache

from meetings.browse.fields import DayField, LookedUpField, SlugTextField, ValuesField, WordsField

DAYS = (
    "2021",
    "2021-05",
    "2021-05-20",
    "2021-05-21",
    "2020-02-29",
    "2022-01-01",
    "1998",
    "0001",
    "9999-12-31",
)
WORDS = (
    "talks", "agreement", "COVID-19", "customs", '"trade turnover"', '"turnover trade"', "Erdoğan", "erdogan",
    "prime minister", '"prime minister"', "əliyev", "trend", "Ivoir", '"u s"', "quran", "russ baku", "nowhere",
    "Россия", "роли", "president georgia", '"covid 19" signed',
)  # fmt: skip
CITIES = ("Baku", "new york", "yaounde", "agdam", "Nowhere")


def values_of(listing, parameter):
    """Return the values to ask a filter of a listing for, as typed in an address."""
    field = listing.filterset.base_filters[parameter].field
    if isinstance(field, LookedUpField):
        return _slugs(listing, parameter)
    if isinstance(field, ValuesField):
        return sorted(field.all_choices())
    return {DayField: DAYS, WordsField: WORDS, SlugTextField: CITIES}[type(field)]


@cache
def _slugs_of(noun):
    from agreements.models import AgreementEdition, SphereEdition
    from meetings import models

    editions = {
        "agreement": AgreementEdition,
        "sphere": SphereEdition,
        "country": models.CountryEdition,
        "official": models.OfficialEdition,
        "event": models.EventEdition,
        "meeting": models.MeetingEdition,
        "publisher": models.PublisherEdition,
        "source": models.SourceEdition,
    }
    return tuple(editions[noun].objects.order_by("slug").values_list("slug", flat=True))


def _slugs(listing, parameter):
    nouns = listing.filterset.base_filters[parameter].field.noun.split(" or ")
    return tuple(sorted({slug for noun in nouns for slug in _slugs_of(noun)}))


def with_needs(listing, query, values=2):
    """Return the query with what its filters need beside them."""
    whole = dict(query)
    for parameter, needed in listing.filterset.needs.items():
        if parameter in whole and needed not in whole:
            whole[needed] = list(values_of(listing, needed)[:values])
    return whole
