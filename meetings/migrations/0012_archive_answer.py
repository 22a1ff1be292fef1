from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("meetings", "0011_review"),
    ]

    operations = [
        migrations.CreateModel(
            name="ArchiveAnswer",
            fields=[
                ("source_id", models.BigIntegerField(primary_key=True, serialize=False)),
                ("address", models.CharField(max_length=1000)),
                ("answered", models.BooleanField()),
                ("words", models.CharField(max_length=200)),
                ("checked_at", models.DateTimeField(db_index=True)),
            ],
            options={
                "default_permissions": (),
            },
        ),
    ]
