"""How the parts of a meeting are laid out, on the meeting's page and on their own."""

QUOTE_FIELDS = (
    ("speakers", "kind", "language"),
    "text",
    ("original", "original_language", "translation"),
    "sources",
)
FIGURE_FIELDS = (
    ("measure", "qualifier", "value", "scale"),
    ("unit", "currency", "kind"),
    ("change_qualifier", "change", "change_basis"),
    ("period_start", "period_end", "period_wording"),
    ("countries", "claimed_by", "sources"),
)
COMMITMENT_FIELDS = (
    ("kind", "what", "state"),
    ("by_officials", "by_countries"),
    ("to_officials", "to_countries"),
    ("event", "place"),
    ("due", "due_wording"),
    ("kept_by", "sources"),
)
PARTICIPATION_FIELDS = (
    ("official", "country", "post", "rank"),
    ("role", "name_in_text", "named", "sources"),
)
