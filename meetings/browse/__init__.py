"""From rows to what a reader receives. Imports no model."""
