"""Country: a state, former state, territory or international organisation that sends officials."""

from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.db.models import Q

from .country_names import Names
from .lines import LinesField
from .partial_dates import PartialDateField
from .record import Part, Root, numbered


class CountryQuerySet(models.QuerySet):
    """Countries, and how a name is resolved."""

    def names(self):
        """Return the index of these countries' names (country_names.Names), for asking about many."""
        return Names(self.prefetch_related("dated_aliases"))

    def resolve(self, name, on=None):
        """Return the one country that `name` means on a day (datetime.date), or None; Names.meant says how.

        None is also the answer to a name of several ("Congo"): `names().meant` gives them all.
        """
        return self.names().one(name, on)


class Country(Root):
    """A counterpart in meetings, of whatever kind."""

    class Kind(models.TextChoices):
        STATE = "state", "state"
        FORMER_STATE = "former-state", "former state"
        TERRITORY = "territory", "territory"
        ORGANISATION = "organisation", "international organisation"

    slug = models.SlugField(
        "address",
        max_length=120,
        unique=True,
        help_text="Everyday English name; it never changes: azerbaijan.",
    )
    kind = models.CharField(max_length=12, choices=Kind, default=Kind.STATE, db_index=True)
    name = models.CharField("common name", max_length=120, help_text="As newspapers write it: Russia.")
    official_name = models.CharField(max_length=200, blank=True)
    name_ru = models.CharField("common name, Russian", max_length=120, blank=True)
    official_name_ru = models.CharField("official name, Russian", max_length=200, blank=True)
    name_fr = models.CharField("common name, French", max_length=120, blank=True)
    official_name_fr = models.CharField("official name, French", max_length=200, blank=True)
    name_es = models.CharField("common name, Spanish", max_length=120, blank=True)
    official_name_es = models.CharField("official name, Spanish", max_length=200, blank=True)
    adjective = models.CharField(max_length=120, blank=True, help_text="Azerbaijani, Russian")
    demonym = models.CharField(
        max_length=120, blank=True, help_text="One of its people: an Azerbaijani, a Briton."
    )
    aliases = LinesField("aliases and spellings", blank=True, help_text="One to a line; valid at all times.")
    # NULL where there is none: codes that are not given are not alike.
    iso2 = models.CharField(  # noqa: DJ001
        "ISO 3166 alpha-2",
        max_length=2,
        null=True,
        blank=True,
        validators=[RegexValidator("^[A-Z]{2}$")],
    )
    iso3 = models.CharField(  # noqa: DJ001
        "ISO 3166 alpha-3",
        max_length=3,
        null=True,
        blank=True,
        validators=[RegexValidator("^[A-Z]{3}$")],
    )
    cow = models.PositiveSmallIntegerField("Correlates of War code", null=True, blank=True)
    region = models.CharField("UN M49 region", max_length=60, blank=True, db_index=True)
    seat = models.CharField("capital or seat", max_length=120, blank=True)
    latitude = models.FloatField(
        "latitude of the seat",
        null=True,
        blank=True,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
    )
    longitude = models.FloatField(
        "longitude of the seat",
        null=True,
        blank=True,
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
    )
    valid_from = PartialDateField(help_text="Only where it matters: a former state, or one that followed it.")
    valid_until = PartialDateField(help_text="Empty for what exists today.")
    predecessors = models.ManyToManyField("self", symmetrical=False, blank=True, related_name="successors")

    objects = CountryQuerySet.as_manager()
    _history_m2m_fields = [predecessors]

    class Meta:
        ordering = ["name", "slug"]
        verbose_name_plural = "countries"
        constraints = [
            *(
                models.UniqueConstraint(
                    fields=[code],
                    condition=Q(valid_until=None),
                    name=f"country_of_today_{code}",
                    violation_error_message="Another country of today has this code.",
                )
                for code in ("iso2", "iso3", "cow")
            ),
            models.CheckConstraint(
                name="country_coordinates_in_range",
                condition=Q(latitude=None, longitude=None)
                | Q(latitude__isnull=False, longitude__isnull=False)  # or NULL would pass for true
                & Q(latitude__range=(-90, 90), longitude__range=(-180, 180)),
                violation_error_message="A seat has both a latitude (-90 to 90) and a longitude (-180 to 180).",
            ),
        ]

    def __str__(self):
        return self.name

    def common_names(self):
        """Return its everyday names: the common ones in four languages, then aliases and spellings."""
        names = (self.name, self.name_ru, self.name_fr, self.name_es, *self.aliases)
        return [name for name in names if name]

    def undated_names(self):
        """Return every name that means it at all times of its being, the official ones too."""
        official = (
            self.official_name,
            self.official_name_ru,
            self.official_name_fr,
            self.official_name_es,
        )
        return [*self.common_names(), *(name for name in official if name)]

    def exists_on(self, day):
        """Return whether the country existed on `day` as far as its dates say (True where they are not given)."""
        return (not self.valid_from or self.valid_from.first <= day) and (
            not self.valid_until or day <= self.valid_until.last
        )


class CountryAlias(Part):
    """A name that meant this country during some years only: Zaire, Burma, "Germany" before 1990."""

    parent_field = "country"
    country = models.ForeignKey(Country, on_delete=models.CASCADE, related_name="dated_aliases")
    name = models.CharField(max_length=200)
    valid_from = PartialDateField()
    valid_until = PartialDateField()

    class Meta:
        ordering = ["country_id", "number"]
        verbose_name = "dated alias"
        verbose_name_plural = "dated aliases"
        constraints = [numbered("country")]

    def __str__(self):
        return f"{self.name} ({self.valid_from or '…'}–{self.valid_until or '…'})"

    def in_use_on(self, day):
        """Return whether the name was in use on `day` (datetime.date)."""
        return (not self.valid_from or self.valid_from.first <= day) and (
            not self.valid_until or day <= self.valid_until.last
        )
