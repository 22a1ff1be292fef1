"""Facts in and out of files."""
