"""Everything that editors can do to a small world, one random act at a time, from a seed."""

import random
from contextlib import suppress

from django.db.models import ProtectedError

from agreements.models import Agreement, Coverage, Discussion, Party, Signature, Sphere, Step
from meetings import edits, workflow
from meetings.models import (
    Attendance,
    Claim,
    Commitment,
    Conflict,
    Country,
    CountryAlias,
    Event,
    Figure,
    Meeting,
    Official,
    Participation,
    Publisher,
    Quote,
    Source,
    Tenure,
)
from meetings.models.record import Part

from ... import factories
from ...factories import RecordFactory

FACTORY_OF = {
    factory._meta.model: factory
    for factory in vars(factories).values()
    if isinstance(factory, type) and issubclass(factory, RecordFactory) and factory is not RecordFactory
}
ROOTS = (Country, Publisher, Source, Official, Event, Sphere, Meeting, Agreement)
PARTS = (
    Attendance,
    Claim,
    Commitment,
    Conflict,
    CountryAlias,
    Coverage,
    Discussion,
    Figure,
    Participation,
    Party,
    Quote,
    Signature,
    Step,
    Tenure,
)
MOST = 5
DATES = ("2019", "2020-03", "2020-03-15", "2021-05-20", "2022-11-01")
WORDS = ("customs", "gas", "Əli", "COVID-19", "rail", "visa", "grain")
# Fields that hang together are left to `TOGETHER`; addresses are chosen once, by people or by the edition.
SKIPPED = {
    "slug", "code", "iso2", "iso3", "cow", "wikidata", "latitude", "longitude", "date_start", "date_end",
    "date_precision", "place_basis", "host_country", "city", "venue", "period_start", "period_end", "state",
    "kept_by", "value", "change", "official", "parent", "package", "valid_until", "version", "note",
}  # fmt: skip
TOGETHER = {
    Meeting: (
        {"date_start": "2021-05-20", "date_end": None, "date_precision": "day"},
        {"date_start": "2021-05-20", "date_end": "2021-05-22", "date_precision": "within"},
        {"date_start": "2020-03", "date_end": None, "date_precision": "month"},
        {"date_start": None, "date_end": None, "date_precision": "unknown"},
        {"place_basis": "dateline", "city": "Baku", "venue": "", "host_country": None},
        {"place_basis": "stated", "city": "Moscow", "venue": "Kremlin"},
        {"place_basis": "unknown", "city": "", "venue": "", "host_country": None},
    ),
    Figure: ({"value": 680, "change": None}, {"value": None, "change": -2}, {"value": 7, "change": 3}),
    Commitment: (
        {"state": "open", "kept_by": None},
        {"state": "withdrawn", "kept_by": None},
        {"state": "kept"},
    ),
}


