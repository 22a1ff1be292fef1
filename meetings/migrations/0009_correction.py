import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("meetings", "0008_finding"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Correction",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "model",
                    models.CharField(help_text="meetings.meeting", max_length=40, verbose_name="kind"),
                ),
                ("key", models.PositiveBigIntegerField(verbose_name="key of the record")),
                ("checked_at", models.DateTimeField(blank=True, db_index=True, null=True)),
                (
                    "checked_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "edit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrections",
                        to="meetings.edit",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "default_permissions": (),
                "indexes": [models.Index(fields=["model", "key"], name="correction_record")],
                "constraints": [
                    models.UniqueConstraint(fields=("edit", "model", "key"), name="correction_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("checked_at", None), ("checked_by", None)),
                            models.Q(("checked_at__isnull", False), ("checked_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="correction_checked_by_somebody_at_some_time",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CorrectedField",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("slug", models.CharField(editable=False, max_length=24, unique=True)),
                ("field", models.CharField(editable=False, max_length=40)),
                ("told", models.BooleanField(editable=False)),
                ("before", models.TextField(blank=True, editable=False)),
                ("after", models.TextField(blank=True, editable=False)),
                ("day", models.DateField(db_index=True, editable=False)),
                ("updated_at", models.DateTimeField(editable=False)),
                (
                    "correction",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="fields",
                        to="meetings.correction",
                    ),
                ),
            ],
            options={
                "ordering": ["-updated_at", "slug"],
                "default_permissions": (),
                "indexes": [models.Index(fields=["-updated_at", "slug"], name="corrected_latest")],
            },
        ),
    ]
