"""The tables of the test editions and their indexes."""

import django.db.models.deletion
from django.db import migrations, models

import meetings.browse.database


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Subject",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=50)),
            ],
        ),
        migrations.CreateModel(
            name="SubjectEdition",
            fields=[
                (
                    "record",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="edition",
                        serialize=False,
                        to="editionapp.subject",
                    ),
                ),
                ("title", models.TextField(default="")),
                ("keys", meetings.browse.database.KeysField()),
                ("search", meetings.browse.database.SearchField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name="Remark",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "edition",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="remarks",
                        to="editionapp.subjectedition",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="PairEdition",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("keys", meetings.browse.database.KeysField(default=list)),
                ("search", meetings.browse.database.SearchField()),
            ],
        ),
        meetings.browse.database.IndexEdition("SubjectEdition"),
        meetings.browse.database.IndexEdition("PairEdition"),
    ]
