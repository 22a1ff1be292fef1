"""Reads a list as its readers do: page by page, as a file, and as JSON along the cursor, forth and back."""

import csv
import io
from urllib.parse import urlencode

from config.api import LISTINGS
from meetings.listings import LOGS
from meetings.tidy import TIDY

BY_NAME = {listing.name: listing for listing in (*LISTINGS, *LOGS, *TIDY)}


def address(path, query, **more):
    """Return a path with {parameter: [values]} as its query string."""
    pairs = [(name, value) for name, values in query.items() for value in values] + list(more.items())
    return f"{path}?{urlencode(pairs)}" if pairs else path


def _slug(row):
    return row["slug"] if "slug" in row else f"{row['first']}/{row['second']}"


def on_pages(client, name, query):
    """Return the slugs of all pages of a list, in order, walking by the links to the next page."""
    url, slugs = address(f"/{name}/", query), []
    while url:
        response = client.get(url)
        assert response.status_code == 200, (url, response.status_code)
        slugs += [entry.slug for entry in response.context_data["rows"]]
        url = response.context_data["page"]["next"]
    assert response.context_data["count"] == len(slugs)
    return slugs


def csv_rows(client, name, query):
    """Return the rows of a list's CSV as dicts."""
    response = client.get(address(f"/{name}.csv", query))
    assert response.status_code == 200, (name, query, response.status_code)
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def in_csv(client, name, query):
    """Return the slugs of a list's CSV, in order."""
    return [_slug(row) for row in csv_rows(client, name, query)]


def in_json(client, name, query, page_size=20):
    """Return the slugs of a list's JSON, in order, along `next`; asserts that `previous` leads the same way back."""
    url, pages = address(f"/api/v1/{name}/", query, page_size=page_size), []
    while url:
        answer = _json(client, url)
        pages.append([_slug(row) for row in answer["results"]])
        last, url = answer, answer["next"]
    slugs = [slug for page in pages for slug in page]
    assert last["count"] == len(slugs)
    back, url = [pages[-1]], last["previous"]
    while url:
        answer = _json(client, url)
        back.insert(0, [_slug(row) for row in answer["results"]])
        url = answer["previous"]
    assert [slug for page in back for slug in page] == slugs
    return slugs


def _json(client, url):
    response = client.get(url)
    assert response.status_code == 200, (url, response.status_code)
    return response.json()
