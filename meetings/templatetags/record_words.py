"""The words in which the record's values are shown; they are those that editors choose from."""

from django import template
from django.conf.locale import LANG_INFO
from django.utils import timezone
from django.utils.dateparse import parse_date

from agreements.models import Agreement, Step
from meetings.models import Commitment, Country, Event, Figure, Meeting, Participation, Publisher, Quote, Rank

register = template.Library()

CHOICES = {
    "agreement_type": Agreement.Type,
    "commitment_kind": Commitment.Kind,
    "country_kind": Country.Kind,
    "date_basis": Meeting.DateBasis,
    "date_precision": Meeting.DatePrecision,
    "event_kind": Event.Kind,
    "figure_kind": Figure.Kind,
    "format": Meeting.Format,
    "occurrence": Meeting.Occurrence,
    "place_basis": Meeting.PlaceBasis,
    "publisher_kind": Publisher.Kind,
    "qualifier": Figure.Qualifier,
    "quote_kind": Quote.Kind,
    "rank": Rank,
    "role": Participation.Role,
    "setting": Meeting.Setting,
    "step": Step.Kind,
}
LABELS = {name: {str(value): label for value, label in choices.choices} for name, choices in CHOICES.items()}
COUNTED = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
OTHER_LANGUAGES = {
    "zh": "Chinese",
    "uz": "Uzbek",
    "ps": "Pashto",
    "prs": "Dari",
    "fil": "Filipino",
    "am": "Amharic",
}


@register.filter
def label_of(value, vocabulary):
    """Return how a slug value reads: "head-of-government" of "rank" is "head of government"; "" for nothing.

    Raises KeyError for a vocabulary that does not exist.
    """
    labels = LABELS[vocabulary]
    return labels.get(str(value), str(value).replace("-", " ")) if value else ""


@register.filter
def plural(label):
    """Return the plural of a rank's label: "heads of government", "foreign ministers"."""
    noun, of, rest = label.partition(" of ")
    return f"{noun}s{of}{rest}" if noun else ""


@register.filter
def language(tag):
    """Return the English name of a language ("ru" is "Russian"), the tag itself where there is none."""
    known = LANG_INFO.get((tag or "").lower(), {})
    return known.get("name") or OTHER_LANGUAGES.get(tag) or (tag or "")


@register.filter
def first_few(names, count):
    """Return the first `count` of some names in one line, and how many more there are.

    They are parted by semicolons, since names of spheres and posts have commas of their own.
    """
    if len(names) <= count + 1:
        return "; ".join(names)
    return f"{'; '.join(names[:count])}; and {len(names) - count} more"


@register.filter
def people(labels):
    """Return participants "Name (Post, Country)" in one line; the "?" of a name not stated is written out."""
    return "; ".join(f"Not named{label[1:]}" if label.startswith("? (") else label for label in labels)


@register.filter
def in_a_row(names, last="and"):
    """Return some names (or refs with a name) as "A", "A and B", "A, B and C"; another word may come last."""
    names = [name if isinstance(name, str) else name["name"] for name in names]
    return f" {last} ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)


@register.filter
def counted(number):
    """Return a small number as a word ("six"), a greater one in digits with commas."""
    return COUNTED[number] if 0 <= number < len(COUNTED) else f"{number:,}"


@register.filter
def grouped(number):
    """Return a whole number with commas between thousands: "1,284"."""
    return f"{number:,}"


@register.simple_tag
def standing(state, due_until):
    """Return the state of a commitment today: an open one is "overdue" once its last possible day is past.

    `due_until` is a date, its ISO text, or None when no date was given.
    """
    last = parse_date(due_until) if isinstance(due_until, str) else due_until
    return "overdue" if state == "open" and last and last < timezone.localdate() else state
