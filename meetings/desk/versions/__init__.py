"""Versions of a record: read from the history, compared, restored; and deleted records brought back."""
