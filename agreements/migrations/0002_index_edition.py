"""The indexes of the edition, which differ between the databases."""

from django.db import migrations

from meetings.browse.database import IndexEdition


class Migration(migrations.Migration):
    dependencies = [("agreements", "0001_initial")]

    operations = [
        IndexEdition("SphereEdition"),
        IndexEdition("AgreementEdition"),
    ]
