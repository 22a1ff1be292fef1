"""Search as a reader would do it by hand: every word begins a word of the record, every phrase stands in one text."""

from meetings.browse.folding import words


def found_in(texts, asked):
    """Return whether what was asked ('trade "customs matters"') is found in some texts."""
    cut = [words(str(text)) for text in texts if text]
    parts = asked.split('"')
    plain = [word for part in parts[::2] for word in words(part)]
    phrases = [words(part) for part in parts[1::2]]
    everything = [word for text in cut for word in text]
    return all(any(word.startswith(begun) for word in everything) for begun in plain) and all(
        any(_stands_in(phrase, text) for text in cut) for phrase in phrases if phrase
    )


def _stands_in(phrase, text):
    return any(text[at : at + len(phrase)] == phrase for at in range(len(text)))


def of_country(country):
    """Return the names by which a country is found beside its own page."""
    return [country.name, country.name_ru, country.name_fr, country.name_es, *country.aliases]


def of_person(official):
    """Return the names by which an official is found."""
    return [official.name, official.native_name, *official.aliases]
