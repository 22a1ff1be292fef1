"""Everything that asks which database we run on; both must give the same answers.

`keys` holds sets of strings for filters, `counting` tells how many rows have each, `search` words for `q`,
`indexes` the migration operation that makes them quick (arrays and vectors under GIN on PostgreSQL, side
tables kept by triggers on SQLite), `streams` long reads of one moment. What the settings must know stands in
config/database.py, because settings may not import models.
"""

from .counting import key_counts
from .indexes import IndexEdition
from .keys import KeysField
from .search import SearchField
from .streams import counted_stream, stream, stream_sql

__all__ = ["IndexEdition", "KeysField", "SearchField", "counted_stream", "key_counts", "stream", "stream_sql"]
