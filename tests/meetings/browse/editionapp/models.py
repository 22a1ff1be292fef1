"""A record, its edition, a part of the edition, and an edition with a number of its own."""

from django.db import models

from meetings.browse.database import KeysField, SearchField


class Subject(models.Model):
    """A record."""

    name = models.CharField(max_length=50)

    class Meta:
        app_label = "editionapp"

    def __str__(self):
        return self.name


class SubjectEdition(models.Model):
    """The edition of a record; has its number."""

    record = models.OneToOneField(Subject, primary_key=True, on_delete=models.CASCADE, related_name="edition")
    title = models.TextField(default="")
    keys = KeysField()
    search = SearchField(null=True)

    class Meta:
        app_label = "editionapp"

    def __str__(self):
        return self.title


class Remark(models.Model):
    """Something that hangs on an edition, or on none."""

    edition = models.ForeignKey(SubjectEdition, null=True, on_delete=models.CASCADE, related_name="remarks")

    class Meta:
        app_label = "editionapp"

    def __str__(self):
        return str(self.pk)


class PairEdition(models.Model):
    """An edition without a record, numbered by the database."""

    keys = KeysField(default=list)
    search = SearchField()

    class Meta:
        app_label = "editionapp"

    def __str__(self):
        return str(self.pk)