class Editors:
    """Editors who act at random; `act()` does one Edit (or one that fails, or is refused).

    They write records of these kinds alone; all others stay as they are.
    """

    def __init__(self, seed, roots=ROOTS, parts=PARTS):
        self.random = random.Random(seed)
        self.roots, self.parts = roots, parts
        self.moves = (
            (self.change, 30),
            (self.relate, 14),
            (self.add_part, 20),
            (self.delete, 5),
            (self.move_part, 4),
            (self.publish, 16),
            (self.withdraw, 4),
            (self.several, 4),
            (self.fail, 2),
            (self.add_root, 3),
        )

    def act(self):
        """Do one random act."""
        moves, weights = zip(*self.moves, strict=True)
        self.random.choices(moves, weights)[0]()

    def one(self, model):
        """Return a random record of a kind, or None."""
        pks = list(model.objects.order_by("pk").values_list("pk", flat=True))
        return model.objects.get(pk=self.random.choice(pks)) if pks else None

    def change(self):
        """Change some fields of a record."""
        record = self.one(self.random.choice(self.roots + self.parts))
        if record is None:
            return
        groups = TOGETHER.get(type(record), ())
        if groups and self.random.random() < 0.5:
            self.set(record, self.random.choice(groups))
        else:
            fields = [field for field in record._meta.local_fields if self.is_free(field)]
            for field in self.random.sample(fields, min(2, len(fields))):
                setattr(record, field.name, self.value_for(field, record))
        record.save()

    def set(self, record, values):
        """Set fields that hang together, with a meeting that kept a commitment or a host where one fits."""
        for name, value in values.items():
            setattr(record, name, value)
        if values.get("state") == "kept":
            record.kept_by = self.random.choice([None, self.one(Meeting)])
        if values.get("place_basis") == "stated":
            record.host_country = self.one(Country)

    @staticmethod
    def is_free(field):
        """Whether a field can be changed without regard to another."""
        parents = (part.parent_field for part in PARTS if part is field.model)
        return field.editable and not field.primary_key and field.name not in (*SKIPPED, *parents)

    def value_for(self, field, record):
        """Return a random value that fits a field."""
        pick = self.random.choice
        if field.is_relation:
            return pick(
                [None, self.one(field.related_model)] if field.null else [self.one(field.related_model)]
            )
        if field.choices:
            return pick([value for value, _ in field.choices if value])
        kind = type(field).__name__
        if kind == "PartialDateField":
            return pick((None, *DATES)) if record._meta.get_field(field.name).null else pick(DATES)
        texts = {
            "LinesField": lambda: self.random.sample(WORDS, 2),
            "BooleanField": lambda: pick((True, False)),
            "DateField": lambda: pick((None, "2021-05-21")),
            "PositiveIntegerField": lambda: pick((None, 5)),
        }
        return texts.get(kind, lambda: self.text(field))()

    def text(self, field):
        """Return a text that a field takes."""
        if field.validators and "url" in field.name:
            return self.random.choice(("", "https://example.org/text"))
        longest = getattr(field, "max_length", None) or 100
        return (
            f"{self.random.choice(WORDS)} {self.random.randrange(1000)}"[:longest] if longest > 3 else "EUR"
        )

    def relate(self):
        """Set one many-to-many field of a record, a parent sphere, a package or an official."""
        record = self.one(self.random.choice(self.roots + self.parts))
        if record is None:
            return
        fields = [*record._meta.local_many_to_many]
        fields += [
            f for f in record._meta.local_fields if f.name in ("official", "parent", "package") and f.null
        ]
        if not fields:
            return
        field = self.random.choice(fields)
        other = self.one(field.related_model)
        if field.many_to_many:
            getattr(record, field.name).set(self.random.choice(([], [other] if other else [])))
        elif other != record:
            setattr(record, field.name, self.random.choice((None, other)))
            record.full_clean(exclude=[f.name for f in record._meta.fields if f.name != field.name])
            record.save()

    def add_part(self):
        """Add a fact to a record, unless there are many."""
        model = self.random.choice(self.parts)
        if model.objects.count() >= MOST:
            return
        made = {
            field.name: self.one(field.related_model)
            for field in model._meta.local_fields
            if field.is_relation and not field.null
        }
        if all(made.values()):
            meeting = {"meeting": self.one(Meeting)} if model is Step else {}
            official = {"official": self.one(Official)} if model in (Participation, Attendance) else {}
            FACTORY_OF[model](**made, **meeting, **official)

    def add_root(self):
        """Add a record."""
        model = self.random.choice(self.roots)
        if model.objects.count() < MOST:
            FACTORY_OF[model]()

    def delete(self):
        """Delete a fact, or a record that nothing keeps."""
        record = self.one(self.random.choice(self.parts + self.roots))
        if record is not None:
            record.delete()

    def move_part(self):
        """Move a fact to another record of the same kind."""
        part: Part | None = self.one(self.random.choice(self.parts))
        if part is not None:
            setattr(part, part.parent_field, self.one(part._meta.get_field(part.parent_field).related_model))
            part.save()

    def publish(self):
        """Publish a meeting or an agreement, whatever it takes."""
        record = self.one(self.random.choice((Meeting, Agreement)))
        if record is not None:
            with suppress(workflow.Refused):
                workflow.submit(record)
            if not record.sources.exists() and (source := self.one(Source)):
                record.sources.add(source)
            workflow.publish(record)

    def withdraw(self):
        """Withdraw a meeting or an agreement."""
        record = self.one(self.random.choice((Meeting, Agreement)))
        if record is not None:
            workflow.withdraw(record, note="in doubt")

    def several(self):
        """Do several things in one act."""
        with edits.edit():
            for move in self.random.sample((self.change, self.relate, self.add_part, self.change), 3):
                move()

    def fail(self):
        """Do something, then fail: nothing of it may stay."""
        with edits.edit():
            self.change()
            raise Failed


class Failed(Exception):
    """An act that broke on the way."""


REFUSALS = (Failed, ProtectedError, workflow.Refused)
