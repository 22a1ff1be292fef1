"""What a projector returns, and the small forms in which records are named inside other records' editions."""

import hashlib
import json
from dataclasses import dataclass, field
from datetime import date

from django.core.serializers.json import DjangoJSONEncoder

from ..browse.folding import sort_key, words


@dataclass
class Projection:
    """The public form of one record, before it is stored.

    `keys` are "parameter=value" strings, `mentions` (kind, pk) pairs of every record that the form names, `parts`
    the texts to search. Dates are the interval of possible days. `extra` holds columns of one kind's edition only.
    """

    title: str
    row: dict
    detail: dict
    keys: set = field(default_factory=set)
    mentions: set = field(default_factory=set)
    parts: list = field(default_factory=list)
    earliest: date | None = None
    latest: date | None = None
    extra: dict = field(default_factory=dict)

    def columns(self):
        """Return the edition's columns as a dict, without slug and times."""
        keys = self.keys | {mention_key(kind, pk) for kind, pk in self.mentions}
        return {
            "title": self.title,
            "title_key": sort_key(self.title),
            "earliest": self.earliest,
            "latest": self.latest,
            "keys": sorted(keys),
            "search": [cut for cut in (words(str(part)) for part in self.parts if part) if cut],
            "row": self.row,
            "detail": self.detail,
            **self.extra,
        }


def mention_key(kind, pk):
    """Return the key by which editions are found that name this record: "@official=12"."""
    return f"@{kind}={pk}"


def digest_of(slug, columns):
    """Return the sha256 of what readers can see of an edition."""
    return _sha256([slug, {name: columns[name] for name in ("title", "row", "detail")}])


def fingerprint_of(slug, columns):
    """Return the sha256 of every column of an edition."""
    return _sha256([slug, columns])


def _sha256(value):
    text = json.dumps(value, cls=DjangoJSONEncoder, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def number(value):
    """Return a Decimal as a JSON number; 15 digits survive it exactly. None stays None."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def text(value):
    """Return a date or other scalar as text, None when there is none."""
    return str(value) if value else None


def country_ref(country):
    """Name a country inside another record."""
    return {"slug": country.slug, "name": country.name, "iso3": country.iso3} if country else None


def named_ref(record):
    """Name an official, event, sphere or publisher inside another record."""
    return {"slug": record.slug, "name": str(record.name)} if record else None


def slugs(records):
    """Return the slugs of some records, in order."""
    return [record.slug for record in records]


def names(records):
    """Return the names of some records, in order."""
    return [str(record.name) for record in records]


def source_label(source):
    """Return a source as one line for a CSV cell: publisher, date and address as far as they are known."""
    known = [source.publisher.name, source.published_on, source.url]
    return ", ".join(str(part) for part in known if part)
