"""What is compressed: public answers, but neither the desk's nor streams."""

import gzip

import pytest

from tests.factories import meeting_between

pytestmark = pytest.mark.django_db
ACCEPTING = {"Accept-Encoding": "gzip, deflate, br"}


@pytest.fixture(autouse=True)
def met():
    return meeting_between("Azerbaijan", "Russia", published=True)


@pytest.mark.parametrize("path", ["/", "/meetings/", "/api/v1/meetings/", "/meetings.atom", "/meetings.ics"])
def test_public_answer_is_compressed_for_who_accepts_it(client, path):
    plain, packed = client.get(path), client.get(path, headers=ACCEPTING)
    assert "Content-Encoding" not in plain and packed["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in packed["Vary"] and "Accept-Encoding" in plain["Vary"]
    assert gzip.decompress(packed.content) == plain.content
    assert int(packed["Content-Length"]) == len(packed.content) < len(plain.content)


def test_etag_of_a_compressed_answer_is_weak_and_still_known(client, met):
    for path in (f"/api/v1/meetings/{met.slug}/", "/meetings.atom"):
        strong, weak = (client.get(path, headers=headers)["ETag"] for headers in ({}, ACCEPTING))
        assert weak == f"W/{strong}"
        again = client.get(path, headers=ACCEPTING | {"If-None-Match": weak})
        assert (again.status_code, again.content) == (304, b"") and "Accept-Encoding" in again["Vary"]


def test_file_streams_as_it_is_and_its_header_leaves_before_the_first_row(client, met):
    response = client.get("/meetings.csv", headers=ACCEPTING)
    assert response.streaming and "Content-Encoding" not in response and "ETag" not in response
    chunks = iter(response.streaming_content)
    first = next(chunk for chunk in chunks if chunk)
    assert first.startswith("\ufeffslug,title".encode()) and met.slug.encode() not in first
    assert met.slug.encode() in b"".join(chunks)


def test_answer_that_depends_on_a_cookie_is_never_compressed(client, admin_client):
    signing_in = client.get("/admin/login/", headers=ACCEPTING)
    desk = admin_client.get("/admin/meetings/meeting/", headers=ACCEPTING)
    for response in (signing_in, desk):
        assert response.status_code == 200 and "Cookie" in response["Vary"]
        assert "Content-Encoding" not in response


def test_no_public_page_depends_on_a_cookie(admin_client, met):
    for path in ("/", "/search/?q=a", "/data/", "/meetings/", f"/meetings/{met.slug}/", "/nothing/"):
        assert "Cookie" not in admin_client.get(path).get("Vary", ""), path
