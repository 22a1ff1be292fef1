"""A small app of the tests' own: editions that exist for nothing but meetings.browse."""
