"""Projects the facts of a meeting that have lists and addresses of their own: quotes, figures, commitments.

Each carries the filter keys and the days of its meeting, so that their lists speak the same filter language. One that
names no source rests on those of its meeting, and its page says so.
"""

from ..models import CommitmentEdition, FigureEdition, QuoteEdition
from .meeting_parts import commitment_detail, figure_detail, public_state, quote_detail
from .projection import Projection, names, source_label, text


def project_parts(meeting, whole, sources):
    """Return [(edition model, record, Projection)] of the meeting's facts; `whole` is the meeting's Projection."""
    labels = {source.pk: source_label(source) for source in sources}
    makers = (
        (QuoteEdition, meeting.quotes, _quote),
        (FigureEdition, meeting.figures, _figure),
        (CommitmentEdition, meeting.commitments, _commitment),
    )
    return [
        (edition, fact, _within(meeting, whole, fact, make(fact), labels))
        for edition, facts, make in makers
        for fact in facts.all()
    ]


def _within(meeting, whole, fact, own, labels):
    about = {
        "slug": fact.slug,
        "meeting": meeting.slug,
        "meeting_title": meeting.title,
        "date_start": text(meeting.date_start),
        "date_end": text(meeting.date_end),
        "date_precision": meeting.date_precision,
        "date_basis": text(meeting.date_basis),
    }
    countries = whole.row["countries"]
    row = about | {"meeting_countries": countries} | own.row
    own_sources = fact.sources.all()
    sources = own_sources or meeting.sources.all()
    row["sources"] = [labels[source.pk] for source in sources]
    used = {source.slug for source in sources}
    return Projection(
        title=own.title,
        row=row,
        detail=own.detail
        | {"meeting": {"slug": meeting.slug, "name": meeting.title, "countries": whole.detail["parties"]}}
        | {name: value for name, value in about.items() if name.startswith("date_")}
        | {"sources": [source for source in whole.detail["sources"] if source["slug"] in used]}
        | {"sources_basis": "own" if own_sources else "meeting"},
        keys=own.keys | {key for key in whole.keys if not key.startswith("@")},
        mentions=own.mentions | {("meeting", meeting.pk)},
        parts=own.parts,
        earliest=whole.earliest,
        latest=whole.latest,
        extra=own.extra | {"meeting_id": meeting.pk},
    )


def _quote(quote):
    return Projection(
        title=quote.text,
        row={
            "speakers": names(quote.speakers.all()),
            "kind": quote.kind,
            "text": quote.text,
            "language": quote.language,
            "original": text(quote.original),
            "original_language": text(quote.original_language),
            "translation": text(quote.translation),
        },
        detail=quote_detail(quote),
        keys={f"speaker={person.slug}" for person in quote.speakers.all()}
        | {f"kind={quote.kind}", f"language={quote.language}"},
        mentions={("official", person.pk) for person in quote.speakers.all()},
        parts=[quote.text, quote.original, quote.translation, *_people(quote.speakers.all())],
    )


def _people(officials):
    return [name for person in officials for name in (person.name, person.native_name, *person.aliases)]


def _figure(figure):
    detail = figure_detail(figure)
    plain = ("value", "scale", "unit", "currency", "qualifier", "change", "change_qualifier", "change_basis")
    return Projection(
        title=figure.measure,
        row={
            "measure": figure.measure,
            **{name: detail[name] for name in plain},
            "kind": figure.kind,
            "period_start": text(figure.period_start),
            "period_end": text(figure.period_end),
            "period_wording": text(figure.period_wording),
            "countries": names(figure.countries.all()),
            "claimed_by": names(figure.claimed_by.all()),
        },
        detail=detail,
        keys={f"claimed_by={person.slug}" for person in figure.claimed_by.all()}
        | {f"figure_about={country.slug}" for country in figure.countries.all()}
        | {f"kind={figure.kind}"}
        | ({f"currency={figure.currency.lower()}"} if figure.currency else set())
        | ({"claimant=source"} if not figure.claimed_by.all() else set()),
        mentions={("official", person.pk) for person in figure.claimed_by.all()}
        | {("country", country.pk) for country in figure.countries.all()},
        parts=[figure.measure, figure.unit, *_people(figure.claimed_by.all())],
    )


def _commitment(promise):
    state, meeting, agreements = public_state(promise)
    by = [*promise.by_officials.all(), *promise.by_countries.all()]
    to = [*promise.to_officials.all(), *promise.to_countries.all()]
    return Projection(
        title=promise.what,
        row={
            "kind": promise.kind,
            "what": promise.what,
            "by": names(by),
            "to": names(to),
            "event": promise.event.name if promise.event else None,
            "place": text(promise.place),
            "due": text(promise.due),
            "due_wording": text(promise.due_wording),
            "state": state,
            "kept_by": [record.slug for record in (meeting, *agreements) if record],
        },
        detail=commitment_detail(promise),
        keys={f"kind={promise.kind}", f"state={state}"}
        | {f"by={country.slug}" for country in promise.by_countries.all()}
        | {f"to={country.slug}" for country in promise.to_countries.all()}
        | {f"by_official={person.slug}" for person in promise.by_officials.all()}
        | {f"to_official={person.slug}" for person in promise.to_officials.all()},
        mentions={
            ("official", person.pk) for person in [*promise.by_officials.all(), *promise.to_officials.all()]
        }
        | {("country", c.pk) for c in [*promise.by_countries.all(), *promise.to_countries.all()]}
        | ({("meeting", meeting.pk)} if meeting else set())
        | {("agreement", agreement.pk) for agreement in agreements},
        parts=[
            promise.what,
            promise.place,
            *_people([*promise.by_officials.all(), *promise.to_officials.all()]),
        ],
        extra={"due_until": promise.due.last if promise.due and state == "open" else None},
    )
