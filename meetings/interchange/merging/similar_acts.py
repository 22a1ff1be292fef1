"""Events, meetings and agreements that may be the same: by when they were and who took part, then by their names.

Where no date is known, names weigh more.
"""

from datetime import timedelta

from django.db.models import Q

from agreements.models import Agreement

from ...models import Event, Meeting
from ...models.partial_dates import bounds, on_or_after, on_or_before
from .evidence import Evidence, listed, overlap
from .similarity import most_alike, names

MOST_COMPARED = 500
NEAR = timedelta(days=3)


def events(event):
    """Yield a Proposal for each event of about the same days (undated ones look at undated ones)."""
    span, attended = bounds(event.start, event.end), _officials(event.attendances)
    near = _near(span, "start", "end")
    rows = Event.objects.filter(near).exclude(pk=event.pk).select_related("host_country")
    for other in rows.prefetch_related("attendances__official").order_by("-pk")[:MOST_COMPARED]:
        evidence = Evidence()
        evidence.names(most_alike(names(event.name), names(other.name)), weight=0.65 if span[0] else 0.8)
        _days(evidence, span, bounds(other.start, other.end), exact=25, near=12)
        _place(evidence, event, other)
        _people(evidence, attended, _officials(other.attendances))
        yield evidence.proposal(other)


def meetings(meeting):
    """Yield a Proposal for each meeting of about the same days with a party in common."""
    span = bounds(meeting.date_start, meeting.date_end)
    parties, people = set(meeting.parties()), _officials(meeting.participations)
    rows = Meeting.objects.filter(_near(span, "date_start", "date_end"), participations__country__in=parties)
    rows = rows.exclude(pk=meeting.pk).select_related("host_country").distinct().order_by("-pk")
    for other in rows.prefetch_related("participations__country", "participations__official")[:MOST_COMPARED]:
        evidence = Evidence()
        _days(evidence, span, bounds(other.date_start, other.date_end), exact=35, near=15)
        _parties(evidence, parties, set(other.parties()), whole=35, some=15)
        _people(evidence, people, _officials(other.participations))
        evidence.names(most_alike(names(meeting.title), names(other.title)), weight=0.15 if span[0] else 0.4)
        _place(evidence, meeting, other)
        yield evidence.proposal(other)


def agreements(agreement):
    """Yield a Proposal for each agreement with a step of the same day, the same title, or all parties in common."""
    dates = {step.date for step in agreement.steps.all() if step.date}
    parties = {party.country for party in agreement.parties.select_related("country")}
    for other in _agreements_near(agreement, dates, parties):
        evidence = Evidence()
        evidence.names(most_alike(names(agreement.name), names(other.name)), weight=0.5)
        _parties(evidence, parties, {party.country for party in other.parties.all()}, whole=20, some=8)
        same = dates & {step.date for step in other.steps.all() if step.date}
        if same:
            evidence.say(25, f"a step on the same day: {min(same).words}")
        if agreement.type == other.type:
            evidence.say(5, f"same type: {other.get_type_display()}")
        yield evidence.proposal(other)


def _agreements_near(agreement, dates, parties):
    """Return the agreements worth comparing: three short queries, since one with "or" would read the whole table."""
    others = Agreement.objects.exclude(pk=agreement.pk).order_by("-pk")
    near = [others.filter(steps__date__in=dates)] if dates else []
    if agreement.title:
        near.append(others.filter(title__iexact=agreement.title))
    together = others
    for country in sorted(parties, key=lambda party: party.pk)[:3]:
        together = together.filter(parties__country=country)
    if parties:
        near.append(together)
    keys = {key for rows in near for key in rows.values_list("pk", flat=True)[:MOST_COMPARED]}
    return Agreement.objects.filter(pk__in=keys).prefetch_related("parties__country", "steps")


def _near(span, start, end):
    """Return the condition that a record with these date fields may share a day with `span`, give or take a few."""
    if not span[0]:
        return Q(**{start: None})
    early, late = _moved(span[0], -NEAR), _moved(span[1], NEAR)
    return on_or_before(start, late) & (on_or_after(start, early) | on_or_after(end, early))


def _moved(day, by):
    try:
        return day + by
    except OverflowError:
        return day


def _days(evidence, ours, theirs, exact, near):
    if not (ours[0] and theirs[0]):
        return
    if ours == theirs:
        evidence.say(exact, "same date")
    elif overlap(ours, theirs):
        evidence.say((exact + near) / 2, "dates that overlap")
    else:
        evidence.say(near / 2, "dates close by")


def _place(evidence, record, other):
    if record.city and names(record.city)[:1] == names(other.city)[:1]:
        evidence.say(5, f"same city: {other.city}")
    elif record.host_country and record.host_country == other.host_country:
        evidence.say(3, f"same host: {other.host_country}")


def _parties(evidence, ours, theirs, whole, some):
    if ours and ours == theirs:
        evidence.say(whole, f"same parties: {listed(theirs)}")
    elif ours & theirs:
        share = len(ours & theirs) / len(ours | theirs)
        evidence.say(some * share, f"parties in common: {listed(ours & theirs)}")


def _officials(rows):
    """Return the officials that some participations or attendances (a related manager, prefetched or not) name."""
    return {row.official for row in rows.all() if row.official_id}


def _people(evidence, ours, theirs):
    if ours & theirs:
        evidence.say(10, f"who took part: {listed(ours & theirs)}")
    elif ours and theirs:
        evidence.say(-5, "but nobody took part in both")
