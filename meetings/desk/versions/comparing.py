"""What differs between two versions of a record, in words; parts are matched by their keys, which never change."""

from ..changes import RowWords


def compare(older, newer, within):
    """Return [Change] that leads from one version to another (as `read_version` returns them).

    `within` is the model of the record: its parts need not say that they belong to it.
    """
    changes = []
    for model in dict.fromkeys(model for model, _ in [*newer, *older]):
        pairs = {key: (older.get((of, key)), row) for (of, key), row in newer.items() if of is model}
        pairs |= {
            key: (row, None) for (of, key), row in older.items() if of is model and (of, key) not in newer
        }
        words = RowWords(model, [row for pair in pairs.values() for row in pair if row], within)
        changes += filter(None, (words.change(*pair) for pair in pairs.values()))
    return changes
