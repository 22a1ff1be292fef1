"""The indexes of the edition, which differ between the databases."""

from django.db import migrations

from meetings.browse.database import IndexEdition


class Migration(migrations.Migration):
    dependencies = [("meetings", "0001_initial")]

    operations = [
        IndexEdition("CountryEdition"),
        IndexEdition("PublisherEdition"),
        IndexEdition("SourceEdition"),
        IndexEdition("OfficialEdition"),
        IndexEdition("EventEdition"),
        IndexEdition("MeetingEdition"),
        IndexEdition("QuoteEdition"),
        IndexEdition("FigureEdition"),
        IndexEdition("CommitmentEdition"),
        IndexEdition("PairEdition"),
    ]
