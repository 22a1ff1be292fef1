"""The words of a row for `search__matches=SearchQuery`: every word from its beginning, every phrase exactly.

Words come cut and folded from `folding`, never from a tokenizer of a database, because those disagree on ə,
ё, COVID-19 and U.S. They stand in parts, and a gap between the parts keeps phrases from running across.
PostgreSQL keeps a tsvector made of the words and their positions, SQLite the words and gaps as text under
an FTS5 index that `indexes` makes. Positions, repetitions and bytes are limited to what a tsvector holds,
on both databases, so that both find the same.
"""

import json
import re
from collections import defaultdict
from itertools import groupby

from django.db import models

from ..folding import LONGEST_WORD, SearchQuery

# A tsvector has positions up to 16,383, at most 256 of each word, and 1 MiB for words and positions together.
MOST_POSITIONS = 16_000
MOST_REPETITIONS = 255
MOST_BYTES = 1_000_000
BYTES_BESIDE_A_WORD = 5
# Stands where no word is. No word holds it, and SQLite's tokenizer is told to take it for one.
GAP = "_"

LEXEME = re.compile(r"'(\w+)':([0-9,]+)")


def fts_table(model):
    """Return the name of SQLite's full-text table for a model with a SearchField."""
    return f"{model._meta.db_table}_fts"


def indexed_tokens(parts):
    """Return the words of all parts as they are indexed, with GAP between parts and for words left out.

    A word is left out where it stands for the 256th time and later; all words are, once there are 16,000
    positions or a million bytes.
    """
    tokens, times, size = [], defaultdict(int), 0
    for part in parts:
        if tokens and part:
            tokens.append(GAP)
        for word in part:
            size += len(word.encode()) + BYTES_BESIDE_A_WORD
            if len(tokens) >= MOST_POSITIONS or size > MOST_BYTES:
                return tokens
            times[word] += 1
            tokens.append(word if times[word] <= MOST_REPETITIONS else GAP)
    return tokens


def _parts_of(tokens):
    return [list(run) for is_gap, run in groupby(tokens, key=GAP.__eq__) if not is_gap]


def _vector_text(tokens):
    positions = defaultdict(list)
    for position, token in enumerate(tokens, start=1):
        if token != GAP:
            positions[token].append(str(position))
    return " ".join(f"'{word}':{','.join(places)}" for word, places in positions.items())


def _tokens_of_vector(text):
    standing = {}
    for word, places in LEXEME.findall(text):
        standing.update(dict.fromkeys(map(int, places.split(",")), word))
    return [standing.get(position, GAP) for position in range(1, max(standing, default=0) + 1)]


def _check_words(words):
    """Raise ValueError unless the words are folded: letters and digits, which no query language quotes."""
    run = "".join(words)
    if not (all(words) and (run.isalnum() or not run) and run == run.casefold()):
        raise ValueError("Words to index or search for come from folding.words.")
    if len(max(words, key=len, default="")) > LONGEST_WORD:
        raise ValueError(f"A word has at most {LONGEST_WORD} characters.")


class SearchField(models.Field):
    """Folded words in parts: in Python a list of lists of words (from folding.words), or None.

    What is read back is what was indexed: empty parts and words beyond the limits of `indexed_tokens` are
    gone. Lists should defer it: it is large, and only the index needs it.
    """

    description = "words to search for"
    empty_strings_allowed = False

    def db_type(self, connection):
        """Return the type of the column."""
        return "tsvector" if connection.vendor == "postgresql" else "text"

    def get_placeholder(self, value, compiler, connection):
        """Return the placeholder of a stored value; PostgreSQL is told the type, for rows written in bulk."""
        return "%s::tsvector" if connection.vendor == "postgresql" else "%s"

    def to_python(self, value):
        """Return parts, or the JSON that a fixture holds, as parts."""
        return json.loads(value) if isinstance(value, str) else value

    def get_db_prep_value(self, value, connection, prepared=False):
        """Return the text of the tsvector, or the tokens. Raises ValueError for words that are not folded."""
        if value is None:
            return None
        for part in value:
            _check_words(part)
        tokens = indexed_tokens(value)
        return _vector_text(tokens) if connection.vendor == "postgresql" else " ".join(tokens)

    def from_db_value(self, value, expression, connection):
        """Return the parts of a stored value."""
        if value is None:
            return None
        return _parts_of(_tokens_of_vector(value) if connection.vendor == "postgresql" else value.split())

    def value_to_string(self, obj):
        """Return the parts as JSON for a fixture, the same from every database."""
        return json.dumps(self.value_from_object(obj), ensure_ascii=False)


@SearchField.register_lookup
class Matches(models.Lookup):
    """All words of a SearchQuery begin words of the row, and all its phrases stand in one part of it."""

    lookup_name = "matches"
    prepare_rhs = False

    def get_prep_lookup(self):
        query = self.rhs
        if not isinstance(query, SearchQuery):
            raise TypeError("Search for a SearchQuery; folding.parse_query makes one.")
        if not (query.words or (query.phrases and all(query.phrases))):
            raise ValueError("There is nothing to search for.")
        for words in (query.words, *query.phrases):
            _check_words(words)
        return query

    def as_postgresql(self, compiler, connection):
        column, params = self.process_lhs(compiler, connection)
        terms = [f"'{word}':*" for word in self.rhs.words]
        terms += ["('" + "' <-> '".join(phrase) + "')" for phrase in self.rhs.phrases]
        return f"{column} @@ %s::tsquery", [*params, " & ".join(terms)]

    def as_sqlite(self, compiler, connection):
        quote = connection.ops.quote_name
        model = self.lhs.target.model
        row = f"{compiler.quote_name_unless_alias(self.lhs.alias)}.{quote(model._meta.pk.column)}"
        table = quote(fts_table(model))
        terms = [f'"{word}"*' for word in self.rhs.words]
        terms += [f'"{" ".join(phrase)}"' for phrase in self.rhs.phrases]
        return f"{row} IN (SELECT rowid FROM {table} WHERE {table} MATCH %s)", [" AND ".join(terms)]
