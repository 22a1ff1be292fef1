import django.db.models.deletion
import meetings.models.json_text
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("meetings", "0010_error_report"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Review",
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
                ("version", models.PositiveIntegerField()),
                ("facts", meetings.models.json_text.JsonTextField(default=list)),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "default_permissions": (),
                "constraints": [models.UniqueConstraint(fields=("user", "model", "key"), name="review_once")],
            },
        ),
    ]
