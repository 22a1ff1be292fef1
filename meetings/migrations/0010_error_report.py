import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("meetings", "0009_correction"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ErrorReport",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("listing", models.CharField(editable=False, max_length=20)),
                (
                    "kind",
                    models.CharField(editable=False, max_length=20, verbose_name="kind of record"),
                ),
                ("slug", models.CharField(editable=False, max_length=120, verbose_name="address")),
                ("title", models.CharField(editable=False, max_length=300, verbose_name="record")),
                ("text", models.TextField(editable=False, verbose_name="what is wrong")),
                (
                    "where",
                    models.CharField(
                        blank=True, editable=False, max_length=500, verbose_name="where it can be read"
                    ),
                ),
                (
                    "at",
                    models.DateTimeField(
                        db_index=True,
                        default=django.utils.timezone.now,
                        editable=False,
                        verbose_name="reported",
                    ),
                ),
                ("sender", models.CharField(blank=True, editable=False, max_length=64)),
                (
                    "state",
                    models.CharField(
                        choices=[("open", "open"), ("closed", "closed")],
                        db_index=True,
                        default="open",
                        max_length=6,
                    ),
                ),
                (
                    "note",
                    models.TextField(
                        blank=True,
                        help_text="What was found, and what was done about it.",
                        max_length=2000,
                    ),
                ),
                (
                    "closed_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="closed"),
                ),
                (
                    "closed_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-at", "-pk"],
                "default_permissions": ("view", "change"),
            },
        ),
    ]
