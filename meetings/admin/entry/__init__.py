"""Entering a meeting: its form is checked, people are found or made, a source is attached elsewhere."""
